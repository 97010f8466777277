import { createHash, timingSafeEqual } from 'node:crypto'
import { type SignedIn, seen, signedIn } from '../app/team/sign-in.ts'
import type { Team } from '../app/team/team.ts'
import { grantsFor, tokenShown } from '../app/team/tokens.ts'
import { isSteward, roleIn, within } from '../team/allowed.ts'
import { type Access, type Credentials, cookiesOf, type Person } from './access.ts'

/** What browsers keep and how, by the address that they come to. */
export interface Cookies {
  readonly name: string
  /** Set a session, or with undefined end it. */
  set(shown: string | undefined): string
}

/** Bound to the very host and to TLS where there is TLS (`__Host-`); ports share cookies, so that without it the port is in the name. */
export function sessionCookies(isSecure: boolean, port: number): Cookies {
  const name = isSecure ? '__Host-headwater' : `headwater-team-${port}`
  const how = `Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
  return {
    name,
    set: (shown) => (shown === undefined ? `${name}=; ${how}; Max-Age=0` : `${name}=${shown}; ${how}`),
  }
}

/** People with accounts: by the cookie of a session, or by a token of theirs. */
export function teamAccess(team: Team, cookies: () => Cookies): Access {
  return { whoSends: (credentials) => personOf(credentials, true), signedIn: () => undefined, isOpen: true, refusal }

  async function personOf(credentials: Credentials, isUse: boolean): Promise<Person | undefined> {
    const { authorization, cookie } = credentials
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    // Who shows a token wants to be taken for its owner, whatever the browser sends beside it.
    if (authorization !== undefined && authorization !== '')
      return bearer === undefined ? undefined : byToken(bearer, credentials)
    const shown = cookiesOf(cookie).get(cookies().name)
    const found = shown === undefined || shown === '' ? undefined : await signedIn(team, shown)
    if (!found || shown === undefined) return undefined
    if (isUse) await seen(team, found.session)
    return bySession(found, shown, credentials)
  }

  async function bySession(found: SignedIn, shown: string, credentials: Credentials): Promise<Person> {
    const grants = await team.people.grants(found.account.id)
    return {
      name: found.account.name,
      roleIn: (collection) => roleIn(grants, collection),
      isSteward: isSteward(grants),
      signedIn: found,
      csrf: csrfOf(shown),
      watch: (collection, gone) => watch(credentials, collection, gone),
    }
  }

  async function byToken(shown: string, credentials: Credentials): Promise<Person | undefined> {
    const found = await tokenShown(team, shown)
    if (!found) return undefined
    const { account, token } = found
    const grants = grantsFor(token, await team.people.grants(account.id))
    return {
      name: account.name,
      roleIn: (collection) => within(roleIn(grants, collection), token.scope),
      isSteward: isSteward(grants) && token.scope === 'admin',
      signedIn: undefined,
      csrf: undefined,
      watch: (collection, gone) => watch(credentials, collection, gone),
    }
  }

  /** Looks again when something changed here, and now and then: a session ends by itself, and another process may change something. */
  function watch(credentials: Credentials, collection: string, gone: () => void): () => void {
    const look = (): void => {
      personOf(credentials, false).then(
        (person) => {
          if (person?.roleIn(collection) === undefined) gone()
        },
        () => gone(),
      )
    }
    const timer = setInterval(look, lookAgain)
    timer.unref()
    const stop = team.listen(look)
    return () => {
      clearInterval(timer)
      stop()
    }
  }
}

const refusal = 'Sign in, or send a token of yours as Authorization: Bearer.'

/** Milliseconds. */
const lookAgain = 15_000

/** What pages send back with everything that changes something: made from what the cookie holds, which no page can read. */
const csrfOf = (shown: string): string => createHash('sha256').update(`csrf ${shown}`).digest('base64url')

export const isCsrf = (given: string | undefined, wanted: string): boolean =>
  given !== undefined && given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
