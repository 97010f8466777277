import type { Document } from '../model/document.ts'
import { byCodeUnit } from './order.ts'

/**
 * The documents in canonical order, each under an id of its own. Two documents that claim one id get the digest of their
 * text behind it, so that neither is lost and the order of the input decides nothing.
 */
export function withDistinctIds(documents: readonly Document[]): readonly Document[] {
  const sorted = [...documents].sort((a, b) => byCodeUnit(distinctId(a), distinctId(b)))
  const taken = new Set(documents.map(({ id }) => id))
  const seen = new Set<string>()
  return sorted.map((document) => {
    if (!seen.has(document.id)) {
      seen.add(document.id)
      return document
    }
    const base = `${document.id}~${document.sha256.slice(0, 8)}`
    let id = base
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`
    taken.add(id)
    return { ...document, id }
  })
}

/** What tells two documents of one id apart. */
const distinctId = ({ id, sha256, publisher = '', url = '', input }: Document): string =>
  [id, sha256, publisher, url, input].join('\n')
