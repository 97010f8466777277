import type { StatementRef } from '../claims/statement-ref.ts'
import { refKey } from '../graph/claim-graph.ts'

/** Two statements that a person said answer one question, or do not. */
export interface StatementPair {
  /** Of the decision. */
  readonly id: string
  readonly same: boolean
  readonly a: StatementRef
  readonly b: StatementRef
}

/** What holds of pairs of statements: must stand together, must not. */
export interface Constraints {
  readonly same: readonly StatementPair[]
  readonly apart: readonly StatementPair[]
}

/**
 * The pairs that can hold together, the latest first: one that later ones exclude, by whatever chain, does not hold.
 *
 * @param stands the statement that one stands for: a copy for the one it repeats
 */
export function accept(pairs: readonly StatementPair[], stands: (ref: StatementRef) => StatementRef): Constraints {
  const above = new Map<string, string>()
  const headOf = (ref: StatementRef): string => {
    let at = refKey(ref)
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next
    return at
  }
  const same: StatementPair[] = []
  const apart: StatementPair[] = []
  for (const given of [...pairs].reverse()) {
    const pair = { ...given, a: stands(given.a), b: stands(given.b) }
    const [a, b] = [headOf(pair.a), headOf(pair.b)]
    if (!pair.same) {
      if (a !== b) apart.push(pair)
      continue
    }
    const isParted = apart.some((one) => {
      const [x, y] = [headOf(one.a), headOf(one.b)]
      return (x === a && y === b) || (x === b && y === a)
    })
    if (isParted) continue
    same.push(pair)
    if (a !== b) above.set(a, b)
  }
  return { same, apart }
}
