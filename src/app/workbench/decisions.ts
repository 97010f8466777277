import type { Json } from '../../collection/log.ts'
import { type Suggestion, suggestions } from '../../export/workbench/suggestions.ts'
import type { Decided } from '../../model/decision.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import type { Acting } from '../collection/acting.ts'
import type { Desk } from './desk.ts'

/** Every decision of a collection, in the order in which they were taken: lines of its log. */
export async function decisionsIn(store: Store): Promise<readonly Decided[]> {
  const found: Decided[] = []
  for await (const { number, kind, at, by, body } of store.log())
    if (kind === 'decision') found.push({ ...(body as unknown as Written), id: idOf(number), at, by })
  return found
}

/** What a line of the log holds of a decision; who and when are told by the line itself. */
type Written = Omit<Decided, 'id' | 'at' | 'by'>

/** Decides something, or takes an earlier decision back. */
export async function decide(store: Store, written: Written, acting: Acting): Promise<Decided> {
  const at = acting.now()
  const { number } = await store.write((writing) =>
    writing.addLine({ kind: 'decision', at, by: acting.by, body: plain(written) }),
  )
  return { ...written, id: idOf(number), at, by: acting.by }
}

/** A decision goes by the line it stands in. */
const idOf = (line: number): string => `d${line}`

/** Without what is undefined, which no log can hold. */
const plain = (written: Written): Json => JSON.parse(JSON.stringify(written)) as Json

/** What a person can settle next: without what holds already. */
export async function suggestionsFor({
  store,
  answers,
}: Pick<Desk, 'store' | 'answers'>): Promise<readonly Suggestion[]> {
  const decided = inForce(await decisionsIn(store)).map(({ decision }) => decision)
  return suggestions((await answers.now()).shelf, decided)
}
