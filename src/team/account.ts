import type { Role } from './roles.ts'

/** Somebody who may sign in. An account that was removed stays, so that nobody else gets its name: the logs have it. */
export interface Account {
  readonly id: string
  /** What they sign in with, and what the logs name them by. */
  readonly name: string
  readonly email: string | null
  /** Hash of the password with how it was made; null for those who only come from elsewhere (OpenID Connect). */
  readonly password: string | null
  /** Who says who they are, and what they call them. */
  readonly issuer: string | null
  readonly subject: string | null
  readonly createdAt: string
  readonly removedAt: string | null
}

/** What somebody may do in a collection, or in all there are and will be. */
export interface Grant {
  readonly account: string
  /** Its name in addresses, or `*`. */
  readonly collection: string
  readonly role: Role
}

export const everyCollection = '*'

/** A browser that somebody has signed in with. */
export interface Session {
  /** SHA-256 of what the cookie holds: who reads the tables cannot sign in with them. */
  readonly digest: string
  readonly account: string
  readonly createdAt: string
  readonly seenAt: string
  /** What the browser calls itself, so that its user recognises it. */
  readonly agent: string
}

/** A link that works once: the first administrator's, somebody's first, or the way back in for who forgot the password. */
export interface Invitation {
  /** SHA-256 of what the link holds. */
  readonly digest: string
  readonly kind: 'set-up' | 'invite' | 'reset'
  /** Whose password it sets; null where it makes an account. */
  readonly account: string | null
  /** Who comes from elsewhere with this address, verified there, has accepted it. */
  readonly email: string | null
  readonly collection: string | null
  readonly role: Role | null
  readonly by: string
  readonly createdAt: string
  readonly expiresAt: string
  readonly usedAt: string | null
}

/** What a program shows instead of a password. */
export interface ApiToken {
  /** What it is called when it is taken back. */
  readonly id: string
  readonly digest: string
  readonly account: string
  /** What it is for, in its owner's words. */
  readonly label: string
  /** A collection, or `*` for all that its owner may see. */
  readonly collection: string
  readonly scope: Scope
  readonly createdAt: string
  readonly expiresAt: string
  readonly seenAt: string | null
}

/** What a token may be used for, at most; its owner's role limits it further. */
export const scopes = ['read', 'write', 'decide', 'admin'] as const

export type Scope = (typeof scopes)[number]
