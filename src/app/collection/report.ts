import type { Report } from '../../model/report.ts'
import type { Looking, Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { joined } from '../../tracing/joined.ts'
import { traceTopic } from '../../tracing/topic.ts'
import { decisionsOf } from './decide.ts'

/** The answer that is kept: that of all documents in their last version, the same as tracing them all at once. */
export async function reportOf(store: Answering): Promise<Report> {
  const refusals = await store.refusals()
  const { held: reports, upTo } = await pilesKept(store, (key) => store.pile(key))
  return joined(
    reports.length > 0 ? reports : [traceTopic([])],
    refusals.map(({ input, code, says }) => ({ input, code, says })),
    inForce(await decisionsOf(store, upTo)),
  )
}

/** A collection, or what it was at one moment, which has no name of its own. */
export type Answering = Looking & Partial<Pick<Store, 'name'>>

/** What the report is made of, in order. */
export interface KeptPiles<Held> {
  readonly keys: readonly string[]
  /** What was read of each. */
  readonly held: readonly Held[]
  readonly upTo: number
}

/**
 * All piles of the last tracing. Another process may put new ones in their place meanwhile: then those are taken.
 *
 * @param read gives what is wanted of a pile, by its key
 */
export async function pilesKept<Held>(
  store: Answering,
  read: (key: string) => Held | Promise<Held | undefined> | undefined,
): Promise<KeptPiles<Held>> {
  for (let last = -1; ; ) {
    const { upTo } = (await store.tracing()) ?? { upTo: 0 }
    const keys = await store.pileKeys()
    const held: Held[] = []
    for (const [i, key] of keys.entries()) {
      const one = await read(key)
      if (one) held.push(one)
      // Reading a large pile takes a moment: others are answered in between.
      if (i % 20 === 0) await new Promise(setImmediate)
    }
    const isWhole = held.length === keys.length
    if (isWhole && ((await store.tracing())?.upTo ?? 0) === upTo) return { keys, held, upTo }
    if (upTo === last)
      throw Object.assign(
        new Error(`the answers of ${store.name ?? 'the collection'} are damaged; run headwater verify`),
        {
          code: 'DAMAGED',
        },
      )
    last = upTo
  }
}
