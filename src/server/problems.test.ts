import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openTeamServer, type TeamTestServer, type TestPerson } from '../../test/fixtures/team-server.ts'
import { openTestServer, type TestServer, token } from '../../test/fixtures/test-server.ts'
import { largest } from './app.ts'
import { usualLimits } from './limits.ts'
import { kinds, problemSchema } from './problem.ts'

let server: TestServer
let team: TeamTestServer
let ada: TestPerson
let bo: TestPerson

beforeAll(async () => {
  server = await openTestServer(['examples/tank-seven'], { patience: { headers: 300, request: 600 } })
  team = await openTeamServer([])
  ada = await team.first()
  bo = await team.join('bo', 'viewer')
}, 120_000)
afterAll(async () => {
  await server.close()
  await team.close()
})

const json = { 'content-type': 'application/json' }
const desk = '/api/v1/collections/desk'

/** What is refused, by the status that it is refused with. */
const refused: readonly (readonly [number, string, () => Promise<Response>])[] = [
  [400, 'a wrong parameter', () => server.ask(`${desk}/claims?limit=0`)],
  [400, 'a body that is no JSON', () => server.ask(`${desk}/views`, { method: 'POST', headers: json, body: '{' })],
  [400, 'a body of another shape', () => server.post('/views', [])],
  [400, 'a form that cannot be read', () => form('--x')],
  [401, 'nobody', () => fetch(`${server.base}${desk}`)],
  [401, 'a wrong token', () => server.ask(desk, { headers: { authorization: `Bearer ${token}x` } })],
  [
    401,
    'a wrong password',
    () => team.nobody('/api/v1/sign-in', { method: 'POST', body: '{"name":"bo","password":""}' }),
  ],
  [403, 'a page of another site', () => server.ask(desk, { headers: { origin: 'https://other.example' } })],
  [403, 'too low a role', () => bo.ask(`${desk}/views`, { method: 'POST', body: '{"name":"A","asks":{}}' })],
  [
    403,
    'a page without its proof',
    () => ada.ask(`${desk}/views`, { method: 'POST', body: '{}', headers: { 'x-headwater-csrf': '' } }),
  ],
  [404, 'an unknown address', () => server.ask('/api/v1/verdicts')],
  [404, 'another version of the API', () => server.ask('/api/v2/collections')],
  [404, 'an unknown collection', () => server.ask('/api/v1/collections/other/claims')],
  [404, 'an unknown report', () => server.ask(`${desk}/documents/none`)],
  [404, 'an address with half an escape', () => server.ask(`${desk}/documents/%E0%A4%A`)],
  [405, 'another method', () => server.ask(`${desk}/claims`, { method: 'DELETE' })],
  [
    409,
    'a name that is taken',
    async () =>
      server.post('/views', { name: 'Twice', asks: {} }).then(() => server.post('/views', { name: 'Twice', asks: {} })),
  ],
  [413, 'too large a body', () => server.post('/views', { name: 'x'.repeat(largest.other), asks: {} })],
  [
    415,
    'a form where JSON is wanted',
    () => server.ask(`${desk}/views`, { method: 'POST', body: new URLSearchParams({ name: 'A' }) }),
  ],
  [415, 'words without a kind', () => server.ask(`${desk}/inputs`, { method: 'POST', body: 'words' })],
]

const form = (body: string): Promise<Response> =>
  server.ask(`${desk}/inputs`, { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=y' }, body })

describe('what is refused', () => {
  it.each(refused)('with %i: %s', async (status, _, asking) => {
    const answer = await asking()
    expect(answer.status).toBe(status)
    await expectProblem(answer)
    expect(answer.headers.get('www-authenticate')).toBe(status === 401 ? 'Bearer realm="headwater"' : null)
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET')
  })

  it('with 429, and when to come again', async () => {
    const strict = await openTeamServer([], { limits: { ...usualLimits, asking: { points: 1, duration: 60 } } })
    await strict.nobody('/api/v1/me')
    const answer = await strict.nobody('/api/v1/me')
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    await expectProblem(answer)
    await strict.close()
  })

  it('with 500 where the server itself fails, without a word of how', async () => {
    vi.spyOn(server.store, 'follows').mockRejectedValueOnce(new Error('the disk at /srv/secret is full'))
    const answer = await server.ask(`${desk}/follows`)
    expect(answer.status).toBe(500)
    expect(await expectProblem(answer)).not.toContain('secret')
    expect(server.told.at(-1)).toContain('/srv/secret')
    expect((await server.ask(`${desk}/follows`)).status).toBe(200)
  })

  it.each([
    [400, 'no HTTP at all', 'tell me everything\r\n\r\n'],
    [400, 'a header with a line of its own', `GET ${desk} HTTP/1.1\r\nHost: 127.0.0.1\r\n\0: x\r\n\r\n`],
    [408, 'headers that never end', `GET ${desk} HTTP/1.1\r\nHost: 127.0.0.1\r\n`],
    [431, 'headers that are too large', `GET ${desk} HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('with %i before it is a request: %s', async (status, _, words) => {
    const [head = '', body = ''] = (await sentRaw(words)).split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json')
    expect(problemSchema.parse(JSON.parse(body)).status).toBe(status)
  })
})

/** Gives the words of it. */
async function expectProblem(answer: Response): Promise<string> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const words = await answer.text()
  const problem = problemSchema.strict().parse(JSON.parse(words))
  const { name, title } = kinds[answer.status as keyof typeof kinds]
  expect(problem).toMatchObject({ type: `/api/v1/docs#${name}`, title, status: answer.status })
  expect(problem.detail).toMatch(/\.$/)
  return words
}

function sentRaw(words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(server.port, '127.0.0.1', () => socket.write(words))
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part
    })
    socket.on('error', reject).on('close', () => resolve(answer))
  })
}
