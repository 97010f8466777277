import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { idOf } from '../../../app/team/secret.ts'
import { changePassword, endSession, type SignedIn, sessionsOf } from '../../../app/team/sign-in.ts'
import { WrongPassword } from '../../../app/team/team.ts'
import { endToken, makeToken } from '../../../app/team/tokens.ts'
import type { ApiToken } from '../../../team/account.ts'
import { lasts } from '../../../team/expiry.ts'
import type { TeamRoutes } from '../../app.ts'
import { body, json } from '../../described.ts'
import type { Env } from '../../guard.ts'
import { Problem, problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import { list } from '../../schemas.ts'
import { addressOf } from '../../team-server.ts'
import { password, session, token, where } from './shapes.ts'

const path = '/api/v1/me'
const params = z.object({ id: z.string().max(100) })
const day = 86_400_000

const change = createRoute({
  method: 'post',
  path: `${path}/password`,
  ...needs('account'),
  operationId: 'changePassword',
  summary: 'Change your password; every other session of yours ends, and your tokens unless you keep them',
  request: { body: body(z.object({ before: password, after: password, keepTokens: z.boolean().default(false) })) },
  responses: { 204: { description: 'It is changed' }, ...problems(400, 415, 429) },
})

const sessions = createRoute({
  method: 'get',
  path: `${path}/sessions`,
  ...needs('account'),
  operationId: 'listSessions',
  summary: 'The browsers that you are signed in with',
  responses: { 200: json(list(session), 'All of them'), ...problems() },
})

const end = createRoute({
  method: 'delete',
  path: `${path}/sessions/{id}`,
  ...needs('account'),
  operationId: 'endSession',
  summary: 'Sign out there',
  request: { params },
  responses: { 204: { description: 'It has ended' }, ...problems(404) },
})

const tokens = createRoute({
  method: 'get',
  path: `${path}/tokens`,
  ...needs('account'),
  operationId: 'listTokens',
  summary: 'Your tokens for programs',
  responses: { 200: json(list(token), 'All of them, without what they hold'), ...problems() },
})

const make = createRoute({
  method: 'post',
  path: `${path}/tokens`,
  ...needs('account'),
  operationId: 'makeToken',
  summary: 'Make a token for a program',
  request: {
    body: body(
      z.object({
        label: z.string().trim().min(1).max(100),
        collection: where.default('*'),
        scope: token.shape.scope.default('read'),
        days: z
          .int()
          .min(1)
          .max(lasts.token.most / day)
          .default(lasts.token.usual / day),
        password: password
          .optional()
          .openapi({ description: 'Yours, once more; who has none must have signed in within the last ten minutes' }),
      }),
    ),
  },
  responses: {
    201: json(z.object({ token, shown: z.string() }), '`shown` is the token: now and never again'),
    ...problems(400, 404, 409, 415, 429),
  },
})

const take = createRoute({
  method: 'delete',
  path: `${path}/tokens/{id}`,
  ...needs('account'),
  operationId: 'endToken',
  summary: 'End a token',
  request: { params },
  responses: { 204: { description: 'It works no more' }, ...problems(404) },
})

export const own: TeamRoutes = (app, server) => {
  const { team, limits } = server
  app.openapi(change, async (context) => {
    const signedIn = signedInBy(context)
    await showing(context, signedIn, () => changePassword(team, signedIn, context.req.valid('json')))
    return context.body(null, 204)
  })
  app.openapi(sessions, async (context) => {
    const { account, session } = signedInBy(context)
    const all = await sessionsOf(team, account)
    const rows = all.map((one) => ({
      id: idOf(one),
      agent: one.agent,
      createdAt: one.createdAt,
      seenAt: one.seenAt,
      isThis: one.digest === session.digest,
    }))
    return context.json(rows, 200)
  })
  app.openapi(end, async (context) => {
    await endSession(team, signedInBy(context).account, context.req.valid('param').id)
    return context.body(null, 204)
  })
  app.openapi(tokens, async (context) => {
    const all = await team.people.tokens(signedInBy(context).account.id)
    return context.json(all.map(tokenRow), 200)
  })
  app.openapi(make, async (context) => {
    const signedIn = signedInBy(context)
    const { password, ...asked } = context.req.valid('json')
    const { token, shown } = await showing(context, signedIn, () => makeToken(team, signedIn, asked, password))
    return context.json({ token: tokenRow(token), shown }, 201)
  })
  app.openapi(take, async (context) => {
    await endToken(team, signedInBy(context).account, context.req.valid('param').id)
    return context.body(null, 204)
  })

  /** Does something that a password is shown for. Guessing one here is as slow as where people sign in; what else is refused is no guess. */
  async function showing<T>(context: Context<Env>, { account }: SignedIn, work: () => Promise<T>): Promise<T> {
    const from = addressOf(context, server)
    await limits.signingIn(account.name, from)
    try {
      const done = await work()
      await limits.signedIn(account.name, from)
      return done
    } catch (error) {
      if (!(error instanceof WrongPassword)) await limits.notTried(account.name, from)
      throw error
    }
  }
}

/** Routes here need an account, so that there is one. */
function signedInBy(context: Context<Env>): SignedIn {
  const { signedIn } = context.get('person')
  if (!signedIn) throw new Problem(403, 'This is done in the browser, signed in.')
  return signedIn
}

const tokenRow = ({ id, label, collection, scope, createdAt, expiresAt, seenAt }: ApiToken) => ({
  id,
  label,
  collection,
  scope,
  createdAt,
  expiresAt,
  seenAt,
})
