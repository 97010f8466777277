import type { Json, LogLine } from '../../collection/log.ts'
import type { Decided, Decision } from '../../model/decision.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from './acting.ts'

/** What somebody decides: something new, or to take an earlier line back. */
export type Deciding = { readonly reason?: string | undefined } & (
  | { readonly decision: Decision }
  | { readonly undoes: string }
)

/** Writes a decision into the log. The answers take it into account when they are next brought up to date. */
export const decide = (store: Store, deciding: Deciding, acting: Acting): Promise<Decided> =>
  store.write(async (writing) => {
    const { reason } = deciding
    const line = await writing.addLine({
      kind: 'decision',
      at: acting.now(),
      by: acting.by,
      body: JSON.parse(
        JSON.stringify({
          ...('undoes' in deciding ? { decision: null, undoes: deciding.undoes } : { decision: deciding.decision }),
          reason,
        }),
      ) as Json,
    })
    return decidedIn(line)
  })

/** All that was ever decided in a collection, in order, undone or not. */
export async function decisionsOf(store: Store, upTo = Number.POSITIVE_INFINITY): Promise<readonly Decided[]> {
  const decided: Decided[] = []
  for await (const line of store.log(0, 'decision')) if (line.number <= upTo) decided.push(decidedIn(line))
  return decided
}

/** A decision goes by the number of its line. */
const decidedIn = ({ number, at, by, body }: LogLine): Decided => ({
  id: `d${number}`,
  at,
  by,
  ...(body as unknown as Pick<Decided, 'decision' | 'reason' | 'undoes'>),
})
