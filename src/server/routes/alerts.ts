import { createRoute, z } from '@hono/zod-openapi'
import { feedOf } from '../../app/collection/alerts-feed.ts'
import type { Alert } from '../../collection/alerts.ts'
import { alertRow } from '../../export/workbench/alert-rows.ts'
import type { Store } from '../../ports/store.ts'
import { json } from '../described.ts'
import { numberedPage, numberedPaging } from '../numbered-pages.ts'
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
    query: z.object(numberedPaging('an alert')),
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
    const { alerts: total } = await store.counts()
    const { items, next } = await numberedPage(context.req.valid('query'), total, (after, most) =>
      some(store, after, most),
    )
    const { catalogue } = await answers.now()
    return context.json({ items: items.map((alert) => alertRow(catalogue, alert)), total, next }, 200)
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
