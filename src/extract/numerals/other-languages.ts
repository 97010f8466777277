import type { Atom } from './atoms.ts'

/** Languages whose numbers take a stop between thousands: "2.500" is two and a half thousand there. */
const stopsGroup: ReadonlySet<string> = new Set('de es it pt nl da no nb sv id tr el ro hr sr sl'.split(' '))

/** Languages that take a comma there, as English does. */
const commasGroup: ReadonlySet<string> = new Set('en zh ja ko th he ar hi ms ur vi'.split(' '))

/**
 * The atoms with their numbers as this language writes them: "2 500" is one number, "12,5" twelve and a half, and "2.500" two and a
 * half thousand where stops part thousands.
 */
export function numbersIn(atoms: readonly Atom[], language: string): readonly Atom[] {
  const code = language.slice(0, 2)
  if (commasGroup.has(code) || /^(?:und)?$/.test(language)) return atoms
  const out: Atom[] = []
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at]
    if (!atom) continue
    const read = atom.kind === 'number' ? numberFrom(atoms, at, stopsGroup.has(code)) : undefined
    out.push(read?.atom ?? atom)
    if (read) at = read.next - 1
  }
  return out
}

function numberFrom(
  atoms: readonly Atom[],
  at: number,
  stops: boolean,
): { readonly atom: Atom; readonly next: number } | undefined {
  const first = atoms[at]
  if (!first) return undefined
  const whole = stops && /^\d{1,3}(?:\.\d{3})+$/.test(first.text) ? first.text.replaceAll('.', '') : first.text
  let digits = /^\d+$/.test(whole) ? whole : undefined
  if (digits === undefined) return undefined
  let next = at + 1
  // "2 500 000": groups of three behind a blank. A year or a day before a count has another number of digits.
  if (digits.length <= 3) {
    while (/^\d{3}$/.test(atoms[next]?.text ?? '') && atoms[next]?.spaced && atoms[next - 1]?.kind === 'number') {
      digits += atoms[next]?.text ?? ''
      next++
    }
  }
  const comma = atoms[next]
  const rest = atoms[next + 1]
  const decimal = comma?.text === ',' && !comma.spaced && rest?.spaced === false && /^\d{1,2}$/.test(rest.text)
  if (decimal) {
    digits += `.${rest.text}`
    next += 2
  }
  if (next === at + 1 && digits === first.text) return undefined
  return {
    atom: { ...first, end: atoms[next - 1]?.end ?? first.end, text: digits, lower: digits, value: Number(digits) },
    next,
  }
}
