import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { goodPassword, openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import { invite, reset } from '../app/team/invitations.ts'
import { openPeople } from '../app/team/open.ts'
import { remove } from '../app/team/roles.ts'
import { digestOf } from '../app/team/secret.ts'
import { flawOf } from '../collection/log.ts'
import { lasts } from '../team/expiry.ts'
import { isOwnPlace } from '../team/words-allowed.ts'
import { usualLimits } from './limits.ts'

const desk = '/api/v1/collections/desk'
const generous = { ...usualLimits, asking: { points: 100_000, duration: 60 }, address: { points: 1_000, duration: 60 } }
const json = (value: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(value) })

let server: TeamTestServer
let ada: TestPerson
let bo: TestPerson
beforeAll(async () => {
  server = await openTeamServer(['examples/tank-seven'], { limits: generous })
  ada = await server.first()
  bo = await server.join('bo', 'viewer')
}, 120_000)
afterAll(() => server.close())
afterEach(() => vi.restoreAllMocks())

const isIn = async (person: Pick<TestPerson, 'ask'>): Promise<boolean> => (await person.ask(desk)).status === 200

describe('somebody without an account', () => {
  it('gets the pages, which hold nothing, and is told to sign in by everything else', async () => {
    expect((await server.nobody('/', { headers: { accept: 'text/html' } })).status).toBe(200)
    for (const path of ['/api/v1/collections', desk, `${desk}/documents`, '/api/v1/openapi.json', '/api/v1/people'])
      expect([path, (await server.nobody(path)).status]).toEqual([path, 401])
    expect(await (await server.nobody('/api/v1/me')).json()).toMatchObject({ mode: 'team', name: null, csrf: null })
  })

  it('does not get in by the address that the local server prints', async () => {
    const answer = await server.nobody('/?token=a-token-for-tests-only-0123456789')
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null])
  })

  it('cannot begin as first administrator where there is one, or with a link that was used', async () => {
    const { setUp } = await import('../app/team/invitations.ts')
    expect(await setUp(server.team)).toBeUndefined()
    const fresh = await openTeamServer([], { limits: generous })
    const [one, other] = [await setUp(fresh.team), await setUp(fresh.team)]
    const begin = (made: typeof one, name: string) =>
      fresh.nobody('/api/v1/join', json({ invitation: made?.shown, name, password: goodPassword }))
    expect((await begin(one, 'first')).status).toBe(201)
    expect((await begin(one, 'second')).status).toBe(404)
    // Two were printed, as by two starts: the second makes nobody another administrator.
    expect((await begin(other, 'second')).status).toBe(404)
    await fresh.close()
  })
})

