import type * as Announcing from '../app/cluster/announce.ts'
import type { KeptDocument } from '../collection/kept.ts'
import type { Queue } from '../ports/queue.ts'
import type { Store } from '../ports/store.ts'
import { type Command, type Options, oneLine, type World, WrongUsage } from './command.ts'

/** The options of every command that shares work with others. */
export const queueOptions: Command['options'] = [
  {
    flags: '--queue <address>',
    says: 'NATS with JetStream, nats://host:4222 or tls://host, several of one cluster with commas: work is left to headwater worker. A user may stand in it, user@host; the password in $HEADWATER_QUEUE_PASSWORD, a token in $HEADWATER_QUEUE_TOKEN',
  },
  {
    flags: '--queue-credentials <file>',
    says: 'who asks: a credentials file (.creds) or the seed of an nkey; $HEADWATER_QUEUE_CREDENTIALS when not given',
  },
  { flags: '--queue-ca <file>', says: 'whom to trust beside the usual authorities (PEM)' },
  { flags: '--queue-cert <file>', says: 'a certificate that shows who asks (PEM), with --queue-key' },
  { flags: '--queue-key <file>', says: 'its key (PEM)' },
]

/** Where the queue is that a command was given; `undefined` where it was given none. */
export function queueAddress({ queue }: Options): string | undefined {
  return typeof queue === 'string' ? queue : undefined
}

/**
 * Opens the queue of a collection. Undefined where nothing is in the collection yet: then there is nothing to do either.
 *
 * @param told when the connection is lost or back
 */
export async function openQueue(
  world: World,
  store: Store,
  address: string,
  options: Options,
  told: (what: 'lost' | 'back') => void = () => undefined,
  silence?: number,
): Promise<Queue | undefined> {
  const { queueOf } = await import('../app/cluster/tasks.ts')
  const names = await queueOf(store)
  if (!names) return undefined
  const { openNats } = await import('../adapters/queue/nats.ts')
  const credentials = path(options, 'queueCredentials') ?? world.secret('HEADWATER_QUEUE_CREDENTIALS')
  return openNats({
    address,
    ...names,
    credentials: credentials === undefined ? undefined : await textOf(world, credentials),
    password: world.secret('HEADWATER_QUEUE_PASSWORD'),
    token: world.secret('HEADWATER_QUEUE_TOKEN'),
    tls: { ca: path(options, 'queueCa'), cert: path(options, 'queueCert'), key: path(options, 'queueKey') },
    told,
    silence,
  })
}

/** One who leaves the work to workers, and tells them of it. */
export interface Announcer {
  /** Reports that came. */
  reports(documents: readonly KeptDocument[]): Promise<void>
  /** The answers are to be brought up to date. */
  change(): Promise<void>
  close(): Promise<void>
}

/**
 * Tells the workers of a collection what came; undefined where no queue is given. A queue that does not answer stands in nobody's way: workers find by
 * themselves what they were not told.
 *
 * @param failed told why it failed, once for each time that the queue goes away
 */
export function announcer(
  world: World,
  store: Store,
  options: Options,
  failed = (error: Error): void =>
    world.tell(oneLine(`the workers could not be told: ${error.message}; they will find it by themselves`)),
): Announcer | undefined {
  const address = queueAddress(options)
  if (address === undefined) return undefined
  let opening: Promise<Queue | undefined> | undefined
  let isTold = false
  /** Opened once, however many ask at the same moment; asked again where it failed, or nothing was in the collection. */
  const opened = async (): Promise<Queue | undefined> => {
    opening ??= openQueue(world, store, address, options)
    const asked = opening
    const queue = await asked.catch((error: unknown) => {
      if (opening === asked) opening = undefined
      throw error
    })
    if (!queue && opening === asked) opening = undefined
    return queue
  }
  const tried = async (announce: (queue: Queue, how: typeof Announcing) => Promise<void>): Promise<void> => {
    try {
      const queue = await opened()
      if (queue) await announce(queue, await import('../app/cluster/announce.ts'))
      isTold = false
    } catch (error) {
      if (error instanceof WrongUsage) throw error
      if (!isTold) failed(error as Error)
      isTold = true
    }
  }
  return {
    reports: (documents) =>
      documents.length === 0 || isTold
        ? Promise.resolve()
        : tried((queue, how) => how.announceReports(queue, documents)),
    change: () => tried(async (queue, how) => void (await how.announceChange(queue, store))),
    close: async () => (await opening?.catch(() => undefined))?.close(),
  }
}

const path = (options: Options, name: string): string | undefined => {
  const given = options[name]
  return typeof given === 'string' ? given : undefined
}

async function textOf(world: World, file: string): Promise<string> {
  try {
    return Buffer.from(await world.readFile(file)).toString('utf8')
  } catch {
    throw new WrongUsage(`the file ${file}, which says who asks the queue, cannot be read`)
  }
}
