import { Agent, type Dispatcher } from 'undici'
import type { Header } from '../../model/retrieval.ts'
import { bodyOf } from './body.ts'
import type { Clock } from './clock.ts'
import { type Connecting, connectorOf } from './connector.ts'
import { Failed, type Failure, failure, failureOf } from './failure.ts'
import type { Limits } from './limits.ts'
import { packings, unpacked } from './unpacked.ts'
import { userAgent } from './user-agent.ts'

/** One answer to one request: of an answer without a page in it (a redirection, an error) the body is left unread. */
export interface Reply {
  readonly status: number
  readonly requestHeaders: readonly Header[]
  readonly responseHeaders: readonly Header[]
  readonly bytes: Uint8Array
  /** When it was asked for, in milliseconds since 1970. */
  readonly asked: number
}

export interface Request {
  readonly url: URL
  readonly headers: readonly Header[]
  /** Take the first `limits.robots` bytes and leave the rest. */
  readonly robots: boolean
  readonly signal: AbortSignal
}

/** Asks one address once, with every limit but the number of tries kept here. The address must have been found harmless before. */
export interface Exchange {
  ask(request: Request): Promise<Reply | Failure>
  close(): Promise<void>
}

export function openExchange(connecting: Connecting, limits: Limits, clock: Clock): Exchange {
  const dispatcher = new Agent({
    connect: connectorOf(connecting),
    maxHeaderSize: limits.headers,
    pipelining: 1,
    connections: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  return {
    async ask(request) {
      const late = new AbortController()
      const asked = clock.now()
      const unset = [
        clock.alarm(limits.untilHeaders, () => late.abort(noHeaders(limits))),
        clock.alarm(limits.untilEnd, () => late.abort(noEnd(limits))),
      ] as const
      try {
        const signal = AbortSignal.any([request.signal, late.signal])
        const answer = await askOnce(dispatcher, request, limits, signal, unset[0])
        return 'code' in answer ? answer : { ...answer, asked }
      } catch (error) {
        request.signal.throwIfAborted()
        return failureOf(late.signal.aborted ? late.signal.reason : error)
      } finally {
        for (const stop of unset) stop()
      }
    },
    close: () => dispatcher.destroy(),
  }
}

const noHeaders = ({ untilHeaders }: Limits): Failed =>
  new Failed(failure('timed-out', `no answer came within ${untilHeaders / 1000} seconds; try again later`))

const noEnd = ({ untilEnd }: Limits): Failed =>
  new Failed(failure('timed-out', `it did not come whole within ${untilEnd / 1000} seconds; try again later`))

async function askOnce(
  dispatcher: Dispatcher,
  { url, headers, robots }: Request,
  limits: Limits,
  signal: AbortSignal,
  headersCame: () => void,
): Promise<Omit<Reply, 'asked'> | Failure> {
  const sent: readonly Header[] = [
    ['user-agent', userAgent],
    ['accept', robots ? 'text/plain,*/*;q=0.1' : pages],
    ['accept-encoding', robots ? 'identity' : packings],
    ...headers,
  ]
  const {
    statusCode,
    headers: raw,
    body,
  } = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    headers: sent.flat(),
    responseHeaders: 'raw',
    signal,
  })
  headersCame()
  // Errors of a body that is left unread concern nobody.
  body.on('error', () => undefined)
  const answer = {
    status: statusCode,
    requestHeaders: [['host', url.host], ['connection', 'keep-alive'], ...sent] as const,
    responseHeaders: pairsOf(raw as unknown as readonly string[]),
    bytes: new Uint8Array(),
  }
  if (!holdsPage(statusCode)) {
    // A short one is heard out, so that the connection can be used again.
    await body.dump({ limit: shortBody, signal }).catch(() => undefined)
    return answer
  }
  const received = await bodyOf(body, headerOf(answer.responseHeaders, 'content-length'), {
    most: robots ? limits.robots : limits.received,
    cut: robots,
  })
  if ('code' in received) return received
  const bytes = await unpacked(received, headerOf(answer.responseHeaders, 'content-encoding') ?? '', limits)
  return 'code' in bytes ? bytes : { ...answer, bytes }
}

/** A header field by its name in lower case; of several, all of them parted by commas (RFC 9110). */
export function headerOf(headers: readonly Header[], name: string): string | undefined {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** OK, and a page changed on the way by a proxy that says so. */
export const holdsPage = (status: number): boolean => status === 200 || status === 203

/** What an error or a redirection may say beside its status. Bytes. */
const shortBody = 65_536

const pages =
  'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5'

const pairsOf = (raw: readonly string[]): readonly Header[] =>
  raw.flatMap((name, i) => (i % 2 === 0 ? [[name.toLowerCase(), raw[i + 1] ?? ''] as const] : []))
