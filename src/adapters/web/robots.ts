import type { Clock } from './clock.ts'
import { holdsPage, type Reply } from './exchange.ts'
import { type Failure, failure } from './failure.ts'
import { type RobotsRules, robotsRules } from './robots-rules.ts'
import { agent } from './user-agent.ts'

/** May this address be fetched, and how long is the pause that its host asks for? */
export interface Robots {
  /** The pause in milliseconds, or why not. */
  permit(url: URL): Promise<{ readonly delay: number } | Failure>
}

/** Gets a robots.txt, following redirections. */
type Get = (url: URL) => Promise<Reply | Failure>

/** RFC 9309 asks to look again after a day; what could not be had is asked for again sooner. Milliseconds. */
const keptFor = { rules: 24 * 3_600_000, failure: 600_000 } as const

/** More are not kept at once; the oldest goes. */
const mostKept = 1000

/** The rules of every host, fetched once and kept. Scheme and port make another host (RFC 9309). */
export function openRobots(get: Get, clock: Clock): Robots {
  const kept = new Map<string, Kept>()
  const rulesOf = ({ origin }: URL): Promise<RobotsRules | Failure> => {
    const known = kept.get(origin)
    if (known && known.until > clock.now()) return known.rules
    const rules = fetchRules(new URL('/robots.txt', origin), get)
    const fresh: Kept = { rules, until: Number.POSITIVE_INFINITY }
    kept.delete(origin)
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(origin, fresh)
    rules.then(
      (found) => {
        fresh.until = clock.now() + ('code' in found ? keptFor.failure : keptFor.rules)
      },
      () => kept.delete(origin),
    )
    return rules
  }
  return {
    async permit(url) {
      const rules = await rulesOf(url)
      if ('code' in rules) return rules
      if (rules.allows(`${url.pathname}${url.search}`)) return { delay: rules.delay ?? 0 }
      return failure('robots', `the robots.txt of ${url.host} asks programs to stay away from it; ${byHand}`)
    },
  }
}

interface Kept {
  readonly rules: Promise<RobotsRules | Failure>
  until: number
}

const byHand = 'open it in your browser, save the page and give the file'

/**
 * No robots.txt (4xx) forbids nothing. A server that is down, or says that we come too often, is left alone for now. A host that cannot be
 * reached at all is told as that.
 */
async function fetchRules(url: URL, get: Get): Promise<RobotsRules | Failure> {
  const reply = await get(url)
  if ('code' in reply) return byHost.has(reply.code) ? reply : withheld(url, reply.says)
  const { status, bytes } = reply
  if (status >= 500 || status === 429) return withheld(url, `it answers ${status}`)
  return robotsRules(holdsPage(status) ? new TextDecoder().decode(bytes) : '', agent)
}

/** Failures that the page itself would meet as well. */
const byHost: ReadonlySet<string> = new Set(['unreachable', 'timed-out', 'forbidden-address'])

const withheld = ({ host }: URL, why: string): Failure =>
  failure(
    'robots',
    `the robots.txt of ${host} cannot be read, so nothing is fetched there for now (${why}); try again later`,
  )
