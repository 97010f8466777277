import type { Report } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { joined } from '../../tracing/joined.ts'
import { traceTopic } from '../../tracing/topic.ts'
import { decisionsOf } from './decide.ts'

/** The answer that is kept: that of all documents in their last version, the same as tracing them all at once. */
export async function reportOf(store: Store): Promise<Report> {
  const refusals = await store.refusals()
  const { reports, upTo } = await pilesKept(store)
  return joined(
    reports.length > 0 ? reports : [traceTopic([])],
    refusals.map(({ input, code, says }) => ({ input, code, says })),
    inForce(await decisionsOf(store, upTo)),
  )
}

/** All piles of the last tracing. Another process may put new ones in their place meanwhile: then those are taken. */
async function pilesKept(store: Store): Promise<{ readonly reports: readonly Report[]; readonly upTo: number }> {
  for (let last = -1; ; ) {
    const { upTo } = (await store.tracing()) ?? { upTo: 0 }
    const reports: Report[] = []
    let isWhole = true
    for await (const { key } of store.piles()) {
      const pile = await store.pile(key)
      if (pile) reports.push(pile)
      else isWhole = false
    }
    if (isWhole && ((await store.tracing())?.upTo ?? 0) === upTo) return { reports, upTo }
    if (upTo === last)
      throw Object.assign(new Error(`the answers of ${store.name} are damaged; run headwater verify`), {
        code: 'DAMAGED',
      })
    last = upTo
  }
}
