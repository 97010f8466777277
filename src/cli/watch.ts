import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../ports/store.ts'
import { collectionOption, withCollection } from './collection.ts'
import { type Command, type ExitCode, type Options, oneLine, type World, WrongUsage } from './command.ts'
import { webOf, webOptions } from './inputs.ts'

export const watch: Command = {
  name: 'watch',
  arguments: '[address...]',
  summary: 'Follow feeds and pages: keep what is new, and tell what it changes.',
  options: [
    collectionOption,
    {
      flags: '--every <interval>',
      says: 'how often the addresses are looked at: 15 minutes, 2 hours, daily, or cron words in UTC, "0 7 * * 1-5" (default 15 minutes)',
    },
    { flags: '--once', says: 'look at what is due, then end: for cron and systemd' },
    { flags: '--list', says: 'only say what is followed, and what came of the last look' },
    { flags: '--stop', says: 'follow these addresses no longer; what was kept of them stays' },
    {
      flags: '--webhook <address>',
      says: 'send every alert there as JSON, signed with HEADWATER_WEBHOOK_SECRET (Standard Webhooks)',
    },
    { flags: '--run <command>', says: 'run this command for every alert, which it gets as JSON on standard input' },
    { flags: '--feed <file>', says: 'keep a feed of the alerts (Atom) in this file' },
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
        const watching = await import('../app/collection/watch.ts')
        for (const address of addresses)
          if (!/^https?:\/\//i.test(address))
            throw new WrongUsage(`only addresses can be followed, and "${address}" is none`)
        if (options.stop === true) return stopped(world, store, addresses)
        const every = typeof options.every === 'string' ? options.every : '15 minutes'
        const { scheduleOf } = await import('../collection/schedule.ts')
        if (!scheduleOf(every))
          throw new WrongUsage(`--every wants 15 minutes, 2 hours, daily, or five cron words, not "${every}"`)
        for (const address of addresses) await watching.follow(store, address, every, world.acting)
        if (options.list === true) return listed(world, store)
        if ((await store.follows()).length === 0)
          throw new WrongUsage('nothing is followed yet; name the address of a feed or a page')
        await followed(world, store, options)
        return 0
      },
      addresses.length > 0,
    ),
}

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

async function listed(world: World, store: Store): Promise<ExitCode> {
  for (const { address, every, nextAt, lastAt, failures, says } of await store.follows()) {
    world.print(oneLine(`${address}  every ${every}, next ${nextAt}`))
    const last = lastAt === null ? 'not looked at yet' : `${lastAt}: ${says ?? ''}`
    world.print(oneLine(`    ${last}${failures > 1 ? ` (${failures} times in a row)` : ''}`))
  }
  return 0
}

async function followed(world: World, store: Store, options: Options): Promise<void> {
  const { lookOnce, watch: goOn } = await import('../app/collection/watch.ts')
  const { looker } = await import('../app/collection/look.ts')
  const { openFetcher } = await import('../adapters/web/fetcher.ts')
  const web = webOf(options)
  const fetcher = openFetcher({ allowPrivate: web.allowPrivate, pace: web.pace })
  const now = (): number => Date.parse(world.acting.now())
  const watching = {
    store,
    acting: world.acting,
    look: looker(store, fetcher, web.most, now),
    messengers: await messengersOf(options, world.webhookSecret, web.allowPrivate === true, now),
    tell: (says: string) => world.tell(oneLine(says)),
    sleep: (milliseconds: number) => feedAndSleep(milliseconds),
  }
  const writeFeed = async (): Promise<void> => {
    if (typeof options.feed !== 'string') return
    const objection = await world.objection(options.feed, feedMark)
    if (objection) throw new WrongUsage(objection)
    const { feedOf } = await import('../app/collection/alerts-feed.ts')
    await world.write(options.feed, await feedOf(store))
  }
  const feedAndSleep = async (milliseconds: number): Promise<boolean> => {
    await writeFeed()
    return world.sleep(milliseconds)
  }
  try {
    if (options.once === true) {
      await lookOnce(watching)
      await writeFeed()
    } else await goOn(watching)
  } finally {
    await fetcher.close()
  }
}

/** What the feed of alerts carries near its beginning. */
const feedMark = '<title>Headwater: alerts</title>'

async function messengersOf(
  { webhook: address, run }: Options,
  secret: string | undefined,
  allowPrivate: boolean,
  now: () => number,
): Promise<readonly Messenger[]> {
  const messengers: Messenger[] = []
  if (typeof address === 'string') {
    const { webhook } = await import('../adapters/messengers/webhook.ts')
    const { openPost } = await import('../adapters/web/post.ts')
    if (!URL.canParse(address)) throw new WrongUsage(`--webhook wants an address, and "${address}" is none`)
    messengers.push(webhook(address, secret, openPost({ allowPrivate }), now))
  }
  if (typeof run === 'string') messengers.push((await import('../adapters/messengers/command.ts')).command(run))
  return messengers
}
