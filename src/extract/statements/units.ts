import { factive } from '../../language/en/clause-openers.ts'
import type { Attribution } from '../../model/attribution.ts'
import type { Sentence } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { clausesIn, hasVerb } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import { finite, isNominal, type Stretch } from '../syntax/phrases.ts'
import { folded, type Piece, type Unit, unitOf } from './folded.ts'
import { completeness } from './fragments.ts'
import { headlineParts, tells } from './headline-parts.ts'

/** The statements of every sentence, each with the innermost attribution whose content it is. Frames ("the ministry said") are left out. */
export function* unitsOf(
  page: Page,
  attributions: readonly Attribution[],
  counts: (words: Stretch) => boolean,
): Generator<Unit> {
  const owners = ownersOf(page, attributions)
  for (const sentence of page.sentences) {
    const pieces = [...piecesIn(page, sentence, owners, counts)]
    if (sentence.headline) yield* pieces.map(unitOf)
    else yield* folded(page, pieces, counts)
  }
}

function* piecesIn(
  page: Page,
  sentence: Sentence,
  owners: Int32Array,
  counts: (words: Stretch) => boolean,
): Generator<Piece> {
  for (const run of runsIn(sentence, owners)) {
    for (const part of sentence.headline ? headlineParts(page, run, counts) : clausesIn(page, run)) {
      const piece = trim(page, part)
      if (piece && worthReading(page, piece, sentence, counts)) yield { ...piece, owner: run.owner }
    }
  }
}

const nobody = -1
const frame = -2

/** Per token the innermost attribution that reports it, `nobody`, or `frame` for the words that report. */
function ownersOf(page: Page, attributions: readonly Attribution[]): Int32Array {
  const owners = new Int32Array(page.tokens.length).fill(nobody)
  const size = new Float64Array(page.tokens.length).fill(Number.POSITIVE_INFINITY)
  const held = new Set<number>()
  const locate = (words: Span): Stretch => tokensBetween(page, words)
  attributions.forEach((attribution, index) => {
    const contents = attribution.content.map(locate)
    if (!reports(attribution) || (isLearned(attribution) && !contents.some((content) => saysSomething(page, content))))
      return
    const whole =
      attribution.rule !== 'attributions/figure' && contents.some((content) => isClause(page, content, attribution))
    const length =
      contents.reduce((sum, { first, last }) => sum + last - first, 0) - (attribution.within === null ? 0 : 0.5)
    const take = ({ first, last }: Stretch, owner: number): void => {
      for (let i = first; i < last; i++) {
        if ((size[i] ?? 0) < length) continue
        owners[i] = owner
        size[i] = length
      }
    }
    for (const content of contents) take(content, index)
    const frames = [...attribution.source, ...attribution.cue].map(locate)
    for (const part of frames) {
      if (!whole) held.add(part.first)
      // "[The firm] denies a link and says …": a subject that one report needs is no mere frame of the other.
      if (!whole || !held.has(part.first)) take(part, whole ? frame : index)
    }
  })
  return owners
}

/**
 * Is the content a clause that can stand alone, and not a noun phrase ("denied [a report by X, which …]")? What stands before its
 * cue or in quotation marks always is, where it has a verb.
 */
function isClause(page: Page, content: Stretch, attribution: Attribution): boolean {
  if (!hasVerb(page, content.first, content.last)) return false
  const cue = attribution.cue[0]
  if (page.quotation(content.first) || (cue && (page.tokens[content.first]?.start ?? 0) < cue.start)) return true
  if (page.word(content.first) === 'to') return false
  for (let i = content.first + 1; i < content.last; i++) {
    // "into the world of [paid] work" describes a noun.
    const describes = page.pos(i) === 'VERB' && /^(?:ADP|DET)$/.test(page.pos(i - 1) ?? '')
    if (finite(page, i) && !describes) return true
    if (page.word(i) === 'that' && isNominal(page, i - 1)) return false
    if (/^(?:which|who|whose|where|,)$/.test(page.word(i))) return i - content.first < 4 && page.word(i) === ','
  }
  return false
}

const isLearned = ({ rule }: Attribution): boolean => rule === 'attributions/learned'

/** A clause, a quotation or a number: "have voted for [a new agreement]" cuts no sentence in two. */
function saysSomething(page: Page, { first, last }: Stretch): boolean {
  for (let i = first; i < last; i++) if (page.pos(i) === 'NUM' || page.quotation(i)) return true
  return hasVerb(page, first, last)
}

/** Attitudes ("supports the bill") and hidden voices ("is believed to") report, but name nobody who could be asked. */
const reports = ({ source, rule }: Attribution): boolean => source.length > 0 && !/\/(?:judge|attitude)$/.test(rule)

/** Token range of words, by binary search. */
export const tokensBetween = (page: Page, words: Span): Stretch => ({
  first: lowerBound(page, words.start),
  last: lowerBound(page, words.end),
})

function lowerBound(page: Page, offset: number): number {
  let low = 0
  let high = page.tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((page.tokens[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Runs of one owner inside a sentence; frames are passed over, marks and blanks do not break a run. */
function* runsIn(sentence: Sentence, owners: Int32Array): Generator<Piece> {
  let first = sentence.first
  for (let i = sentence.first; i <= sentence.last; i++) {
    if (i < sentence.last && owners[i] === owners[first]) continue
    const owner = owners[first] ?? nobody
    if (owner !== frame && i > first) yield { first, last: i, owner }
    first = i
  }
}

/** Without the marks and conjunctions at either end. */
function trim(page: Page, stretch: Stretch): Stretch | undefined {
  let { first, last } = stretch
  while (first < last && (page.pos(first) === 'PUNCT' || page.pos(first) === 'CCONJ' || page.word(first) === 'that'))
    first++
  while (last > first && endsLoosely(page, last - 1, first)) last--
  if (factive.has(page.word(first)) && standsWithout(page, first, last)) first++
  return last > first ? { first, last } : undefined
}

/** "after [the lists were added]", and not "after Monday the lists were added" nor "since the storm". */
const standsWithout = (page: Page, first: number, last: number): boolean =>
  completeness(page, { first: first + 1, last }, false) === 'whole' && page.word(last - 1) !== ','

/** A mark, or a conjunction that led to the next clause. */
const endsLoosely = (page: Page, i: number, first: number): boolean =>
  /^(?:with|when|while|because|whether|that)$/.test(page.word(i)) ||
  (page.pos(i) === 'PUNCT' && page.word(i) !== ')' && !closesQuotation(page, i, first)) ||
  page.pos(i) === 'CCONJ'

/** The mark behind "the remark [“closed”]", not that behind a speech. */
const closesQuotation = (page: Page, i: number, first: number): boolean => {
  const quotation = page.quotation(i)
  return quotation !== undefined && quotation.last === i + 1 && quotation.first > first
}

/** Characters a statement has at least; headlines may be shorter. */
const shortest = 15

function worthReading(
  page: Page,
  { first, last }: Stretch,
  sentence: Sentence,
  counts: (words: Stretch) => boolean,
): boolean {
  if (page.word(sentence.last - 1) === '?' || page.word(sentence.last - 2) === '?') return false
  const length = (page.tokens[last - 1]?.end ?? 0) - (page.tokens[first]?.start ?? 0)
  if (sentence.headline) return length >= shortest || tells(page, { first, last }, counts)
  return length >= shortest && (hasVerb(page, first, last) || (last - first > 6 && counts({ first, last })))
}
