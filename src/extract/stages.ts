import type { AnyStage } from './stage.ts'
import { tokens } from './tokens/tokens.ts'

/** Every stage, in reading order. A new stage is one folder and one line here. */
export const stages: readonly AnyStage[] = [tokens]
