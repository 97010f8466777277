import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Team } from '../app/team/team.ts'
import type { IdentityProvider } from '../ports/identity.ts'
import type { Env } from './guard.ts'
import type { Limits } from './limits.ts'
import type { Cookies } from './team-access.ts'

/** What the routes about people work with. */
export interface TeamServer {
  readonly team: Team
  readonly limits: Limits
  /** Who else may say who people are. */
  readonly identity: IdentityProvider | undefined
  /** Under which people reach this server: `https://desk.example`. */
  readonly origin: () => string
  readonly cookies: () => Cookies
  /** Told of what should not happen. */
  readonly tell: (says: string) => void
  /** The address of a proxy in front, besides this machine itself: it is believed for whom it asks. */
  readonly proxy: string | undefined
}

/**
 * The address that a request comes from. What a proxy says of it counts only when it comes from one that is known, and of that only the
 * last address, which the proxy wrote: those before are whatever somebody sent.
 */
export function addressOf(context: Context<Env>, { proxy }: TeamServer): string {
  const peer = plainAddress(peerOf(context))
  const isProxy = /^127\./.test(peer) || peer === '::1' || (proxy !== undefined && peer === plainAddress(proxy))
  const said = isProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return (said ? plainAddress(said) : peer).slice(0, 60)
}

/** One spelling for each address: an IPv4 address is the same when it is written as a part of an IPv6 one. */
const plainAddress = (text: string): string => (ipaddr.isValid(text) ? ipaddr.process(text).toString() : text)

function peerOf(context: Context<Env>): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    // Asked without a connection.
    return 'unknown'
  }
}

/** The link that somebody is given. What it holds stands behind `#`, which no server and no log of a proxy ever sees. */
export const linkOf = (origin: string, shown: string): string => `${origin}/join#${shown}`
