import type { Reading } from '../../model/reading.ts'
import { contains, type Span } from '../../model/span.ts'
import { issuerOf } from '../graph/issuer.ts'
import type { Voices } from '../sources/voices.ts'

/** How a report knows what it says, as far as it shows. */
export interface Standing {
  /** Words that the report has from a voice which it names itself, and which publishes nothing itself here. */
  readonly heard: readonly Span[]
  /** It speaks to nobody and was nowhere, as far as it shows: what it knows it has read. */
  readonly secondHand: boolean
}

/** Share of sentences with a named voice of its own from which on a report is taken to have done its own asking. */
const asksItself = 0.35

/** Reads off a report whether it did its own asking: voices it heard, a dateline, a reporter who says "we". */
export function standingOf(reading: Reading, voices: Voices): Standing {
  const heard = heardBy(reading, voices)
  const body = reading.sentences.filter(({ headline }) => !headline)
  const attributed = body.filter((sentence) =>
    heard.some((span) => span.start < sentence.end && sentence.start < span.end),
  )
  const share = body.length === 0 ? 0 : attributed.length / body.length
  return { heard, secondHand: share < asksItself && issuerOf(reading, voices) === null && !wasThere(reading) }
}

const named: ReadonlySet<string> = new Set(['person', 'institution', 'document', 'imagery', 'data', 'anonymous'])

function heardBy({ document, attributions }: Reading, voices: Voices): readonly Span[] {
  return attributions.flatMap(({ sourceKind, content, within }, i) => {
    const voice = voices.voiceOf(document.id, i)
    const relayed = voice !== null && voices.documentsOf(voice).length > 0
    return named.has(sourceKind) && within === null && !relayed ? content : []
  })
}

/** A dateline, a correspondent's byline, or a reporter who speaks in the first person outside quotation. */
function wasThere({ document, tokens, attributions, sentences }: Reading): boolean {
  const start = sentences.find(({ headline }) => !headline)?.start ?? 0
  if (/^(?:\p{Lu}[\p{Lu}'’.-]+[ ,]*){1,4}(?:,[^\n]{0,60}?)?\s[-–—]\s/u.test(document.text.slice(start, start + 120)))
    return true
  if (/\b(?:correspondent|special envoy)\b/i.test(document.byline ?? '')) return true
  const quoted = attributions.filter(({ kind }) => kind !== 'indirect').flatMap(({ content }) => content)
  const own = tokens.filter((token) => !quoted.some((span) => contains(span, token)))
  const first = own.filter(({ lower }) => /^(?:i|me|my)$/.test(lower)).length
  const plural = own.filter(({ lower }) => /^(?:we|our|us)$/.test(lower)).length
  return first > 0 || plural >= weAtLeast
}

/** "What we know so far" is a headline; a report that says "we" three times did something. */
const weAtLeast = 3
