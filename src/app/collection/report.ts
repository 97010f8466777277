import type { Report } from '../../model/report.ts'
import type { Store, TracedPile } from '../../ports/store.ts'
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

/** What the report is made of, in order. */
export interface KeptPiles {
  readonly piles: readonly TracedPile[]
  /** The report on each. */
  readonly reports: readonly Report[]
  readonly upTo: number
}

/**
 * All piles of the last tracing. Another process may put new ones in their place meanwhile: then those are taken.
 *
 * @param known gives those that need not be read again, by key
 */
export async function pilesKept(
  store: Store,
  known: (key: string) => Report | undefined = () => undefined,
): Promise<KeptPiles> {
  for (let last = -1; ; ) {
    const { upTo } = (await store.tracing()) ?? { upTo: 0 }
    const [piles, reports]: [TracedPile[], Report[]] = [[], []]
    for await (const pile of store.piles()) {
      const report = known(pile.key) ?? (await read(store, pile.key))
      piles.push(pile)
      if (report) reports.push(report)
    }
    const isWhole = reports.length === piles.length
    if (isWhole && ((await store.tracing())?.upTo ?? 0) === upTo) return { piles, reports, upTo }
    if (upTo === last)
      throw Object.assign(new Error(`the answers of ${store.name} are damaged; run headwater verify`), {
        code: 'DAMAGED',
      })
    last = upTo
  }
}

/** Reading a large pile takes a moment: others are answered in between. */
async function read(store: Store, key: string): Promise<Report | undefined> {
  await new Promise(setImmediate)
  return store.pile(key)
}
