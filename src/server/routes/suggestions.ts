import { createRoute } from '@hono/zod-openapi'
import { suggestionsFor } from '../../app/workbench/settled.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { list, suggestion } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/suggestions',
  summary: 'What the machine is unsure of, best first, and behind it what models suggested; without what was decided',
  responses: { 200: json(list(suggestion), 'At most 500'), ...problems() },
})

export const suggestions: Resource = (app, desk) => {
  app.openapi(route, async (context) => context.json(await suggestionsFor(desk), 200))
}
