import { fateFillers, fates, harms, tolls } from '../../language/en/casualties.ts'
import type { Span } from '../../model/span.ts'
import type { Atom } from '../numerals/atoms.ts'

/** What a quantity counts: the plain noun phrase, head last. `span` is its place, absent where the text leaves it out. */
export interface Counted {
  readonly phrase: string
  readonly span: Span | null
  /** Index of the first atom after it, when it follows the number. */
  readonly next: number
}

const people = (next: number): Counted => ({ phrase: 'people', span: null, next })

/** The noun phrase that follows a number or its unit: "340 military builders", "61 percent of the cells", "17 dead". */
export function countedAfter(atoms: readonly Atom[], at: number, many: boolean): Counted | undefined {
  if (fated(atoms, at)) return people(at)
  const from = skipToPhrase(atoms, at)
  return from === undefined ? undefined : phraseFrom(atoms, from, many && from === at)
}

/** "17 dead", "29 still missing", "forty feared drowned". */
function fated(atoms: readonly Atom[], at: number): boolean {
  let next = at
  while (next < at + 4 && fateFillers.has(atoms[next]?.lower ?? '') && !fates.has(atoms[next]?.lower ?? '')) next++
  const word = atoms[next]
  if (!word || !fates.has(word.lower)) return false
  // "17 missing children" and "11 injured workers" name what they count.
  const after = atoms[next + 1]
  return !(next === at && (after?.pos === 'NOUN' || after?.pos === 'PROPN') && after.spaced)
}

const determiners: ReadonlySet<string> = new Set(
  'the a an its his her their our my your this that these those all such any each every both'.split(' '),
)

/** Steps over "of the", "of all", "of its", a second number ("11 of the 23 members") and a hyphen. */
function skipToPhrase(atoms: readonly Atom[], at: number): number | undefined {
  let next = at
  const first = atoms[next]
  if (!first) return undefined
  if (first.lower === '-' && !atoms[next + 1]?.spaced && atoms[next + 1]?.kind === 'word') next++
  if (/^(?:more|further|additional|extra)$/.test(first.lower)) next++
  if (atoms[next]?.lower === 'of' || atoms[next]?.lower === 'in') {
    if (atoms[next]?.lower === 'in' && first.lower !== 'of') return undefined
    next++
    while (determiners.has(atoms[next]?.lower ?? '')) next++
    if (atoms[next]?.pos === 'NUM' || atoms[next]?.kind === 'number') next++
    if (/^(?:million|thousand|billion|hundred)$/.test(atoms[next]?.lower ?? '')) next++
    if (/^(?:us|them|whom|which|it|you)$/.test(atoms[next]?.lower ?? '')) return undefined
  }
  return next
}

const breaks: ReadonlySet<string> = new Set(
  'ago later earlier more less each apiece percent cent per so too then now a.m. p.m. am pm and or'.split(' '),
)

/** The run of adjectives and nouns from an atom on, cut after its last noun. */
export function phraseFrom(atoms: readonly Atom[], from: number, many: boolean): Counted | undefined {
  let next = from
  let end = from
  let words = 0
  for (; next < atoms.length && words < 8; next++) {
    const atom = atoms[next]
    if (!atom) break
    if (atom.kind === 'mark') {
      if (atom.lower === '-' && !atom.spaced && !atoms[next + 1]?.spaced && words > 0) continue
      break
    }
    if (atom.lower === "'s" || (atom.lower === "'" && words > 0)) continue
    if (atom.kind === 'number' && (words === 0 || atom.spaced)) break
    if (breaks.has(atom.lower)) break
    const role = roleOf(atoms, next, many && words === 0, end > from)
    if (role === 'stop') break
    words++
    if (role === 'noun') end = next + 1
  }
  const first = atoms[from]
  const last = atoms[end - 1]
  if (!first || !last || end === from) return undefined
  const span = { start: first.start, end: last.end }
  return { phrase: wordsOf(atoms, from, end), span, next: end }
}

