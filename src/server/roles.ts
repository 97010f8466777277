import type { RouteConfig } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import { isEnough, isRole, type Role } from '../team/roles.ts'
import type { Env } from './guard.ts'
import { Problem } from './problem.ts'

/** Who may ask: whoever has this role in the collection that the path names, or more; or anybody who is signed in. */
export type Needed = Role | 'person'

/** Said beside every route, and in the OpenAPI document. A route that does not say it answers nobody. */
export const needs = <N extends Needed>(needed: N): { readonly [key: `x-${string}`]: N } => ({ [said]: needed })

const said = 'x-role'

/** Where the collections are. */
export const collectionPath = '/api/v1/collections/{collection}'

/** What a route says; undefined where it says nothing, or asks for a role where there is no collection to have it in. */
export function neededBy(route: RouteConfig): Needed | undefined {
  const word: unknown = route[said]
  const isIn = route.path === collectionPath || route.path.startsWith(`${collectionPath}/`)
  return isIn ? (isRole(word) ? word : undefined) : word === 'person' ? word : undefined
}

/**
 * Lets through only to routes that are described and say who may ask; whether this person may, is looked at where the collection is found.
 *
 * @param routes asked for once, when the first request has come
 */
export function declared(routes: () => readonly RouteConfig[]): MiddlewareHandler<Env> {
  let router: TrieRouter<Needed | undefined> | undefined
  return async (context, next) => {
    const { method, path } = context.req
    router ??= routerOf(routes())
    // The first of several is the one that answers.
    const needed = router.match(method === 'HEAD' ? 'GET' : method, path)[0][0]?.[0]
    if (needed === undefined)
      throw new Problem(404, 'The API has no such address; /api/v1/openapi.json names all it has.')
    context.set('needed', needed)
    return next()
  }
}

function routerOf(routes: readonly RouteConfig[]): TrieRouter<Needed | undefined> {
  const router = new TrieRouter<Needed | undefined>()
  for (const route of routes)
    router.add(route.method.toUpperCase(), route.path.replace(/\{(\w+)\}/g, ':$1'), neededBy(route))
  return router
}

/** Refuses whoever has not the role that the route needs. */
export function checkRole(role: Role, needed: Needed): void {
  if (needed !== 'person' && !isEnough(role, needed))
    throw new Problem(403, `This needs the role ${needed} in this collection; yours is ${role}.`)
}
