import type { Reading } from '../../model/reading.ts'

/** A reading for whoever follows claims over documents: a clause that stands inside a larger statement is no claim of its own. */
export const withoutInner = (reading: Reading): Reading => ({
  ...reading,
  statements: reading.statements.filter(({ inner }) => inner !== true),
})
