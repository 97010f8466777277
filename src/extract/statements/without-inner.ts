import { vagueCues } from '../../language/en/hedges.ts'
import type { Reading } from '../../model/reading.ts'
import type { Statement } from '../../model/statement.ts'

/**
 * A reading for whoever follows claims over documents: a clause that stands inside a larger statement is no claim of its own, and
 * words that only leave open who or how many ("some", "many") are no hedge of what is claimed.
 */
export const withoutInner = (reading: Reading): Reading => ({
  ...reading,
  statements: reading.statements.filter(({ inner }) => inner !== true).map(withoutVague),
})

const withoutVague = (statement: Statement): Statement => ({
  ...statement,
  hedges: statement.hedges.filter(({ rule }) => rule !== vagueCues.rule),
})
