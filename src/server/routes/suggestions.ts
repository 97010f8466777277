import { createRoute } from '@hono/zod-openapi'
import { suggestionsFor } from '../../app/workbench/settled.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { list, suggestion } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/suggestions',
  ...needs('viewer'),
  summary: 'Pairs that the machine is unsure of, best first, without those decided',
  responses: { 200: json(list(suggestion), 'At most 500'), ...problems() },
})

export const suggestions: Resource = (app) => {
  app.openapi(route, async (context) => context.json(await suggestionsFor(context.get('desk')), 200))
}
