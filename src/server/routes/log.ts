import { createRoute, z } from '@hono/zod-openapi'
import type { LogLine } from '../../collection/log.ts'
import { json } from '../described.ts'
import { wholeOr } from '../numbers.ts'
import { busy, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { pageOf, logLine as schema, verified } from '../schemas.ts'

const lines = createRoute({
  method: 'get',
  path: '/log',
  ...needs('viewer'),
  operationId: 'listLog',
  summary: 'Everything that was captured and decided, line by line',
  request: {
    query: z.object({
      after: wholeOr(0, 0).openapi({ description: 'Number of a line' }),
      limit: wholeOr(50, 1, 500),
    }),
  },
  responses: { 200: json(pageOf(schema), 'One page of it'), ...problems(400) },
})

const check = createRoute({
  method: 'get',
  path: '/verify',
  ...needs('viewer'),
  operationId: 'verify',
  summary: 'Check that everything is as it was captured and decided, and say what no check can show',
  responses: { 200: json(verified, 'What was checked and what is wrong'), ...problems(503) },
})

export const log: Resource = (app) => {
  app.openapi(lines, async (context) => {
    const { after, limit } = context.req.valid('query')
    const { store } = context.get('desk')
    const items: (Omit<LogLine, 'body'> & { readonly body: unknown })[] = []
    for await (const line of store.log(after)) {
      items.push({ ...line, body: line.body as unknown })
      if (items.length >= limit) break
    }
    const { lines: total } = await store.counts()
    const last = items.at(-1)?.number ?? after
    return context.json({ items, total, next: last < total ? String(last) : null }, 200)
  })
  app.openapi(check, async (context) => {
    const found = context.get('desk').ask<'verify'>({ kind: 'verify' })
    if (!found) throw busy()
    return context.json(await found, 200)
  })
}
