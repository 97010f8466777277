import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestServer, type TestServer, token } from '../../test/fixtures/test-server.ts'
import type { App } from './app.ts'
import { appOf } from './app.ts'
import { routesOf } from './document.ts'
import { collectionPath } from './roles.ts'
import {
  alertRow,
  claimPage,
  claimRow,
  collection,
  decided,
  decisionRow,
  documentPage,
  found,
  job as jobSchema,
  list,
  pageOf,
  sourcePage,
  statementRow,
  storyPage,
  suggestion,
  versionPage,
  viewRow,
} from './schemas.ts'

let server: TestServer
let key = ''
let view = ''
let web: Server
let page = ''

beforeAll(async () => {
  web = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          '<title>Lock</title><article><h1>Lock opens</h1><p>The harbour office said on Monday that 40 barges had passed the lock at Tarnholt.</p></article>',
        )
  })
  await new Promise<void>((listening) => web.listen(0, '127.0.0.1', listening))
  page = `http://127.0.0.1:${(web.address() as AddressInfo).port}/lock`
  server = await openTestServer(['examples/tank-seven'], { web: { allowPrivate: true, pace: 0 } })
  await server.ask(`${server.api}/inputs`, {
    method: 'POST',
    body: form('edited.txt', 'One report.\n\nThe mayor said 12 boats sank.'),
  })
  await settled('job-1')
  await server.ask(`${server.api}/inputs`, {
    method: 'POST',
    body: form('edited.txt', 'One report.\n\nThe mayor said 15 boats sank.'),
  })
  await settled('job-2')
  key = (await server.json('/claims', pageOf(claimRow))).items[0]?.key ?? ''
  view = viewRow.parse(await (await server.post('/views', { name: 'All of it', asks: {} })).json()).id
}, 120_000)
afterAll(async () => {
  await server.close()
  web.close()
})

function form(name: string, words: string): FormData {
  const made = new FormData()
  made.append('files', new File([words], name))
  return made
}

async function settled(id: string) {
  for (;;) {
    const job = await server.json(`/jobs/${id}`, jobSchema)
    if (job.state !== 'running') return job
    await new Promise((rested) => setTimeout(rested, 20))
  }
}

