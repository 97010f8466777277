import { createRoute, z } from '@hono/zod-openapi'
import { suggestionsFor } from '../../app/workbench/settled.ts'
import { json } from '../described.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { pageOf, suggestion } from '../schemas.ts'

const route = createRoute({
  method: 'get',
  path: '/suggestions',
  ...needs('viewer'),
  operationId: 'listSuggestions',
  summary: 'What the machine is unsure of, best first, and behind it what models suggested; without what was decided',
  request: { query: z.object(paging) },
  responses: { 200: json(pageOf(suggestion), 'One page of them'), ...problems(400) },
})

export const suggestions: Resource = (app) => {
  app.openapi(route, async (context) => {
    const desk = context.get('desk')
    // Each of them is shown with what deciding it would move.
    desk.expectQuestions()
    return context.json(
      onePage(await suggestionsFor(desk), context.req.valid('query'), ({ id }) => id),
      200,
    )
  })
}
