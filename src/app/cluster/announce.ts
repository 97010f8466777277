import type { KeptDocument } from '../../collection/kept.ts'
import { answeringKinds } from '../../collection/log.ts'
import type { Queue } from '../../ports/queue.ts'
import type { Store } from '../../ports/store.ts'
import { hintOf } from './tasks.ts'

/** Tells workers of reports that came, so that they can begin to read. Of what a full queue does not take, whoever parts tells them. */
export async function announceReports(queue: Queue, documents: readonly KeptDocument[]): Promise<void> {
  for (const { document, version } of documents)
    if (!(await queue.publish(hintOf({ kind: 'read', id: document.id, version })))) return
}

/**
 * Tells workers that the answers of a collection are to be brought up to what is in it.
 *
 * @returns false where the queue is full: workers find it by themselves
 */
export async function announceChange(queue: Queue, store: Store): Promise<boolean> {
  const last = await store.lastLine(answeringKinds)
  return last === undefined || queue.publish(hintOf({ kind: 'part', upTo: last.number }))
}
