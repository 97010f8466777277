import type { MiddlewareHandler } from 'hono'
import type { Desk } from '../app/workbench/desk.ts'
import type { Role } from '../team/roles.ts'
import type { Access, Person } from './access.ts'
import { Problem } from './problem.ts'
import type { Needed } from './roles.ts'
import { isCsrf } from './team-access.ts'

/** What routes know of a request beyond what it says. */
export interface Env {
  Variables: {
    person: Person
    /** The collection that the path names, where it names one. */
    desk: Desk
    /** What the person may do in it. */
    role: Role
    /** Who may ask what is asked for. */
    needed: Needed
  }
}

/**
 * Lets through only what was sent to this server by its own pages or by programs that have the token. The name in `Host` keeps out pages
 * whose own name was turned to this machine (DNS rebinding), `Origin` keeps out pages of others (CSRF), the token everybody else. An extension
 * of the browser is no page: it may ask when it shows a token of its own; the browser lets no page say that it is one.
 *
 * @param origins what pages of this server say they come from, by the name (with port) that they ask
 */
export function guard(access: Access, origins: () => ReadonlyMap<string, string>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { req } = context
    const host = req.header('host')?.toLowerCase()
    const known = host === undefined ? undefined : origins().get(host)
    if (known === undefined) throw new Problem(403, 'This server does not go by that name.', 'Host')
    const origin = req.header('origin')?.toLowerCase()
    const isExtension =
      /^(?:chrome|moz)-extension:\/\//.test(origin ?? '') && /^Bearer +\S/i.test(req.header('authorization') ?? '')
    if (origin !== undefined && origin !== known && !isExtension)
      throw new Problem(403, 'Pages of other sites may not ask this server anything.', 'Origin')
    const site = req.header('sec-fetch-site')
    if ((site === 'cross-site' || site === 'same-site') && req.header('sec-fetch-mode') !== 'navigate' && !isExtension)
      throw new Problem(403, 'Pages of other sites may not ask this server anything.', 'Sec-Fetch-Site')

    const given = req.query('token')
    if (given !== undefined && req.method === 'GET' && req.path === '/') {
      const cookie = access.signedIn(given)
      if (cookie === undefined)
        throw new Problem(401, 'That is not the token of this server; it has a new one after every start.')
      // The token is not to stay in the address: histories and screenshots show it.
      return context.body(null, 303, { Location: '/', 'Set-Cookie': cookie })
    }
    const person = await access.whoSends({ authorization: req.header('authorization'), cookie: req.header('cookie') })
    if (!person) {
      if (!access.isOpen) throw new Problem(401, access.refusal)
      return next()
    }
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    if (person.csrf !== undefined && !isReading && !isCsrf(req.header(csrfHeader), person.csrf))
      throw new Problem(403, `Send what GET /api/v1/me gives as csrf, as ${csrfHeader}.`, csrfHeader)
    context.set('person', person)
    return next()
  }
}

/** No page of another site can send a header of its own without being asked for first, and no answer here ever agrees. */
const csrfHeader = 'X-Headwater-Csrf'
