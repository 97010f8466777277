import { createRoute, z } from '@hono/zod-openapi'
import { decide, decisionsOf } from '../../app/collection/decide.ts'
import { decisionIn } from '../../collection/decision-schema.ts'
import { roleToDecide, roleToUndo } from '../../team/allowed.ts'
import { body, json } from '../described.ts'
import { actingIn } from '../in-collection.ts'
import { busy, Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { checkRole, needs } from '../roles.ts'
import { decided, decision as decisionSchema, list } from '../schemas.ts'

const path = '/decisions'
const reason = z.string().max(10_000).optional()

const all = createRoute({
  method: 'get',
  path,
  ...needs('viewer'),
  summary: 'Everything that was decided, in its order',
  responses: { 200: json(list(decided), 'All of it, what was taken back included'), ...problems() },
})

const changes = z.object({
  changes: list(z.object({ key: z.string(), gist: z.string(), before: z.int().nullable(), after: z.int().nullable() })),
})

const add = createRoute({
  method: 'post',
  path,
  ...needs('analyst'),
  summary: 'Decide something, or with `preview` see what it would change',
  request: {
    query: z.object({ preview: z.string().optional() }),
    body: body(z.object({ decision: decisionSchema, reason })),
  },
  responses: {
    200: json(
      changes,
      'With `preview`: claims whose number of independent origins it would change; nothing is written',
    ),
    201: json(decided, 'It is written down, and the answers are brought up to it'),
    ...problems(400, 415, 503),
  },
})

const undo = createRoute({
  method: 'post',
  path: `${path}/{id}/undo`,
  ...needs('analyst'),
  summary: 'Take a decision back',
  request: { params: z.object({ id: z.string() }) },
  responses: { 201: json(decided, 'The line that takes it back'), ...problems(404, 409) },
})

export const decisions: Resource = (app) => {
  app.openapi(all, async (context) => context.json(await decisionsOf(context.get('desk').store), 200))
  app.openapi(add, async (context) => {
    const desk = context.get('desk')
    const { decision: given, reason } = context.req.valid('json')
    const found = decisionIn(given)
    if ('says' in found) throw new Problem(400, found.says, 'decision')
    const { decision } = found
    if (context.req.valid('query').preview === undefined) checkRole(context.get('role'), roleToDecide(decision))
    if (context.req.valid('query').preview !== undefined) {
      const changes = desk.ask<'preview'>({ kind: 'preview', decision })
      if (!changes) throw busy()
      return context.json({ changes: await changes }, 200)
    }
    const line = await decide(desk.store, { decision, reason }, actingIn(context))
    desk.refresh()
    return context.json(line, 201)
  })
  app.openapi(undo, async (context) => {
    const desk = context.get('desk')
    const { id } = context.req.valid('param')
    const log = await decisionsOf(desk.store)
    const taken = log.find((line) => line.id === id)
    if (!taken) throw new Problem(404, 'No decision has this id.', 'id')
    if (log.some(({ undoes }) => undoes === id)) throw new Problem(409, 'It was taken back already.', 'id')
    checkRole(context.get('role'), roleToUndo(taken, context.get('person').name))
    const line = await decide(desk.store, { undoes: id }, actingIn(context))
    desk.refresh()
    return context.json(line, 201)
  })
}
