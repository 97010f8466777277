import type { Document } from '../model/document.ts'
import type { LayerName, Layers } from '../model/reading.ts'

/** One step of reading. What it needs and gives is in its type: it cannot look at a layer it did not ask for. */
export interface Stage<Needs extends LayerName, Gives extends LayerName> {
  /** `name@version`; a change of what the stage finds raises the version. */
  readonly ref: `${string}@${number}`
  readonly needs: readonly Needs[]
  readonly gives: readonly Gives[]
  run(document: Document, have: Pick<Layers, Needs>): Pick<Layers, Gives>
}

/** Lets the compiler read `needs` and `gives` literally. */
export const defineStage = <const Gives extends LayerName, const Needs extends LayerName = never>(
  stage: Stage<Needs, Gives>,
): Stage<Needs, Gives> => stage

/** A stage seen from the list of all stages, where each needs and gives something else. */
export interface AnyStage {
  readonly ref: string
  readonly needs: readonly LayerName[]
  readonly gives: readonly LayerName[]
  run(document: Document, have: Layers): Partial<Layers>
}
