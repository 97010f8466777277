import type { Refusal } from '../../model/document.ts'
import type { Header, Retrieval } from '../../model/retrieval.ts'
import type { Ask, Fetched, Fetcher, NotModified } from '../../ports/fetcher.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Resolve, systemResolve } from './connector.ts'
import { type Exchange, headerOf, holdsPage, openExchange, type Reply } from './exchange.ts'
import { type Failure, failure } from './failure.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { openPatience, type Patience } from './patience.ts'
import { longestAddress, nextAddress, redirects, withoutPart } from './redirects.ts'
import { openRobots } from './robots.ts'
import { bareHost, objectionTo } from './safe-address.ts'
import { openTurns, type Turns } from './turns.ts'
import { failureOfStatus, waitBeforeNext } from './waits.ts'

export interface FetcherOptions {
  /** Fetch from loopback and private networks too. */
  readonly allowPrivate?: boolean | undefined
  /** Milliseconds between the beginnings of two requests to one host, where its robots.txt asks for no more. */
  readonly pace?: number | undefined
  readonly limits?: Partial<Limits> | undefined
  /** Names to IP addresses; the system's resolver when not given. What it answers is checked all the same. */
  readonly resolve?: Resolve | undefined
  readonly clock?: Clock | undefined
  /** Certificates in PEM that are believed in place of the system's. */
  readonly authorities?: string | undefined
}

/** Gets pages over http and https, as docs/intake/web.md tells: no address that is not public, no page that robots.txt withholds, no haste. */
export function openFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowPrivate = false, pace = 1000, resolve = systemResolve, clock = systemClock, authorities } = options
  const limits = { ...defaultLimits, ...options.limits }
  const closing = new AbortController()
  const exchange = openExchange({ resolve, allowPrivate, authorities, timeout: limits.untilHeaders }, limits, clock)
  const web: Web = { allowPrivate, clock, limits, exchange, turns: openTurns(clock), patience: openPatience(clock) }
  const robots = openRobots(
    async (url) => answerOf(await chase(web, url, { headers: [], robots: true, signal: closing.signal }, welcome)),
    clock,
  )
  const permit: Permit = async (url) => {
    const permitted = await robots.permit(url)
    return 'code' in permitted ? permitted : { gap: Math.max(pace, Math.min(permitted.delay, limits.longestWait)) }
  }
  return {
    async fetch(address, ask = {}) {
      const url = readAddress(address)
      if (!url) return refusalOf(address, failure('malformed', 'this is no address that can be read'))
      const signal = ask.signal ? AbortSignal.any([ask.signal, closing.signal]) : closing.signal
      signal.throwIfAborted()
      const reached = await chase(web, url, { headers: conditions(ask), robots: false, signal }, permit)
      return 'code' in reached ? refusalOf(address, reached) : told(address, reached, ask, clock)
    },
    async close() {
      closing.abort(new Error('the fetcher is closed'))
      await exchange.close()
    },
  }
}

interface Web {
  readonly allowPrivate: boolean
  readonly clock: Clock
  readonly limits: Limits
  readonly exchange: Exchange
  readonly turns: Turns
  readonly patience: Patience
}

interface Errand {
  readonly headers: readonly Header[]
  /** It is a robots.txt that is asked for: nobody's leave is needed, and it does not count as a page. */
  readonly robots: boolean
  readonly signal: AbortSignal
}

/** May this address be fetched, and how many milliseconds after the one before? */
type Permit = (url: URL) => Promise<{ readonly gap: number } | Failure>

const welcome: Permit = async () => ({ gap: 0 })

interface Reached {
  readonly reply: Reply
  readonly hops: readonly [string, ...string[]]
}

/** Asks, and follows where the answer leads, until one answers for itself. Every address on the way is looked at as if the user had given it. */
async function chase(web: Web, start: URL, errand: Errand, permit: Permit): Promise<Reached | Failure> {
  const hops: string[] = []
  let url = start
  for (;;) {
    const problem = objectionTo(url, web.allowPrivate)
    if (problem !== undefined)
      return failure('forbidden-address', hops.length > 0 ? `it leads to ${url.href}: ${problem}` : problem)
    if (hops.includes(url.href)) return failure('redirects', `it leads in a circle; it may want cookies. ${byHand}`)
    if (hops.length > web.limits.redirects)
      return failure('redirects', `it leads on more than ${web.limits.redirects} times. ${byHand}`)
    hops.push(url.href)
    const permitted = await permit(url)
    if ('code' in permitted) return permitted
    const reply = await persist(web, url, errand, permitted.gap)
    if ('code' in reply) return reply
    if (!redirects(reply.status)) return { reply, hops: [start.href, ...hops.slice(1)] }
    const next = nextAddress(url, headerOf(reply.responseHeaders, 'location'))
    if ('code' in next) return next
    url = next
  }
}

const byHand = 'Open it in your browser, save the page and give the file'

/** Asks one address in its host's turn, and again when what went wrong may pass. */
async function persist(web: Web, url: URL, errand: Errand, gap: number): Promise<Reply | Failure> {
  const { turns, patience, exchange, clock, limits } = web
  const host = bareHost(url)
  const { robots, headers, signal } = errand
  for (let attempt = 0; ; attempt++) {
    const lost = patience.with(host)
    if (lost) return lost
    // Asked once more when the turn has come: others may have failed in the meantime.
    const work = async (): Promise<Reply | Failure> =>
      patience.with(host) ?? (await exchange.ask({ url, headers, robots, signal }))
    const reply = await turns.take(host, gap, signal, work)
    const wait = waitBeforeNext(reply, attempt, clock.now(), limits)
    if (wait === undefined) {
      patience.after(host, reply)
      return reply
    }
    turns.rest(host, wait)
  }
}

/** What came in the end, as the port tells it. */
function told(input: string, { reply, hops }: Reached, ask: Ask, clock: Clock): Fetched | NotModified | Refusal {
  const { status, requestHeaders, responseHeaders, bytes, asked } = reply
  const url = hops.at(-1) ?? hops[0]
  const retrieval: Retrieval = {
    asked: hops[0],
    answered: url,
    hops,
    status,
    requestHeaders,
    responseHeaders,
    retrievedAt: new Date(asked).toISOString(),
  }
  if (status === 304 && conditions(ask).length > 0) return { input, notModified: true, retrieval }
  if (!holdsPage(status)) return refusalOf(input, failureOfStatus(reply, clock.now()))
  return { input, bytes, url, mediaType: headerOf(responseHeaders, 'content-type'), retrieval }
}

const conditions = ({ etag, lastModified }: Ask): readonly Header[] => [
  ...(isFieldValue(etag) ? [['if-none-match', etag] as const] : []),
  ...(isFieldValue(lastModified) ? [['if-modified-since', lastModified] as const] : []),
]

/** A server may have sent what cannot be sent back. */
const isFieldValue = (value: string | undefined): value is string =>
  value !== undefined && /^[\t\x20-\x7e\x80-\xff]+$/.test(value)

const answerOf = (reached: Reached | Failure): Reply | Failure => ('code' in reached ? reached : reached.reply)

/** What a server sends stands in some of these sentences; no terminal is to take it for orders. */
const refusalOf = (input: string, { code, says }: Failure): Refusal => ({
  input,
  code,
  says: says.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd'),
})

const readAddress = (address: string): URL | undefined =>
  address.length <= longestAddress && URL.canParse(address) ? withoutPart(new URL(address)) : undefined
