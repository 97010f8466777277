import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import { openIdProvider } from '../adapters/identity/openid.ts'
import { invite } from '../app/team/invitations.ts'
import { lasts } from '../team/expiry.ts'
import { usualLimits } from './limits.ts'

const issuer = new OAuth2Server()
let server: TeamTestServer
let ada: TestPerson
let claims: Record<string, unknown> = {}
beforeAll(async () => {
  await issuer.issuer.keys.generate('RS256')
  await issuer.start(0, '127.0.0.1')
  issuer.issuer.url = `http://127.0.0.1:${issuer.address().port}`
  issuer.service.on('beforeTokenSigning', (token) => Object.assign(token.payload, claims))
  const identity = openIdProvider({ issuer: issuer.issuer.url, client: 'headwater', secret: 'shared' })
  server = await openTeamServer([], { identity, limits: { ...usualLimits, address: { points: 1_000, duration: 60 } } })
  ada = await server.first()
})
afterAll(async () => {
  await server.close()
  await issuer.stop()
})

/** Goes to the provider and comes back, as a browser does. `change` may tamper with the way back. */
async function cameBack(to = '/', change: (back: URL) => void = () => undefined) {
  const begun = await server.nobody(`/api/v1/sign-in/openid?to=${encodeURIComponent(to)}`)
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const asked = new URL(begun.headers.get('location') ?? '')
  const sent = await fetch(asked, { redirect: 'manual' })
  const back = new URL(sent.headers.get('location') ?? '')
  change(back)
  const answer = await server.asker(cookie, '')(back.pathname + back.search)
  return { asked, begun, cookie, back, answer, session: sessionIn(answer) }
}

const sessionIn = (answer: Response): string | undefined =>
  answer.headers
    .getSetCookie()
    .find((one) => /^headwater-team-\d+=[\w-]{40,}/.test(one))
    ?.split(';')[0]

const me = async (session: string | undefined) =>
  (await (await server.asker(session ?? '', '')('/api/v1/me')).json()) as { name: string | null }

