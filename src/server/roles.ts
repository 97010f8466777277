import type { RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { isEnough, isRole, type Role } from '../team/roles.ts'
import type { Person } from './access.ts'
import type { Env } from './guard.ts'
import { Problem } from './problem.ts'
import { checkQueryNames } from './query-names.ts'

/**
 * Who may ask: whoever has this role in the collection that the path names, or more. Outside of collections: anybody, signed in or not;
 * any person; a person at a browser with an account, not a program with a token of theirs; who looks after the people.
 */
export type Needed = Role | Outside

const outside = ['anyone', 'person', 'account', 'steward'] as const
type Outside = (typeof outside)[number]

/** Said beside every route, and in the OpenAPI document. A route that does not say it answers nobody. */
export const needs = <N extends Needed>(needed: N): { readonly [key: `x-${string}`]: N } => ({ [said]: needed })

const said = 'x-role'

/** Where the collections are. */
export const collectionPath = '/api/v1/collections/{collection}'

/** What a route says; undefined where it says nothing, or asks for a role where there is no collection to have it in. */
export function neededBy(route: RouteConfig): Needed | undefined {
  const word: unknown = route[said]
  const isIn = route.path === collectionPath || route.path.startsWith(`${collectionPath}/`)
  if (isIn) return isRole(word) ? word : undefined
  return outside.find((one) => one === word)
}

/**
 * Lets through only to routes that are described and say who may ask, with a query that they take; whether this person may, is looked at where the
 * collection is found.
 *
 * @param routes asked for once, when the first request has come
 */
export function declared(routes: () => readonly RouteConfig[], refusal: string): MiddlewareHandler<Env> {
  let router: TrieRouter<Declared> | undefined
  return async (context, next) => {
    const { method, path } = context.req
    router ??= routerOf(routes())
    // The first of several is the one that answers.
    const foundFor = (method: string): Declared | undefined => router?.match(method, path)[0][0]?.[0]
    const found = foundFor(method === 'HEAD' ? 'GET' : method)
    const others = found === undefined ? methods.filter((one) => foundFor(one) !== undefined) : []
    if (others.length > 0)
      throw new Problem(405, `This address takes ${others.join(', ')}.`, undefined, { Allow: others.join(', ') })
    if (found === undefined)
      throw new Problem(404, 'The API has no such address; /api/v1/openapi.json names all it has.')
    const { needed, route } = found
    const person: Person | undefined = context.get('person')
    if (needed !== 'anyone' && !person) throw new Problem(401, refusal)
    if (needed === 'account' && !person?.signedIn) throw new Problem(403, 'This is done in the browser, signed in.')
    if (needed === 'steward' && !person?.isSteward)
      throw new Problem(403, 'This is for those who are admin of every collection.')
    checkQueryNames(Object.keys(context.req.queries()), route)
    context.set('needed', needed)
    return next()
  }
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** A route that says who may ask. */
interface Declared {
  readonly route: RouteConfig
  readonly needed: Needed
}

function routerOf(routes: readonly RouteConfig[]): TrieRouter<Declared> {
  const router = new TrieRouter<Declared>()
  for (const route of routes) {
    const needed = neededBy(route)
    if (needed !== undefined)
      router.add(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), { route, needed })
  }
  return router
}

/** Refuses whoever has not the role that the route needs. */
export function checkRole(role: Role, needed: Needed): void {
  if (!isRole(needed) || !isEnough(role, needed))
    throw new Problem(403, `This needs the role ${needed} in this collection; yours is ${role}.`)
}
