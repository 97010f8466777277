import type { Json, LogLine } from '../../collection/log.ts'
import { wellFormed } from '../../export/json/pieces.ts'
import type { Decided, Decision } from '../../model/decision.ts'
import type { Looking, Store, Writing } from '../../ports/store.ts'
import type { Acting } from './acting.ts'

/** What somebody decides: something new, or to take an earlier line back. */
export type Deciding = { readonly reason?: string | undefined } & (
  | { readonly decision: Decision }
  | { readonly undoes: string }
)

/** Writes a decision into the log. The answers take it into account when they are next brought up to date. */
export const decide = (store: Store, deciding: Deciding, acting: Acting): Promise<Decided> =>
  store.write((writing) => writeDecision(writing, deciding, acting))

/** The same as a part of what is written together. */
export async function writeDecision(writing: Writing, deciding: Deciding, acting: Acting): Promise<Decided> {
  const { reason } = deciding
  const said = 'undoes' in deciding ? { decision: null, undoes: deciding.undoes } : { decision: deciding.decision }
  // Whoever checks the log without Headwater writes it as UTF-8, which has no place for half a letter.
  const body = JSON.parse(wellFormed({ ...said, reason })) as Json
  return decidedIn(await writing.addLine({ kind: 'decision', at: acting.now(), by: acting.by, body }))
}

/** All that was ever decided in a collection, in order, undone or not. */
export const decisionsOf = (store: Looking, upTo = Number.POSITIVE_INFINITY): Promise<readonly Decided[]> =>
  decisionsBetween(store, 0, upTo)

/** What was decided after one line of the log, up to another. */
export async function decisionsBetween(
  store: Looking,
  after: number,
  upTo = Number.POSITIVE_INFINITY,
): Promise<readonly Decided[]> {
  const decided: Decided[] = []
  for await (const line of store.log(after, 'decision')) if (line.number <= upTo) decided.push(decidedIn(line))
  return decided
}

/** A decision goes by the number of its line. */
const decidedIn = ({ number, at, by, body }: LogLine): Decided => ({
  id: `d${number}`,
  at,
  by,
  ...(body as unknown as Pick<Decided, 'decision' | 'reason' | 'undoes'>),
})
