import { createRoute } from '@hono/zod-openapi'
import { collectionPage } from '../../app/workbench/pages.ts'
import { version } from '../../model/version.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { collection as schema } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/',
  ...needs('viewer'),
  operationId: 'getCollection',
  summary: 'What is in the collection, in one sentence of figures',
  responses: { 200: json(schema, 'The figures'), ...problems() },
})

export const collection: Resource = (app) => {
  app.openapi(route, async (context) => {
    const desk = context.get('desk')
    const place = context.get('role') === 'admin' ? desk.store.name : null
    return context.json({ ...(await collectionPage(desk)), place, version }, 200)
  })
}
