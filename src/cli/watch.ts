import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../ports/store.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { deliveryOptions, feedWriter, messengersOf } from './delivery.ts'
import { webOf, webOptions } from './inputs.ts'
import { announcer, queueOptions } from './queue.ts'

export const watch: Command = {
  name: 'watch',
  arguments: '[address...]',
  summary: 'Follow feeds and pages: keep what is new, and tell what it changes.',
  options: [
    collectionOption,
    {
      flags: '--every <interval>',
      says: 'how often the addresses are looked at: 15 minutes, 2 hours, daily, or cron words in UTC, "0 7 * * 1-5" (as before; for a new one 15 minutes)',
    },
    { flags: '--once', says: 'look at what is due, then end, with 1 where an address could not be read: for cron' },
    {
      flags: '--list',
      says: 'only say what is followed (of these addresses, where any are given), and what came of the last look',
    },
    { flags: '--stop', says: 'follow these addresses no longer; what was kept of them stays' },
    ...deliveryOptions,
    ...queueOptions,
    ...webOptions,
  ],
  examples: [
    { line: 'headwater watch https://courier.example/feed --every "30 minutes"', says: 'follow a feed, until Ctrl+C' },
    { line: 'headwater watch --run "notify-send Headwater"', says: 'go on with all that is followed' },
    { line: 'headwater watch --once --feed /srv/www/alerts.atom', says: 'one look, for cron' },
  ],
  run: (world, addresses, options) =>
    withCollection<ExitCode>(
      world,
      options,
      async (store) => {
        for (const address of addresses)
          if (!/^https?:\/\//i.test(address))
            throw new WrongUsage(`only addresses can be followed, and "${address}" is none`)
        if (options.stop === true) return stopped(world, store, addresses)
        if (options.list === true) return listed(world, store, addresses)
        const every = await everyOf(options)
        await refuseForbidden(addresses, options)
        const messengers = await messengersOf(world, options)
        const { follow } = await import('../app/collection/watch.ts')
        for (const address of addresses) await follow(store, address, every, world.acting)
        if ((await store.follows()).length === 0)
          throw new WrongUsage('nothing is followed yet; name the address of a feed or a page')
        return followed(world, store, messengers, options)
      },
      { create: addresses.length > 0 && options.stop !== true && options.list !== true },
    ),
}

async function everyOf({ every }: Options): Promise<string | undefined> {
  if (typeof every !== 'string') return undefined
  const { scheduleOf } = await import('../collection/schedule.ts')
  if (scheduleOf(every)) return every
  throw new WrongUsage(`--every wants 15 minutes, 2 hours, daily, or five cron words, not "${every}"`)
}

/** What would never be asked is not followed either. An address with a password in it is not even repeated: what is told may be kept. */
async function refuseForbidden(addresses: readonly string[], { allowPrivate }: Options): Promise<void> {
  const { objectionTo } = await import('../adapters/web/safe-address.ts')
  const objection = (address: string): string | undefined =>
    URL.canParse(address) ? objectionTo(new URL(address), allowPrivate === true) : 'this is no address that can be read'
  for (const address of addresses) {
    const says = objection(address)
    if (says !== undefined) throw new WrongUsage(`${hostOf(address)} cannot be followed: ${says}`)
  }
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'an address')

async function stopped(world: World, store: Store, addresses: readonly string[]): Promise<ExitCode> {
  const { unfollow } = await import('../app/collection/watch.ts')
  if (addresses.length === 0) throw new WrongUsage('--stop wants the addresses that are to be followed no longer')
  let code: ExitCode = 0
  for (const address of addresses)
    if (!(await unfollow(store, address, world.acting))) {
      world.tell(oneLine(`${address} is not followed`))
      code = 1
    }
  return code
}

/** All that is followed, or these of it. */
async function listed(world: World, store: Store, addresses: readonly string[]): Promise<ExitCode> {
  const follows = await store.follows()
  const unknown = addresses.filter((named) => follows.every(({ address }) => address !== named))
  for (const address of unknown) world.tell(oneLine(`${address} is not followed`))
  const shown = follows.filter(({ address }) => addresses.length === 0 || addresses.includes(address))
  for (const { address, every, nextAt, lastAt, failures, says } of shown) {
    world.print(oneLine(`${address}  every ${every}, next ${nextAt}`))
    const last = lastAt === null ? 'not looked at yet' : `${lastAt}: ${says ?? ''}`
    world.print(oneLine(`    ${last}${failures > 1 ? ` (${failures} times in a row)` : ''}`))
  }
  return unknown.length > 0 ? 1 : 0
}

async function followed(
  world: World,
  store: Store,
  messengers: readonly Messenger[],
  options: Options,
): Promise<ExitCode> {
  const { lookOnce, watch: goOn } = await import('../app/collection/watch.ts')
  const { looker } = await import('../app/collection/look.ts')
  const { openFetcher } = await import('../adapters/web/fetcher.ts')
  const web = webOf(options)
  const fetcher = openFetcher({ allowPrivate: web.allowPrivate, pace: web.pace })
  const now = (): number => Date.parse(world.acting.now())
  const announced = announcer(world, store, options)
  const watching = {
    store,
    acting: world.acting,
    look: looker(store, fetcher, web.most, now),
    messengers,
    tell: (says: string) => world.tell(oneLine(says)),
    sleep: (milliseconds: number) => feedAndSleep(milliseconds),
    ...(announced ? { announce: announced.change } : {}),
  }
  const writeFeed = feedWriter(world, store, options)
  const feedAndSleep = async (milliseconds: number): Promise<boolean> => {
    await writeFeed()
    return world.sleep(milliseconds)
  }
  try {
    if (options.once === true) {
      const failed = await lookOnce(watching)
      await writeFeed()
      return failed > 0 ? 1 : 0
    }
    await goOn(watching)
    return 0
  } finally {
    await announced?.close()
    await fetcher.close()
  }
}
