import { createRoute, z } from '@hono/zod-openapi'
import { cameFromElsewhere } from '../../../app/team/come-from-elsewhere.ts'
import { digestOf, newSecret } from '../../../app/team/secret.ts'
import { begin } from '../../../app/team/sign-in.ts'
import { fact } from '../../../app/team/team.ts'
import type { Expected } from '../../../ports/identity.ts'
import { isOwnPlace } from '../../../team/words-allowed.ts'
import { cookiesOf } from '../../access.ts'
import type { TeamRoutes } from '../../app.ts'
import { Problem, problems } from '../../problem.ts'
import { needs } from '../../roles.ts'
import { addressOf } from '../../team-server.ts'

const away = { 303: { description: 'The browser goes there' }, ...problems(404, 429) }
const back = '/api/v1/sign-in/openid/back'

const go = createRoute({
  method: 'get',
  path: '/api/v1/sign-in/openid',
  ...needs('anyone'),
  operationId: 'beginOpenId',
  summary: 'Sign in with OpenID Connect: leads the browser to the provider',
  request: { query: z.object({ to: z.string().max(2_000).default('/') }) },
  responses: away,
})

const come = createRoute({
  method: 'get',
  path: back,
  ...needs('anyone'),
  operationId: 'finishOpenId',
  summary: 'Where the provider sends the browser back to',
  // What the provider has to say stands in the query, under names of its choice.
  request: { query: z.looseObject({}) },
  responses: away,
})

interface Begun {
  readonly expected: Expected
  readonly to: string
  readonly until: number
}

export const openId: TeamRoutes = (app, server) => {
  const { team, identity, origin, cookies, limits } = server
  // What is expected is known to this process and to the one browser that began.
  const begun = new Map<string, Begun>()
  const isSecure = (): boolean => origin().startsWith('https:')
  const cookieName = (): string => `${cookies().name}-openid`
  // The browser comes back from another site, which `Strict` would keep the cookie from.
  const cookie = (value: string, seconds: number): string =>
    `${cookieName()}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure() ? '; Secure' : ''}`

  app.openapi(go, async (context) => {
    if (!identity) throw new Problem(404, 'Nobody else says who people are here.')
    await limits.knocking(addressOf(context, server))
    const now = performance.now()
    for (const [key, { until }] of begun) if (until < now || begun.size >= mostBegun) begun.delete(key)
    const { to } = context.req.valid('query')
    const { address, expected } = await identity.begin(origin() + back)
    const { shown, digest } = newSecret()
    begun.set(digest, { expected, to: isOwnPlace(to) ? to : '/', until: now + patience })
    context.header('Set-Cookie', cookie(shown, patience / 1000))
    return context.redirect(address, 303)
  })
  app.openapi(come, async (context) => {
    if (!identity) throw new Problem(404, 'Nobody else says who people are here.')
    const shown = cookiesOf(context.req.header('cookie')).get(cookieName()) ?? ''
    const key = digestOf(shown)
    const known = begun.get(key)
    // Once, whatever comes of it.
    begun.delete(key)
    context.header('Set-Cookie', cookie('', 0), { append: true })
    if (!known || known.until < performance.now()) return context.redirect(failed, 303)
    try {
      const { search } = new URL(context.req.url)
      const who = await identity.finish(origin() + back + search, known.expected)
      const account = await cameFromElsewhere(team, who)
      if (account.removedAt !== null) return context.redirect(failed, 303)
      const session = await begin(team, account, context.req.header('user-agent') ?? '', who.issuer)
      context.header('Set-Cookie', cookies().set(session.shown), { append: true })
      return context.redirect(known.to, 303)
    } catch (cause) {
      await team.people.write((writing) =>
        writing.addLine(fact(team, 'sign-in-failed', 'somebody unknown', { with: identity.name })),
      )
      server.tell(`signing in with ${identity.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`)
      return context.redirect(failed, 303)
    }
  })
}

/** Milliseconds for signing in elsewhere; and how many may be on their way. */
const patience = 10 * 60_000
const mostBegun = 1_000

const failed = '/sign-in?failed=openid'
