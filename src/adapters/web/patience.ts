import type { Clock } from './clock.ts'
import { type Failure, failure } from './failure.ts'

/** Gives a host up for a while when nothing comes from it: fifty pages of one that lets every request run out of time would take hours. */
export interface Patience {
  /** Why the host is left alone for now; undefined when it may be asked. */
  with(host: string): Failure | undefined
  /** What came of asking it. */
  after(host: string, came: object | Failure): void
}

/** In a row. */
const mostFailures = 3

/** As long as a robots.txt that cannot be had is left alone. Milliseconds. */
const restFor = 600_000

const mostHosts = 1000

export function openPatience(clock: Clock): Patience {
  const failures = new Map<string, { count: number; last: number }>()
  const lost = (host: string): Failure | undefined => {
    const known = failures.get(host)
    if (!known || known.count < mostFailures || clock.now() - known.last >= restFor) return undefined
    return failure('timed-out', `${host} failed ${known.count} times in a row and is left alone; try again later`)
  }
  return {
    with: lost,
    after(host, came) {
      // It was not asked at all.
      if (lost(host)) return
      const failed = 'code' in came && (came.code === 'timed-out' || came.code === 'unreachable')
      const count = failed ? (failures.get(host)?.count ?? 0) + 1 : 0
      failures.delete(host)
      const [oldest] = failures.keys()
      if (failures.size >= mostHosts && oldest !== undefined) failures.delete(oldest)
      if (count > 0) failures.set(host, { count, last: clock.now() })
    },
  }
}
