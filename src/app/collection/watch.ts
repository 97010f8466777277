import type { Follow, FollowedPage } from '../../collection/follow.ts'
import { scheduleOf } from '../../collection/schedule.ts'
import type { Refusal } from '../../model/document.ts'
import type { Messenger } from '../../ports/messenger.ts'
import type { Store } from '../../ports/store.ts'
import { type Acting, pipeline } from './acting.ts'
import { addAll, type Opened } from './add.ts'
import { leavesItTo } from './builds.ts'
import { deliver, dispatch } from './deliver.ts'
import { laterThan } from './later.ts'
import { isDue, refresh } from './refresh.ts'

/** Looks at an address: what is new there, nothing since the last look, or why it could not be read. */
export type Look = (
  address: string,
  since: Pick<Follow, 'etag' | 'lastModified' | 'pages'>,
) => Promise<Seen | 'unchanged' | Refusal>

export interface Seen {
  readonly opened: AsyncIterable<Opened>
  readonly etag: string | null
  readonly lastModified: string | null
  /** What to know of the pages that it leads to at the next look; complete once everything is opened. */
  pages(): readonly FollowedPage[]
}

/** What watching needs of the world. */
export interface Watching {
  readonly store: Store
  readonly acting: Acting
  readonly look: Look
  readonly messengers: readonly Messenger[]
  /** Says what it does, one line at a time. */
  tell(says: string): void
  /** The same of what stays so from one look to the next. */
  tellOnce?(says: string): void
  /** Waits; ends early, and with false, when it is to stop. */
  sleep(milliseconds: number): Promise<boolean>
  /** Tells others who trace that there is something to trace; it is traced here when absent. */
  readonly announce?: () => Promise<void>
}

/**
 * Follows an address from now on. Following it again changes how often it is looked at.
 *
 * @param wanted how often; when not given, as before, or every 15 minutes where it is new
 */
export async function follow(store: Store, address: string, wanted: string | undefined, acting: Acting): Promise<void> {
  await store.write(async (writing) => {
    const known = (await writing.follows()).find((one) => one.address === address)
    const every = wanted ?? known?.every ?? '15 minutes'
    if (known?.every === every) return
    const at = acting.now()
    const unseen = { addedAt: at, lastAt: null, etag: null, lastModified: null, says: null }
    await writing.keepFollow({ ...unseen, ...known, address, every, nextAt: at, failures: 0 })
    await writing.addLine({ kind: 'followed', at, by: acting.by, body: { address, every } })
  })
}

/** Follows an address no longer; what was kept of it stays. False where it was not followed. */
export const unfollow = (store: Store, address: string, acting: Acting): Promise<boolean> =>
  store.write(async (writing) => {
    const was = await writing.dropFollow(address)
    if (was) await writing.addLine({ kind: 'unfollowed', at: acting.now(), by: acting.by, body: { address } })
    return was
  })

/**
 * Looks at everything that is due, brings the answers up to date or has them brought, and tells whom it concerns. Gives how many could not be read.
 *
 * @param told how many alerts were told of; those that are there when not given
 */
export async function lookOnce(watching: Watching, told?: number): Promise<number> {
  const { store, acting, messengers, tell, tellOnce = tell, announce } = watching
  let failed = 0
  for (const due of (await store.follows()).filter(({ nextAt }) => nextAt <= acting.now()))
    if (!(await lookAt(due, watching))) failed++
  await dispatch(store, messengers, acting.now())
  const before = told ?? (await store.counts()).alerts
  if (announce && (await isDue(store))) await announce()
  const { traced, leftTo } = announce
    ? { traced: 0 }
    : await refresh(store, acting, { refused: ({ input, says }) => tell(`${input} is set aside: ${says}`) })
  if (leftTo !== undefined) tellOnce(leavesItTo(leftTo, pipeline))
  if (traced > 0) tell(`${traced} ${traced === 1 ? 'report' : 'reports'} traced anew`)
  for await (const alert of store.alerts(before)) {
    tell(`alert ${alert.number} (${alert.kind}): ${alert.about}: ${alert.says}`)
  }
  await dispatch(store, messengers, acting.now())
  for (const { alert, to, deliveredAt, says, nextAt } of await deliver(store, messengers, acting.now))
    tell(
      deliveredAt !== null
        ? `alert ${alert} sent: ${to}`
        : `alert ${alert} not sent: ${to}: ${says}; ${nextAt === null ? 'given up' : `again at ${nextAt}`}`,
    )
  return failed
}

