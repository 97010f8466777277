import type { Claim, Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { asideIn } from './aside.ts'
import { type Deciding, decisionsOf } from './decide.ts'
import { heldReportsOf } from './held-reports.ts'
import { plan } from './piles.ts'

/** A claim whose count a decision would move. */
export interface Moved {
  /** Its first statement: the ids of claims move, those of statements stay. */
  readonly key: string
  readonly gist: string
  /** Independent origins; null where there is no such claim. */
  readonly before: number | null
  readonly after: number | null
}

/** What a decision would change, without writing anything. The answers must be up to date. */
export async function preview(store: Store, deciding: Deciding): Promise<readonly Moved[]> {
  const log = await decisionsOf(store)
  const imagined = {
    id: 'imagined',
    at: '',
    by: '',
    ...('undoes' in deciding ? { decision: null, undoes: deciding.undoes } : { decision: deciding.decision }),
  }
  const planned = await plan(store, await store.tracing(), {
    documents: [],
    was: inForce(log),
    is: inForce([...log, imagined]),
    aside: await asideIn(store),
  })
  const after: Report[] = []
  for (const { traced } of planned.trace) {
    const made = await traced(undefined)
    // One of its reports was set aside while it was planned.
    if (!made) return preview(store, deciding)
    after.push(made.report)
  }
  const before: Report[] = []
  for (const { key } of planned.gone) {
    const pile = await heldReportsOf(store).of(key)
    if (pile) before.push(pile)
  }
  return moved(claimsOf(before), claimsOf(after))
}

const claimsOf = (reports: readonly Report[]): ReadonlyMap<string, Claim> =>
  new Map(reports.flatMap(({ claims }) => claims.map((claim) => [claim.statements[0] ?? '', claim] as const)))

function moved(before: ReadonlyMap<string, Claim>, after: ReadonlyMap<string, Claim>): readonly Moved[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): readonly Moved[] => {
    const [was, is] = [before.get(key), after.get(key)]
    if (was?.independent === is?.independent && was?.statements.length === is?.statements.length) return []
    return [{ key, gist: (is ?? was)?.gist ?? '', before: was?.independent ?? null, after: is?.independent ?? null }]
  })
}
