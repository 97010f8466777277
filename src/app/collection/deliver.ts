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
  const { alerts } = await store.counts()
  const open = { attempts: 0, nextAt: at, deliveredAt: null, says: null }
  for (const { to } of messengers) {
    const last = await store.lastDelivery(to)
    if (last === alerts) continue
    await store.write(async (writing) => {
      if (last === undefined)
        await writing.keepDelivery({ ...open, alert: alerts, to, nextAt: null, says: 'from here on' })
      else for (let alert = last + 1; alert <= alerts; alert++) await writing.keepDelivery({ ...open, alert, to })
    })
  }
}

/** Tries what is due. What does not arrive is tried again later, also after a restart; one messenger that fails keeps no other waiting. */
export async function deliver(
  store: Store,
  messengers: readonly Messenger[],
  now: () => string,
): Promise<readonly Delivery[]> {
  const known = new Map(messengers.map((messenger) => [messenger.to, messenger]))
  const due = await store.dueDeliveries(now())
  const tried = await Promise.all(
    [...known].map(async ([to, messenger]) => {
      const done: Delivery[] = []
      for (const delivery of due.filter((one) => one.to === to)) {
        const after = await attempt(store, messenger, delivery, now)
        await store.write((writing) => writing.keepDelivery(after))
        done.push(after)
        // Whoever is down stays down for the others in the line: they wait with it.
        if (after.deliveredAt === null) break
      }
      return done
    }),
  )
  return tried.flat()
}

async function attempt(store: Store, messenger: Messenger, delivery: Delivery, now: () => string): Promise<Delivery> {
  const alert = await alertOf(store, delivery.alert)
  const says = alert ? await messenger.send(alert) : 'the alert is not there any more'
  const attempts = delivery.attempts + 1
  if (says === undefined) return { ...delivery, attempts, nextAt: null, deliveredAt: now(), says: null }
  const wait = waits[attempts - 1]
  return { ...delivery, attempts, nextAt: wait === undefined ? null : laterThan(now(), wait * 60_000), says }
}

async function alertOf(store: Store, number: number): Promise<Alert | undefined> {
  for await (const alert of store.alerts(number - 1)) return alert.number === number ? alert : undefined
  return undefined
}