describe('signing in with OpenID Connect', () => {
  it('asks for a code with PKCE, state and nonce, under the address that people reach it by', async () => {
    const { asked, begun } = await cameBack()
    expect(asked.origin).toBe(issuer.issuer.url)
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      client_id: 'headwater',
      redirect_uri: `${server.base}/api/v1/sign-in/openid/back`,
    })
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.searchParams.get(name)?.length).toBeGreaterThan(20)
    expect(begun.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600$/)
  })

  it('makes an account without any role the first time, and knows it by issuer and subject from then on', async () => {
    claims = { sub: 'x-1', preferred_username: 'Mara.Vey', email: 'ada@desk.example', email_verified: true }
    const first = await cameBack('/collections')
    expect([first.answer.status, first.answer.headers.get('location')]).toEqual([303, '/collections'])
    expect(await me(first.session)).toMatchObject({ name: 'mara.vey' })
    expect(await (await server.asker(first.session ?? '', '')('/api/v1/collections')).json()).toEqual([])
    claims = { ...claims, preferred_username: 'other', email: 'new@desk.example' }
    expect(await me((await cameBack()).session)).toMatchObject({ name: 'mara.vey' })
  })

  it.each([
    ['as somebody is here already', { sub: 'x-2', preferred_username: 'ada' }, 'ada-2'],
    ['what is no name here', { sub: 'x-3', preferred_username: '<script>' }, 'script'],
    ['nothing', { sub: 'x-4' }, 'colleague-2'],
  ])('makes somebody new of whoever is called %s', async (_, said, name) => {
    claims = said
    expect(await me((await cameBack()).session)).toMatchObject({ name })
  })

  it('gives the role of an invitation to a verified address only', async () => {
    await invite(server.team, { collection: 'desk', role: 'editor', email: 'Noa@desk.example' }, 'ada')
    claims = { sub: 'x-5', email: 'noa@desk.example', email_verified: false, preferred_username: 'claims-to-be-noa' }
    const wrong = await cameBack()
    expect(await (await server.asker(wrong.session ?? '', '')('/api/v1/collections')).json()).toEqual([])
    claims = { sub: 'x-6', email: 'noa@desk.example', email_verified: true, preferred_username: 'noa' }
    const right = await cameBack()
    expect(await (await server.asker(right.session ?? '', '')('/api/v1/collections')).json()).toMatchObject([
      { name: 'desk', role: 'editor' },
    ])
    claims = { sub: 'x-7', email: 'noa@desk.example', email_verified: true, preferred_username: 'noa' }
    const later = await cameBack()
    expect(await (await server.asker(later.session ?? '', '')('/api/v1/collections')).json()).toEqual([])
  })

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'guessed')],
    ['no state', (back: URL) => back.searchParams.delete('state')],
    ['another code', (back: URL) => back.searchParams.set('code', 'guessed')],
    [
      'an error of the provider',
      (back: URL) => {
        back.searchParams.delete('code')
        back.searchParams.set('error', 'access_denied')
      },
    ],
  ])('lets nobody in with %s', async (_, change) => {
    claims = { sub: 'x-8' }
    const { answer, session } = await cameBack('/', change)
    expect([answer.status, answer.headers.get('location'), session]).toEqual([303, '/sign-in?failed=openid', undefined])
  })

  it.each([
    ['another nonce', { nonce: 'replayed' }],
    ['another issuer', { iss: 'https://attacker.example' }],
    ['another audience', { aud: 'another-client' }],
    ['a time that is over', { exp: 1_000_000_000 }],
  ])('lets nobody in with an ID token that has %s', async (_, said) => {
    claims = { sub: 'x-9', ...said }
    const { answer, session } = await cameBack()
    expect([answer.headers.get('location'), session]).toEqual(['/sign-in?failed=openid', undefined])
    expect(server.told.at(-1)).toContain('signing in with')
  })

  it('lets nobody in whose browser did not begin, nor the same way back twice', async () => {
    claims = { sub: 'x-10' }
    const { back, cookie, answer, session } = await cameBack()
    expect([answer.status, session === undefined]).toEqual([303, false])
    const again = await server.asker(cookie, '')(back.pathname + back.search)
    const other = await server.nobody(back.pathname + back.search)
    expect([sessionIn(again), sessionIn(other)]).toEqual([undefined, undefined])
  })

  it.each(['//attacker.example', 'https://attacker.example', '/\\attacker.example'])(
    'does not lead to %s afterwards',
    async (to) => {
      claims = { sub: 'x-11' }
      expect((await cameBack(to)).answer.headers.get('location')).toBe('/')
    },
  )

  it('makes a token for who has no password here only where they have just signed in', async () => {
    claims = { sub: 'x-13', preferred_username: 'tova' }
    const { session = '' } = await cameBack()
    const { csrf } = (await (await server.asker(session, '')('/api/v1/me')).json()) as { csrf: string }
    const make = () =>
      server.asker(session, csrf)('/api/v1/me/tokens', { method: 'POST', body: JSON.stringify({ label: 'script' }) })
    expect((await make()).status).toBe(201)
    server.wait(lasts.session.fresh + 1)
    const late = await make()
    expect([late.status, ((await late.json()) as { detail: string }).detail]).toEqual([
      403,
      expect.stringContaining('sign in again'),
    ])
    const again = (await cameBack()).session ?? ''
    expect(await me(again)).toMatchObject({ name: 'tova' })
  })

  it('lets nobody in who was removed', async () => {
    claims = { sub: 'x-12', preferred_username: 'gone' }
    const { session } = await cameBack()
    expect((await ada.ask('/api/v1/people/gone', { method: 'DELETE' })).status).toBe(204)
    expect((await me(session)).name).toBeNull()
    // They are somebody new if they come again, under another name and without any role.
    expect(await me((await cameBack()).session)).toMatchObject({ name: 'gone-2' })
  })

  it('asks nobody without TLS but this machine', () => {
    for (const address of ['http://id.example', 'ftp://id.example'])
      expect(() => openIdProvider({ issuer: address, client: 'headwater', secret: undefined })).toThrow(/https/)
  })
})
