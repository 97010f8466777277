import { createRoute, z } from '@hono/zod-openapi'
import type { Desks } from '../../app/workbench/desks.ts'
import { roles } from '../../team/roles.ts'
import type { App } from '../app.ts'
import { json } from '../described.ts'
import { problems } from '../problem.ts'
import { needs } from '../roles.ts'
import { list } from '../schemas.ts'

const row = z
  .object({
    name: z.string().openapi({ description: 'What the collection is called in addresses' }),
    documents: z.int(),
    captures: z.int(),
    alerts: z.int(),
    role: z.enum(roles).openapi({ description: 'Of whoever asks' }),
  })
  .openapi('CollectionRow')

const route = createRoute({
  method: 'get',
  path: '/api/v1/collections',
  ...needs('person'),
  operationId: 'listCollections',
  summary: 'The collections that you may see',
  responses: { 200: json(list(row), 'All of them'), ...problems() },
})

export function collections(app: App, { all }: Desks): void {
  app.openapi(route, async (context) => {
    const { roleIn } = context.get('person')
    const seen = all.flatMap(({ name, store }) => {
      const role = roleIn(name)
      return role === undefined ? [] : [{ name, store, role }]
    })
    const rows = seen.map(async ({ name, store, role }) => {
      const { documents, captures, alerts } = await store.counts()
      return { name, documents, captures, alerts, role }
    })
    return context.json(await Promise.all(rows), 200)
  })
}
