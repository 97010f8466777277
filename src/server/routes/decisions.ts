import { createRoute, z } from '@hono/zod-openapi'
import { decide, decisionsOf } from '../../app/collection/decide.ts'
import type { Answer } from '../../app/workbench/answer.ts'
import { claimWith } from '../../app/workbench/pages.ts'
import { decisionIn } from '../../collection/decision-schema.ts'
import {
  decisionRows,
  decisionsOnClaim,
  decisionsOnDocument,
  decisionsOnSource,
} from '../../export/workbench/decision-rows.ts'
import type { Decided } from '../../model/decision.ts'
import type { Store } from '../../ports/store.ts'
import { roleToDecide, roleToUndo } from '../../team/allowed.ts'
import { body, json } from '../described.ts'
import { actingIn } from '../in-collection.ts'
import { pageOf as onePage, paging } from '../paging.ts'
import { busy, Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { checkRole, needs } from '../roles.ts'
import { decided, decision as decisionSchema, list, pageOf, decisionRow as row } from '../schemas.ts'

const path = '/decisions'
const reason = z.string().max(10_000).optional()

const all = createRoute({
  method: 'get',
  path,
  ...needs('viewer'),
  operationId: 'listDecisions',
  summary: 'What was decided, the latest first, what was taken back included',
  request: {
    query: z.object({
      claim: z.string().optional().openapi({ description: 'Only what made the claim with this key what it is' }),
      source: z.string().optional().openapi({ description: 'Only what is about the source with this id' }),
      document: z.string().optional().openapi({ description: 'Only what is about the report with this id' }),
      ...paging,
    }),
  },
  responses: { 200: json(pageOf(row), 'One page of it'), ...problems(400, 404) },
})

const changes = z.object({
  changes: list(z.object({ key: z.string(), gist: z.string(), before: z.int().nullable(), after: z.int().nullable() })),
})

const add = createRoute({
  method: 'post',
  path,
  ...needs('analyst'),
  operationId: 'decide',
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
  operationId: 'undoDecision',
  summary: 'Take a decision back, or with `preview` see what that would change',
  request: { params: z.object({ id: z.string() }), query: z.object({ preview: z.string().optional() }) },
  responses: {
    200: json(
      changes,
      'With `preview`: claims whose number of independent origins it would change; nothing is written',
    ),
    201: json(decided, 'The line that takes it back'),
    ...problems(404, 409, 503),
  },
})

export const decisions: Resource = (app) => {
  app.openapi(all, async (context) => {
    const { answers, store } = context.get('desk')
    const asked = context.req.valid('query')
    const log = await decisionsOf(store)
    const rows = await answers.tell(async (answer) => {
      const concerns = await concerning(answer, asked)
      return decisionRows(answer.catalogue, log).filter((one) => concerns.every((is) => is(one)))
    })
    return context.json(
      onePage(rows, asked, ({ id }) => id),
      200,
    )
  })
  app.openapi(add, async (context) => {
    const desk = context.get('desk')
    const { decision: given, reason } = context.req.valid('json')
    const found = decisionIn(given)
    if ('says' in found) throw new Problem(400, found.says, 'decision')
    const { decision } = found
    if (context.req.valid('query').preview !== undefined) {
      const changes = desk.ask<'preview'>({ kind: 'preview', deciding: { decision } })
      if (!changes) throw busy()
      return context.json({ changes: await changes }, 200)
    }
    checkRole(context.get('role'), roleToDecide(decision))
    const line = await decide(desk.store, { decision, reason }, actingIn(context))
    desk.refresh()
    return context.json(line, 201)
  })
  app.openapi(undo, async (context) => {
    const desk = context.get('desk')
    const { id } = context.req.valid('param')
    const taken = await standing(desk.store, id)
    if (context.req.valid('query').preview !== undefined) {
      const changes = desk.ask<'preview'>({ kind: 'preview', deciding: { undoes: id } })
      if (!changes) throw busy()
      return context.json({ changes: await changes }, 200)
    }
    checkRole(context.get('role'), roleToUndo(taken, context.get('person').name))
    const line = await decide(desk.store, { undoes: id }, actingIn(context))
    desk.refresh()
    return context.json(line, 201)
  })
}

/** The line with this id, which nobody has taken back. */
async function standing(store: Store, id: string): Promise<Decided> {
  const log = await decisionsOf(store)
  const line = log.find((one) => one.id === id)
  if (!line) throw new Problem(404, 'No decision has this id.', 'id')
  if (log.some(({ undoes }) => undoes === id)) throw new Problem(409, 'It was taken back already.', 'id')
  return line
}

interface About {
  readonly claim?: string | undefined
  readonly source?: string | undefined
  readonly document?: string | undefined
}

async function concerning(
  answer: Answer,
  { claim, source, document }: About,
): Promise<readonly ((decided: Decided) => boolean)[]> {
  const wanted = <T>(found: T | undefined, input: string): T => {
    if (found === undefined) throw new Problem(404, `The answers know no ${input} of this name.`, input)
    return found
  }
  const onClaim = async (statement: string) => {
    const found = wanted(await claimWith(answer, statement), 'claim')
    return decisionsOnClaim(found.shelf, found.claim)
  }
  const onDocument = async (id: string) => decisionsOnDocument(wanted(await answer.shelf(id), 'document'), id)
  return [
    ...(claim === undefined ? [] : [await onClaim(claim)]),
    ...(source === undefined ? [] : [decisionsOnSource(wanted(answer.catalogue.sources.get(source), 'source'))]),
    ...(document === undefined ? [] : [await onDocument(document)]),
  ]
}