describe('signing in', () => {
  it('begins a session with a new id, whatever the browser had before', async () => {
    const planted = `${bo.cookie.split('=')[0]}=planted-by-somebody-else`
    const answer = await server.asker(planted, '')('/api/v1/sign-in', json({ name: 'bo', password: goodPassword }))
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).not.toContain('planted')
    expect(cookie).not.toContain(bo.cookie)
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    expect(await isIn({ ask: server.asker(planted, '') })).toBe(false)
  })

  it('has a cookie that only TLS and only this host gets, where there is TLS', async () => {
    const behind = await openTeamServer([], { origin: 'https://desk.example', limits: generous })
    const { setUp } = await import('../app/team/invitations.ts')
    const body = JSON.stringify({ invitation: (await setUp(behind.team))?.shown, name: 'ada', password: goodPassword })
    const sent = await behind.nobody('/api/v1/join', { method: 'POST', body })
    expect(sent.headers.getSetCookie()[0]).toMatch(
      /^__Host-headwater=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    )
    const own = { host: 'desk.example', accept: 'text/html' }
    expect((await behind.raw('/', own)).status).toBe(200)
    for (const [origin, status] of [
      ['https://desk.example', 200],
      ['http://desk.example', 403],
      ['https://desk.example.attacker.example', 403],
      ['null', 403],
    ] as const)
      expect([origin, (await behind.raw('/', { ...own, origin })).status]).toEqual([origin, status])
    await behind.close()
  })

  it.each([
    ['a wrong password', 'bo', 'four tall herons at dawn'],
    ['an unknown name', 'nobody', goodPassword],
    ['another case', 'Bo', goodPassword],
    ['no password', 'bo', ''],
  ])('does not go with %s, and says the same of each', async (_, name, password) => {
    const answer = await server.nobody('/api/v1/sign-in', json({ name, password }))
    expect(answer.status).toBe(401)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await answer.json()).toMatchObject({ detail: 'Name and password do not fit.' })
  })

  it('costs one hash for a name that nobody has, as for one that somebody has', async () => {
    const compare = vi.spyOn(server.team.passwords, 'matches')
    await server.nobody('/api/v1/sign-in', json({ name: 'bo', password: 'wrong' }))
    await server.nobody('/api/v1/sign-in', json({ name: 'nobody-at-all', password: 'wrong' }))
    expect(compare).toHaveBeenCalledTimes(2)
  })

  it('is refused after a few wrong ones, for that name from that address, and says for how long', async () => {
    const strict = await openTeamServer([], { limits: { ...usualLimits, pair: { points: 3, duration: 60 } } })
    await strict.first()
    await strict.join('cy', 'viewer')
    for (let tries = 0; tries < 3; tries++) expect((await strict.signIn('cy', 'wrong')).answer.status).toBe(401)
    const { answer } = await strict.signIn('cy')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await strict.signIn('ada')).answer.status).toBe(200)
    await strict.close()
  })

  it('is counted by the address that the proxy in front wrote, not by what a browser says', async () => {
    const limits = { ...usualLimits, address: { points: 2, duration: 60 } }
    const strict = await openTeamServer([], { limits })
    const trying = async (said: string) =>
      (
        await strict.nobody('/api/v1/sign-in', {
          ...json({ name: 'x', password: 'y' }),
          headers: { 'x-forwarded-for': said },
        })
      ).status
    expect([await trying('1.2.3.4, 9.9.9.9'), await trying('5.6.7.8, 9.9.9.9')]).toEqual([401, 401])
    expect(await trying('8.8.8.8, 9.9.9.9')).toBe(429)
    expect(await trying('8.8.8.8')).toBe(401)
    await strict.close()
  })

  it('is counted for a whole network of IPv6 addresses, of which one connection has as many as it likes', async () => {
    const strict = await openTeamServer([], { limits: { ...usualLimits, address: { points: 2, duration: 60 } } })
    const trying = async (from: string) =>
      (
        await strict.nobody('/api/v1/sign-in', {
          ...json({ name: 'x', password: 'y' }),
          headers: { 'x-forwarded-for': from },
        })
      ).status
    expect([await trying('2001:db8:1:2::1'), await trying('2001:db8:1:2:ffff::2')]).toEqual([401, 401])
    expect(await trying('2001:DB8:1:2:3:4:5:6')).toBe(429)
    expect([await trying('2001:db8:1:3::1'), await trying('::ffff:7.7.7.7'), await trying('7.7.7.7')]).toEqual([
      401, 401, 401,
    ])
    expect(await trying('7.7.7.7')).toBe(429)
    await strict.close()
  })

  it.each([
    ['/collections/desk', true],
    ['//attacker.example', false],
    ['/\\attacker.example', false],
    ['https://attacker.example', false],
    ['/\t/attacker.example', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('leads to %s: %s', (place, isOwn) => {
    expect(isOwnPlace(place)).toBe(isOwn)
  })
})

describe('a session', () => {
  it('ends when somebody signs out, also for who has stolen the cookie', async () => {
    const { person } = await server.signIn('bo')
    const thief = server.asker(person?.cookie ?? '', person?.csrf ?? '')
    expect(await isIn({ ask: thief })).toBe(true)
    expect((await person?.ask('/api/v1/sign-out', { method: 'POST' }))?.status).toBe(204)
    expect(await isIn({ ask: thief })).toBe(false)
  })

  it('ends after hours without use, and after days of use', async () => {
    const one = await openTeamServer([], { limits: generous })
    const first = await one.first()
    one.wait(lasts.session.idle - 60_000)
    expect(await isIn(first)).toBe(true)
    one.wait(lasts.session.idle - 60_000)
    expect(await isIn(first)).toBe(true)
    one.wait(lasts.session.idle + 1)
    expect(await isIn(first)).toBe(false)
    const { person } = await one.signIn('ada')
    for (let gone = 0; gone < lasts.session.whole; gone += lasts.session.idle / 2) {
      expect(await isIn(person as TestPerson)).toBe(true)
      one.wait(lasts.session.idle / 2)
    }
    expect(await isIn(person as TestPerson)).toBe(false)
    await one.close()
  })

  it('ends everywhere else when the password is changed, and the old password with it', async () => {
    const cy = await server.join('cy', 'viewer')
    const other = (await server.signIn('cy')).person as TestPerson
    const after = 'six small owls before noon'
    const change = (before: string) => cy.ask('/api/v1/me/password', json({ before, after }))
    expect((await change('not my password at all')).status).toBe(400)
    expect((await change(goodPassword)).status).toBe(204)
    expect([await isIn(cy), await isIn(other)]).toEqual([true, false])
    expect((await server.signIn('cy')).answer.status).toBe(401)
    expect((await server.signIn('cy', after)).answer.status).toBe(200)
  })

  it('is not begun with the old password while it is changed, which stays changed', async () => {
    const eli = await server.join('eli', 'viewer')
    const after = 'seven grey geese at noon'
    const { matches } = server.team.passwords
    let changed: Response | undefined
    // Comparing takes a while: the change comes in between.
    vi.spyOn(server.team.passwords, 'matches').mockImplementationOnce(async (given, hash) => {
      const fits = await matches(given, hash)
      changed = await eli.ask('/api/v1/me/password', json({ before: goodPassword, after }))
      return fits
    })
    expect((await server.signIn('eli')).answer.status).toBe(401)
    expect(changed?.status).toBe(204)
    expect((await server.signIn('eli')).answer.status).toBe(401)
    expect((await server.signIn('eli', after)).answer.status).toBe(200)
  })

  it('can be ended from another one, and nobody ends somebody else’s', async () => {
    const [here, there] = [(await server.signIn('bo')).person, (await server.signIn('bo')).person] as TestPerson[]
    const rows = (await (await here?.ask('/api/v1/me/sessions'))?.json()) as { id: string; isThis: boolean }[]
    const id = digestOf(there?.cookie.split('=')[1] ?? '').slice(0, 16)
    expect(rows.map((row) => row.id)).toContain(id)
    expect(rows.filter(({ isThis }) => isThis)).toHaveLength(1)
    const end = { method: 'DELETE' }
    expect((await ada.ask(`/api/v1/me/sessions/${id}`, end)).status).toBe(404)
    expect((await here?.ask(`/api/v1/me/sessions/${id}`, end))?.status).toBe(204)
    expect(await isIn(there as TestPerson)).toBe(false)
  })

  it('is kept so that who reads the tables cannot sign in', async () => {
    const shown = bo.cookie.split('=')[1] ?? ''
    const kept = JSON.stringify([
      await server.team.people.accounts(),
      await server.team.people.session(digestOf(shown)),
    ])
    expect(kept).toContain(digestOf(shown))
    expect(kept).not.toContain(shown)
    expect(kept).not.toContain(goodPassword)
  })

  it('ends with the account, at once, by whoever removes it', async () => {
    const di = await server.join('di', 'editor')
    const others = await openPeople(server.team.people.name)
    await remove({ ...server.team, people: others, changed: () => undefined }, 'di', 'operator')
    await others.close()
    // Not merely without a role: nobody any more.
    expect((await di.ask('/api/v1/collections')).status).toBe(401)
    expect(await server.team.people.account({ name: 'di' })).toMatchObject({
      password: null,
      removedAt: expect.any(String),
    })
    expect((await server.signIn('di')).answer.status).toBe(401)
    const { shown } = await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada')
    const again = await server.nobody('/api/v1/join', json({ invitation: shown, name: 'di', password: goodPassword }))
    expect(again.status).toBe(409)
  })

  it.each(['signs out', 'is removed', 'loses their role'] as const)(
    'ends its stream of events when somebody %s',
    async (how) => {
      const name = `ev-${how.replaceAll(' ', '')}`
      const person = await server.join(name, 'viewer')
      const stream = await person.ask(`${desk}/events`)
      const reader = stream.body?.getReader()
      await reader?.read()
      if (how === 'signs out') await person.ask('/api/v1/sign-out', { method: 'POST' })
      else if (how === 'is removed') await ada.ask(`/api/v1/people/${name}`, { method: 'DELETE' })
      else await ada.ask(`/api/v1/people/${name}/roles`, json({ collection: 'desk', role: null }))
      let done = false
      while (!done) done = (await reader?.read())?.done ?? true
      expect(done).toBe(true)
    },
  )
})

describe('a stream of events', () => {
  it('is never kept from one person by another who has many', async () => {
    const streams = new AbortController()
    const listen = (person: TestPerson) => person.ask(`${desk}/events`, { signal: streams.signal })
    const [uma, vic] = [await server.join('uma', 'viewer'), await server.join('vic', 'viewer')]
    const opened = await Promise.all(Array.from({ length: 60 }, () => listen(uma)))
    expect(opened.filter(({ status }) => status === 503).length).toBeGreaterThan(0)
    expect((await listen(vic)).status).toBe(200)
    streams.abort()
    // Those that were closed count no more.
    const again = new AbortController()
    await vi.waitFor(
      async () => expect((await uma.ask(`${desk}/events`, { signal: again.signal })).status).toBe(200),
      5_000,
    )
    again.abort()
  })
})

describe('a page of another site', () => {
  it('changes nothing without what only a page of this one can know', async () => {
    const without = server.asker(bo.cookie, '')
    const wrong = server.asker(bo.cookie, `${bo.csrf.slice(0, -1)}~`)
    const others = server.asker(bo.cookie, ada.csrf)
    for (const ask of [without, wrong, others])
      expect((await ask('/api/v1/sign-out', { method: 'POST' })).status).toBe(403)
    expect(await isIn(bo)).toBe(true)
  })

  it.each([
    [{ origin: 'https://attacker.example' }],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
    [{ 'content-type': 'text/plain' }],
  ])('cannot sign somebody in as somebody else (%o)', async (headers) => {
    const answer = await server.nobody('/api/v1/sign-in', {
      ...json({ name: 'bo', password: goodPassword }),
      headers: headers as unknown as Record<string, string>,
    })
    expect([403, 415]).toContain(answer.status)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})

describe('a link', () => {
  it.each([
    ['a name that is none', 'Ана', goodPassword, 400],
    ['a short password', 'ed', 'short', 400],
    ['a password that repeats', 'ed', 'a'.repeat(30), 400],
    ['the name as password', 'edwardedward', 'edwardedwardedward', 400],
    ['a name that somebody has', 'bo', goodPassword, 409],
  ])('is not used up by %s', async (_, name, password, status) => {
    const { shown } = await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada')
    expect((await server.nobody('/api/v1/join', json({ invitation: shown, name, password }))).status).toBe(status)
    const look = await server.nobody('/api/v1/join/look', json({ invitation: shown }))
    expect(await look.json()).toMatchObject({ kind: 'invite', collection: 'desk', role: 'viewer', by: 'ada' })
  })

  it('works once, also for two at the same moment, and not for ever', async () => {
    const { shown } = await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada')
    const use = (name: string) =>
      server.nobody('/api/v1/join', json({ invitation: shown, name, password: goodPassword }))
    const both = await Promise.all([use('twin-a'), use('twin-b')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404])
    const late = await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada')
    server.wait(lasts.invite)
    const answer = await server.nobody(
      '/api/v1/join',
      json({ invitation: late.shown, name: 'late', password: goodPassword }),
    )
    expect(answer.status).toBe(404)
    ada = (await server.signIn('ada')).person as TestPerson
    bo = (await server.signIn('bo')).person as TestPerson
  })

  it('of a reset sets the password of one account, and signs it out everywhere', async () => {
    const fay = await server.join('fay', 'analyst')
    const { shown } = await reset(server.team, 'fay', 'ada')
    const password = 'nine loud gulls by the pier'
    const answer = await server.nobody('/api/v1/join', json({ invitation: shown, name: 'ada', password }))
    expect(await answer.json()).toEqual({ name: 'fay' })
    expect(await isIn(fay)).toBe(false)
    expect((await server.signIn('fay', password)).answer.status).toBe(200)
    expect((await server.signIn('ada')).answer.status).toBe(200)
  })
})

describe('a link that somebody gave', () => {
  const open = async (address: string): Promise<number> =>
    (await server.nobody('/api/v1/join/look', json({ invitation: address.split('#')[1] }))).status
  const given = async (by: TestPerson, path: string, asked: object): Promise<string> =>
    ((await (await by.ask(path, json(asked))).json()) as { readonly address: string }).address

  it('works no more when they are removed, or may invite nobody any more', async () => {
    const [max, ned, oda] = [
      await server.join('max', 'admin'),
      await server.join('ned', 'admin'),
      await server.join('oda', 'admin'),
    ]
    const links = await Promise.all(
      [max, ned, oda].map((one) => given(one, `${desk}/people/invitations`, { role: 'admin' })),
    )
    expect(await Promise.all(links.map(open))).toEqual([200, 200, 200])
    await ada.ask('/api/v1/people/max', { method: 'DELETE' })
    await ada.ask(`${desk}/people/ned`, json({ role: 'viewer' }))
    await ada.ask(`${desk}/people/oda`, json({ role: 'admin' }))
    expect(await Promise.all(links.map(open))).toEqual([404, 404, 200])
  })

  it('to a new password of somebody works no more when they look after nobody any more', async () => {
    const pat = await server.join('pat', 'admin', '*')
    const [reset, invited] = [
      await given(pat, '/api/v1/people/bo/reset', {}),
      await given(pat, '/api/v1/people/invitations', { collection: '*', role: 'admin' }),
    ]
    expect([await open(reset), await open(invited)]).toEqual([200, 200])
    await ada.ask('/api/v1/people/pat/roles', json({ collection: '*', role: 'editor' }))
    expect([await open(reset), await open(invited)]).toEqual([404, 404])
  })

  it('to a new password works no more when there is a new one', async () => {
    const ria = await server.join('ria', 'viewer')
    const links = [await given(ada, '/api/v1/people/ria/reset', {}), await given(ada, '/api/v1/people/ria/reset', {})]
    const after = 'eight black crows at night'
    expect((await ria.ask('/api/v1/me/password', json({ before: goodPassword, after }))).status).toBe(204)
    expect(await Promise.all(links.map(open))).toEqual([404, 404])
    const [one, other] = [
      await given(ada, '/api/v1/people/ria/reset', {}),
      await given(ada, '/api/v1/people/ria/reset', {}),
    ]
    await server.nobody('/api/v1/join', json({ invitation: one.split('#')[1], password: goodPassword }))
    expect(await open(other)).toBe(404)
  })
})

describe('a link that nobody has used', () => {
  interface Listed {
    readonly id: string
    readonly kind: string
    readonly by: string
  }
  const listed = async (by: TestPerson, path: string): Promise<readonly Listed[]> =>
    (await (await by.ask(path)).json()) as readonly Listed[]
  const open = async (shown: string): Promise<number> =>
    (await server.nobody('/api/v1/join/look', json({ invitation: shown }))).status

  it('is listed without what it holds, and not once it was used', async () => {
    const { shown } = await invite(
      server.team,
      { collection: 'desk', role: 'editor', email: 'Wim@desk.example' },
      'ada',
    )
    const toBo = await reset(server.team, 'bo', 'ada')
    const links = await listed(ada, '/api/v1/people/invitations')
    expect(links).toContainEqual({
      id: digestOf(shown).slice(0, 16),
      ...{ kind: 'invite', name: null, email: 'wim@desk.example', collection: 'desk', role: 'editor', by: 'ada' },
      ...{ createdAt: expect.any(String), expiresAt: expect.any(String) },
    })
    expect(links).toContainEqual(expect.objectContaining({ kind: 'reset', name: 'bo', role: null }))
    expect(JSON.stringify(links)).not.toContain(shown)
    expect(links.some(({ kind }) => kind === 'set-up')).toBe(false)
    await server.nobody('/api/v1/join', json({ invitation: shown, name: 'wim', password: goodPassword }))
    const ids = (await listed(ada, '/api/v1/people/invitations')).map(({ id }) => id)
    expect(ids).not.toContain(digestOf(shown).slice(0, 16))
    expect(ids).toContain(digestOf(toBo.shown).slice(0, 16))
  })

  it('is withdrawn once, with a line in the log', async () => {
    const { shown } = await invite(server.team, { collection: '*', role: 'admin' }, 'ada')
    const path = `/api/v1/people/invitations/${digestOf(shown).slice(0, 16)}`
    expect(await open(shown)).toBe(200)
    expect((await ada.ask(path, { method: 'DELETE' })).status).toBe(204)
    expect(await open(shown)).toBe(404)
    const late = await server.nobody('/api/v1/join', json({ invitation: shown, name: 'xi', password: goodPassword }))
    expect(late.status).toBe(404)
    expect((await ada.ask(path, { method: 'DELETE' })).status).toBe(404)
    expect(await server.team.people.lastLine()).toMatchObject({
      kind: 'withdrawn',
      by: 'ada',
      body: { kind: 'invite', collection: '*', role: 'admin', from: 'ada' },
    })
  })

  it('is a matter of the admins of its collection, and links elsewhere are none of theirs', async () => {
    const yan = await server.join('yan', 'admin')
    const [here, there, everywhere] = [
      await invite(server.team, { collection: 'desk', role: 'viewer' }, 'ada'),
      await invite(server.team, { collection: 'elsewhere', role: 'viewer' }, 'ada'),
      await invite(server.team, { collection: '*', role: 'viewer' }, 'ada'),
    ].map(({ shown }) => digestOf(shown).slice(0, 16))
    await reset(server.team, 'bo', 'ada')
    const path = `${desk}/people/invitations`
    const links = await listed(yan, path)
    expect(links.map(({ id }) => id)).toContain(here)
    expect(links.filter(({ id, kind }) => id === there || id === everywhere || kind !== 'invite')).toEqual([])
    for (const id of [there, everywhere])
      expect((await yan.ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await yan.ask(`${path}/${here}`, { method: 'DELETE' })).status).toBe(204)
  })
})

describe('a token', () => {
  const made = async (person: TestPerson, asked: object) => {
    const answer = await person.ask('/api/v1/me/tokens', json({ label: 'script', password: goodPassword, ...asked }))
    const { shown, token } = (await answer.json()) as { shown: string; token: { id: string } }
    return { status: answer.status, id: token?.id, shown, ask: program(shown) }
  }
  const program =
    (shown: string) =>
    (path: string, init: RequestInit = {}) =>
      server.nobody(path, {
        ...init,
        headers: { authorization: `Bearer ${shown}`, ...(init.body ? { 'content-type': 'application/json' } : {}) },
      })
  const note = json({
    decision: { kind: 'grade', source: { name: 'Filipa Varela' }, letter: 'B', reason: 'usually right' },
  })
  const follow = json({ address: 'https://courier.example/feed', every: 'daily' })

  it.each([
    ['read', 403, 403, 403],
    ['write', 201, 403, 403],
    ['decide', 201, 201, 403],
    ['admin', 201, 201, 200],
  ] as const)('to %s may do that and no more, though its owner may', async (scope, writes, decides, looksAfter) => {
    const token = await made(ada, { scope })
    expect(token.shown).toMatch(/^headwater_[\w-]{43}$/)
    expect((await token.ask(`${desk}/claims`)).status).toBe(200)
    expect((await token.ask(`${desk}/follows`, follow)).status).toBe(writes)
    expect((await token.ask(`${desk}/decisions`, note)).status).toBe(decides)
    expect((await token.ask('/api/v1/people')).status).toBe(looksAfter)
    expect((await token.ask('/api/v1/me/tokens', json({ label: 'another' }))).status).toBe(403)
    expect((await token.ask('/api/v1/me/password', json({ before: goodPassword, after: goodPassword }))).status).toBe(
      403,
    )
  })

  it('may never do more than its owner', async () => {
    const token = await made(bo, { scope: 'admin' })
    expect((await token.ask(`${desk}/claims`)).status).toBe(200)
    expect((await token.ask(`${desk}/follows`, follow)).status).toBe(403)
    expect((await token.ask('/api/v1/people')).status).toBe(403)
  })

  it('is for one collection where it says so, and for none that its owner may not see', async () => {
    expect((await made(bo, { collection: 'elsewhere' })).status).toBe(404)
    const token = await made(ada, { collection: 'desk', scope: 'admin' })
    expect((await token.ask(`${desk}/claims`)).status).toBe(200)
    expect((await token.ask('/api/v1/people')).status).toBe(403)
  })

  it('works until it is ended, or too old, or its owner is removed', async () => {
    const [one, other, old] = [await made(ada, {}), await made(bo, {}), await made(ada, { days: 1 })]
    expect((await ada.ask(`/api/v1/me/tokens/${other.id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await ada.ask(`/api/v1/me/tokens/${one.id}`, { method: 'DELETE' })).status).toBe(204)
    expect([(await one.ask(desk)).status, (await other.ask(desk)).status]).toEqual([401, 200])
    const gus = await server.join('gus', 'viewer')
    const his = await made(gus, {})
    expect((await his.ask(desk)).status).toBe(200)
    await ada.ask('/api/v1/people/gus', { method: 'DELETE' })
    expect((await his.ask(desk)).status).toBe(401)
    server.wait(86_400_000)
    expect([(await old.ask(desk)).status, (await other.ask(desk)).status]).toEqual([401, 200])
    ada = (await server.signIn('ada')).person as TestPerson
    bo = (await server.signIn('bo')).person as TestPerson
  })

  it('is made by who shows the password again: a cookie that was stolen is not enough, nor a guess', async () => {
    const zoe = await server.join('zoe', 'viewer')
    for (const password of [undefined, '', 'five short geese at noon'])
      expect((await made(zoe, { password })).status).toBe(400)
    expect(await server.team.people.lastLine()).toMatchObject({
      kind: 'sign-in-failed',
      by: 'zoe',
      body: { while: 'signed in' },
    })
    expect((await made(zoe, {})).status).toBe(201)
    const strict = await openTeamServer([], { limits: { ...usualLimits, pair: { points: 3, duration: 60 } } })
    const first = await strict.first()
    const guess = json({ label: 'script', password: 'five short geese at noon' })
    const guesses = [1, 2, 3, 4].map(() => first.ask('/api/v1/me/tokens', guess))
    expect((await Promise.all(guesses)).map(({ status }) => status).sort()).toEqual([400, 400, 400, 429])
    await strict.close()
  })

  it('that cannot be made, or is shown where it does not lead, is no failed sign-in', async () => {
    const strict = await openTeamServer([], { limits: { ...usualLimits, pair: { points: 2, duration: 60 } } })
    const first = await strict.first()
    const asked = (more: object) =>
      first.ask('/api/v1/me/tokens', json({ label: 'script', password: goodPassword, ...more }))
    // Another may look at nothing but the desk.
    const abe = await strict.join('abe', 'viewer')
    for (let times = 0; times < 4; times++) {
      const refused = await abe.ask(
        '/api/v1/me/tokens',
        json({ label: 'script', password: goodPassword, collection: 'elsewhere' }),
      )
      expect(refused.status).toBe(404)
      const weak = await abe.ask('/api/v1/me/password', json({ before: goodPassword, after: 'short' }))
      expect(weak.status).toBe(400)
    }
    const { shown } = (await (await asked({ collection: 'elsewhere' })).json()) as { shown: string }
    const headers = { authorization: `Bearer ${shown}` }
    for (let times = 0; times < 4; times++)
      expect((await strict.nobody(`${desk}/claims`, { headers })).status).toBe(404)
    expect((await strict.signIn('abe')).answer.status).toBe(200)
    const lines = await strict.team.people.log(0, 1_000)
    expect(lines.filter(({ kind }) => kind === 'sign-in-failed')).toEqual([])
    await strict.close()
  })

  it('is not made while the password is changed', async () => {
    const abe = await server.join('abe', 'viewer')
    const { matches } = server.team.passwords
    vi.spyOn(server.team.passwords, 'matches').mockImplementationOnce(async (given, hash) => {
      const fits = await matches(given, hash)
      await abe.ask('/api/v1/me/password', json({ before: goodPassword, after: 'ten wet swans at noon' }))
      return fits
    })
    expect((await made(abe, {})).status).toBe(409)
  })

  it('ends when its owner changes the password, and is kept where they say so', async () => {
    const eve = await server.join('eve-t', 'viewer')
    const after = 'two white storks at nine'
    const change = (asked: object) => eve.ask('/api/v1/me/password', json(asked))
    const token = await made(eve, {})
    expect((await change({ before: goodPassword, after, keepTokens: true })).status).toBe(204)
    expect((await token.ask(desk)).status).toBe(200)
    expect((await change({ before: after, after: goodPassword })).status).toBe(204)
    expect((await token.ask(desk)).status).toBe(401)
    const ended = (await server.team.people.log(0, 1_000)).filter(
      ({ kind, by }) => kind === 'token-ended' && by === 'eve-t',
    )
    expect(ended.map(({ body }) => body)).toEqual([{ id: token.id, label: 'script' }])
  })

  it('ends when a link sets a new password', async () => {
    const flo = await server.join('flo', 'viewer')
    const token = await made(flo, {})
    const { shown } = await reset(server.team, 'flo', 'ada')
    expect((await token.ask(desk)).status).toBe(200)
    await server.nobody('/api/v1/join', json({ invitation: shown, password: 'two white storks at nine' }))
    expect((await token.ask(desk)).status).toBe(401)
  })

  it('that is wrong is not made good by a cookie beside it', async () => {
    const both = await server.asker(ada.cookie, ada.csrf)(desk, {
      headers: { authorization: 'Bearer headwater_wrong' },
    })
    expect(both.status).toBe(401)
  })
})

describe('roles', () => {
  it('are of one collection: its admin is nobody in another', async () => {
    const elsewhere = await server.join('hal', 'admin', 'elsewhere')
    expect((await elsewhere.ask(desk)).status).toBe(404)
    const unknown = await elsewhere.ask('/api/v1/collections/no-such')
    expect(await (await elsewhere.ask(desk)).json()).toEqual(await unknown.json())
    expect(await (await elsewhere.ask('/api/v1/collections')).json()).toEqual([])
    expect((await elsewhere.ask(`${desk}/people`)).status).toBe(404)
    expect((await elsewhere.ask('/api/v1/people')).status).toBe(403)
  })

  it('of a collection are given by its admin, and none of another', async () => {
    const ivy = await server.join('ivy', 'admin')
    expect((await ivy.ask(`${desk}/people/bo`, json({ role: 'analyst' }))).status).toBe(204)
    expect(await (await bo.ask('/api/v1/collections')).json()).toMatchObject([{ name: 'desk', role: 'analyst' }])
    expect((await ivy.ask('/api/v1/people/bo/roles', json({ collection: '*', role: 'admin' }))).status).toBe(403)
    expect((await ivy.ask('/api/v1/people/bo/reset', { method: 'POST' })).status).toBe(403)
    const made = await ivy.ask(`${desk}/people/invitations`, json({ role: 'viewer' }))
    expect(((await made.json()) as { address: string }).address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join#[\w-]{43}$/)
  })

  it('of everything are never left to nobody', async () => {
    for (const ask of [
      () => ada.ask('/api/v1/people/ada', { method: 'DELETE' }),
      () => ada.ask('/api/v1/people/ada/roles', json({ collection: '*', role: 'viewer' })),
      () => ada.ask('/api/v1/people/ada/roles', json({ collection: '*', role: null })),
    ])
      expect((await ask()).status).toBe(409)
    expect((await ada.ask('/api/v1/people')).status).toBe(200)
  })

  it('tell who may decide what: notes for analysts, answers for editors', async () => {
    const [jo, kim] = [await server.join('jo', 'analyst'), await server.join('kim', 'editor')]
    const [first] = ((await (await jo.ask(`${desk}/documents`)).json()) as { items: { id: string }[] }).items
    const note = json({
      decision: { kind: 'note', on: { kind: 'document', document: first?.id }, text: 'ask the port' },
    })
    const grade = json({
      decision: { kind: 'grade', source: { name: 'Filipa Varela' }, letter: 'B', reason: 'usually' },
    })
    const noted = await jo.ask(`${desk}/decisions`, note)
    const { id, by } = (await noted.json()) as { id: string; by: string }
    expect([noted.status, by]).toEqual([201, 'jo'])
    expect((await jo.ask(`${desk}/decisions`, grade)).status).toBe(403)
    const graded = await kim.ask(`${desk}/decisions`, grade)
    expect(graded.status).toBe(201)
    const other = ((await graded.json()) as { id: string }).id
    expect((await jo.ask(`${desk}/decisions/${other}/undo`, { method: 'POST' })).status).toBe(403)
    expect((await jo.ask(`${desk}/decisions/${id}/undo`, { method: 'POST' })).status).toBe(201)
    expect((await kim.ask(`${desk}/decisions/${other}/undo`, { method: 'POST' })).status).toBe(201)
  })

  it('tell who may change a saved view: whoever saved it, and admins', async () => {
    const [may, nat] = [await server.join('may', 'analyst'), await server.join('nat', 'editor')]
    const saved = await may.ask(`${desk}/views`, json({ name: 'Drift', asks: { finding: 'drift' } }))
    const { id, by } = (await saved.json()) as { id: string; by: string }
    expect([saved.status, by]).toEqual([201, 'may'])
    const rename = (name: string): RequestInit => ({ method: 'PATCH', body: JSON.stringify({ name }) })
    expect((await nat.ask(`${desk}/views/${id}`, { method: 'DELETE' })).status).toBe(403)
    expect((await nat.ask(`${desk}/views/${id}`, rename('Mine'))).status).toBe(403)
    expect((await may.ask(`${desk}/views/${id}`, rename('What drifted'))).status).toBe(200)
    expect((await ada.ask(`${desk}/views/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await nat.ask(`${desk}/views/${id}`, { method: 'DELETE' })).status).toBe(404)
    const log = (await (await nat.ask(`${desk}/log?limit=500`)).json()) as { items: { by: string; kind: string }[] }
    expect(log.items.filter(({ kind }) => kind.startsWith('view-')).map(({ by, kind }) => [by, kind])).toEqual([
      ['may', 'view-saved'],
      ['may', 'view-changed'],
      ['ada', 'view-removed'],
    ])
  })

  it('stand beside what is added, too: the log names who added it', async () => {
    const lou = await server.join('lou', 'analyst')
    const answer = await lou.ask(
      `${desk}/inputs`,
      json({ text: { text: 'The mayor of Kelda said 3 bridges were closed.' } }),
    )
    expect(answer.status).toBe(202)
    await vi.waitFor(
      async () => {
        const log = (await (await ada.ask(`${desk}/log?limit=500`)).json()) as { items: { by: string; kind: string }[] }
        expect(log.items.filter(({ by }) => by === 'lou').map(({ kind }) => kind)).toContain('capture')
      },
      { timeout: 30_000, interval: 100 },
    )
  })
})

describe('the log of people', () => {
  it('tells of everything, in a chain, and of no password', async () => {
    await server.signIn('bo', 'a wrong password of his')
    const lines = await server.team.people.log(0, 1_000)
    expect(lines.map((line, at) => flawOf(line, lines[at - 1])).filter(Boolean)).toEqual([])
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(
      new Set([
        ...['invited', 'withdrawn', 'joined', 'role-given', 'role-taken', 'signed-in', 'sign-in-failed', 'signed-out'],
        ...['session-ended', 'password-changed', 'removed', 'token-made', 'token-ended'],
      ]),
    )
    const text = JSON.stringify(lines)
    for (const secret of [goodPassword, 'a wrong password of his', bo.cookie.split('=')[1] ?? '-'])
      expect(text).not.toContain(secret)
    const page = await ada.ask('/api/v1/people-log?limit=5')
    expect(await page.json()).toMatchObject({ total: lines.length, next: '5' })
    const newest = lines.map(({ number }) => number).reverse()
    const numbersOf = async (query: string) => {
      const { items, next } = (await (await ada.ask(`/api/v1/people-log?order=newest&${query}`)).json()) as {
        readonly items: readonly { readonly number: number }[]
        readonly next: string | null
      }
      return [items.map(({ number }) => number), next]
    }
    expect(await numbersOf('limit=5')).toEqual([newest.slice(0, 5), String(newest[4])])
    expect(await numbersOf(`limit=5&after=${newest[4]}`)).toEqual([newest.slice(5, 10), String(newest[9])])
    expect(await numbersOf('limit=500')).toEqual([newest, null])
    expect((await bo.ask('/api/v1/people-log')).status).toBe(403)
  })
})
