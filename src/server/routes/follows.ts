import { createRoute, z } from '@hono/zod-openapi'
import { follow, unfollow } from '../../app/collection/watch.ts'
import { scheduleOf } from '../../collection/schedule.ts'
import { body, json } from '../described.ts'
import { actingIn } from '../in-collection.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { list, follow as schema } from '../schemas.ts'

export const webAddress = z
  .string()
  .max(4_000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'An address is wanted, https://…')
  // The log would keep it for good, and everybody at the collection would read it.
  .refine((text) => !holdsPassword(text), 'It holds a user name or password; give it without them.')

function holdsPassword(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username !== '' || password !== ''
}

const path = '/follows'

const all = createRoute({
  method: 'get',
  path,
  ...needs('viewer'),
  operationId: 'listFollows',
  summary: 'Feeds and pages that are looked at again and again',
  responses: { 200: json(list(schema), 'All of them'), ...problems() },
})

const add = createRoute({
  method: 'post',
  path,
  ...needs('analyst'),
  operationId: 'follow',
  summary: 'Follow an address from now on',
  request: {
    body: body(
      z.object({
        address: webAddress,
        every: z
          .string()
          .max(100)
          .refine(
            (words) => scheduleOf(words) !== undefined,
            '15 minutes, 2 hours, daily, or five cron words are wanted.',
          )
          .default('15 minutes'),
      }),
    ),
  },
  responses: { 201: json(schema, 'It is followed'), ...problems(400, 415) },
})

const end = createRoute({
  method: 'delete',
  path,
  ...needs('analyst'),
  operationId: 'unfollow',
  summary: 'Follow an address no longer; what was kept of it stays',
  request: { query: z.object({ address: z.string() }) },
  responses: { 204: { description: 'It is followed no longer' }, ...problems(404) },
})

export const follows: Resource = (app) => {
  app.openapi(all, async (context) => context.json(await context.get('desk').store.follows(), 200))
  app.openapi(add, async (context) => {
    const { store } = context.get('desk')
    const { address, every } = context.req.valid('json')
    await follow(store, address, every, actingIn(context))
    const kept = (await store.follows()).find((one) => one.address === address)
    if (!kept) throw new Problem(409, 'Somebody ended it at the same moment.')
    return context.json(kept, 201)
  })
  app.openapi(end, async (context) => {
    const { address } = context.req.valid('query')
    if (!(await unfollow(context.get('desk').store, address, actingIn(context))))
      throw new Problem(404, 'This address is not followed.', 'address')
    return context.body(null, 204)
  })
}
