import type { Derivation } from '../../model/derivation.ts'

/** Two documents of which one was made from the other. */
export interface Kinship {
  readonly from: string
  readonly to: string
}

/**
 * Who was made from whom among the documents at hand. What was made from a copy that is not at hand was made from what
 * the copy repeats: a copy must not part a retelling from its original.
 */
export function throughCopies(derivations: readonly Derivation[], atHand: ReadonlySet<string>): readonly Kinship[] {
  const above = new Map<string, string>()
  for (const { from, to } of derivations) if (!atHand.has(to) && !above.has(to)) above.set(to, from)
  const original = (document: string): string => {
    const walked = new Set<string>()
    let at = document
    for (let next = above.get(at); !atHand.has(at) && next !== undefined && !walked.has(at); next = above.get(at)) {
      walked.add(at)
      at = next
    }
    return at
  }
  return derivations
    .filter(({ to }) => atHand.has(to))
    .map(({ from, to }) => ({ from: original(from), to }))
    .filter(({ from, to }) => from !== to && atHand.has(from))
}
