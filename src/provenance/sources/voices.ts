import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'

/** Every voice of a collection, one entity each across all documents, and which words mean it where. */
export interface Voices {
  readonly sources: readonly Source[]
  /** Source id of the voice that an attribution (by its index in the document's layer) names; null where the text names nobody. */
  voiceOf(document: string, attribution: number): string | null
  /** Source id of the document's publisher, when known. */
  outletOf(document: string): string | null
  /** The documents of this collection that a source published as an outlet, in reading order. */
  documentsOf(source: string): readonly string[]
  /** The top of the affiliation chain: what counts as one origin. A source without affiliation is its own body. */
  bodyOf(source: string): string
}

/** Finds who speaks in these documents and which names, roles and descriptions mean the same voice. */
export function resolveVoices(readings: readonly Reading[]): Voices {
  void readings
  return {
    sources: [],
    voiceOf: () => null,
    outletOf: () => null,
    documentsOf: () => [],
    bodyOf: (source) => source,
  }
}
