import { attributions } from './attributions/attributions.ts'
import { hedges } from './hedges/hedges.ts'
import { mentions } from './mentions/mentions.ts'
import { quantities } from './quantities/quantities.ts'
import type { AnyStage } from './stage.ts'
import { statements } from './statements/statements.ts'
import { times } from './times/times.ts'
import { tokens } from './tokens/tokens.ts'

/** Every stage, in reading order. A new stage is one folder and one line here. */
export const stages: readonly AnyStage[] = [tokens, mentions, times, quantities, attributions, hedges, statements]
