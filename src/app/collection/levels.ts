import { answeringKinds } from '../../collection/log.ts'
import type { Store } from '../../ports/store.ts'
import type { Level } from '../../ports/telemetry.ts'

/** How much is in a collection, and how far its answers are behind. */
export async function levelsOf(store: Store, collection: string): Promise<readonly Level[]> {
  const [counts, last, traced] = [await store.counts(), await store.lastLine(), await store.tracing()]
  // A view that was saved is no news to the answers.
  const answering = await store.lastLine(answeringKinds)
  const labels = { collection }
  return [
    { name: 'headwater_documents', says: 'Reports in the collection', labels, value: counts.documents },
    { name: 'headwater_captures', says: 'Captures in the collection', labels, value: counts.captures },
    { name: 'headwater_alerts', says: 'Alerts of the collection so far', labels, value: counts.alerts },
    { name: 'headwater_log_lines', says: 'Lines in the log of the collection', labels, value: last?.number ?? 0 },
    {
      name: 'headwater_log_lines_untraced',
      says: 'Lines of the log that the answers do not take into account yet',
      labels,
      value: Math.max(0, (answering?.number ?? 0) - (traced?.upTo ?? 0)),
    },
  ]
}
