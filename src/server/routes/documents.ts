import { createRoute, z } from '@hono/zod-openapi'
import { documentPage, rowsOf, versionPage } from '../../app/workbench/pages.ts'
import { documentOrders } from '../../export/workbench/document-page.ts'
import { json } from '../described.ts'
import { whole } from '../numbers.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { documentRow, documentPage as page, pageOf, versionPage as versionSchema } from '../schemas.ts'

const all = createRoute({
  method: 'get',
  path: '/documents',
  ...needs('viewer'),
  operationId: 'listDocuments',
  summary: 'Reports, the newest first',
  request: {
    query: z.object({
      story: z.string().optional(),
      q: z.string().max(1_000).optional(),
      sort: z.enum(documentOrders).default('published'),
      adds: z.literal('nothing').optional().describe('only those whose every claim came out of another report'),
      ...paging,
    }),
  },
  responses: { 200: json(pageOf(documentRow), 'One page of them'), ...problems(400) },
})

const one = createRoute({
  method: 'get',
  path: '/documents/{id}',
  ...needs('viewer'),
  operationId: 'getDocument',
  summary: 'One report with its text, its statements and the origin of each',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(page, 'The report'), ...problems(404) },
})

const version = createRoute({
  method: 'get',
  path: '/documents/{id}/versions/{n}',
  ...needs('viewer'),
  operationId: 'getDocumentVersion',
  summary: 'One version of a report, and what was edited in it',
  request: { params: z.object({ id: z.string(), n: whole(1) }) },
  responses: { 200: json(versionSchema, 'The version'), ...problems(400, 404) },
})

export const documents: Resource = (app) => {
  app.openapi(all, async (context) => {
    const asked = context.req.valid('query')
    const desk = context.get('desk')
    const found = await desk.answers.tell((answer) => answer.documents(asked))
    const { items, total, next } = onePage(found, asked, ({ id }) => id)
    return context.json({ items: await rowsOf(desk.store, items), total, next }, 200)
  })
  app.openapi(one, async (context) => {
    const desk = context.get('desk')
    const { id } = context.req.valid('param')
    const found = await desk.answers.tell((answer) => documentPage(desk, answer, id))
    if (!found) throw new Problem(404, 'No report of the answers has this id.', 'id')
    return context.json(found, 200)
  })
  app.openapi(version, async (context) => {
    const { id, n } = context.req.valid('param')
    const found = await versionPage(context.get('desk'), id, n)
    if (!found) throw new Problem(404, 'This report has no such version.', 'n')
    return context.json(found, 200)
  })
}
