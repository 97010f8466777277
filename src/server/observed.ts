import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Telemetry } from '../ports/telemetry.ts'

/** Has every request measured, refused ones too. What was asked for is not named, only which route answered. */
export const observed =
  (telemetry: Telemetry): MiddlewareHandler =>
  (context, next) =>
    telemetry.during(
      {
        kind: 'request',
        name: context.req.method,
        facts: { method: context.req.method },
        within: context.req.header('traceparent'),
      },
      async (noted) => {
        await next()
        const route = matchedRoutes(context).findLast(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
        noted({ route: route?.path ?? 'files', status: context.res.status })
      },
    )
