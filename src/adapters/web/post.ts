import { Agent } from 'undici'
import { connectorOf, type Resolve, systemResolve } from './connector.ts'
import { Failed, failure, failureOf } from './failure.ts'
import { objectionTo } from './safe-address.ts'
import { userAgent } from './user-agent.ts'

export interface Posted {
  readonly status: number
  /** By their names in small letters; of several with one name the last. */
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
}

/** Sends something to an address that the user named. Redirects are not followed: what is sent is meant for who was named. */
export type Post = (
  address: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
) => Promise<Posted>

export interface PostOptions {
  /** Send to loopback and private networks too. */
  readonly allowPrivate?: boolean | undefined
  readonly resolve?: Resolve | undefined
  /** Milliseconds until the answer has come whole. */
  readonly timeout?: number | undefined
  /** Bytes of an answer; a longer one is an error. */
  readonly most?: number | undefined
}

/**
 * Opens a way to send: with the same rule of which addresses may be connected to as pages are fetched by.
 *
 * @throws from every call, when the address may not be asked, does not answer in time, or answers too much
 */
export function openPost({
  allowPrivate = false,
  resolve = systemResolve,
  timeout = 20_000,
  most = 65_536,
}: PostOptions = {}): Post {
  const dispatcher = new Agent({
    connect: connectorOf({ resolve, allowPrivate, authorities: undefined, timeout }),
    // Nothing is kept open: what sends an alert an hour must not hold the program.
    pipelining: 0,
    keepAliveTimeout: 1,
    headersTimeout: timeout,
    bodyTimeout: timeout,
  })
  return async (address, body, headers, signal) => {
    const url = new URL(address)
    const problem = objectionTo(url, allowPrivate)
    if (problem !== undefined) throw new Error(problem)
    try {
      const late = AbortSignal.timeout(timeout)
      const stop = signal === undefined ? late : AbortSignal.any([signal, late])
      return await sent(dispatcher, url, body, { 'user-agent': userAgent, ...headers }, stop, most)
    } catch (cause) {
      signal?.throwIfAborted()
      if (cause instanceof Error && cause.name === 'TimeoutError')
        throw new Error(`there was no answer within ${timeout / 1000} seconds`, { cause })
      throw new Error(failureOf(cause).says, { cause })
    }
  }
}

async function sent(
  dispatcher: Agent,
  url: URL,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  most: number,
): Promise<Posted> {
  const answer = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : Buffer.from(body),
    signal,
  })
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most) throw new Failed(failure('too-large', `the answer is longer than ${most} bytes`))
    chunks.push(chunk)
  }
  const received = Object.entries(answer.headers).map(
    ([name, value]) => [name, [value ?? ''].flat().at(-1) ?? ''] as const,
  )
  return { status: answer.statusCode, headers: new Map(received), bytes: Buffer.concat(chunks) }
}
