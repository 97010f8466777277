import type { Header } from '../../model/retrieval.ts'
import { headerOf, type Reply } from './exchange.ts'
import { type Failure, failure } from './failure.ts'
import type { Limits } from './limits.ts'

/**
 * How long to leave a host alone before the same request is made again, in milliseconds; undefined when there is no use in that. Doubles
 * from one second on, and is never less than the server asks for. Nothing is left to chance: one request at a time cannot be a stampede.
 */
export function waitBeforeNext(
  reply: Reply | Failure,
  attempt: number,
  now: number,
  limits: Limits,
): number | undefined {
  if (attempt >= limits.retries) return undefined
  const doubling = 1000 * 2 ** attempt
  if ('code' in reply) return reply.mayPass ? doubling : undefined
  if (!overloaded.has(reply.status)) return undefined
  const asked = retryAfter(reply.responseHeaders, now) ?? 0
  return asked > limits.longestWait ? undefined : Math.max(doubling, asked)
}

/** What an error status means to somebody who wanted a page. */
export function failureOfStatus({ status, responseHeaders }: Reply, now: number): Failure {
  const wait = retryAfter(responseHeaders, now)
  const says =
    remedies.get(status) ?? (status >= 500 ? 'the server has a fault; try again later' : 'there is no page in that')
  const later = wait === undefined || wait === 0 ? '' : ` (it asks to wait ${Math.ceil(wait / 1000)} seconds)`
  return failure('http-error', `the server answers ${status}: ${says}${later}`)
}

/** Too many requests, and gateways or servers that are busy. */
const overloaded: ReadonlySet<number> = new Set([429, 502, 503, 504])

const byHand = 'open it in your browser, save the page and give the file'

const remedies: ReadonlyMap<number, string> = new Map([
  [304, 'not modified, though nobody asked'],
  [401, `it wants a login; ${byHand}`],
  [402, `it wants to be paid; ${byHand}`],
  [403, `it lets no program in; ${byHand}`],
  [404, 'there is no such page; check the address, or look in a web archive'],
  [410, 'the page was taken down; look in a web archive'],
  [429, 'too many requests; try again later'],
  [451, 'the page is withheld by law; look in a web archive'],
  [503, 'it is overloaded; try again later'],
])

/** `Retry-After` as milliseconds from now, whether it names seconds or a date. */
export function retryAfter(headers: readonly Header[], now: number): number | undefined {
  const value = headerOf(headers, 'retry-after')?.trim()
  if (value === undefined) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
