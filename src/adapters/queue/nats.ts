import { isIP } from 'node:net'
import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import {
  AckPolicy,
  type Consumer,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream'
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
  nkeyAuthenticator,
} from '@nats-io/transport-node'
import type { Delivery, Queue, Subject } from '../../ports/queue.ts'

/** Which queue, and who asks. */
export interface QueueOptions {
  /** `nats://user@host:4222`, `tls://host`, or several of one cluster with commas between them. */
  readonly address: string
  /** What the queue is for, in letters and digits: each collection and each way of reading it has one of its own. */
  readonly collection: string
  readonly pipeline: string
  /** What a credentials file (`nsc`) or a file with the seed of an nkey holds. */
  readonly credentials?: string | undefined
  readonly password?: string | undefined
  readonly token?: string | undefined
  /** Paths of PEM files: whom to trust, and what shows who asks. */
  readonly tls?: {
    readonly ca?: string | undefined
    readonly cert?: string | undefined
    readonly key?: string | undefined
  }
  /**
   * After how long without a word one is taken for gone, in milliseconds: by this one the server, by the server whoever has a hint in hand. Of the latter, whoever
   * makes the queue says so for all.
   */
  readonly silence?: number | undefined
  /** How many hints of a kind may wait; whoever makes the queue says so for all. */
  readonly most?: number | undefined
  /** Told when the queue cannot be reached and when it can again. */
  readonly told?: (what: 'lost' | 'back') => void
}

/**
 * Opens a queue in NATS JetStream (server 2.9 or later): a stream for each collection, made where there is none and then left as operators set it,
 * and two pull consumers. Goes on trying where the connection breaks later.
 *
 * @throws Error with `cause` when no server answers or it refuses
 */
