import type { Messenger } from '../ports/messenger.ts'
import type { Store } from '../ports/store.ts'
import { type Options, type World, WrongUsage } from './command.ts'

/** Where alerts are brought, for every command that raises some. */
export const deliveryOptions = [
  {
    flags: '--webhook <address>',
    says: 'send every alert there as JSON, signed with HEADWATER_WEBHOOK_SECRET (Standard Webhooks)',
  },
  { flags: '--run <command>', says: 'run this command for every alert, which it gets as JSON on standard input' },
  { flags: '--feed <file>', says: 'keep a feed of the alerts (Atom) in this file' },
] as const

/** Opens what the options name. What would never be asked is refused before anything is begun. */
export async function messengersOf(
  world: World,
  { webhook: address, run, allowPrivate }: Options,
): Promise<readonly Messenger[]> {
  const messengers: Messenger[] = []
  if (typeof address === 'string') {
    const { objectionTo } = await import('../adapters/web/safe-address.ts')
    const says = URL.canParse(address)
      ? objectionTo(new URL(address), allowPrivate === true)
      : 'this is no address that can be read'
    if (says !== undefined) throw new WrongUsage(`--webhook wants an address that can be asked: ${says}`)
    const { webhook } = await import('../adapters/messengers/webhook.ts')
    const { openPost } = await import('../adapters/web/post.ts')
    const now = (): number => Date.parse(world.acting.now())
    messengers.push(
      webhook(
        address,
        world.secret('HEADWATER_WEBHOOK_SECRET'),
        openPost({ allowPrivate: allowPrivate === true }),
        now,
      ),
    )
  }
  if (typeof run === 'string') messengers.push((await import('../adapters/messengers/command.ts')).command(run))
  return messengers
}

/** Writes the feed of all alerts into the file that the options name; does nothing where they name none. */
export function feedWriter(world: World, store: Store, { feed }: Options): () => Promise<void> {
  return async () => {
    if (typeof feed !== 'string') return
    const objection = await world.objection(feed, feedMark)
    if (objection) throw new WrongUsage(objection)
    const { feedOf } = await import('../app/collection/alerts-feed.ts')
    await world.write(feed, await feedOf(store))
  }
}

/** What the feed of alerts carries near its beginning. */
const feedMark = '<title>Headwater: alerts</title>'
