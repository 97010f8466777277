import { currencies, measures } from '../../language/en/units.ts'
import type { Atom } from '../numerals/atoms.ts'

/** The denominator that stands behind an amount: "a month", "per building", "/day", "monthly". */
export interface Rate {
  readonly per: string
  readonly next: number
}

const units = new Map(
  [...measures, ...currencies]
    .filter(({ kind }) => kind === 'measure' || kind === 'time')
    .flatMap((unit) => unit.words.map((word) => [word, unit.name] as const)),
)
const adverbs: ReadonlyMap<string, string> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['weekly', 'week'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
])
/** Nouns that "a" makes a denominator besides units: "$3 a head". */
const heads: ReadonlySet<string> = new Set(
  'head person piece share barrel bottle pack ticket unit game night shift season pop seat vote copy plate'.split(' '),
)

/** The rate at an atom, if one stands there; "per person per day" is read whole. */
export function rateAt(atoms: readonly Atom[], at: number): Rate | undefined {
  const first = oneRate(atoms, at)
  if (!first) return undefined
  const second =
    atoms[first.next]?.lower === 'per' || atoms[first.next]?.lower === 'a' ? oneRate(atoms, first.next) : undefined
  return second ? { per: `${first.per} per ${second.per}`, next: second.next } : first
}

function oneRate(atoms: readonly Atom[], at: number): Rate | undefined {
  const word = atoms[at]?.lower ?? ''
  if (adverbs.has(word)) return { per: adverbs.get(word) ?? word, next: at + 1 }
  if (
    word === '-' &&
    (atoms[at + 1]?.lower === 'a' || atoms[at + 1]?.lower === 'per') &&
    atoms[at + 2]?.lower === '-'
  ) {
    return denominator(atoms, at + 3, atoms[at + 1]?.lower === 'per')
  }
  if ((word === 'a' || word === 'per') && atoms[at + 1]?.lower === '-')
    return denominator(atoms, at + 2, word === 'per')
  if (word === 'per') return denominator(atoms, at + 1, true)
  if (word === '/' && !atoms[at + 1]?.spaced) return denominator(atoms, at + 1, true)
  if (word === 'a' || word === 'an' || word === 'each' || word === 'every') return denominator(atoms, at + 1, false)
  if (word === 'for' && atoms[at + 1]?.lower === 'a') {
    const weight = denominator(atoms, at + 2, false)
    return weight && atoms[weight.next]?.lower === 'of' ? weight : undefined
  }
  return undefined
}

function denominator(atoms: readonly Atom[], at: number, anyNoun: boolean): Rate | undefined {
  const atom = atoms[at]
  if (atom?.kind !== 'word') return undefined
  const unit = units.get(atom.lower)
  // "a square metre": two words.
  const pair = units.get(`${atom.lower} ${atoms[at + 1]?.lower ?? ''}`)
  if (pair) return { per: pair, next: at + 2 }
  if (unit && !/ago|earlier|later|old/.test(atoms[at + 1]?.lower ?? '')) return { per: unit, next: at + 1 }
  if (heads.has(atom.lower)) return { per: atom.lower, next: at + 1 }
  if (!anyNoun || atom.lower === 'cent') return undefined
  if (atom.lower === 'mmbtu') return { per: 'mega british thermal unit', next: at + 1 }
  return { per: atom.lower, next: at + 1 }
}
