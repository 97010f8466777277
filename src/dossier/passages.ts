import { isDocument, type Lookup } from '../export/view/lookup.ts'
import type { Span } from '../model/span.ts'

/** Words of a document that stand in an earlier one too. */
export interface Copied extends Span {
  /** Document id. */
  readonly from: string
}

/** The copied words of every document, in order: as alignment found them, else as the evidence of its derivations shows them. */
export function copiedIn(held: Lookup): ReadonlyMap<string, readonly Copied[]> {
  const found = new Map<string, Copied[]>()
  const { passages, derivations } = held.report
  if (passages) for (const { document, start, end, from } of passages) add(document, { start, end, from })
  else
    for (const { from, to, manner, evidence } of derivations) {
      if (!isDocument(held, from) || (manner !== 'copies' && manner !== 'rewrites')) continue
      for (const { document, start, end } of evidence) if (document === to) add(to, { start, end, from })
    }
  for (const list of found.values()) list.sort((a, b) => a.start - b.start || a.end - b.end)
  return found

  function add(document: string, copied: Copied): void {
    const others = found.get(document)
    if (others) others.push(copied)
    else found.set(document, [copied])
  }
}
