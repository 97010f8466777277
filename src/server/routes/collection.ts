import { createRoute } from '@hono/zod-openapi'
import { collectionPage } from '../../app/workbench/pages.ts'
import { version } from '../../model/version.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { collection as schema } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/collection',
  summary: 'What is in the collection, in one sentence of figures',
  responses: { 200: json(schema, 'The figures'), ...problems() },
})

export const collection: Resource = (app, desk) => {
  app.openapi(route, async (context) => context.json({ ...(await collectionPage(desk)), version }, 200))
}
