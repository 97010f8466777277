import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import { usualLimits } from './limits.ts'

const desk = '/api/v1/collections/desk'

let server: TeamTestServer
let ada: TestPerson
let bo: TestPerson

beforeAll(async () => {
  server = await openTeamServer(['examples/tank-seven'], {
    limits: { ...usualLimits, asking: { points: 100_000, duration: 60 } },
  })
  ada = await server.first()
  bo = await server.join('bo', 'viewer')
}, 120_000)
afterAll(() => server.close())

const tagOf = (answer: Response): string => answer.headers.get('etag') ?? ''
const again = (person: TestPerson, path: string, tag: string, method = 'GET'): Promise<Response> =>
  person.ask(path, { method, headers: { 'if-none-match': tag } })

describe('an answer in JSON', () => {
  it.each(['', '/documents', '/documents/euro-digest', '/claims?limit=2', '/sources', '/stories', '/log', '/views'])(
    'at %s has a tag, and none of its words are sent again as long as it has it',
    async (path) => {
      const first = await bo.ask(desk + path)
      expect(tagOf(first)).toMatch(/^"[0-9a-f]{40}"$/)
      for (const tag of [tagOf(first), `W/${tagOf(first)}`, `"other", ${tagOf(first)}`, '*']) {
        const same = await again(bo, desk + path, tag)
        expect([same.status, await same.text(), tagOf(same)]).toEqual([304, '', tagOf(first)])
        expect(same.headers.get('content-type')).toBeNull()
        expect(same.headers.get('x-content-type-options')).toBe('nosniff')
      }
      const other = await again(bo, desk + path, `"${'0'.repeat(40)}"`)
      expect([other.status, await other.text()]).toEqual([200, await first.text()])
    },
  )

  it('has another tag once it is another answer', async () => {
    const before = await ada.ask(`${desk}/views`)
    const made = await ada.ask(`${desk}/views`, { method: 'POST', body: JSON.stringify({ name: 'Single', asks: {} }) })
    expect([made.status, tagOf(made)]).toEqual([201, ''])
    const after = await again(ada, `${desk}/views`, tagOf(before))
    expect(after.status).toBe(200)
    expect(await after.json()).toHaveLength(1)
    expect(tagOf(after)).not.toBe(tagOf(before))
  })

  it('is never taken for the answer that somebody else gets', async () => {
    for (const path of [desk, '/api/v1/collections', '/api/v1/me']) {
      const [hers, his] = await Promise.all([ada.ask(path), bo.ask(path)])
      expect(tagOf(hers)).not.toBe(tagOf(his))
      expect((await again(bo, path, tagOf(hers))).status).toBe(200)
      expect(hers.headers.get('vary')).toBe('Authorization, Cookie')
      expect((await again(ada, path, tagOf(hers))).headers.get('vary')).toBe('Authorization, Cookie')
    }
  })

  it('is refused to whoever may not see it, whatever tag they know', async () => {
    const tag = tagOf(await ada.ask(desk))
    for (const headers of [{ 'if-none-match': tag }, { 'if-none-match': '*' }]) {
      expect((await server.nobody(desk, { headers })).status).toBe(401)
      expect((await bo.ask(`${desk}/people`, { headers })).status).toBe(403)
      expect((await bo.ask('/api/v1/collections/other', { headers })).status).toBe(404)
    }
  })

  it('is kept by no browser, with a tag or without', async () => {
    const first = await bo.ask(desk)
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect((await again(bo, desk, tagOf(first))).headers.get('cache-control')).toBe('no-store')
  })

  it('has the same tag where only its headers are asked for', async () => {
    const tag = tagOf(await bo.ask(`${desk}/claims`))
    const head = await bo.ask(`${desk}/claims`, { method: 'HEAD' })
    expect([head.status, tagOf(head)]).toEqual([200, tag])
    expect((await again(bo, `${desk}/claims`, tag, 'HEAD')).status).toBe(304)
  })
})

describe('what has no end, or is a file', () => {
  it('has no tag and is not waited for', async () => {
    const ended = new AbortController()
    const events = await bo.ask(`${desk}/events`, { signal: ended.signal, headers: { 'if-none-match': '*' } })
    expect([events.status, tagOf(events)]).toEqual([200, ''])
    ended.abort()
    for (const path of ['/export/csv', '/export/json', '/captures/1/raw', '/alerts.atom']) {
      const file = await again(bo, desk + path, '*')
      expect([path, file.status, tagOf(file)]).toEqual([path, 200, ''])
    }
  })

  it('is a problem: that has none either', async () => {
    const problem = await again(bo, `${desk}/documents/none`, '*')
    expect([problem.status, tagOf(problem)]).toEqual([404, ''])
  })
})
