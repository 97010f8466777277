import type { Reading } from '../../model/reading.ts'
import type { Voices } from '../sources/voices.ts'

/**
 * The source that a bare sentence of this document speaks for: a body that publishes its own release or bulletin is its
 * own voice. Null for an outlet, whose bare sentences are nobody's.
 */
export function issuerOf({ document }: Reading, voices: Voices): string | null {
  const publisher = voices.outletOf(document.id)
  if (publisher === null) return null
  const kind = voices.sources.find(({ id }) => id === publisher)?.kind
  const issues = kind === 'institution' || kind === 'person' || isRelease(document.url, document.text)
  return issues ? publisher : null
}

/** A page among an organisation's own press pages, or one that ends with a contact for the media. */
const isRelease = (url: string | undefined, text: string): boolean =>
  /\/(?:press|press-?releases?|media-?releases?|newsroom|statements?|bulletins?|communiques?|pr)(?:[/-]|$)/i.test(
    url ?? '',
  ) || /^(?:media|press) (?:contact|enquiries|office)\b/im.test(text)
