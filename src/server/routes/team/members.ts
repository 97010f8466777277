import { createRoute, z } from '@hono/zod-openapi'
import { invite, openLinks, withdraw } from '../../../app/team/invitations.ts'
import { giveRole } from '../../../app/team/roles.ts'
import { everyCollection } from '../../../team/account.ts'
import { roleIn } from '../../../team/allowed.ts'
import type { App } from '../../app.ts'
import { body, json } from '../../described.ts'
import { problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import { list } from '../../schemas.ts'
import { linkOf, type TeamServer } from '../../team-server.ts'
import { link, linkId, named, openLink, role } from './shapes.ts'

const member = z
  .object({
    name: z.string(),
    role,
    isEverywhere: z.boolean().openapi({ description: 'By a role in all collections, which is not changed here' }),
  })
  .openapi('Member')

const all = createRoute({
  method: 'get',
  path: '/people',
  ...needs('admin'),
  operationId: 'listMembers',
  summary: 'Who may see this collection, and as what',
  responses: { 200: json(list(member), 'All of them'), ...problems() },
})

const add = createRoute({
  method: 'post',
  path: '/people/invitations',
  ...needs('admin'),
  operationId: 'inviteMember',
  summary: 'Invite somebody to this collection',
  request: { body: body(z.object({ role, email: z.email().max(300).optional() })) },
  responses: { 201: json(link, 'A link to give to them'), ...problems(400, 415) },
})

const links = createRoute({
  method: 'get',
  path: '/people/invitations',
  ...needs('admin'),
  operationId: 'listMemberInvitations',
  summary: 'Links to this collection that were given out and that nobody has used yet, the oldest first',
  responses: { 200: json(list(openLink), 'Without what they hold'), ...problems() },
})

const takeBack = createRoute({
  method: 'delete',
  path: '/people/invitations/{id}',
  ...needs('admin'),
  operationId: 'withdrawMemberInvitation',
  summary: 'Withdraw a link to this collection that nobody has used yet',
  request: { params: linkId },
  responses: { 204: { description: 'It works no more' }, ...problems(404) },
})

const change = createRoute({
  method: 'post',
  path: '/people/{name}',
  ...needs('admin'),
  operationId: 'changeMember',
  summary: 'Give somebody a role in this collection; null takes it away',
  request: { params: named, body: body(z.object({ role: role.nullable() })) },
  responses: { 204: { description: 'It is so' }, ...problems(400, 404, 415) },
})

/** What an admin of one collection may do about people: nothing that is of any weight elsewhere. */
export function members(app: App, { team, origin }: TeamServer): void {
  app.openapi(all, async (context) => {
    const { name: collection } = context.get('desk')
    const grants = await team.people.grants()
    const rows = (await team.people.accounts()).flatMap(({ id, name }) => {
      const theirs = grants.filter(({ account }) => account === id)
      const role = roleIn(theirs, collection)
      const isEverywhere = role !== undefined && roleIn(theirs, everyCollection) === role
      return role === undefined ? [] : [{ name, role, isEverywhere }]
    })
    return context.json(rows, 200)
  })
  app.openapi(add, async (context) => {
    const { name: collection } = context.get('desk')
    const { shown, invitation } = await invite(
      team,
      { collection, ...context.req.valid('json') },
      context.get('person').name,
    )
    return context.json({ address: linkOf(origin(), shown), expiresAt: invitation.expiresAt }, 201)
  })
  app.openapi(links, async (context) => context.json(await openLinks(team, context.get('desk').name), 200))
  app.openapi(takeBack, async (context) => {
    const { name: collection } = context.get('desk')
    await withdraw(team, context.req.valid('param').id, context.get('person').name, collection)
    return context.body(null, 204)
  })
  app.openapi(change, async (context) => {
    const { name: collection } = context.get('desk')
    const { name } = context.req.valid('param')
    await giveRole(team, { name, collection, ...context.req.valid('json') }, context.get('person').name)
    return context.body(null, 204)
  })
}
