import { createRoute, z } from '@hono/zod-openapi'
import { invite, openLinks, reset, withdraw } from '../../../app/team/invitations.ts'
import { giveRole, remove } from '../../../app/team/roles.ts'
import { everyCollection } from '../../../team/account.ts'
import type { TeamRoutes } from '../../app.ts'
import { body, json } from '../../described.ts'
import { numberedPage, numberedPaging } from '../../numbered-pages.ts'
import { Problem, problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import { list, logLine, pageOf } from '../../schemas.ts'
import { linkOf } from '../../team-server.ts'
import { link, linkId, named, openLink, person, role, where } from './shapes.ts'

const path = '/api/v1/people'

const all = createRoute({
  method: 'get',
  path,
  ...needs('steward'),
  operationId: 'listPeople',
  summary: 'Everybody, with their roles in every collection',
  responses: { 200: json(list(person), 'Those removed included'), ...problems() },
})

const add = createRoute({
  method: 'post',
  path: `${path}/invitations`,
  ...needs('steward'),
  operationId: 'invitePerson',
  summary: 'Invite somebody, to one collection or to all',
  request: {
    body: body(z.object({ collection: where, role, email: z.email().max(300).optional() })),
  },
  responses: { 201: json(link, 'A link to give to them'), ...problems(400, 404, 415) },
})

const links = createRoute({
  method: 'get',
  path: `${path}/invitations`,
  ...needs('steward'),
  operationId: 'listInvitations',
  summary: 'Links that were given out and that nobody has used yet, the oldest first',
  responses: { 200: json(list(openLink), 'Without what they hold'), ...problems() },
})

const takeBack = createRoute({
  method: 'delete',
  path: `${path}/invitations/{id}`,
  ...needs('steward'),
  operationId: 'withdrawInvitation',
  summary: 'Withdraw a link that nobody has used yet',
  request: { params: linkId },
  responses: { 204: { description: 'It works no more' }, ...problems(404) },
})

const roles = createRoute({
  method: 'post',
  path: `${path}/{name}/roles`,
  ...needs('steward'),
  operationId: 'giveRole',
  summary: 'Give somebody a role in a collection, or in all; null takes it away',
  request: { params: named, body: body(z.object({ collection: where, role: role.nullable() })) },
  responses: { 204: { description: 'It is so' }, ...problems(400, 404, 409, 415) },
})

const anew = createRoute({
  method: 'post',
  path: `${path}/{name}/reset`,
  ...needs('steward'),
  operationId: 'resetPassword',
  summary: 'A link with which somebody sets a new password',
  request: { params: named },
  responses: { 201: json(link, 'A link to give to them'), ...problems(404) },
})

const end = createRoute({
  method: 'delete',
  path: `${path}/{name}`,
  ...needs('steward'),
  operationId: 'removePerson',
  summary: 'Remove somebody; what they did stays in the logs under their name',
  request: { params: named },
  responses: { 204: { description: 'They are signed out everywhere' }, ...problems(404, 409) },
})

const log = createRoute({
  method: 'get',
  path: '/api/v1/people-log',
  ...needs('steward'),
  operationId: 'listPeopleLog',
  summary: 'Everything that was done about accounts, line by line',
  request: {
    query: z.object(numberedPaging('a line')),
  },
  responses: { 200: json(pageOf(logLine), 'One page of it'), ...problems(400) },
})

export const people: TeamRoutes = (app, { team, origin }, desks) => {
  app.openapi(all, async (context) => {
    const grants = await team.people.grants()
    const rows = (await team.people.accounts()).map(({ id, name, email, createdAt, removedAt }) => ({
      ...{ name, email, createdAt, removedAt },
      grants: grants.filter(({ account }) => account === id).map(({ collection, role }) => ({ collection, role })),
    }))
    return context.json(rows, 200)
  })
  app.openapi(add, async (context) => {
    const asked = context.req.valid('json')
    known(asked.collection)
    const { shown, invitation } = await invite(team, asked, context.get('person').name)
    return context.json({ address: linkOf(origin(), shown), expiresAt: invitation.expiresAt }, 201)
  })
  app.openapi(links, async (context) => context.json(await openLinks(team), 200))
  app.openapi(takeBack, async (context) => {
    await withdraw(team, context.req.valid('param').id, context.get('person').name)
    return context.body(null, 204)
  })
  app.openapi(roles, async (context) => {
    const { name } = context.req.valid('param')
    const { collection, role } = context.req.valid('json')
    if (role !== null) known(collection)
    await giveRole(team, { name, collection, role }, context.get('person').name)
    return context.body(null, 204)
  })
  app.openapi(anew, async (context) => {
    const { shown, invitation } = await reset(team, context.req.valid('param').name, context.get('person').name)
    return context.json({ address: linkOf(origin(), shown), expiresAt: invitation.expiresAt }, 201)
  })
  app.openapi(end, async (context) => {
    await remove(team, context.req.valid('param').name, context.get('person').name)
    return context.body(null, 204)
  })
  app.openapi(log, async (context) => {
    const total = (await team.people.lastLine())?.number ?? 0
    const { items, next } = await numberedPage(context.req.valid('query'), total, (after, most) =>
      team.people.log(after, most),
    )
    return context.json({ items: items.map((line) => ({ ...line, body: line.body as unknown })), total, next }, 200)
  })

  /** A role in a collection that is misspelt would be one in nothing, or in one that comes later. */
  function known(collection: string): void {
    if (collection !== everyCollection && !desks.named(collection))
      throw new Problem(404, 'There is no collection of this name.', 'collection')
  }
}