/** One request for each route that is answered as the route says, and one that must be refused. */
const asked: Readonly<Record<string, () => Asked>> = {
  'get ': () => ({ path: '' }),
  'get /documents': () => ({ path: '/documents?limit=2&q=ammonia&sort=title', wrong: '/documents?limit=0' }),
  'get /documents/{id}': () => ({ path: '/documents/euro-digest', wrong: '/documents/none' }),
  'get /documents/{id}/versions/{n}': () => ({
    path: '/documents/edited/versions/2',
    wrong: '/documents/edited/versions/x',
  }),
  'get /captures/{number}': () => ({ path: '/captures/1', wrong: '/captures/x' }),
  'get /captures/{number}/raw': () => ({ path: '/captures/1/raw', wrong: '/captures/999/raw' }),
  'get /claims': () => ({
    path: '/claims?sort=origins&min=1&finding=conflict&story=euro-digest&source=Filipa%20Varela&origin=filipa-varela&q=names',
    wrong: '/claims?finding=truth',
  }),
  'get /claims/{key}/statements': () => ({
    path: `/claims/${encodeURIComponent(key)}/statements?position=0&limit=2`,
    wrong: '/claims/c1/statements',
  }),
  'get /sources/{id}/statements': () => ({
    path: '/sources/filipa-varela/statements?limit=1',
    wrong: '/sources/nobody/statements',
  }),
  'get /claims/{key}': () => ({ path: `/claims/${encodeURIComponent(key)}`, wrong: '/claims/c1' }),
  'get /views': () => ({ path: '/views' }),
  'post /views': () => ({
    path: '/views',
    body: { name: 'Disputed', asks: { finding: 'conflict', sort: 'origins' } },
    wrong: '/views',
    wrongBody: { name: 'Disputed', asks: { verdict: 'true' } },
  }),
  'patch /views/{id}': () => ({ path: `/views/${view}`, body: { name: 'All' }, wrong: '/views/none', wrongBody: {} }),
  'delete /views/{id}': () => ({ path: `/views/${view}`, wrong: '/views/none' }),
  'get /sources': () => ({ path: '/sources?q=mayor', wrong: '/sources?after=mayor' }),
  'get /sources/{id}': () => ({ path: '/sources/filipa-varela', wrong: '/sources/nobody' }),
  'get /stories': () => ({ path: '/stories?limit=1', wrong: '/stories?limit=many' }),
  'get /stories/{id}': () => ({ path: '/stories/euro-digest', wrong: '/stories/none' }),
  'get /search': () => ({
    path: '/search?q=siren*&kinds=statement&kinds=document&from=2025-04',
    wrong: '/search?from=2026-02-30',
  }),
  'get /alerts': () => ({ path: '/alerts?order=newest&limit=3', wrong: '/alerts?after=-1' }),
  'get /alerts.atom': () => ({ path: '/alerts.atom', wrong: '/alerts.atom?after=x' }),
  'get /follows': () => ({ path: '/follows' }),
  'post /follows': () => ({
    path: '/follows',
    body: { address: 'https://courier.example/feed', every: 'daily' },
    wrong: '/follows',
    wrongBody: { address: 'file:///etc/passwd' },
  }),
  'delete /follows': () => ({
    path: '/follows?address=https://courier.example/feed',
    wrong: '/follows?address=https://courier.example/other',
  }),
  'get /suggestions': () => ({ path: '/suggestions?limit=2', wrong: '/suggestions?limit=0' }),
  'get /decisions': () => ({ path: '/decisions?source=filipa-varela', wrong: '/decisions?claim=c1' }),
  'post /decisions': () => ({
    path: '/decisions',
    body: { decision: { kind: 'grade', source: { name: 'Filipa Varela' }, letter: 'B', reason: 'usually right' } },
    wrong: '/decisions',
    wrongBody: { decision: { kind: 'verdict', on: 'c1', text: 'true' } },
  }),
  'post /decisions/{id}/undo': () => ({
    path: '/decisions/{decided}/undo',
    body: {},
    wrong: '/decisions/d1/undo',
    wrongBody: {},
  }),
  'post /inputs': () => ({
    path: '/inputs',
    body: {
      addresses: [page],
      text: { text: 'The mayor of Kelda said 3 bridges were closed.', publisher: 'Kelda Post' },
    },
    wrong: '/inputs',
    wrongBody: { addresses: ['/etc/passwd'] },
  }),
  'post /imports': () => ({
    path: '/imports',
    body: {
      name: 'rosa.json',
      text: JSON.stringify({
        type: 'Annotation',
        id: 'https://notes.example/17',
        body: { type: 'TextualBody', value: 'Asked the authority.' },
        target: 'https://iberiawire.example/2025/04/06/porto-salgueiro-ammonia',
      }),
    },
    wrong: '/imports',
    wrongBody: { name: 'rosa.json', text: 7 },
  }),
  'get /jobs/{id}': () => ({ path: '/jobs/job-1', wrong: '/jobs/job-0' }),
  'get /events': () => ({ path: '/events' }),
  'get /log': () => ({ path: '/log?after=2&limit=3', wrong: '/log?limit=501' }),
  'get /verify': () => ({ path: '/verify' }),
  'get /api/v1/me': () => ({ path: '/api/v1/me' }),
  'get /api/v1/collections': () => ({ path: '/api/v1/collections' }),
  'get /api/v1/docs': () => ({ path: '/api/v1/docs' }),
  'get /api/v1/docs.css': () => ({ path: '/api/v1/docs.css' }),
  'get /api/v1/openapi.json': () => ({ path: '/api/v1/openapi.json' }),
  'get /export/{format}': () => ({ path: '/export/csv', wrong: '/export/pdf' }),
}

type Described = Readonly<Record<string, { readonly schema: { parse(value: unknown): unknown } }>>

interface Asked {
  readonly path: string
  readonly body?: unknown
  readonly wrong?: string
  readonly wrongBody?: unknown
}

/** The routes as the server describes them, with the shapes that it describes them by. */
const app: App = appOf({
  desks: { all: [], named: () => undefined, close: async () => undefined },
  access: { whoSends: async () => undefined, signedIn: () => undefined, isOpen: false, refusal: '' },
  origins: () => new Map(),
  workbench: '',
  tell: () => undefined,
})
const routes = routesOf(app)
const nameOf = ({ method, path }: { readonly method: string; readonly path: string }): string =>
  `${method} ${path.replace(collectionPath, '')}`

