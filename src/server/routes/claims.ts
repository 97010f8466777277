import { createRoute, z } from '@hono/zod-openapi'
import { type ClaimFound, claimWith } from '../../app/workbench/pages.ts'
import { claimPage } from '../../export/workbench/claim-page.ts'
import { claimOrders } from '../../export/workbench/claim-rows.ts'
import { statementRow, statementsOf } from '../../export/workbench/statement-rows.ts'
import { json } from '../described.ts'
import { whole } from '../numbers.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { findingKind, pageOf, claimPage as pageSchema, claimRow as row, statementRow as said } from '../schemas.ts'

const all = createRoute({
  method: 'get',
  path: '/claims',
  ...needs('viewer'),
  operationId: 'listClaims',
  summary: 'Claims, what is most worth a look first',
  request: {
    query: z.object({
      story: z.string().optional(),
      origin: z.string().optional().openapi({ description: 'Id of a document or source that it goes back to' }),
      finding: findingKind.optional(),
      source: z.string().optional().openapi({ description: 'Id or name of a source that is said to have said it' }),
      q: z.string().max(1_000).optional(),
      min: whole(0).optional().openapi({ description: 'Independent origins' }),
      max: whole(0).optional().openapi({ description: 'Independent origins' }),
      sort: z.enum(claimOrders).default('noteworthy'),
      ...paging,
    }),
  },
  responses: { 200: json(pageOf(row), 'One page of them'), ...problems(400) },
})

const one = createRoute({
  method: 'get',
  path: '/claims/{key}',
  ...needs('viewer'),
  operationId: 'getClaim',
  summary: 'Everything one claim stands on',
  description: 'The key is the id of its first statement; the id of any statement of it leads here too.',
  request: { params: z.object({ key: z.string() }) },
  responses: { 200: json(pageSchema, 'The claim'), ...problems(404) },
})

const statements = createRoute({
  method: 'get',
  path: '/claims/{key}/statements',
  ...needs('viewer'),
  operationId: 'listClaimStatements',
  summary: 'The statements of one claim, or of one answer to it',
  request: {
    params: z.object({ key: z.string() }),
    query: z.object({
      position: whole(0).optional().openapi({ description: 'Place of the answer, 0 the first' }),
      ...paging,
    }),
  },
  responses: { 200: json(pageOf(said), 'One page of them'), ...problems(400, 404) },
})

export const claims: Resource = (app) => {
  app.openapi(all, async (context) => {
    const asked = context.req.valid('query')
    const found = await context.get('desk').answers.tell(async (answer) => {
      const { items, total, next } = onePage(await answer.claims(asked), asked, ({ key }) => key)
      return { items: await answer.claimRows(items), total, next }
    })
    return context.json(found, 200)
  })
  app.openapi(one, async (context) => {
    const { key } = context.req.valid('param')
    const found = await context.get('desk').answers.tell(async (answer) => {
      const { shelf, claim } = wanted(await claimWith(answer, key))
      return claimPage(shelf, claim)
    })
    return context.json(found, 200)
  })
  app.openapi(statements, async (context) => {
    const { key } = context.req.valid('param')
    const asked = context.req.valid('query')
    const found = await context.get('desk').answers.tell(async (answer) => {
      const { shelf, claim } = wanted(await claimWith(answer, key))
      const { items, total, next } = onePage(statementsOf(shelf, claim, asked.position), asked, ({ id }) => id)
      return { items: items.map((one) => statementRow(shelf, one)), total, next }
    })
    return context.json(found, 200)
  })
}

function wanted(found: ClaimFound | undefined): ClaimFound {
  if (!found) throw new Problem(404, 'No claim has a statement of this id.', 'key')
  return found
}
