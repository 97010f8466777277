import type { Clock } from './clock.ts'

/** Who may ask a host, and when: one request at a time for each host, and a pause between them. Different hosts do not wait for each other. */
export interface Turns {
  /**
   * Does the work when it is the host's turn: at least `gap` milliseconds after the last work there began. Work without a gap has its turn
   * too, but does not make the next one wait.
   */
  take<T>(host: string, gap: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>
  /** Leaves the host alone for so many milliseconds from now. */
  rest(host: string, ms: number): void
}

/** More hosts than this are not remembered beyond the time that they are to be left alone. */
const mostHosts = 1000

export function openTurns(clock: Clock): Turns {
  const hosts = new Map<string, Host>()
  const at = (name: string): Host => {
    const known = hosts.get(name)
    if (known) return known
    if (hosts.size >= mostHosts) forgetIdle(hosts, clock.now())
    const host = { begun: Number.NEGATIVE_INFINITY, free: Number.NEGATIVE_INFINITY, waiting: 0, queue: done }
    hosts.set(name, host)
    return host
  }
  return {
    async take(name, gap, signal, work) {
      const host = at(name)
      const before = host.queue
      let leave: () => void = () => undefined
      host.queue = new Promise((resolve) => {
        leave = resolve
      })
      host.waiting++
      try {
        await before
        signal.throwIfAborted()
        const wait = Math.max(host.begun + gap, host.free) - clock.now()
        if (wait > 0) await clock.sleep(wait, signal)
        if (gap > 0) host.begun = clock.now()
        return await work()
      } finally {
        host.waiting--
        leave()
      }
    },
    rest(name, ms) {
      const host = at(name)
      host.free = Math.max(host.free, clock.now() + ms)
    },
  }
}

/** What is remembered of one host; changed in place, as it has a life. */
interface Host {
  begun: number
  free: number
  waiting: number
  queue: Promise<void>
}

const done = Promise.resolve()

/** A minute is longer than any pause. */
function forgetIdle(hosts: Map<string, Host>, now: number): void {
  for (const [name, { waiting, begun, free }] of hosts)
    if (waiting === 0 && Math.max(begun + 60_000, free) < now) hosts.delete(name)
}
