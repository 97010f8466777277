import { timeUnits, weekdays } from '../../language/en/calendar.ts'
import { fateFillers, fates, harms, tolls } from '../../language/en/casualties.ts'
import { deeds, plainPlurals } from '../../language/en/measured-nouns.ts'
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
  if (!word || !(fates.has(word.lower) || isDeed(atoms, next))) return false
  // "17 missing children" and "11 injured workers" name what they count.
  const after = atoms[next + 1]
  const named = (after?.pos === 'NOUN' || after?.pos === 'PROPN') && after.spaced && !fates.has(after.lower)
  return !(next === at && named && !deeds.has(word.lower))
}

/** "72 work at the centre", "thousands fled", "some 9,000 leave the camp". */
function isDeed(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]
  const after = atoms[at + 1]
  if (!word || !deeds.has(word.lower)) return false
  return word.pos === 'VERB' || !after || ['ADP', 'ADV', 'DET', 'PROPN', 'PART', 'PUNCT'].includes(after.pos)
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
    if (atoms[next + 1]?.lower === "'s" && isNumber(atoms[next + 2])) next += 2
    while (
      /^(?:roughly|about|some|around|nearly|almost|estimated|other|than|over|more)$/.test(atoms[next]?.lower ?? '') &&
      isNumber(atoms[next + 1])
    )
      next++
    if (isNumber(atoms[next])) next++
    if (/^(?:million|thousand|billion|hundred)$/.test(atoms[next]?.lower ?? '')) next++
    if (/^(?:us|them|whom|which|it|you)$/.test(atoms[next]?.lower ?? '')) return undefined
  }
  return next
}

const isNumber = (atom: Atom | undefined): boolean => atom?.pos === 'NUM' || atom?.kind === 'number'

const breaks: ReadonlySet<string> = new Set(
  'ago later earlier more less each apiece percent cent per so too then now a.m. p.m. am pm and or whilst while whereas though although'.split(
    ' ',
  ),
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
    // "federal and state grants"
    if (atom.lower === 'and' && words === 1 && end === from && /^(?:ADJ|NOUN)$/.test(atoms[next + 1]?.pos ?? ''))
      continue
    if (breaks.has(atom.lower) || isWhen(atoms, next)) break
    // "6.5 times earnings" counts times.
    if (words === 1 && atoms[from]?.lower === 'times') break
    const role = roleOf(atoms, next, many && words === 0, end > from)
    if (role === 'stop') break
    words++
    if (role === 'noun') end = next + 1
  }
  const first = atoms[from]
  const last = atoms[end - 1]
  if (!first || !last || end === from) return undefined
  if (many && end === from + 1 && isMistakenVerb(atoms, from)) return undefined
  const span = { start: first.start, end: last.end }
  return { phrase: wordsOf(atoms, from, end), span, next: end }
}

/** "70 next year", "0.2 % today": when it was, and not what was counted. */
function isWhen(atoms: readonly Atom[], at: number): boolean {
  const { lower = '' } = atoms[at] ?? {}
  if (deictics.has(lower) || weekdays.has(lower)) return true
  return /^(?:last|next|this)$/.test(lower) && timeUnits.has(atoms[at + 1]?.lower ?? '')
}

const deictics: ReadonlySet<string> = new Set(['today', 'yesterday', 'tomorrow', 'tonight', 'overnight', 'nowadays'])

const wordsOf = (atoms: readonly Atom[], from: number, end: number): string =>
  atoms
    .slice(from, end)
    .map((atom, i) => (i > 0 && atom.spaced ? ` ${atom.text}` : atom.text))
    .join('')

const isPlural = (atom: Atom | undefined): boolean =>
  atom?.pos === 'NOUN' && (/[^s]s$/.test(atom.lower) || plainPlurals.has(atom.lower))

/** "410 work in the city", "340 sent by others": no noun, whatever the tagger says. */
function isMistakenVerb(atoms: readonly Atom[], at: number): boolean {
  const word = atoms[at]
  const after = atoms[at + 1]
  if (!word || /[^s]s$/.test(word.lower) || plainPlurals.has(word.lower) || !/^\p{Ll}/u.test(word.text)) return false
  return after !== undefined && ['ADP', 'ADV', 'DET', 'PROPN', 'PRON', 'PART', 'SCONJ'].includes(after.pos)
}

function roleOf(atoms: readonly Atom[], at: number, plural: boolean, hadNoun: boolean): 'noun' | 'modifier' | 'stop' {
  const atom = atoms[at]
  const after = atoms[at + 1]
  const nounAhead = after?.spaced === true && (after.pos === 'NOUN' || after.pos === 'ADJ' || after.pos === 'PROPN')
  if (!atom) return 'stop'
  // "per cent", "a year": no noun, whatever the tagger says.
  if (atom.lower === 'per' || atom.lower === 'a') return 'stop'
  // A capital after a plural noun opens a name or a day, not a longer phrase: "people Friday".
  if (hadNoun && atom.pos === 'PROPN' && atoms[at - 1]?.pos === 'NOUN') return 'stop'
  // "men sleep up there", "votes cast": a singular after a plural is a verb or participle taken for a noun.
  if (hadNoun && atom.pos === 'NOUN' && !/s$/.test(atom.lower) && isPlural(atoms[at - 1]) && after?.pos !== 'NOUN')
    return 'stop'
  // "two viruses deformed wing virus": what describes stands before the plural.
  if (hadNoun && isPlural(atoms[at - 1]) && /^(?:ADJ|VERB)$/.test(atom.pos) && /[^e]ed$/.test(atom.lower)) return 'stop'
  // "6.8 pct raise", "coal-fired plants": what a hyphen or a share ties on.
  if (atoms[at - 1]?.lower === '-' && !atom.spaced && hadNoun) return nounAhead ? 'modifier' : 'noun'
  if (atom.pos === 'NOUN' || atom.pos === 'PROPN') return 'noun'
  if (atom.pos === 'ADJ') return hadNoun && !nounAhead ? 'stop' : 'modifier'
  if (plural && atom.pos === 'VERB' && /[^s]s$/.test(atom.lower)) return 'noun'
  if (atom.pos === 'VERB' && /(?:ed|ing|en|lost|cut|unpaid)$/.test(atom.lower) && !hadNoun && nounAhead)
    return 'modifier'
  // A capital inside a sentence is a name, whatever the tagger says: "35m of its Echo devices".
  if (atom.pos === 'VERB' && at > 0 && !hadNoun && nounAhead && /^\p{Lu}\p{Ll}/u.test(atom.text)) return 'modifier'
  if (atom.pos === 'ADV' && !hadNoun && after?.spaced && (after.pos === 'ADJ' || /ed$/.test(after.lower)))
    return 'modifier'
  if (atom.pos === 'X' && /^\p{L}/u.test(atom.text)) return 'noun'
  return 'stop'
}

/** "The fire injures 11", "the death toll rose to 26": a bare number that can only be people. */
export function countedPeople(atoms: readonly Atom[], at: number): Counted | undefined {
  let index = at - 1
  while (
    index > at - 5 &&
    /^(?:about|around|some|nearly|almost|least|at|up|to|more|than|over|another|further|a|from)$/.test(
      atoms[index]?.lower ?? '',
    )
  )
    index--
  if (harms.has(atoms[index]?.lower ?? '')) return people(at)
  for (let left = at - 2; left >= Math.max(0, at - 12); left--) {
    const word = atoms[left]?.lower ?? ''
    if (word === ';' || word === '(') return undefined
    if (tolls.has(word)) return people(at)
  }
  return undefined
}
