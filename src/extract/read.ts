import type { Document } from '../model/document.ts'
import type { LayerName, Layers, Reading } from '../model/reading.ts'
import type { AnyStage } from './stage.ts'
import { stages } from './stages.ts'

/** Reads one document through every stage. Nothing is changed: the layers lie over its text. */
export const read = (document: Document): Reading => ({ document, ...analyse(document, stages) })

const none: Layers = {
  sentences: [],
  tokens: [],
  mentions: [],
  quantities: [],
  times: [],
  attributions: [],
  hedges: [],
  statements: [],
}

/**
 * Reads one document through the given stages, in the order given.
 *
 * @throws Error when a stage needs a layer that no earlier stage gives.
 */
export function analyse(document: Document, stages: readonly AnyStage[]): Layers {
  const given = new Set<LayerName>()
  let have = none
  for (const stage of stages) {
    const missing = stage.needs.filter((layer) => !given.has(layer))
    if (missing.length > 0) {
      throw new Error(`stage ${stage.ref} needs ${missing.join(', ')}; put the stage that gives it earlier`)
    }
    for (const layer of stage.gives) given.add(layer)
    have = { ...have, ...stage.run(document, have) }
  }
  return have
}