export async function openNats(options: QueueOptions): Promise<Queue> {
  const { address, collection, pipeline, silence = usualSilence, most = mostHints, told = () => undefined } = options
  const servers = serversOf(address)
  const name = servers.map(({ shown }) => shown).join(',')
  const connection = await connect(connectionOf(servers, options)).catch((cause) => {
    throw noQueue(`the queue ${name} cannot be reached; does the server run, and may you use it?`, cause)
  })
  void tellOf(connection, told)
  const js = jetstream(connection, { timeout })
  const stream = `HEADWATER_${collection}`
  const subjects: Readonly<Record<Subject, string>> = {
    work: `headwater.${collection}.${pipeline}.work`,
    part: `headwater.${collection}.${pipeline}.part`,
  }
  const consumers = new Map<Subject, Consumer>()
  /** Answers each of those who wait for a hint. */
  const waiting = new Set<() => void>()
  let isDraining = false
  let manager: JetStreamManager
  try {
    manager = await jetstreamManager(connection, { timeout })
    await makeStream()
  } catch (cause) {
    await connection.close()
    throw noQueue(
      `${name} has no queue for Headwater: JetStream must be switched on there, and you must be allowed to make the stream ${stream}`,
      cause,
    )
  }

  return {
    name,
    async publish({ subject, id, body }) {
      try {
        await made(() => js.publish(subjects[subject], JSON.stringify(body), { msgID: id }))
        return true
      } catch (error) {
        if (isFull(error)) return false
        throw error
      }
    },
    async take(subject, within) {
      if (isDraining) return undefined
      const asked = made(async () => (await consumerOf(js, subject)).next({ expires: Math.max(within, 1_000) }))
      const message = await unlessDrained(asked)
      if (message) return deliveryOf(message)
      // What comes after all is for somebody else.
      if (isDraining) asked.then((late) => late?.nak()).catch(() => undefined)
      return undefined
    },
    open: (subject) =>
      made(async () => {
        const { num_pending, num_ack_pending } = await (await consumerOf(js, subject)).info()
        return num_pending + num_ack_pending
      }),
    drain,
    async close() {
      drain()
      // Acknowledgements are on their way yet. A server that is gone hears none.
      await Promise.race([
        connection.drain().catch(() => undefined),
        new Promise((late) => setTimeout(late, timeout).unref()),
      ])
      await connection.close().catch(() => undefined)
    },
  }

  function drain(): void {
    isDraining = true
    for (const answer of [...waiting]) answer()
  }

  /** What comes, or nothing once no more is handed out. In a race with one promise that lasts, every hint would stay in memory with it. */
  function unlessDrained<T>(asked: Promise<T>): Promise<T | undefined> {
    return new Promise((done, failed) => {
      const answer = (): void => done(undefined)
      waiting.add(answer)
      asked.then(done, failed).finally(() => waiting.delete(answer))
    })
  }

  /** A server that lost what it kept is given its stream anew. */
  async function made<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (isFull(error) || !(error instanceof JetStreamApiError || isLost(error))) throw error
      consumers.clear()
      await makeStream()
      return work()
    }
  }

  async function makeStream(): Promise<void> {
    const known = await manager.streams.info(stream).catch((error: unknown) => {
      if (error instanceof JetStreamApiError && error.code === streamNotFound) return undefined
      throw error
    })
    if (known) return
    await manager.streams.add({
      name: stream,
      description:
        'What Headwater workers may do next. All of it can be thrown away: what is to do stands in the collection.',
      subjects: [`headwater.${collection}.>`],
      retention: RetentionPolicy.Workqueue,
      storage: StorageType.File,
      discard: DiscardPolicy.New,
      // Of each kind and build by itself: what nobody takes any more, of a build of before, stands in nobody's way.
      max_msgs_per_subject: most,
      discard_new_per_subject: true,
      max_age: nanoseconds(aDay),
      duplicate_window: nanoseconds(120_000),
    })
  }

  async function consumerOf(client: JetStreamClient, subject: Subject): Promise<Consumer> {
    const known = consumers.get(subject)
    if (known) return known
    const durable = `${pipeline}_${subject}`
    const isThere = await manager.consumers.info(stream, durable).catch(() => undefined)
    if (!isThere)
      await manager.consumers.add(stream, {
        durable_name: durable,
        filter_subject: subjects[subject],
        ack_policy: AckPolicy.Explicit,
        ack_wait: nanoseconds(silence),
        // Whether something is to be given up is decided by whoever tried it.
        max_deliver: -1,
        max_ack_pending: subject === 'part' ? 1 : mostInHand,
        // Of a version that nobody runs any more, nothing is left after a week.
        inactive_threshold: nanoseconds(7 * aDay),
      })
    const consumer = await client.consumers.get(stream, durable)
    consumers.set(subject, consumer)
    return consumer
  }
}

/** Hints of a kind that wait at most. */
const mostHints = 500_000

/** Hints that all workers together have in hand at most. */
const mostInHand = 10_000

const aDay = 86_400_000

const usualSilence = 30_000

/** How long the server may take for an answer, in milliseconds. */
const timeout = 5_000

const streamNotFound = 10059

/** A message that the stream does not store: it holds as many, or as much, as it may. */
const isFull = (error: unknown): boolean =>
  error instanceof JetStreamApiError && error.code === 10077 && /maximum/.test(error.message)

const nanoseconds = (milliseconds: number): number => milliseconds * 1_000_000

const deliveryOf = (message: JsMsg): Delivery => ({
  body: bodyOf(message),
  times: message.info.deliveryCount,
  ack: () => message.ack(),
  nak: (after) => message.nak(after),
  inProgress: () => message.working(),
})

/** Anybody who may write to the queue may write anything. */
function bodyOf(message: JsMsg): unknown {
  try {
    return message.json()
  } catch {
    return undefined
  }
}

