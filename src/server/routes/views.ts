import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { changeView, removeView, saveView, type ViewChanged, viewsOf } from '../../app/collection/views.ts'
import { mostViews, type SavedView } from '../../collection/saved-view.ts'
import { viewRow } from '../../export/workbench/view-rows.ts'
import { roleToChangeView } from '../../team/allowed.ts'
import { body, json } from '../described.ts'
import type { Env } from '../guard.ts'
import { actingIn } from '../in-collection.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { checkRole, needs } from '../roles.ts'
import { list, viewRow as schema, viewQuestion } from '../schemas.ts'

const path = '/views'
const name = z.string().trim().min(1, 'A view wants a name.').max(80, 'A name of at most 80 letters is wanted.')
const params = z.object({ id: z.string() })

const all = createRoute({
  method: 'get',
  path,
  ...needs('viewer'),
  operationId: 'listViews',
  summary: 'Ways of looking at the claims that were saved under a name, by name',
  responses: { 200: json(list(schema), 'All of them; `gone` names filters that lead nowhere any more'), ...problems() },
})

const add = createRoute({
  method: 'post',
  path,
  ...needs('analyst'),
  operationId: 'saveView',
  summary: 'Save a way of looking at the claims, for everybody at the collection',
  request: { body: body(z.object({ name, asks: viewQuestion })) },
  responses: { 201: json(schema, 'It is saved'), ...problems(400, 409, 415) },
})

const change = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  ...needs('analyst'),
  operationId: 'changeView',
  summary: 'Give a view another name, or have it ask for something else: your own, or as admin anybody’s',
  request: { params, body: body(z.object({ name: name.optional(), asks: viewQuestion.optional() })) },
  responses: { 200: json(schema, 'As it is now'), ...problems(400, 404, 409) },
})

const remove = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  ...needs('analyst'),
  operationId: 'removeView',
  summary: 'Forget a view: your own, or as admin anybody’s',
  request: { params },
  responses: { 204: { description: 'It is gone' }, ...problems(404) },
})

export const views: Resource = (app) => {
  app.openapi(all, async (context) => {
    const { store, answers } = context.get('desk')
    const { shelf } = await answers.now()
    return context.json(
      (await viewsOf(store)).map((view) => viewRow(shelf, view)),
      200,
    )
  })
  app.openapi(add, async (context) => {
    const { name, asks } = context.req.valid('json')
    const { store, answers } = context.get('desk')
    const saved = await saveView(store, name, asks, actingIn(context))
    return context.json(viewRow((await answers.now()).shelf, viewIn(saved)), 201)
  })
  app.openapi(change, async (context) => {
    const { store, answers } = context.get('desk')
    const { id } = await theirs(context, context.req.valid('param').id)
    const changed = await changeView(store, id, context.req.valid('json'), actingIn(context))
    return context.json(viewRow((await answers.now()).shelf, viewIn(changed)), 200)
  })
  app.openapi(remove, async (context) => {
    const { id } = await theirs(context, context.req.valid('param').id)
    if (!(await removeView(context.get('desk').store, id, actingIn(context)))) throw unknown()
    return context.body(null, 204)
  })
}

/** A view that whoever asks may change. */
async function theirs(context: Context<Env>, id: string): Promise<SavedView> {
  const view = (await context.get('desk').store.views()).find((one) => one.id === id)
  if (!view) throw unknown()
  checkRole(context.get('role'), roleToChangeView(view, context.get('person').name))
  return view
}

function viewIn(changed: ViewChanged): SavedView {
  if (changed === 'name taken') throw new Problem(409, 'Another view has this name; choose another.', 'name')
  if (changed === 'too many') throw new Problem(409, `There are ${mostViews} views already; remove one first.`)
  if (changed === 'unknown') throw unknown()
  return changed
}

const unknown = (): Problem => new Problem(404, 'No view has this id; somebody may have removed it.', 'id')
