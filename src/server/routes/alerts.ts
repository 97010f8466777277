import { createRoute, z } from '@hono/zod-openapi'
import { feedOf } from '../../app/collection/alerts-feed.ts'
import type { Alert } from '../../collection/alerts.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { list, alert as schema } from '../schemas.ts'

const query = z.object({ after: z.coerce.number().int().min(0).default(0) })

const all = createRoute({
  method: 'get',
  path: '/alerts',
  ...needs('viewer'),
  summary: 'What reports that came in have changed, the newest last',
  request: { query: query.extend({ limit: z.coerce.number().int().min(1).max(500).default(500) }) },
  responses: { 200: json(list(schema), 'Those after the one with the number `after`'), ...problems(400) },
})

const feed = createRoute({
  method: 'get',
  path: '/alerts.atom',
  ...needs('viewer'),
  summary: 'The same as a feed',
  request: { query },
  responses: {
    200: { description: 'Atom', content: { 'application/atom+xml': { schema: z.string() } } },
    ...problems(400),
  },
})

export const alerts: Resource = (app) => {
  app.openapi(all, async (context) => {
    const { after, limit } = context.req.valid('query')
    const found: Alert[] = []
    for await (const alert of context.get('desk').store.alerts(after)) {
      found.push(alert)
      if (found.length >= limit) break
    }
    return context.json(found, 200)
  })
  app.openapi(feed, async (context) =>
    context.body(await feedOf(context.get('desk').store, context.req.valid('query').after), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    }),
  )
}