/** A consumer or stream that was there and is not: told in words that have no class of their own. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /(?:consumer|stream) (?:was )?(?:deleted|not found)|no responders|not enabled/i.test(error.message)

interface Server {
  readonly host: string
  readonly isTls: boolean
  readonly user: string | undefined
  readonly password: string | undefined
  readonly shown: string
}

function serversOf(address: string): readonly Server[] {
  return address.split(',').map((one) => {
    const url = URL.canParse(one.trim()) ? new URL(one.trim()) : undefined
    const [user, password] = [url?.username, url?.password].map((part) => decoded(part ?? ''))
    if (!url || !/^(?:nats|tls):$/.test(url.protocol) || url.hostname === '' || user === null || password === null)
      throw noQueue(
        `${sayable(one.trim(), address)} is no address of a queue: nats://host:4222 is, with %25 for a % and %2C for a comma in a name or password`,
      )
    return {
      host: url.host,
      isTls: url.protocol === 'tls:',
      user,
      password,
      shown: `${url.protocol}//${url.host}`,
    }
  })
}

/** What may be said of one address of several: nothing of where a password may stand, be it cut at a comma. */
function sayable(one: string, address: string): string {
  const scheme = /^[a-z]+:\/\//i.exec(one)?.[0] ?? ''
  if (one.includes('@')) return `${scheme}${one.slice(one.lastIndexOf('@') + 1)}`
  return address.includes('@') ? 'a part of what is given' : one
}

/** What stands for letters in an address; undefined where nothing does, null where it stands for none. */
function decoded(part: string): string | undefined | null {
  if (part === '') return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function connectionOf(
  servers: readonly Server[],
  { credentials, password, token, tls, silence = usualSilence }: QueueOptions,
): ConnectionOptions {
  const [first] = servers
  const isTls = servers.some(({ isTls }) => isTls) || Object.values(tls ?? {}).some((path) => path !== undefined)
  return {
    servers: servers.map(({ host }) => host),
    name: 'headwater',
    timeout,
    // Looked for as long as it takes, by many workers not all at the same moment.
    maxReconnectAttempts: -1,
    reconnectTimeWait: 1_000,
    reconnectJitter: 1_000,
    ignoreAuthErrorAbort: true,
    // A connection that is cut and not closed is noticed when the third question would be asked with none of two answered.
    pingInterval: silence / 3,
    maxPingOut: 2,
    ...(first?.user === undefined ? {} : userOf(first.user, password ?? first.password)),
    ...(token === undefined ? {} : { token }),
    ...(credentials === undefined ? {} : { authenticator: authenticatorOf(credentials) }),
    ...(isTls
      ? {
          tls: {
            ...identifiedBy(servers),
            ...(tls?.ca === undefined ? {} : { caFile: tls.ca }),
            ...(tls?.cert === undefined ? {} : { certFile: tls.cert }),
            ...(tls?.key === undefined ? {} : { keyFile: tls.key }),
          },
        }
      : {}),
  }
}

/** `nats://token@host` is a token, as `nats` itself has it. */
const userOf = (user: string, pass: string | undefined) => (pass === undefined ? { token: user } : { user, pass })

/** A credentials file holds a token and a seed between marks, each mark a line of its own; a file of an nkey the seed alone. */
function authenticatorOf(credentials: string) {
  const [text, encoder] = [credentials.replaceAll('\r', '').trim(), new TextEncoder()]
  return text.includes('-----BEGIN')
    ? credsAuthenticator(encoder.encode(`${text}\n`))
    : nkeyAuthenticator(encoder.encode(text))
}

/**
 * Whom a certificate has to name. The client asks for the name of a host, and for "localhost" where it was given an address: then
 * the certificate has to name an address that was given.
 */
function identifiedBy(servers: readonly Server[]) {
  const hosts = servers.map(({ host }) => new URL(`nats://${host}`).hostname.replace(/^\[|\]$/g, ''))
  const addresses = hosts.filter((host) => isIP(host) !== 0)
  if (addresses.length === 0) return {}
  return {
    checkServerIdentity(name: string, certificate: PeerCertificate): Error | undefined {
      const names = name === 'localhost' && !hosts.includes(name) ? addresses : [name]
      const objections = names.map((one) => checkServerIdentity(one, certificate))
      return objections.includes(undefined) ? undefined : objections[0]
    },
  }
}

async function tellOf(connection: NatsConnection, told: (what: 'lost' | 'back') => void): Promise<void> {
  for await (const { type } of connection.status()) {
    if (type === 'disconnect') told('lost')
    if (type === 'reconnect') told('back')
  }
}

const noQueue = (says: string, cause?: unknown): Error =>
  Object.assign(new Error(says, { cause }), { code: 'NO_QUEUE' })
