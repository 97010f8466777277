import { createHash, timingSafeEqual } from 'node:crypto'
import type { SignedIn } from '../app/team/sign-in.ts'
import type { Role } from '../team/roles.ts'

/** Who may do what: one person with the token of the server, or people with accounts. */
export interface Access {
  /** Who sends a request; undefined for nobody who may. */
  whoSends(request: Credentials): Promise<Person | undefined>
  /** What a browser is to keep when it was opened with this token, as the value of `Set-Cookie`; undefined for a wrong one. */
  signedIn(token: string): string | undefined
  /** Whether the pages themselves, which hold no data, are given to whoever comes: who has to sign in needs a page to do so. */
  readonly isOpen: boolean
  /** What somebody unknown is told to do. */
  readonly refusal: string
}

/** What a request carries to show who sends it. */
export interface Credentials {
  readonly authorization: string | undefined
  readonly cookie: string | undefined
}

export interface Person {
  /** As the log of the collection names them. */
  readonly name: string
  /** What they may do in a collection; undefined where they may not even see it. */
  roleIn(collection: string): Role | undefined
  /** Whether they look after the people themselves. */
  readonly isSteward: boolean
  /** With the browser that they have signed in with; undefined for a program, and where there are no accounts. */
  readonly signedIn: SignedIn | undefined
  /** What their pages have to send with everything that changes something; undefined where no cookie says who they are. */
  readonly csrf: string | undefined
  /** Calls back when they may no longer see a collection, until the returned function is called. */
  watch(collection: string, gone: () => void): () => void
}

/**
 * One person, who has the token that the server printed.
 *
 * @param port cookies are shared by all ports of a machine, so that the port is in the cookie's name
 */
export function localAccess(token: string, name: string, port: () => number): Access {
  const person: Person = {
    name,
    roleIn: () => 'admin',
    isSteward: true,
    signedIn: undefined,
    csrf: undefined,
    watch: () => () => undefined,
  }
  const cookie = (): string => `headwater-${port()}`
  const isToken = (given: string): boolean => timingSafeEqual(digest(given), digest(token))
  return {
    async whoSends({ authorization, cookie: kept }) {
      const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
      if (bearer !== undefined) return isToken(bearer) ? person : undefined
      const given = cookiesOf(kept).get(cookie())
      return given !== undefined && isToken(given) ? person : undefined
    },
    signedIn: (given) => (isToken(given) ? `${cookie()}=${token}; Path=/; HttpOnly; SameSite=Strict` : undefined),
    isOpen: false,
    refusal: 'Open the address that the server printed, or send its token as Authorization: Bearer.',
  }
}

/** Of one length whatever was given, so that the comparison takes as long whatever was given. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export function cookiesOf(header = ''): ReadonlyMap<string, string> {
  return new Map(
    header.split(';').flatMap((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const]
    }),
  )
}

/** A token may be given by the user: only what fits into an address, a header and a cookie as it is. */
export const isPlainToken = (token: string): boolean => /^[\w.~-]{16,200}$/.test(token)