describe('every route', () => {
  it('has a request here', () => {
    const named = routes.map(nameOf)
    expect(named.sort()).toEqual(Object.keys(asked).sort())
  })

  it.each(routes.map((route) => [nameOf(route), route] as const))(
    '%s answers as it is described, and refuses what is wrong',
    async (name, route) => {
      const { path, body, wrong, wrongBody } = asked[name]?.() ?? { path: '' }
      const [latest] = (await server.json('/decisions', pageOf(decisionRow))).items
      const ended = new AbortController()
      const answer = await server.ask(at(path).replace('{decided}', latest?.id ?? ''), {
        ...sent(route.method, body),
        signal: ended.signal,
      })
      const described = route.responses[String(answer.status)]
      expect(answer.status, name).toBeLessThan(300)
      expect(described, `${name} answers ${answer.status}`).toBeDefined()
      const content = described && 'content' in described ? described.content : undefined
      const [kind] = (answer.headers.get('content-type') ?? '').split(';')
      if (content) expect(Object.keys(content)).toContain(kind)
      if (kind === 'application/json') {
        const given = await answer.json()
        const schema = (content as Described | undefined)?.['application/json']?.schema
        // What is not described falls away here, and would show.
        expect(JSON.parse(JSON.stringify(schema?.parse(given)))).toEqual(given)
      } else ended.abort()
      if (wrong === undefined) return
      const refused = await server.ask(at(wrong), sent(route.method, wrongBody))
      expect([400, 404]).toContain(refused.status)
      expect(route.responses[String(refused.status)], `${name} refuses with ${refused.status}`).toBeDefined()
      expect(refused.headers.get('content-type')).toBe('application/problem+json')
      expect(await refused.json()).toMatchObject({
        status: refused.status,
        title: expect.any(String),
        detail: expect.any(String),
      })
    },
  )

  // Who somebody is, and how they show it, is asked before they have.
  const forAll = routes.filter(({ path }) => path !== '/api/v1/me')
  it.each(forAll.map(({ method, path }) => [method.toUpperCase(), path] as const))(
    '%s %s wants the token',
    async (method, path) => {
      const answer = await server.ask(path.replace(/\{\w+\}/g, '1'), {
        method,
        headers: { authorization: 'Bearer wrong' },
      })
      expect(answer.status).toBe(401)
    },
  )

  it.each(routes.filter(({ method }) => method === 'post').map(({ path }) => [path] as const))(
    'POST %s takes no body that is not what it says',
    async (path) => {
      const at = path.replace('{collection}', server.name).replace('{id}', 'd1')
      for (const body of ['{', '[]', 'null', '{"decision":null}', '\u0000'])
        expect(
          (await server.ask(at, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status,
        ).toSatisfy((status: number) => status === 400 || status === 404)
      const plain = await server.ask(at, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })
      expect([400, 404, 415]).toContain(plain.status)
    },
  )
})

/** Under the collection, where it is not an address of the whole API. */
const at = (path: string): string => (path.startsWith('/api/') ? path : server.api + path)

const sent = (method: string, body: unknown): RequestInit =>
  body === undefined
    ? { method: method.toUpperCase() }
    : { method: method.toUpperCase(), headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }

describe('the answers', () => {
  beforeAll(async () => {
    // What the routes before were asked to do is done in the background.
    await settled('job-3')
    await eventually(async () => (await server.json('', collection)).upToDate)
  })

  it('go through a list page by page without missing or repeating anything', async () => {
    const all = (await server.json('/claims?limit=500', pageOf(claimRow))).items.map((row) => row.key)
    const seen: string[] = []
    for (let after = ''; ; ) {
      const { items, total, next } = await server.json(
        `/claims?limit=7${after && `&after=${encodeURIComponent(after)}`}`,
        pageOf(claimRow),
      )
      seen.push(...items.map((row) => row.key))
      expect(total).toBe(all.length)
      if (next === null) break
      after = next
    }
    expect(seen).toEqual(all)
  })

  it.each([
    ['prov', 'application/json', /^\{\n"prefix"/],
    ['prov?ending=ttl', 'text/turtle; charset=utf-8', /^@prefix u: <urn:uuid:>/],
    ['stix?tlp=amber', 'application/stix+json', /TLP:AMBER/],
  ])('are given away as %s', async (asked, type, begins) => {
    const answer = await server.ask(`${server.api}/export/${asked}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect(await answer.text()).toMatch(begins)
  })

  it.each(['prov?ending=exe', 'csv?ending=../../x', 'stix?tlp=blue'])('are not given away as %s', async (asked) => {
    expect((await server.ask(`${server.api}/export/${asked}`)).status).toBe(400)
  })

  it('lead from any statement to its claim, and from any report to its story', async () => {
    const { claim } = await server.json(`/claims/${encodeURIComponent(key)}`, claimPage)
    for (const id of claim.statements)
      expect((await server.json(`/claims/${encodeURIComponent(id)}`, claimPage)).key).toBe(key)
    expect((await server.json('/stories/residents-blog', storyPage)).id).toBe(
      (await server.json('/stories/euro-digest', storyPage)).id,
    )
  })

  it('show what was edited in a version', async () => {
    const { versions } = await server.json('/documents/edited', documentPage)
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [1, false],
      [2, true],
    ])
    const { edits } = await server.json('/documents/edited/versions/2', versionPage)
    expect(edits).toMatchObject([{ aspect: 'figure', gone: ['12'], come: ['15'] }])
    expect((await server.json('/documents/edited/versions/1', versionPage)).edits).toEqual([])
  })

  it('take a decision into account, and what takes it back', async () => {
    const graded = { kind: 'grade', source: { name: 'Vasco Leitao' }, letter: 'C', reason: 'speaks for the owner' }
    const line = decided.parse(
      await (await server.post('/decisions', { decision: graded, reason: 'as agreed' })).json(),
    )
    expect(line).toMatchObject({ by: 'ana', reason: 'as agreed', decision: graded })
    await eventually(async () => (await server.json('/sources/vasco-leitao', sourcePage)).grade === 'C')
    expect((await server.post(`/decisions/${line.id}/undo`, {})).status).toBe(201)
    await eventually(async () => (await server.json('/sources/vasco-leitao', sourcePage)).grade === null)
    expect((await server.post(`/decisions/${line.id}/undo`, {})).status).toBe(409)
  })

  it('say what a decision would change, and change nothing', async () => {
    const [made] = (await server.json('/suggestions', pageOf(suggestion))).items.filter(
      ({ kind }) => kind === 'same-claim',
    )
    const before = (await server.json('', collection)).counts.lines
    const answer = await server.post('/decisions?preview', { decision: made?.reject })
    const { changes } = (await answer.json()) as { readonly changes: readonly unknown[] }
    expect(changes.length).toBeGreaterThan(0)
    expect((await server.json('', collection)).counts.lines).toBe(before)
  })

  it('no longer suggest what was decided', async () => {
    const { items: all } = await server.json('/suggestions', pageOf(suggestion))
    const [first] = all
    await server.post('/decisions', { decision: first?.reject })
    const { items: left } = await server.json('/suggestions', pageOf(suggestion))
    expect(left.map(({ id }) => id)).not.toContain(first?.id)
  })

  it('show a decision on the claim, the source and the report that it is about, with what taking it back would move', async () => {
    const { items: said } = await server.json(`/claims/${encodeURIComponent(key)}/statements`, pageOf(statementRow))
    const [a, b] = said
    if (!a || !b) throw new Error('the claim has but one statement')
    const pair = [a, b].map(({ document, quote, start, end }) => ({ document, quote, start, end }))
    const decision = { kind: 'not-same-claim', a: pair[0], b: pair[1] }
    const line = decided.parse(await (await server.post('/decisions', { decision, reason: 'two tanks' })).json())
    const document = encodeURIComponent(a.document)
    for (const about of [`document=${document}`, `claim=${encodeURIComponent(a.id)}`]) {
      const { items: shown } = await server.json(`/decisions?${about}`, pageOf(decisionRow))
      expect(shown.find(({ id }) => id === line.id)).toMatchObject({
        by: 'ana',
        reason: 'two tanks',
        undone: false,
        words: expect.stringMatching(/^“.+” and “.+” answer different questions\.$/),
      })
    }
    const { items: ofOther } = await server.json('/decisions?source=filipa-varela', pageOf(decisionRow))
    expect(ofOther.map(({ id }) => id)).not.toContain(line.id)
    await eventually(async () => (await server.json('', collection)).upToDate)
    const before = (await server.json('', collection)).counts.lines
    const moved = await server.post(`/decisions/${line.id}/undo?preview`, {})
    expect([moved.status, Object.keys((await moved.json()) as object)]).toEqual([200, ['changes']])
    expect((await server.json('', collection)).counts.lines).toBe(before)
    expect((await server.post(`/decisions/${line.id}/undo`, {})).status).toBe(201)
    const { items: after } = await server.json(`/decisions?document=${document}`, pageOf(decisionRow))
    expect(after.find(({ id }) => id === line.id)?.undone).toBe(true)
  })

  it('go through alerts from either end', async () => {
    const alert = { at: '2026-02-03', kind: 'edited', about: 'a', says: 'It was edited.' } as const
    const evidence = [{ document: 'euro-digest', sha256: '', start: 0, end: 1, quote: 'R' }]
    await server.store.write(async (writing) => {
      for (let n = 0; n < 5; n++) await writing.addAlert({ ...alert, evidence })
    })
    const { alerts: total } = await server.store.counts()
    for (const order of ['oldest', 'newest']) {
      const seen: number[] = []
      for (let after = '0'; ; ) {
        const page = await server.json(`/alerts?limit=2&order=${order}&after=${after}`, pageOf(alertRow))
        seen.push(...page.items.map(({ number }) => number))
        expect(page.total).toBe(total)
        if (page.next === null) break
        after = page.next
      }
      const up = Array.from({ length: total }, (_, i) => i + 1)
      expect(seen).toEqual(order === 'oldest' ? up : up.toReversed())
    }
    const { items } = await server.json('/alerts?order=newest&limit=1', pageOf(alertRow))
    expect(items[0]?.evidence).toMatchObject([{ outlet: 'Euro Digest', document: 'euro-digest' }])
  })

  it('give the statements of a claim and of a voice page by page, with the names of their reports', async () => {
    const { claim } = await server.json(`/claims/${encodeURIComponent(key)}`, claimPage)
    const path = `/claims/${encodeURIComponent(key)}/statements`
    const first = await server.json(`${path}?limit=1`, pageOf(statementRow))
    const rest = await server.json(`${path}?after=${encodeURIComponent(first.next ?? '')}`, pageOf(statementRow))
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(claim.statements)
    expect(first.items[0]?.outlet).not.toBe('')
    const second = await server.json(`${path}?position=1`, pageOf(statementRow))
    expect(second.items.map(({ id }) => id)).toEqual(claim.positions[1]?.statements ?? [])
    const voice = await server.json('/sources/duarte-pimentel', sourcePage)
    const said = await server.json('/sources/duarte-pimentel/statements?limit=500', pageOf(statementRow))
    expect([said.total, said.items.slice(0, voice.statements.length)]).toEqual([voice.said, voice.statements])
  })

  it('keep views for everybody under names that nobody else has', async () => {
    const saved = viewRow.parse(
      await (await server.post('/views', { name: 'Single', asks: { origins: '1', sort: 'documents' } })).json(),
    )
    expect(saved).toMatchObject({ name: 'Single', by: 'ana', asks: { origins: '1', sort: 'documents' }, gone: [] })
    expect((await server.post('/views', { name: ' single ', asks: {} })).status).toBe(409)
    const changed = await server.ask(
      `${server.api}/views/${saved.id}`,
      sent('patch', { asks: { story: 'gone', source: 'nobody' } }),
    )
    expect(await changed.json()).toMatchObject({ id: saved.id, name: 'Single', gone: ['story', 'source'] })
    expect((await server.json('/views', list(viewRow))).find(({ id }) => id === saved.id)).toMatchObject({
      asks: { story: 'gone', source: 'nobody' },
    })
    expect((await server.ask(`${server.api}/views/${saved.id}`, sent('delete', undefined))).status).toBe(204)
    expect((await server.ask(`${server.api}/views/${saved.id}`, sent('delete', undefined))).status).toBe(404)
  })

  it('find ids that need escaping', async () => {
    const words = 'The mayor of Ostrava said 7 ferries had left.'
    const line = JSON.stringify({ id: 'a/b?c#d %41 é', text: words })
    const { job } = z
      .object({ job: z.string() })
      .parse(await (await server.ask(`${server.api}/inputs`, { method: 'POST', body: form('odd.jsonl', line) })).json())
    await settled(job)
    const answer = await server.ask(`${server.api}/documents/${encodeURIComponent('a/b?c#d %41 é')}`)
    expect(documentPage.parse(await answer.json()).document.text).toBe(words)
  })

  it('name the report of everything that is found in one, with or without an outlet', async () => {
    const plain = form('note.txt', 'The harbour master said on Monday that the valve had been shut.')
    const { job } = z
      .object({ job: z.string() })
      .parse(await (await server.ask(`${server.api}/inputs`, { method: 'POST', body: plain })).json())
    await settled(job)
    const { hits } = await server.json('/search?q=valve&kinds=statement&kinds=document', found)
    expect(hits.some(({ outlet }) => outlet === null)).toBe(true)
    expect(hits.filter(({ report }) => !report)).toEqual([])
  })

  it('are not described to whoever has no token', async () => {
    expect((await fetch(`${server.base}/api/v1/openapi.json`)).status).toBe(401)
    const given = await (await server.ask('/api/v1/openapi.json')).json()
    const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(given)
    expect(Object.keys(paths).length).toBeGreaterThan(20)
    expect(token.length).toBeGreaterThan(16)
  })
})

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 500) throw new Error('it never came to hold')
    await new Promise((rested) => setTimeout(rested, 20))
  }
}
