import { estimates, lookers, looks, pages } from '../../language/en/own-authority.ts'
import type { Reading } from '../../model/reading.ts'
import { contains, type Excerpt, excerpt, type Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { lastUpTo } from '../../text/in-order.ts'
import { byCodeUnit } from '../../text/order.ts'
import { remembered, rememberedWithin } from '../../text/remembered.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import type { Provenance } from './claim-graph.ts'
import { namedIn } from './testimony.ts'

/**
 * The words by which an outlet says that it knows something first-hand: it names itself as the voice ("we", "this
 * newspaper"), or a sentence that names nobody tells what its own people saw, counted or read. Null for all else, and for
 * a body's own release, whose word is the body's.
 */
export function firstHand(ref: StatementRef, statement: Statement, provenance: Provenance): Excerpt | null {
  const reading = provenance.readings.get(ref.document)
  if (!reading || provenance.issuerOf(ref.document) !== null) return null
  const last = namedIn(ref, statement, provenance).at(-1)
  if (last !== undefined) return last.source === provenance.voices.outletOf(ref.document) ? last.words : null
  return statement.attribution.length > 0 ? null : ownWordsIn(reading)(statement)
}

/** For each statement of a document, looked up once. */
const ownWordsIn = remembered((reading: Reading) => rememberedWithin((statement: Span) => ownWords(reading, statement)))

function ownWords({ document, sentences, attributions }: Reading, statement: Span): Excerpt | null {
  const sentence = sentences[lastUpTo(sentences, statement.start)]
  if (!sentence) return null
  const start = Math.max(sentence.start, statement.start - nearby)
  const end = Math.min(sentence.end, statement.start + 2 * nearby)
  for (const match of document.text.slice(start, end).matchAll(ownPattern)) {
    const place = { start: start + match.index, end: start + match.index + match[0].length }
    const isSaid = attributions.some(({ content }) => content.some((span) => contains(span, place)))
    if (!isSaid) return excerpt(document.text, place.start, place.end)
  }
  return null
}

/** How far from a statement, in code units, its sentence is read: long enough for print, short enough for a sentence without end. */
const nearby = 300

const oneOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length || byCodeUnit(a, b)).join('|')

const page = `this (?:${oneOf(pages)})`
/** What was heard from others is no hearing of one's own. */
const seen = `(?:${oneOf(looks)})\\b(?! (?:from|that|of)\\b)`
/** "our reporter Ana Lind counted", "we counted", "our count", "this newspaper's estimate", "seen by this newspaper". */
const ownPattern = new RegExp(
  [
    `\\bour (?:own )?(?:${oneOf(lookers)})s?(?:[ ,]+\\p{Lu}[\\p{L}'’-]{1,30}){0,3},? (?:has |have |had |himself |herself )?${seen}`,
    `\\b(?:we|I)(?: have| had| ourselves| also| then)? ${seen}`,
    `\\b(?:our|${page}['’]s)(?: [\\p{Ll}-]{2,20})? (?:${oneOf(estimates)})\\b`,
    `\\b(?:seen|reviewed|obtained|examined|viewed|inspected|consulted) by (?:us|our (?:${oneOf(lookers)})|${page})\\b`,
  ].join('|'),
  'giu',
)
