import { createRoute, z } from '@hono/zod-openapi'
import { accept, opened } from '../../../app/team/invitations.ts'
import { begin, signIn, signOut } from '../../../app/team/sign-in.ts'
import type { TeamRoutes } from '../../app.ts'
import { body, json } from '../../described.ts'
import { Problem, problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import { addressOf } from '../../team-server.ts'
import { invitation, password } from './shapes.ts'

const done = z.object({ name: z.string() })
const shown = z.string().min(1).max(200)

const into = createRoute({
  method: 'post',
  path: '/api/v1/sign-in',
  ...needs('anyone'),
  operationId: 'signIn',
  summary: 'Sign in with name and password',
  request: { body: body(z.object({ name: z.string().max(100), password })) },
  responses: { 200: json(done, 'The cookie of a new session comes with it'), ...problems(400, 415, 429) },
})

const out = createRoute({
  method: 'post',
  path: '/api/v1/sign-out',
  ...needs('account'),
  operationId: 'signOut',
  summary: 'End this session',
  responses: { 204: { description: 'It has ended' }, ...problems() },
})

const look = createRoute({
  method: 'post',
  path: '/api/v1/join/look',
  ...needs('anyone'),
  operationId: 'lookAtInvitation',
  summary: 'What a link is for',
  request: { body: body(z.object({ invitation: shown })) },
  responses: { 200: json(invitation, 'The link'), ...problems(400, 404, 415, 429) },
})

const join = createRoute({
  method: 'post',
  path: '/api/v1/join',
  ...needs('anyone'),
  operationId: 'acceptInvitation',
  summary: 'Accept a link: choose a name and a password, or a new password',
  request: { body: body(z.object({ invitation: shown, name: z.string().max(100).default(''), password })) },
  responses: { 201: json(done, 'You are signed in'), ...problems(400, 404, 409, 415, 429) },
})

export const signingIn: TeamRoutes = (app, server) => {
  const { team, limits, cookies } = server
  app.openapi(into, async (context) => {
    const { name, password } = context.req.valid('json')
    const from = addressOf(context, server)
    await limits.signingIn(name, from)
    const begun = await signIn(team, { name, password, agent: context.req.header('user-agent') ?? '' })
    if (!begun) throw new Problem(401, 'Name and password do not fit.')
    await limits.signedIn(name, from)
    context.header('Set-Cookie', cookies().set(begun.shown))
    return context.json({ name: begun.account.name }, 200)
  })
  app.openapi(out, async (context) => {
    const { signedIn } = context.get('person')
    if (signedIn) await signOut(team, signedIn)
    context.header('Set-Cookie', cookies().set(undefined))
    // Nothing of what was shown stays in the browser; how it looks there may.
    context.header('Clear-Site-Data', '"cache"')
    return context.body(null, 204)
  })
  app.openapi(look, async (context) => {
    await limits.knocking(addressOf(context, server))
    const { invitation, name } = await opened(team, context.req.valid('json').invitation)
    const { kind, collection, role, by, expiresAt } = invitation
    return context.json({ kind, name, collection, role, by, expiresAt }, 200)
  })
  app.openapi(join, async (context) => {
    const { invitation, name, password } = context.req.valid('json')
    await limits.knocking(addressOf(context, server))
    const account = await accept(team, invitation, { name, password })
    const begun = await begin(team, account, context.req.header('user-agent') ?? '', 'link')
    context.header('Set-Cookie', cookies().set(begun.shown))
    return context.json({ name: account.name }, 201)
  })
}
