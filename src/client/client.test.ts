import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { openTestServer, type TestServer, token } from '../../test/fixtures/test-server.ts'
import { addressOf, type Client, openClient, Refused } from './client.ts'
import type { ClaimRow, Job } from './paths.ts'

let server: TestServer
let client: Client
const collection = 'desk'

beforeAll(async () => {
  server = await openTestServer(['examples/tank-seven'])
  client = openClient({ base: server.base, token })
}, 120_000)
afterAll(() => server.close())

describe('the client', () => {
  it('gives answers by the address that is asked, as the compiler knows them', async () => {
    const { items, next } = await client.get('/collections/{collection}/claims', {
      collection,
      sort: 'origins',
      limit: 2,
    })
    expectTypeOf(items).toEqualTypeOf<readonly ClaimRow[]>()
    expect(items).toHaveLength(2)
    const rest = await client.get('/collections/{collection}/claims', {
      collection,
      sort: 'origins',
      after: next ?? '',
    })
    expect(rest.items[0]?.key).not.toBe(items[1]?.key)
    const key = items[0]?.key ?? ''
    const { claim } = await client.get('/collections/{collection}/claims/{key}', { collection, key })
    expect(claim.independent).toBe(items[0]?.independent)
    const [own] = await client.get('/collections')
    expect(own?.name).toBe(collection)
  })

  it('changes things, and forgets them', async () => {
    const asks = { finding: 'conflict' }
    const saved = await client.post('/collections/{collection}/views', { collection }, { name: 'Disputed', asks })
    const { id } = saved
    const changed = await client.patch('/collections/{collection}/views/{id}', { collection, id }, { name: 'Both' })
    expect(changed).toEqual({ ...saved, name: 'Both' })
    expect(await client.delete('/collections/{collection}/views/{id}', { collection, id })).toBeUndefined()
    expect(await client.get('/collections/{collection}/views', { collection })).toEqual([])
  })

  it('hands in files and follows the work', async () => {
    const form = new FormData()
    form.append('files', new File(['The mayor of Kelda said 3 bridges were closed.'], 'kelda.txt'))
    const { job: id } = await client.post('/collections/{collection}/inputs', { collection }, form)
    let job: Job
    do job = await client.get('/collections/{collection}/jobs/{id}', { collection, id })
    while (job.state === 'running')
    expect(job.items).toMatchObject([{ input: 'kelda.txt', state: 'kept' }])
  })

  it('gives files as they came, those of JSON too', async () => {
    for (const format of ['csv', 'json']) {
      const file = await client.get('/collections/{collection}/export/{format}', { collection, format })
      expect(file.headers.get('content-disposition')).toContain('headwater.')
      expect((await file.text()).length).toBeGreaterThan(100)
    }
  })

  describe('asked again', () => {
    /** What was sent and how it was answered, in order. */
    function watched(held?: number) {
      const seen: (readonly [path: string, tag: string | null, status: number])[] = []
      const fetching: typeof fetch = async (address, how) => {
        const answer = await fetch(address, how)
        seen.push([
          String(address).replace(/.*\/desk/, ''),
          new Headers(how?.headers).get('if-none-match'),
          answer.status,
        ])
        return answer
      }
      return {
        seen,
        client: openClient({ base: server.base, token, fetch: fetching, ...(held === undefined ? {} : { held }) }),
      }
    }
    const viewsOf = (client: Client) => client.get('/collections/{collection}/views', { collection })
    const claimsOf = (client: Client, limit: number) =>
      client.get('/collections/{collection}/claims', { collection, limit })

    it('gives what it holds where nothing changed, and what is new where something did', async () => {
      const { client, seen } = watched()
      const [first, again] = [await viewsOf(client), await viewsOf(client)]
      expect(again).toEqual(first)
      const { id } = await client.post('/collections/{collection}/views', { collection }, { name: 'New', asks: {} })
      expect(await viewsOf(client)).toMatchObject([{ id, name: 'New' }])
      await client.delete('/collections/{collection}/views/{id}', { collection, id })
      expect(await viewsOf(client)).toEqual(first)
      const asked = seen.filter(([path]) => path === '/views')
      expect(asked.map(([, , status]) => status)).toEqual([200, 304, 201, 200, 200])
      expect(asked[0]?.[1]).toBeNull()
      expect(asked[1]?.[1]).toMatch(/^"[0-9a-f]{40}"$/)
      expect(asked[4]?.[1]).not.toBe(asked[1]?.[1])
    })

    it('shares nothing with whoever changes what they were given', async () => {
      const { client } = watched()
      const first = await claimsOf(client, 2)
      ;(first.items as ClaimRow[]).length = 0
      expect((await claimsOf(client, 2)).items).toHaveLength(2)
    })

    it('asks each address with its own tag', async () => {
      const { client, seen } = watched()
      for (const limit of [1, 2, 1, 2]) expect((await claimsOf(client, limit)).items).toHaveLength(limit)
      expect(seen.map(([, , status]) => status)).toEqual([200, 200, 304, 304])
    })

    it('holds what was asked for last, and no more than it may', async () => {
      const [two = 0, three = 0] = await Promise.all(
        [2, 3].map(async (limit) => JSON.stringify(await claimsOf(client, limit)).length),
      )
      // Room for these two with their addresses and tags, and for nothing else.
      const { client: small, seen } = watched(two + three + 400)
      for (const limit of [2, 3, 2, 1, 2, 3]) await claimsOf(small, limit)
      expect(seen.map(([, , status]) => status)).toEqual([200, 200, 304, 200, 304, 200])
      const { client: smaller, seen: then } = watched(three - 1)
      for (const _ of [1, 2]) await claimsOf(smaller, 3)
      expect(then.map(([, tag, status]) => [tag, status])).toEqual([
        [null, 200],
        [null, 200],
      ])
    })

    it('holds no file', async () => {
      const { client, seen } = watched()
      for (const _ of [1, 2])
        await client.get('/collections/{collection}/export/{format}', { collection, format: 'json' })
      expect(seen.map(([, tag]) => tag)).toEqual([null, null])
    })
  })

  it('throws what was refused, with all that the server said', async () => {
    const asked = client.get('/collections/{collection}/documents/{id}', { collection, id: 'none' })
    const refused = await asked.catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect(refused).toMatchObject({
      message: 'No report of the answers has this id.',
      problem: { status: 404, type: '/api/v1/docs#not-found', input: 'id' },
    })
    const nobody = openClient({ base: server.base })
    await expect(nobody.get('/collections')).rejects.toMatchObject({ problem: { status: 401 } })
  })

  it('throws what a proxy refuses in words of its own', async () => {
    const away = openClient({
      base: 'https://desk.example',
      fetch: async () =>
        new Response('<h1>Slow down</h1>', {
          status: 429,
          statusText: 'Too Many Requests',
          headers: { 'content-type': 'text/html', 'retry-after': '30' },
        }),
    })
    await expect(away.get('/me')).rejects.toMatchObject({
      message: 'Too Many Requests',
      problem: { status: 429, title: 'Too Many Requests' },
      retryAfter: 30,
    })
  })

  it.each([
    ['/a/{id}', { id: 'a/b?c#d %41 é' }, '/a/a%2Fb%3Fc%23d%20%2541%20%C3%A9'],
    ['/a/{id}', { id: 'x', q: 'two words', min: 0 }, '/a/x?q=two+words&min=0'],
    ['/a', { q: undefined, kinds: ['statement', 'source'] }, '/a?kinds=statement&kinds=source'],
    ['/a/{id}', { id: '...' }, '/a/...'],
  ])('asks %s with %j as %s', (path, params, address) => {
    expect(addressOf(path, params)).toBe(address)
  })

  it.each(['', '.', '..'])('asks no other address for the id “%s”', (id) => {
    expect(() => addressOf('/collections/{id}/people', { id })).toThrow(TypeError)
  })

  it('takes nothing that the API does not', () => {
    // Never called: whether this compiles is the test.
    const _ = () => [
      // @ts-expect-error no such address
      client.get('/verdicts'),
      // @ts-expect-error a collection has to be named
      client.get('/collections/{collection}/claims'),
      // @ts-expect-error no such order
      client.get('/collections/{collection}/claims', { collection, sort: 'truth' }),
      // @ts-expect-error a view needs a name
      client.post('/collections/{collection}/views', { collection }, { asks: {} }),
    ]
    expect(_).toBeTypeOf('function')
  })
})
