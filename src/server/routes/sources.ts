import { createRoute, z } from '@hono/zod-openapi'
import { sourcePage, sourceRow, sourcesFor } from '../../export/workbench/source-rows.ts'
import { statementRow } from '../../export/workbench/statement-rows.ts'
import { json } from '../described.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { pageOf, sourcePage as pageSchema, sourceRow as row, statementRow as said } from '../schemas.ts'

const all = createRoute({
  method: 'get',
  path: '/sources',
  ...needs('viewer'),
  operationId: 'listSources',
  summary: 'Voices, those that most claims go back to first',
  request: { query: z.object({ q: z.string().max(1_000).optional(), ...paging }) },
  responses: { 200: json(pageOf(row), 'One page of them'), ...problems(400) },
})

const one = createRoute({
  method: 'get',
  path: '/sources/{id}',
  ...needs('viewer'),
  operationId: 'getSource',
  summary: 'One voice with what it is said to have said',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(pageSchema, 'The voice'), ...problems(404) },
})

const statements = createRoute({
  method: 'get',
  path: '/sources/{id}/statements',
  ...needs('viewer'),
  operationId: 'listSourceStatements',
  summary: 'What one voice is said to have said, in the order of the reports',
  request: { params: z.object({ id: z.string() }), query: z.object(paging) },
  responses: { 200: json(pageOf(said), 'One page of it'), ...problems(400, 404) },
})

export const sources: Resource = (app) => {
  app.openapi(all, async (context) => {
    const asked = context.req.valid('query')
    const { shelf } = await context.get('desk').answers.now()
    const { items, total, next } = onePage(sourcesFor(shelf, asked.q), asked, ({ id }) => id)
    return context.json({ items: items.map((source) => sourceRow(shelf, source)), total, next }, 200)
  })
  app.openapi(one, async (context) => {
    const { shelf } = await context.get('desk').answers.now()
    const source = shelf.sources.get(context.req.valid('param').id)
    if (!source) throw new Problem(404, 'No source has this id.', 'id')
    return context.json(sourcePage(shelf, source), 200)
  })
  app.openapi(statements, async (context) => {
    const { shelf } = await context.get('desk').answers.now()
    const { id } = context.req.valid('param')
    if (!shelf.sources.has(id)) throw new Problem(404, 'No source has this id.', 'id')
    const { items, total, next } = onePage(shelf.saidBy.get(id) ?? [], context.req.valid('query'), (one) => one.id)
    return context.json({ items: items.map((one) => statementRow(shelf, one)), total, next }, 200)
  })
}
