import { createRoute } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import { isEnough, isRole, roles } from '../team/roles.ts'
import { appOf } from './app.ts'
import { routesOf } from './document.ts'
import { usualLimits } from './limits.ts'
import { collectionPath, declared, type Needed, neededBy, needs } from './roles.ts'

const everybody = ['nobody', 'outsider', ...roles, 'steward'] as const
type Somebody = (typeof everybody)[number]

let server: TeamTestServer
const people = new Map<Somebody, Pick<TestPerson, 'ask'>>()
beforeAll(async () => {
  server = await openTeamServer([], {
    limits: { ...usualLimits, asking: { points: 100_000, duration: 60 }, address: { points: 100_000, duration: 60 } },
  })
  people.set('nobody', { ask: server.nobody })
  people.set('steward', await server.first())
  people.set('outsider', await server.join('outsider', 'admin', 'elsewhere'))
  for (const role of roles) people.set(role, await server.join(`the-${role}`, role))
}, 60_000)
afterAll(() => server.close())

/** Somebody by their role. */
function who(somebody: Somebody): Pick<TestPerson, 'ask'> {
  const person = people.get(somebody)
  if (!person) throw new Error(`${somebody} is not here`)
  return person
}

/** The routes of a server for people with accounts, as it describes them. */
const routes = routesOf(
  appOf({
    desks: { all: [], named: () => undefined, close: async () => undefined },
    access: { whoSends: async () => undefined, signedIn: () => undefined, isOpen: true, refusal: '' },
    origins: () => new Map(),
    team: {} as NonNullable<Parameters<typeof appOf>[0]['team']>,
    workbench: '',
    tell: () => undefined,
  }),
)

/** How a route refuses somebody who has not what it declares; undefined where it lets them through. */
function refusalOf(needed: Needed, who: Somebody): number | undefined {
  if (needed === 'anyone') return undefined
  if (who === 'nobody') return 401
  if (isRole(needed)) {
    if (who === 'outsider') return 404
    return isEnough(who === 'steward' ? 'admin' : who, needed) ? undefined : 403
  }
  return needed === 'steward' && who !== 'steward' ? 403 : undefined
}

/** What is so important that it is not only taken from what the routes say of themselves: the least who may. */
const byHand: Readonly<Record<string, Needed>> = {
  [`get ${collectionPath}/documents`]: 'viewer',
  [`get ${collectionPath}/claims/{key}`]: 'viewer',
  [`get ${collectionPath}/export/{format}`]: 'viewer',
  [`get ${collectionPath}/captures/{number}/raw`]: 'viewer',
  [`get ${collectionPath}/events`]: 'viewer',
  [`get ${collectionPath}/log`]: 'viewer',
  [`post ${collectionPath}/inputs`]: 'analyst',
  [`post ${collectionPath}/follows`]: 'analyst',
  [`delete ${collectionPath}/follows`]: 'analyst',
  [`post ${collectionPath}/decisions`]: 'analyst',
  [`post ${collectionPath}/decisions/{id}/undo`]: 'analyst',
  [`get ${collectionPath}/people`]: 'admin',
  [`post ${collectionPath}/people/{name}`]: 'admin',
  [`post ${collectionPath}/people/invitations`]: 'admin',
  [`get ${collectionPath}/people/invitations`]: 'admin',
  [`delete ${collectionPath}/people/invitations/{id}`]: 'admin',
  'get /api/v1/collections': 'person',
  'get /api/v1/me': 'anyone',
  'post /api/v1/sign-in': 'anyone',
  'post /api/v1/join': 'anyone',
  'post /api/v1/me/password': 'account',
  'post /api/v1/me/tokens': 'account',
  'get /api/v1/people': 'steward',
  'get /api/v1/people-log': 'steward',
  'post /api/v1/people/invitations': 'steward',
  'get /api/v1/people/invitations': 'steward',
  'delete /api/v1/people/invitations/{id}': 'steward',
  'post /api/v1/people/{name}/roles': 'steward',
  'post /api/v1/people/{name}/reset': 'steward',
  'delete /api/v1/people/{name}': 'steward',
}

describe('every route', () => {
  it('says who may ask', () => {
    expect(routes.filter((route) => neededBy(route) === undefined).map(({ path }) => path)).toEqual([])
    expect(routes.length).toBeGreaterThan(40)
  })

  it('says it in the OpenAPI document, too', async () => {
    const { paths } = (await (await who('steward').ask('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { 'x-role'?: string }>>
    }
    const said = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, route]) =>
        method === 'parameters' ? [] : [[`${method} ${path}`, route['x-role']]],
      ),
    )
    expect(said.sort()).toEqual(routes.map((route) => [`${route.method} ${route.path}`, neededBy(route)]).sort())
  })

  it('of weight says what was written down by hand', () => {
    const said = new Map(routes.map((route) => [`${route.method} ${route.path}`, neededBy(route)]))
    expect(Object.fromEntries(Object.keys(byHand).map((name) => [name, said.get(name)]))).toEqual(byHand)
  })

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s lets through whom it says and nobody else',
    async (_, route) => {
      const needed = neededBy(route) as Needed
      const path = route.path.replace('{collection}', server.name).replace(/\{\w+\}/g, 'none')
      for (const somebody of everybody) {
        // What would end the session of somebody who is asked for again.
        if (path.endsWith('sign-out') && somebody !== 'nobody') continue
        const ended = new AbortController()
        const body = route.method === 'post' ? { body: '{}' } : {}
        const answer = await who(somebody).ask(path, {
          method: route.method.toUpperCase(),
          ...body,
          signal: ended.signal,
        })
        const refused = refusalOf(needed, somebody)
        const status = answer.status
        const said = answer.headers.get('content-type')?.includes('problem')
          ? ((await answer.json()) as { input?: string })
          : {}
        ended.abort()
        if (refused === undefined) expect([somebody, status], `${somebody} is let through`).not.toEqual([somebody, 403])
        else expect([somebody, status]).toEqual([somebody, refused])
        if (refused === undefined && needed !== 'anyone') expect([somebody, status]).not.toEqual([somebody, 401])
        // One that is not there for them is told of as one that is not there at all.
        if (refused === 404) expect(said.input).toBe('collection')
        else if (isRole(needed)) expect(said.input).not.toBe('collection')
      }
    },
  )
})

describe('a route that forgot to say who may ask', () => {
  const path = '/api/v1/collections/{collection}/forgotten'
  const responses = { 200: { description: 'no' } }
  it.each([
    ['nothing', createRoute({ method: 'get', path, responses })],
    ['a word that is no role', createRoute({ method: 'get', path, responses, 'x-role': 'everybody' })],
    [
      'a role where there is no collection',
      createRoute({ method: 'get', path: '/api/v1/forgotten', responses, ...needs('viewer') }),
    ],
    ['nobody in particular in a collection', createRoute({ method: 'get', path, responses, ...needs('anyone') })],
  ])('and says %s answers nobody', async (_, route) => {
    expect(neededBy(route)).toBeUndefined()
    const middleware = declared(() => [route], '')
    const asked = {
      req: { method: 'GET', path: route.path.replace('{collection}', 'desk') },
      get: () => ({ isSteward: true }),
    }
    let isThrough = false
    await expect(
      middleware(asked as unknown as Parameters<typeof middleware>[0], async () => {
        isThrough = true
      }),
    ).rejects.toMatchObject({ status: 404 })
    expect(isThrough).toBe(false)
  })
})
