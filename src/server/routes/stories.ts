import { createRoute, z } from '@hono/zod-openapi'
import { storyRow } from '../../export/workbench/story-page.ts'
import { json } from '../described.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { pageOf, storyRow as row, storyPage } from '../schemas.ts'

const all = createRoute({
  method: 'get',
  path: '/stories',
  ...needs('viewer'),
  operationId: 'listStories',
  summary: 'Events that reports are about, those of most reports first',
  request: { query: z.object(paging) },
  responses: { 200: json(pageOf(row), 'One page of them'), ...problems(400) },
})

const one = createRoute({
  method: 'get',
  path: '/stories/{id}',
  ...needs('viewer'),
  operationId: 'getStory',
  summary: 'One event: its river, its days, its places',
  description: 'The id of any report about it leads here too.',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(storyPage, 'The story'), ...problems(404) },
})

export const stories: Resource = (app) => {
  app.openapi(all, async (context) => {
    const { catalogue } = await context.get('desk').answers.now()
    const { items, total, next } = onePage(catalogue.stories, context.req.valid('query'), ({ id }) => id)
    return context.json({ items: items.map(storyRow), total, next }, 200)
  })
  app.openapi(one, async (context) => {
    const desk = context.get('desk')
    const { id } = context.req.valid('param')
    const story = await desk.answers.tell((answer) => desk.storyPage(answer, id))
    if (!story) throw new Problem(404, 'No story has this id.', 'id')
    return context.json(story, 200)
  })
}
