import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { contains, type Span } from '../../model/span.ts'
import { remembered } from '../../text/remembered.ts'
import type { Voices } from '../sources/voices.ts'

/**
 * The source that a bare sentence of this document speaks for: a body that publishes its own release or bulletin is its
 * own voice. Null for an outlet, whose bare sentences are nobody's.
 */
export function issuerOf(reading: Reading, voices: Voices): string | null {
  const { document } = reading
  const publisher = voices.outletOf(document.id)
  if (publisher === null || looksEdited(document)) return null
  if (isRelease(document)) return publisher
  const isBody = voices.sources.find(({ id }) => id === publisher)?.kind === 'institution'
  return isBody && speaksForItself(reading) ? publisher : null
}

/** A body that reports its own work says "we" or "our" outside what it quotes; a newsletter tells what others say. */
const speaksForItself = remembered(({ document, tokens, attributions }: Reading): boolean => {
  const quoted = attributions.flatMap(({ kind, content }) => (kind === 'indirect' ? [] : content))
  return tokens
    .filter(({ lower }) => /^(?:we|our|us)$/.test(lower))
    .slice(0, enough)
    .some((token) => !quoted.some((span) => contains(span, token)) && !inHeadline(document, token))
})

/** So many words in the first person tell; a text with thousands of them is not read further. */
const enough = 50

const inHeadline = ({ regions }: Document, token: Span): boolean =>
  regions.some((region) => region.kind === 'headline' && contains(region, token))

/** A page among an organisation's own press pages, or one that ends with a contact for the media. */
const isRelease = remembered(
  ({ url, text }: Document): boolean =>
    /\/(?:press|press-?releases?|media-?releases?|newsroom|imprensa|presse|prensa|stampa|statements?|bulletins?|communiques?|announcements?)(?:[/-]|$)/i.test(
      url ?? '',
    ) || /^(?:media|press|communications?) (?:contact|enquiries|office|department)\b/im.test(text),
)

/** Marks of an editorial office: "(SCA) -" in the dateline, "Reporting by", a name that only news media bear. */
const looksEdited = remembered(
  ({ text, publisher = '' }: Document): boolean =>
    /\([^()\n]{2,40}\) ?[-–—] /.test(text.slice(0, 400)) ||
    /\((?:additional )?reporting by\b/i.test(text) ||
    /\b(?:news|newswire|wire|press|radio|television|tv|daily|weekly|times|post|gazette|herald|tribune|journal|chronicle|courier|courrier|echo|mirror|globe|standard|ledger|letter|observer|telegraph|magazine)\b/i.test(
      publisher,
    ),
)