const wordsOf = (atoms: readonly Atom[], from: number, end: number): string =>
  atoms
    .slice(from, end)
    .map((atom, i) => (i > 0 && atom.spaced ? ` ${atom.text}` : atom.text))
    .join('')

function roleOf(atoms: readonly Atom[], at: number, plural: boolean, hadNoun: boolean): 'noun' | 'modifier' | 'stop' {
  const atom = atoms[at]
  const after = atoms[at + 1]
  const nounAhead = after?.spaced === true && (after.pos === 'NOUN' || after.pos === 'ADJ' || after.pos === 'PROPN')
  if (!atom) return 'stop'
  // A capital after a plural noun opens a name or a day, not a longer phrase: "people Friday".
  if (hadNoun && atom.pos === 'PROPN' && atoms[at - 1]?.pos === 'NOUN') return 'stop'
  if (atom.pos === 'NOUN' || atom.pos === 'PROPN') return 'noun'
  if (atom.pos === 'ADJ') return hadNoun && !nounAhead ? 'stop' : 'modifier'
  if (plural && atom.pos === 'VERB' && /[^s]s$/.test(atom.lower)) return 'noun'
  if (atom.pos === 'VERB' && /(?:ed|ing|en)$/.test(atom.lower) && !hadNoun && nounAhead) return 'modifier'
  if (atom.pos === 'ADV' && !hadNoun && after?.spaced && (after.pos === 'ADJ' || /ed$/.test(after.lower)))
    return 'modifier'
  if (atom.pos === 'X' && /^\p{L}/u.test(atom.text)) return 'noun'
  return 'stop'
}

const links: ReadonlySet<string> = new Set(
  (
    'of at to is was were are be been by about around over under some nearly almost than more less up as stand stands stood ' +
    'currently now only just totalled totaled total reached reach hit from put the estimated rose fell risen climbed jumped ' +
    'came comes worth high much at'
  ).split(' '),
)

/**
 * The noun a number without one hangs on: "a workforce of 2,600", "the population at 71,000", "injures 11",
 * "the death toll rose to 26", "cut its orders by 30 percent". `far` also looks past other words of the clause.
 */
export function countedBefore(atoms: readonly Atom[], at: number, far: boolean): Counted | undefined {
  if (harms.has(atoms[skipLinks(atoms, at, false)]?.lower ?? '')) return people(at)
  const governor = skipLinks(atoms, at, true)
  const noun = far ? nounLeft(atoms, at, 8) : nounLeft(atoms, governor + 1, 1)
  const toll = leftUntil(atoms, at, 14, (atom) => tolls.has(atom.lower))
  if (!far && toll !== undefined && governor < at - 1) return people(at)
  if (noun === undefined) return undefined
  const atom = atoms[noun]
  if (!atom || atom.lower === 'percent' || tolls.has(atom.lower)) return undefined
  return { phrase: atom.text, span: { start: atom.start, end: atom.end }, next: at }
}

function skipLinks(atoms: readonly Atom[], at: number, verbs: boolean): number {
  let index = at - 1
  while (index > at - 6 && links.has(atoms[index]?.lower ?? '') && (verbs || !harms.has(atoms[index]?.lower ?? '')))
    index--
  return index
}

const nounLeft = (atoms: readonly Atom[], before: number, reach: number): number | undefined =>
  leftUntil(
    atoms,
    before,
    reach,
    (atom) =>
      atom.pos === 'NOUN' &&
      atom.kind === 'word' &&
      atom.lower.length > 2 &&
      !/^(?:percent|cent|pct)$/.test(atom.lower),
  )

function leftUntil(
  atoms: readonly Atom[],
  before: number,
  reach: number,
  wanted: (atom: Atom) => boolean,
): number | undefined {
  for (let index = before - 1; index >= Math.max(0, before - reach); index--) {
    const atom = atoms[index]
    if (!atom || atom.lower === ';') return undefined
    if (wanted(atom)) return index
  }
  return undefined
}
