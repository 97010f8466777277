import type { Alert, Delivery } from '../../collection/alerts.ts'
import type { Messenger } from '../../ports/messenger.ts'
import type { Store } from '../../ports/store.ts'
import { laterThan } from './later.ts'

/** Minutes until a delivery is tried again, after the first failure, the second … After the last of them it is given up. */
const waits = [1, 5, 30, 120, 300, 600, 1440, 1440] as const

/**
 * Puts every alert that is not yet so on its way to every messenger. Who is new gets those that come from now on; who was here before
 * gets all since, also those of a moment in which the program was ended.
 */
export async function dispatch(store: Store, messengers: readonly Messenger[], at: string): Promise<void> {
  const open = { attempts: 0, nextAt: at, deliveredAt: null, says: null }
  for (const { to } of messengers) {
    const { alerts } = await store.counts()
    if ((await store.lastDelivery(to)) === alerts) continue
    await store.write(async (writing) => {
      const last = await writing.lastDelivery(to)
      if (last === undefined)
        await writing.keepDelivery({ ...open, alert: alerts, to, nextAt: null, says: 'from here on' })
      else for (let alert = last + 1; alert <= alerts; alert++) await writing.keepDelivery({ ...open, alert, to })
    })
  }
}

/** So long a delivery is one process's to try; if that is ended meanwhile, another takes it. Longer than any messenger takes. Milliseconds. */
const claimed = 180_000

/**
 * Tries what is due. What does not arrive is tried again later, also after a restart, and what waits behind it waits with it; one messenger
 * that fails keeps no other waiting. Of several processes one brings each alert.
 */
export async function deliver(
  store: Store,
  messengers: readonly Messenger[],
  now: () => string,
): Promise<readonly Delivery[]> {
  const tried = await Promise.all(messengers.map((messenger) => deliverTo(store, messenger, now)))
  return tried.flat()
}

async function deliverTo(store: Store, messenger: Messenger, now: () => string): Promise<readonly Delivery[]> {
  const done: Delivery[] = []
  for (;;) {
    const delivery = await store.write(async (writing) => {
      const [next] = (await writing.dueDeliveries(now())).filter(({ to }) => to === messenger.to)
      if (next) await writing.keepDelivery({ ...next, nextAt: laterThan(now(), claimed) })
      return next
    })
    if (!delivery) return done
    const after = await attempt(store, messenger, delivery, now)
    done.push(after)
    await store.write(async (writing) => {
      await writing.keepDelivery(after)
      if (after.deliveredAt !== null || after.nextAt === null) return
      // Whoever is down now is down for those behind it too.
      for (const waiting of await writing.dueDeliveries(now()))
        if (waiting.to === messenger.to) await writing.keepDelivery({ ...waiting, nextAt: after.nextAt })
    })
  }
}

async function attempt(store: Store, messenger: Messenger, delivery: Delivery, now: () => string): Promise<Delivery> {
  const alert = await alertOf(store, delivery.alert)
  const says = alert ? await messenger.send(alert).catch(saysOf) : 'the alert is not there any more'
  const attempts = delivery.attempts + 1
  if (says === undefined) return { ...delivery, attempts, nextAt: null, deliveredAt: now(), says: null }
  const wait = waits[attempts - 1]
  return { ...delivery, attempts, nextAt: wait === undefined ? null : laterThan(now(), wait * 60_000), says }
}

async function alertOf(store: Store, number: number): Promise<Alert | undefined> {
  for await (const alert of store.alerts(number - 1)) return alert.number === number ? alert : undefined
  return undefined
}

const saysOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
