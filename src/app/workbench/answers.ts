import type { Listing } from '../../collection/listing.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { decisionsOf } from '../collection/decide.ts'
import { digestIn, listingOf, listingVersion, listPiles, type PileDigest } from '../collection/listing.ts'
import { pilesKept } from '../collection/report.ts'
import { type Answer, answerOf, isPutAway, mostHeld, sizeOf } from './answer.ts'
import type { Anchors } from './decided-piles.ts'
import { lastAsked } from './last-asked.ts'
import { rowsHeld, rowsOfBoth } from './rows.ts'

export interface Answers {
  /** What is known now. Whether there is a newer one is looked up now and then, and nobody waits for it but the first. */
  now(): Promise<Answer>
  /** Does something with what is known now; once more with a newer answer, where what it needs of this one was put away meanwhile. */
  tell<Told>(work: (answer: Answer) => Told | Promise<Told>): Promise<Told>
  /** Looks whether there is a newer answer, and reads it: whatever was traced before this was called is in it. True when there was. */
  renew(): Promise<boolean>
}

/** Opens the answers of a collection. */
export function openAnswers(store: Store): Answers {
  const arrivals = openArrivals(store)
  const reports = lastAsked({ read: (key: string) => store.pile(key), sizeOf, most: mostHeld })
  const anchors: Anchors = new Map()
  /** Digests of the piles of the answer that is held: where a few piles are new, only those are read. */
  let digests: ReadonlyMap<string, PileDigest> = new Map()
  /** Listings of piles whose digests are held and that nobody may keep. */
  let unkept: ReadonlyMap<string, Listing> = new Map()
  let held: { readonly stamp: string; readonly answer: Answer } | undefined
  let reading: Promise<boolean> | undefined
  let next: Promise<boolean> | undefined

  return { now, tell, renew }

  async function now(): Promise<Answer> {
    if (!held) await (reading ?? renew())
    if (!held) throw new Error('the answer of the collection could not be read')
    return held.answer
  }

  async function tell<Told>(work: (answer: Answer) => Told | Promise<Told>): Promise<Told> {
    for (let left = 3; ; left--) {
      try {
        return await work(await now())
      } catch (error) {
        if (!isPutAway(error) || left === 0) throw error
        await renew()
      }
    }
  }

  /** One at a time. What is under way may have begun before the change that the asker knows of: who asks meanwhile waits for the one after it. */
  function renew(): Promise<boolean> {
    if (next) return next
    if (!reading) return begin()
    next = reading.then(begin, begin)
    return next
  }

  function begin(): Promise<boolean> {
    next = undefined
    reading = readNewer().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function readNewer(left = 3): Promise<boolean> {
    const stamp = await stampOf(store)
    if (held?.stamp === stamp) return false
    if (!store.isReadOnly) await listPiles(store)
    const known = new Map(digests)
    if (known.size === 0)
      for await (const [key, digest] of store.listings(listingVersion)) {
        known.set(key, digestIn(digest))
        if (known.size % 20 === 0) await new Promise(setImmediate)
      }
    const made = new Map(unkept)
    const { keys, held: found, upTo } = await pilesKept(store, (key) => known.get(key) ?? read(key, made))
    digests = new Map(found.map((digest, i) => [keys[i] ?? '', digest]))
    unkept = new Map([...made].filter(([key]) => digests.has(key)))
    const arrival = await arrivals()
    let isMissed = false
    const answer = await answerOf({
      upTo,
      piles: [...digests].map(([key, digest]) => ({ ...digest, key })),
      decisions: inForce(await decisionsOf(store, upTo)),
      stories: found.map(({ outline }) => outline.documents.map(({ id }) => id)),
      rows: unkept.size > 0 ? rowsOfBoth(rowsHeld(unkept), store) : store,
      async report(key) {
        const report = await reports(key)
        isMissed ||= report === undefined
        return report
      },
      arrival: (id) => arrival.get(id) ?? Number.POSITIVE_INFINITY,
      anchors,
    })
    // Words of a decision that were looked for in a pile that was put away meanwhile stand in a newer answer.
    if (isMissed && left > 0 && (await stampOf(store)) !== stamp) return readNewer(left - 1)
    held = { stamp, answer }
    return true
  }

  /** The digest of a pile. Where an earlier version traced it and nothing may be written, it is made for as long as this process lasts. */
  async function read(key: string, unkept: Map<string, Listing>): Promise<PileDigest | undefined> {
    const kept = await store.listing(key, listingVersion)
    if (kept !== undefined) return digestIn(kept)
    const report = await store.pile(key)
    if (!report) return undefined
    const listing = listingOf(report)
    unkept.set(key, listing)
    return digestIn(listing.digest)
  }
}

/** Differs when the report may. */
async function stampOf(store: Store): Promise<string> {
  const traced = await store.tracing()
  return traced ? `${traced.upTo} ${traced.pipeline}` : ''
}

/** The order in which documents came into a collection, as its log has it; the log is read on from where it was left. */
function openArrivals(store: Store): () => Promise<ReadonlyMap<string, number>> {
  const arrival = new Map<string, number>()
  let last = 0
  return async () => {
    for await (const { number, body } of store.log(last, 'capture')) {
      last = number
      for (const { id } of (body as unknown as Logged).documents ?? [])
        if (!arrival.has(id)) arrival.set(id, arrival.size)
    }
    return arrival
  }
}

interface Logged {
  readonly documents?: readonly { readonly id: string }[]
}
