import type { ClaimGroup } from '../../provenance/claims/claims.ts'
import type { StatementRef } from '../../provenance/claims/statement-ref.ts'
import { refKey } from '../../provenance/graph/claim-graph.ts'
import { addTo } from '../../text/listed.ts'

/** The cores of a claim, each as a claim of its own with the answers that its statements give; what is in no core goes with the first. */
export function coresIn(group: ClaimGroup): readonly ClaimGroup[] {
  const cores = group.cores ?? []
  if (cores.length < 2) return [group]
  const coreOf = new Map(cores.flatMap((core, at) => core.map((ref) => [refKey(ref), at] as const)))
  const byCore = (refs: readonly StatementRef[]): ReadonlyMap<number, readonly StatementRef[]> => {
    const lists = new Map<number, StatementRef[]>()
    for (const ref of refs) addTo(lists, coreOf.get(refKey(ref)) ?? 0, ref)
    return lists
  }
  const positions = new Map<number, ClaimGroup['positions'][number][]>()
  for (const position of group.positions)
    for (const [at, statements] of byCore(position.statements)) addTo(positions, at, { ...position, statements })
  return [...byCore(group.statements)]
    .sort(([a], [b]) => a - b)
    .map(([at, statements]) => ({ id: group.id, gist: group.gist, statements, positions: positions.get(at) ?? [] }))
}
