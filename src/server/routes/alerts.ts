import { createRoute, z } from '@hono/zod-openapi'
import { feedOf } from '../../app/collection/alerts-feed.ts'
import type { Alert } from '../../collection/alerts.ts'
import { alertRow } from '../../export/workbench/alert-rows.ts'
import type { Store } from '../../ports/store.ts'
import { json } from '../described.ts'
import { wholeOr } from '../numbers.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { pageOf, alertRow as schema } from '../schemas.ts'

const query = z.object({ after: wholeOr(0, 0) })

const all = createRoute({
  method: 'get',
  path: '/alerts',
  ...needs('viewer'),
  operationId: 'listAlerts',
  summary: 'What reports that came in have changed',
  request: {
    query: query.extend({
      after: query.shape.after.openapi({ description: 'Number of an alert; 0 for the beginning' }),
      order: z.enum(['oldest', 'newest']).default('oldest').openapi({ description: 'Which come first' }),
      limit: wholeOr(50, 1, 500),
    }),
  },
  responses: { 200: json(pageOf(schema), 'One page of them'), ...problems(400) },
})

const feed = createRoute({
  method: 'get',
  path: '/alerts.atom',
  ...needs('viewer'),
  operationId: 'getAlertsFeed',
  summary: 'The same as a feed',
  request: { query },
  responses: {
    200: { description: 'Atom', content: { 'application/atom+xml': { schema: z.string() } } },
    ...problems(400),
  },
})

export const alerts: Resource = (app) => {
  app.openapi(all, async (context) => {
    const { store, answers } = context.get('desk')
    const { after, limit, order } = context.req.valid('query')
    const { alerts: total } = await store.counts()
    const isOldest = order === 'oldest'
    // Alerts are numbered without gaps and never taken away.
    const end = after === 0 ? total : Math.min(after - 1, total)
    const found = await some(
      store,
      isOldest ? after : Math.max(0, end - limit),
      isOldest ? limit : Math.min(limit, end),
    )
    const items = isOldest ? found : found.toReversed()
    const last = items.at(-1)?.number
    const isMore = last !== undefined && (isOldest ? last < total : last > 1)
    const { catalogue } = await answers.now()
    return context.json(
      { items: items.map((alert) => alertRow(catalogue, alert)), total, next: isMore ? String(last) : null },
      200,
    )
  })
  app.openapi(feed, async (context) =>
    context.body(await feedOf(context.get('desk').store, context.req.valid('query').after), 200, {
      'Content-Type': 'application/atom+xml; charset=utf-8',
    }),
  )
}

async function some(store: Store, after: number, most: number): Promise<readonly Alert[]> {
  const found: Alert[] = []
  if (most === 0) return found
  for await (const alert of store.alerts(after)) {
    found.push(alert)
    if (found.length >= most) break
  }
  return found
}
