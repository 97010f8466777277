import type { Certainty } from '../../model/statement.ts'

/** The certainty score where no event was found to judge: a row of names, a line without a verb, what is taken for granted. */
export const plainScores: Readonly<Record<Certainty, number>> = { asserted: 3, hedged: 1.5, planned: 1, denied: -2 }