/** Goes on looking until it is told to stop. What is due is kept in the collection, so that a restart goes on where it was. */
export async function watch(watching: Watching): Promise<void> {
  let told = (await watching.store.counts()).alerts
  const said = new Set<string>()
  const tellOnce = (says: string): void => {
    if (!said.has(says)) watching.tell(says)
    said.add(says)
  }
  do {
    await lookOnce({ ...watching, tellOnce }, told)
    told = (await watching.store.counts()).alerts
  } while (await watching.sleep(await untilNext(watching)))
}

/** Looks at one address, and keeps what came of it. False where it could not be read. */
async function lookAt(due: Follow, watching: Watching): Promise<boolean> {
  const { tell } = watching
  const seen = await tried(due, watching)
  if ('problem' in seen) {
    tell(`${due.address}: ${seen.says}`)
    await keep({ ...due, failures: due.failures + 1, says: `${seen.problem}: ${seen.says}` }, watching)
    return false
  }
  if (seen.says !== nothingNew) tell(`${due.address}: ${seen.says}`)
  await keep({ ...due, ...seen, failures: 0 }, watching)
  return true
}

/** What is known of an address after a look, or why there was none. Whatever goes wrong with one address is no matter of the others. */
async function tried(
  { address, etag, lastModified, pages }: Follow,
  { store, acting, look }: Watching,
): Promise<Partial<Follow> | { readonly problem: string; readonly says: string }> {
  try {
    const seen = await look(address, { etag, lastModified, pages })
    if (seen === 'unchanged') return { says: nothingNew }
    if ('code' in seen) return { problem: seen.code, says: seen.says }
    const says = await added(store, seen.opened, acting)
    return { says, etag: seen.etag, lastModified: seen.lastModified, pages: seen.pages() }
  } catch (error) {
    return { problem: 'error', says: error instanceof Error ? error.message : String(error) }
  }
}

/** Adds what was opened, and says in one line what it was. */
async function added(store: Store, opened: AsyncIterable<Opened>, acting: Acting): Promise<string> {
  const counts = { reports: 0, versions: 0, refused: 0 }
  for await (const { documents, refusals } of addAll(store, opened, acting)) {
    for (const { version } of documents) counts[version === 1 ? 'reports' : 'versions']++
    counts.refused += refusals.length
  }
  if (counts.reports + counts.versions + counts.refused === 0) return nothingNew
  return `${counts.reports} new, ${counts.versions} in a new version${counts.refused > 0 ? `, ${counts.refused} refused` : ''}`
}

const nothingNew = 'nothing new'

/** With the time of the next look: who could not be read is left alone twice as long each time, up to a day. */
async function keep(followed: Follow, { store, acting }: Watching): Promise<void> {
  const at = acting.now()
  await store.write(async (writing) => {
    // Somebody may have ended it, or asked for another pace, while the page was on its way.
    const now = (await writing.follows()).find(({ address }) => address === followed.address)
    if (!now) return
    const schedule = scheduleOf(now.every)
    const regular = schedule?.after(at) ?? laterThan(at, 3_600_000)
    const patience = Math.min((schedule?.gap ?? 3_600_000) * 2 ** Math.min(followed.failures, 20), longestPatience)
    const nextAt = followed.failures === 0 ? regular : max(regular, laterThan(at, patience))
    await writing.keepFollow({ ...followed, every: now.every, lastAt: at, nextAt })
  })
}

const longestPatience = 86_400_000

const max = (a: string, b: string): string => (a > b ? a : b)

/** Milliseconds until something is due: the next look, or the next try of a delivery. */
async function untilNext({ store, acting, messengers }: Watching): Promise<number> {
  const now = acting.now()
  const looks = (await store.follows()).map(({ nextAt }) => nextAt)
  const names = new Set(messengers.map(({ to }) => to))
  const deliveries = (await store.dueDeliveries(forever))
    .filter(({ to }) => names.has(to))
    .flatMap(({ nextAt }) => nextAt ?? [])
  const next = [...looks, ...deliveries].sort()[0]
  const wait = next === undefined ? longestSleep : Date.parse(next) - Date.parse(now)
  return Math.min(Math.max(wait, 0), longestSleep)
}

const forever = '9999'

/** Another process may have followed something meanwhile. */
const longestSleep = 60_000
