import type { Attribution } from './attribution.ts'
import type { Document } from './document.ts'
import type { FigureFrame } from './figure-frame.ts'
import type { Mention } from './mention.ts'
import type { Quantity } from './quantity.ts'
import type { Sentence, Token } from './sentence.ts'
import type { Hedge, Statement } from './statement.ts'
import type { Time } from './time.ts'

/** Everything found inside one document: layers of spans laid over its fixed text. Layers may overlap; none is ever changed. */
export interface Layers {
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
  readonly quantities: readonly Quantity[]
  readonly times: readonly Time[]
  readonly attributions: readonly Attribution[]
  readonly hedges: readonly Hedge[]
  readonly statements: readonly Statement[]
}

export type LayerName = keyof Layers

/** One document with all its layers. */
export interface Reading extends Layers {
  readonly document: Document
  /**
   * How the first figure of each statement stands in its sentence, null where it gives none; so that who keeps a reading need not keep
   * how its sentences were parsed, nor parse them again. Absent until it was asked for.
   */
  readonly figureFrames?: readonly (FigureFrame | null)[]
}
