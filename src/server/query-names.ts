import { type RouteConfig, z } from '@hono/zod-openapi'
import { Problem } from './problem.ts'

/**
 * Refuses a query with a name that a route does not take: `?limt=5` would be answered as if nothing had been asked for. A route whose query is a loose
 * object takes any name, since others write it.
 *
 * @param names as they were given
 */
export function checkQueryNames(names: readonly string[], { request }: RouteConfig): void {
  const query = request?.query
  const taken = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  if (query instanceof z.ZodObject && query.def.catchall instanceof z.ZodUnknown) return
  const unknown = names.find((name) => !taken.includes(name))
  if (unknown === undefined) return
  const takes = taken.length === 0 ? 'no query' : `${taken.join(', ')} and nothing else`
  throw new Problem(400, `This address takes ${takes}.`, unknown)
}
