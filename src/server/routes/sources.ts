import { createRoute, z } from '@hono/zod-openapi'
import { sourceView, statementRows } from '../../app/workbench/pages.ts'
import { type SaidAt, saidBy, sourceRow, sourcesFor } from '../../export/workbench/source-rows.ts'
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
    const { catalogue } = await context.get('desk').answers.now()
    const { items, total, next } = onePage(sourcesFor(catalogue, asked.q), asked, ({ id }) => id)
    return context.json({ items: items.map((source) => sourceRow(catalogue, source)), total, next }, 200)
  })
  app.openapi(one, async (context) => {
    const { id } = context.req.valid('param')
    const found = await context.get('desk').answers.tell((answer) => sourceView(answer, id))
    if (!found) throw new Problem(404, 'No source has this id.', 'id')
    return context.json(found, 200)
  })
  app.openapi(statements, async (context) => {
    const { id } = context.req.valid('param')
    const asked = context.req.valid('query')
    const found = await context.get('desk').answers.tell(async (answer) => {
      if (!answer.catalogue.sources.has(id)) throw new Problem(404, 'No source has this id.', 'id')
      const { items, total, next } = onePage(saidBy(answer.catalogue, id), asked, saidKey)
      return { items: await statementRows(answer, items), total, next }
    })
    return context.json(found, 200)
  })
}

const saidKey = ({ document, place }: SaidAt): string => `${document.id} ${place}`
