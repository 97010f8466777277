import { ordinals, tens } from '../../language/en/numerals.ts'
import type { Atom } from '../numerals/atoms.ts'

const lowerAt = (atoms: readonly Atom[], at: number): string => atoms[at]?.lower ?? ''

/** "14", "14th", "third", "twenty-first". */
export function dayNumeral(
  atoms: readonly Atom[],
  at: number,
): { readonly day: number; readonly next: number; readonly ordinal: boolean } | undefined {
  const atom = atoms[at]
  if (!atom) return undefined
  if (atom.kind === 'number') {
    if (!/^\d{1,2}$/.test(atom.text) || atom.value < 1 || atom.value > 31) return undefined
    const suffix = atoms[at + 1]
    if (suffix && !suffix.spaced && /^(?:st|nd|rd|th)$/.test(suffix.lower))
      return { day: atom.value, next: at + 2, ordinal: true }
    if (suffix && !suffix.spaced && (suffix.kind === 'word' || goesOn(atoms, at + 1))) return undefined
    return { day: atom.value, next: at + 1, ordinal: false }
  }
  const ordinal = ordinals.get(atom.lower)
  if (ordinal) return { day: ordinal, next: at + 1, ordinal: true }
  const ten = tens.get(atom.lower)
  const hyphen = lowerAt(atoms, at + 1) === '-' ? 1 : 0
  const one = ten && ten <= 30 ? ordinals.get(lowerAt(atoms, at + 1 + hyphen)) : undefined
  return ten && one && one < 10 ? { day: ten + one, next: at + 2 + hyphen, ordinal: true } : undefined
}

/** The mark of "10:40", "3/4" and "25%"; the colon of "April 25: …" ends a date. */
export const goesOn = (atoms: readonly Atom[], at: number): boolean =>
  /^[/%]$/.test(lowerAt(atoms, at)) ||
  (lowerAt(atoms, at) === ':' && atoms[at + 1]?.kind === 'number' && !atoms[at + 1]?.spaced)
