import type { Context, MiddlewareHandler } from 'hono'
import type { Acting } from '../app/collection/acting.ts'
import type { Desks } from '../app/workbench/desks.ts'
import type { Env } from './guard.ts'
import { Problem } from './problem.ts'
import { checkRole } from './roles.ts'

/**
 * Finds the collection that the path names, for those who have the role that the route needs. One that is not there and one that somebody
 * may not see are told of in the same words.
 */
export function inCollection(desks: Desks): MiddlewareHandler<Env> {
  return async (context, next) => {
    const name = context.req.param('collection') ?? ''
    const role = context.get('person').roleIn(name)
    const desk = desks.named(name)
    if (!desk || role === undefined)
      throw new Problem(404, 'There is no collection of this name, or none that you may see.', 'collection')
    checkRole(role, context.get('needed'))
    context.set('desk', desk)
    context.set('role', role)
    return next()
  }
}

/** Who changes something in the collection, and the clock. */
export const actingIn = (context: Context<Env>): Acting => ({
  ...context.get('desk').acting,
  by: context.get('person').name,
})
