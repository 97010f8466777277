import ipaddr from 'ipaddr.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.ts'

/** How often something may be tried, counted in this process. */
export interface Limits {
  /** Before a password is looked at. By name and address together, by address, and by name from wherever. */
  signingIn(name: string, address: string): Promise<void>
  /** Before a link is looked at, or somebody is sent elsewhere: by address. */
  knocking(address: string): Promise<void>
  /** Whoever came in may begin to count anew. */
  signedIn(name: string, address: string): Promise<void>
  /** What was counted before was no guess at a password. */
  notTried(name: string, address: string): Promise<void>
  /** Before anything of the API is answered. */
  asking(who: string): Promise<void>
}

/** Tries, and seconds in which they are counted. */
export const usualLimits = {
  pair: { points: 5, duration: 15 * 60 },
  address: { points: 200, duration: 15 * 60 },
  name: { points: 100, duration: 60 * 60 },
  asking: { points: 1_200, duration: 60 },
} as const

export type LimitSizes = {
  readonly [K in keyof typeof usualLimits]: { readonly points: number; readonly duration: number }
}

export function openLimits(sizes: LimitSizes = usualLimits): Limits {
  const [pair, address, name, asking] = [
    new RateLimiterMemory({ ...sizes.pair }),
    new RateLimiterMemory({ ...sizes.address }),
    new RateLimiterMemory({ ...sizes.name }),
    new RateLimiterMemory({ ...sizes.asking }),
  ]
  return {
    async signingIn(who, from) {
      await counted(address, connectionOf(from))
      await counted(pair, `${who} ${connectionOf(from)}`)
      await counted(name, who)
    },
    knocking: (from) => counted(address, connectionOf(from)),
    signedIn: async (who, from) => void (await pair.delete(`${who} ${connectionOf(from)}`)),
    async notTried(who, from) {
      await address.reward(connectionOf(from))
      await pair.reward(`${who} ${connectionOf(from)}`)
      await name.reward(who)
    },
    asking: (who) => counted(asking, connectionOf(who)),
  }
}

/** Whoever has one IPv6 address has the 2^64 of its network (RFC 6177), and may come from another one each time: they count as one. */
const connectionOf = (address: string): string =>
  ipaddr.IPv6.isValid(address)
    ? `${ipaddr.IPv6.networkAddressFromCIDR(`${address.replace(/%.*$/, '')}/64`)}/64`
    : address

async function counted(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key.slice(0, 200))
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw new Problem(429, `Try again in ${seconds} seconds.`, undefined, { 'Retry-After': String(seconds) })
  }
}
