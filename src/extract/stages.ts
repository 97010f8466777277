import { attributions } from './attributions/attributions.ts'
import { hedges } from './hedges/hedges.ts'
import { quantities } from './quantities/quantities.ts'
import { type AnyStage, defineStage } from './stage.ts'
import { statements } from './statements/statements.ts'
import { times } from './times/times.ts'
import { tokens } from './tokens/tokens.ts'

/** Holds the place of layers whose stages are not laid yet, so that what needs them can run. */
const awaited = defineStage({
  ref: 'awaited@1',
  needs: [],
  gives: ['mentions'],
  run: () => ({ mentions: [] }),
})

/** Every stage, in reading order. A new stage is one folder and one line here. */
export const stages: readonly AnyStage[] = [tokens, awaited, times, quantities, attributions, hedges, statements]
