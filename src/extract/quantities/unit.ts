import { currencies, currencySigns, measures, type Unit } from '../../language/en/units.ts'
import type { Atom } from '../numerals/atoms.ts'
import { phrasesOf } from '../numerals/phrases.ts'

/** A unit found behind a number. */
export interface UnitFound {
  readonly unit: Unit
  readonly next: number
}

const words = phrasesOf([...measures, ...currencies].flatMap((unit) => unit.words.map((word) => [word, unit] as const)))
const symbols = new Map(
  [...measures, ...currencies].flatMap((unit) => (unit.symbols ?? []).map((symbol) => [symbol, unit] as const)),
)
const pound = measures.find(({ name }) => name === 'pound-mass')
const foot = measures.find(({ name }) => name === 'foot')

/** The unit that stands at an atom, after an optional hyphen: "km", "per cent", "-metre", "million CFA francs". */
export function unitAt(atoms: readonly Atom[], at: number): UnitFound | undefined {
  const first = atoms[at]
  const hyphen = first?.lower === '-' && atoms[at + 1]?.kind === 'word' && !atoms[at + 1]?.spaced ? 1 : 0
  const found = words.from(atoms, at) ?? (hyphen ? words.from(atoms, at + 1) : undefined) ?? laterTime(atoms, at)
  if (found) {
    const food = found.entry.name === 'pound' && atoms[found.next]?.lower === 'of'
    return { unit: food && pound ? pound : found.entry, next: found.next }
  }
  return symbolAt(atoms, at + hyphen) ?? primeAt(atoms, at)
}

/** "the 50 previous years", "three consecutive days": one word may stand before a unit of time. */
function laterTime(atoms: readonly Atom[], at: number): ReturnType<typeof words.from> {
  if (
    !/^(?:previous|more|additional|consecutive|straight|full|whole|long|further|other|extra)$/.test(
      atoms[at]?.lower ?? '',
    )
  )
    return undefined
  const found = words.from(atoms, at + 1)
  return found?.entry.kind === 'time' ? found : undefined
}

/** A unit by its word or short form where no number stands before it: "the GPa scale". */
export function unitNamed(atoms: readonly Atom[], at: number): UnitFound | undefined {
  const unit = symbols.get(atoms[at]?.text ?? '')
  return unit ? { unit, next: at + 1 } : unitAt(atoms, at)
}

/** Short forms are case-bound; one letter alone must touch its number: "15 kW", "37m", but not "5 m" or "in 5 s". */
function symbolAt(atoms: readonly Atom[], at: number): UnitFound | undefined {
  const atom = atoms[at]
  const unit = atom && symbols.get(atom.text)
  if (!atom || !unit) return undefined
  if (atom.spaced && (atom.text.length < 2 || /^(?:in|mi|pc|bar|cal)$/.test(atom.text))) return undefined
  if (unit.name === 'second' && atoms[at - 1]?.kind === 'number') return undefined
  return { unit, next: at + 1 }
}

/** 30' is thirty feet. */
const primeAt = (atoms: readonly Atom[], at: number): UnitFound | undefined =>
  foot && atoms[at]?.lower === "'" && !atoms[at]?.spaced && atoms[at + 1]?.spaced
    ? { unit: foot, next: at + 1 }
    : undefined

/** A currency sign or code right before a number: `first` is the index of its first atom. */
export function currencyBefore(
  atoms: readonly Atom[],
  at: number,
): { readonly name: string; readonly first: number } | undefined {
  let key = ''
  let found: { readonly name: string; readonly first: number } | undefined
  for (let first = at - 1; first >= Math.max(0, at - 4); first--) {
    const atom = atoms[first]
    if (!atom || atom.kind === 'number') break
    key = atom.lower + key
    const name = currencySigns.get(key)
    // "rs" and "usd" are codes only in capitals as printed: "Rs", "USD"; "sh" inside a word is none.
    if (name && (atom.kind === 'mark' || /\p{Lu}/u.test(atom.text))) found = { name, first }
    if (atom.kind === 'word' && found?.first !== first) break
  }
  return found
}

/** Is this atom where a currency sign or code begins that a number follows? */
export function currencyFrom(
  atoms: readonly Atom[],
  at: number,
): { readonly name: string; readonly next: number } | undefined {
  let key = ''
  let found: { readonly name: string; readonly next: number } | undefined
  for (let next = at; next < at + 5; next++) {
    const atom = atoms[next]
    if (!atom || atom.kind === 'number' || (atom.kind === 'word' && !/\p{Lu}/u.test(atom.text))) break
    key += atom.lower
    const name = currencySigns.get(key)
    if (name && !isConsole(key, atoms[next + 1])) found = { name, next: next + 1 }
    if (key.length > 4) break
  }
  return found
}

/** "PS5" is sold for pounds, and is none. */
const isConsole = (sign: string, after: Atom | undefined): boolean =>
  sign === 'ps' && (after?.spaced !== false || after.text.length < 2)
