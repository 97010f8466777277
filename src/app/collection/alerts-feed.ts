import type { Alert } from '../../collection/alerts.ts'
import { alertsFeed, shownAlerts } from '../../export/atom/alerts-feed.ts'
import type { Store } from '../../ports/store.ts'

/** The last alerts of a collection as a feed. */
export async function feedOf(store: Store, after = 0): Promise<string> {
  const { alerts } = await store.counts()
  const shown: Alert[] = []
  for await (const alert of store.alerts(Math.max(after, alerts - shownAlerts))) shown.push(alert)
  return alertsFeed(shown, await nameOf(store))
}

/** What names a collection wherever it is moved to: the digest of the first line of its log. */
async function nameOf(store: Store): Promise<string> {
  for await (const { digest } of store.log()) return digest
  return ''
}
