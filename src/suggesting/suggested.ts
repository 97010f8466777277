import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../collection/log.ts'
import type { KeptModelAnswer } from '../collection/model-answer.ts'
import { nameOf } from '../export/view/lookup.ts'
import { oneLine, shorten } from '../export/view/plain.ts'
import type { Shelf } from '../export/workbench/shelf.ts'
import type { SuggestedBy, SuggestedPart, Suggestion } from '../export/workbench/suggestions.ts'
import type { Decision, QuotedStatement, Subject } from '../model/decision.ts'
import type { ReportStatement } from '../model/report.ts'
import type { Excerpt } from '../model/span.ts'
import { type Proposal, proposalsIn } from './proposals.ts'

/**
 * What models proposed, as suggestions that a person decides. Each is checked against the texts as they are now. Nothing is counted of it:
 * a link becomes an ordinary decision when a person accepts it, what else is accepted becomes a note of that person.
 */
export function suggestedBy(shelf: Shelf, answers: readonly KeptModelAnswer[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>()
  for (const kept of answers) {
    const by = { model: kept.model, host: kept.host, prompt: kept.prompt.version, at: kept.at }
    for (const proposal of proposalsIn(kept, textsOf(shelf)).proposals) {
      const id = `model ${bytesToHex(sha256(utf8ToBytes(canonicalJson(JSON.parse(JSON.stringify(proposal)))))).slice(0, 32)}`
      const suggestion = found.has(id) ? undefined : suggestionOf(shelf, proposal, id, by)
      if (suggestion) found.set(id, suggestion)
    }
  }
  return [...found.values()]
}

/** The text of a report, where it is the very one that was sent. */
export const textsOf =
  (shelf: Shelf | undefined) =>
  (document: string, digest: string): string | undefined => {
    const held = shelf?.documents.get(document)
    return held?.sha256 === digest ? held.text : undefined
  }

/** Undefined where Headwater has found the same by itself. */
function suggestionOf(shelf: Shelf, proposal: Proposal, id: string, by: SuggestedBy): Suggestion | undefined {
  switch (proposal.kind) {
    case 'link':
      return linked(shelf, proposal.a, proposal.b, id, by)
    case 'statement':
      return stated(shelf, proposal.document, proposal.quote, id, by)
    case 'attribution':
      return attributed(shelf, proposal, id, by)
    case 'translation': {
      const { document, quote, translation } = proposal
      return {
        id,
        kind: 'translation',
        a: excerptPart(shelf, document, quote),
        b: { id: '', kind: 'words', words: translation },
        why: 'The numbers are the same in both.',
        score: 0,
        by,
        accept: note(
          shelf,
          document,
          quote,
          `In other words: “${translation}” (translated by ${by.model}; the original is “${shortened(quote.quote, 400)}”)`,
        ),
        reject: { kind: 'decline', suggestion: id },
      }
    }
  }
}

const shortened = (words: string, most: number): string => shorten(oneLine(words), most)

function linked(
  shelf: Shelf,
  a: QuotedStatement,
  b: QuotedStatement,
  id: string,
  by: SuggestedBy,
): Suggestion | undefined {
  const [one, other] = [statementOf(shelf, a), statementOf(shelf, b)]
  if (!one || !other || (one.claim !== null && one.claim === other.claim)) return undefined
  return {
    id,
    kind: 'same-claim',
    a: statementPart(one),
    b: statementPart(other),
    why: figuresCompared(one, other),
    score: 0,
    by,
    accept: { kind: 'same-claim', a, b },
    reject: { kind: 'not-same-claim', a, b },
  }
}

/** The very statement that was numbered: a text or a reading that changed has another one in its place. */
const statementOf = (shelf: Shelf, { document, quote, start, end }: QuotedStatement): ReportStatement | undefined =>
  shelf.saidIn.get(document)?.find((one) => one.start === start && one.end === end && one.quote === quote)

/** Compared by code: a model is never asked whether two numbers are the same. */
function figuresCompared(a: ReportStatement, b: ReportStatement): string {
  if (a.figures.length === 0 || b.figures.length === 0) return 'They do not both give a figure.'
  const meets = a.figures.some((one) =>
    b.figures.some(
      (other) =>
        one.unit === other.unit &&
        (one.low ?? -Infinity) <= (other.high ?? Infinity) &&
        (other.low ?? -Infinity) <= (one.high ?? Infinity),
    ),
  )
  return meets ? 'A figure of one fits a figure of the other.' : 'Their figures differ; they would stand side by side.'
}

function stated(shelf: Shelf, document: string, quote: Excerpt, id: string, by: SuggestedBy): Suggestion | undefined {
  if (statementAt(shelf, document, quote)) return undefined
  return {
    id,
    kind: 'statement',
    a: excerptPart(shelf, document, quote),
    b: documentPart(shelf, document),
    why: 'Headwater reads no statement there.',
    score: 0,
    by,
    accept: note(shelf, document, quote, `States: “${shortened(quote.quote, 1_000)}” (found by ${by.model})`),
    reject: { kind: 'decline', suggestion: id },
  }
}

function attributed(
  shelf: Shelf,
  { document, quote, source }: Extract<Proposal, { kind: 'attribution' }>,
  id: string,
  by: SuggestedBy,
): Suggestion | undefined {
  const name = oneLine(source.quote).toLowerCase()
  const known = (statementAt(shelf, document, quote)?.attribution ?? []).some(
    ({ source: said, quote: words }) =>
      oneLine(words).toLowerCase().includes(name) || nameOf(shelf, said).toLowerCase().includes(name),
  )
  if (known) return undefined
  return {
    id,
    kind: 'attribution',
    a: excerptPart(shelf, document, quote),
    b: { id: '', kind: 'words', words: shortened(source.quote, 200) },
    why: 'Both stand in one paragraph.',
    score: 0,
    by,
    accept: note(
      shelf,
      document,
      quote,
      `Said by ${shortened(source.quote, 200)}: “${shortened(quote.quote, 800)}” (found by ${by.model})`,
    ),
    reject: { kind: 'decline', suggestion: id },
  }
}

/** The statement that most of an excerpt lies in. */
const statementAt = (shelf: Shelf, document: string, { start, end }: Excerpt): ReportStatement | undefined =>
  (shelf.saidIn.get(document) ?? []).find(
    (one) => Math.min(one.end, end) - Math.max(one.start, start) > (Math.min(one.end - one.start, end - start) * 2) / 3,
  )

function note(shelf: Shelf, document: string, quote: Excerpt, text: string): Decision {
  const at = statementAt(shelf, document, quote)
  const on: Subject = at
    ? { kind: 'statement', statement: { document, quote: at.quote, start: at.start, end: at.end } }
    : { kind: 'document', document }
  return { kind: 'note', on, text }
}

const statementPart = ({ id, quote }: ReportStatement): SuggestedPart => ({
  id,
  kind: 'statement',
  words: shortened(quote, 300),
})

function excerptPart(shelf: Shelf, document: string, quote: Excerpt): SuggestedPart {
  const at = statementAt(shelf, document, quote)
  const words = shortened(quote.quote, 1_000)
  return at ? { id: at.id, kind: 'statement', words } : { id: document, kind: 'document', words }
}

const documentPart = (shelf: Shelf, id: string): SuggestedPart => ({
  id,
  kind: 'document',
  words: shortened(`${nameOf(shelf, id)}: ${shelf.documents.get(id)?.title ?? id}`, 300),
})
