import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { floodReport } from '../../test/fixtures/reports.ts'
import { openTestServer, type TestServer, token } from '../../test/fixtures/test-server.ts'
import { alert, capture, collection, documentPage, job } from './schemas.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer([])
})
afterAll(() => server.close())

const taken = z.object({ job: z.string() })
const hand = (...files: readonly File[]): Promise<Response> => {
  const form = new FormData()
  for (const file of files) form.append('files', file)
  return server.ask(`${server.api}/inputs`, { method: 'POST', body: form })
}
const idOf = async (answer: Response): Promise<string> => taken.parse(await answer.json()).job

async function settled(id: string) {
  for (;;) {
    const now = await server.json(`/jobs/${id}`, job)
    if (now.state !== 'running') return now
    await new Promise((rested) => setTimeout(rested, 20))
  }
}

/** Events as they come, until enough are there. */
async function heard(isEnough: (events: readonly Heard[]) => boolean): Promise<readonly Heard[]> {
  const ended = new AbortController()
  const answer = await server.ask(`${server.api}/events`, { signal: ended.signal })
  const events: Heard[] = []
  let text = ''
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (reader && !isEnough(events)) {
    const { value, done } = await reader.read()
    if (done) break
    text += value
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const [, kind = '', data = 'null'] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? []
      if (kind !== '') events.push({ kind, data: JSON.parse(data) })
    }
  }
  ended.abort()
  return events
}

interface Heard {
  readonly kind: string
  readonly data: unknown
}

describe('handing in', () => {
  it('keeps files under the names they were given, and refuses what it cannot read by name', async () => {
    const id = await idOf(
      await hand(
        new File([floodReport(0)], 'Mayo “flood” – é.txt'),
        new File([floodReport(1)], '../../etc/passwd.txt'),
        new File([''], 'empty.txt'),
      ),
    )
    const { state, items, says } = await settled(id)
    expect([state, says]).toEqual(['done', '2 reports added, 1 refused'])
    expect(items.map(({ input, state }) => [input, state])).toEqual([
      ['Mayo “flood” – é.txt', 'kept'],
      ['etc/passwd.txt', 'kept'],
      ['empty.txt', 'refused'],
    ])
    expect(items[2]?.says).toContain('empty')
    expect(await server.json('/captures/2', capture)).toMatchObject({
      input: 'etc/passwd.txt',
      address: 'upload:etc/passwd.txt',
    })
    expect((await server.json('/captures/1', capture)).address).toBe(
      'upload:Mayo%20%E2%80%9Cflood%E2%80%9D%20%E2%80%93%20%C3%A9.txt',
    )
    expect(
      (await server.json(`/documents/${encodeURIComponent(items[0]?.documents[0] ?? '')}`, documentPage)).document.text,
    ).toBe(floodReport(0).replace(/\n$/, ''))
  })

  it('does one job after another, whoever sends them at once, and both are done', async () => {
    const both = await Promise.all([
      hand(new File([floodReport(2)], 'one.txt')).then(idOf),
      hand(new File([floodReport(3)], 'two.txt')).then(idOf),
    ])
    const jobs = await Promise.all(both.map(settled))
    expect(jobs.map(({ state, items }) => [state, items[0]?.state])).toEqual([
      ['done', 'kept'],
      ['done', 'kept'],
    ])
    expect(await server.json('', collection)).toMatchObject({ counts: { documents: 4 }, upToDate: true })
  })

  it('takes a pasted text with who published it', async () => {
    const answer = await server.post('/inputs', {
      text: {
        title: 'Ferry late',
        text: 'The harbour office said 3 ferries were late.',
        publisher: 'Kelda Post',
        published: '2026-02-01',
      },
    })
    const { items } = await settled(await idOf(answer))
    const { document } = await server.json(`/documents/${items[0]?.documents[0]}`, documentPage)
    expect(document).toMatchObject({ title: 'Ferry late', publisher: 'Kelda Post', published: '2026-02-01' })
  })

  it('opens no file and no inner address', async () => {
    for (const address of ['/etc/passwd', 'file:///etc/passwd', '-', 'ftp://courier.example', 'examples'])
      expect((await server.post('/inputs', { addresses: [address] })).status).toBe(400)
    const { items } = await settled(
      await idOf(await server.post('/inputs', { addresses: [`${server.base}${server.api}/log`] })),
    )
    expect(items).toMatchObject([{ state: 'refused', documents: [] }])
  })

  it.each([
    ['nothing', () => server.post('/inputs', {}), 400],
    ['an empty form', () => hand(), 400],
    ['another kind', () => server.ask(`${server.api}/inputs`, { method: 'POST', body: 'words' }), 415],
    [
      'a form that breaks off',
      () =>
        server.ask(`${server.api}/inputs`, {
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nword',
        }),
      400,
    ],
    ['a day that is none', () => server.post('/inputs', { text: { text: 'Words.', published: 'yesterday' } }), 400],
  ] as const)('refuses %s', async (_, ask, status) => {
    expect((await ask()).status).toBe(status)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded'])(
    'refuses nothing at all that says it is %s, and does not fail over it',
    async (kind) => {
      const init = { method: 'POST', body: '', headers: { 'content-type': kind } }
      expect((await server.ask(`${server.api}/views`, init)).status).toBe(415)
    },
  )

  it.each(['https://ada:secret@courier.example/feed', 'https://ada@courier.example/feed'])(
    'keeps no password: %s is neither followed nor read, and stands in no log',
    async (address) => {
      expect((await server.post('/follows', { address })).status).toBe(400)
      expect((await server.post('/inputs', { addresses: [address] })).status).toBe(400)
      expect((await server.post('/inputs', { text: { text: 'Words.', url: address } })).status).toBe(400)
      expect(await (await server.ask(`${server.api}/log?limit=500`)).text()).not.toContain('ada')
    },
  )

  it('refuses a file that is too large, by its name', async () => {
    const answer = await hand(new File([new Uint8Array(32 * 1024 * 1024 + 1)], 'huge.txt'))
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ status: 413, input: 'huge.txt' })
  })

  it('refuses a body that is too large before it has come', async () => {
    expect(
      await statusOf(`${server.api}/inputs`, {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': `${300 * 1024 * 1024}`,
      }),
    ).toBe(413)
    expect(
      await statusOf(`${server.api}/follows`, {
        'content-type': 'application/json',
        'content-length': `${2 * 1024 * 1024}`,
      }),
    ).toBe(413)
    expect(
      await statusOf(`${server.api}/inputs`, {
        'content-type': 'application/json',
        'content-length': `${33 * 1024 * 1024}`,
      }),
    ).toBe(413)
  })

  it('refuses a body that is too large and does not say so', async () => {
    const parts = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 20; n++) controller.enqueue(new Uint8Array(100_000))
        controller.close()
      },
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: parts, duplex: 'half' }
    const status = await server.ask(`${server.api}/follows`, init as RequestInit).then(
      (answer) => answer.status,
      () => 413,
    )
    expect(status).toBe(413)
  })

  /** The status, as soon as it is there; nothing of the body is ever sent. */
  function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: server.port,
          path,
          method: 'POST',
          headers: { ...headers, authorization: `Bearer ${token}` },
        },
        (response) => {
          resolve(response.statusCode)
          sent.destroy()
        },
      )
      sent.on('error', reject)
      sent.flushHeaders()
    })
  }
})

describe('what happens', () => {
  it('is told as it happens: the job, then the new answer, then what it changed', async () => {
    const listening = heard(
      (events) =>
        events.some(({ kind, data }) => kind === 'alert' && alert.parse(data).kind === 'edited') &&
        events.some(({ kind, data }) => kind === 'job' && (data as { state: string }).state === 'done'),
    )
    await new Promise((rested) => setTimeout(rested, 100))
    const words = (who: string, many: number) =>
      `Dam at Vesperin\n\n${many} houses were flooded below the dam at Vesperin on Monday, ${who} said.`
    await settled(await idOf(await hand(new File([words('Mayor Ana Vespe', 40)], 'vesperin-1.txt'))))
    await settled(await idOf(await hand(new File([words('Mayor Ana Vespe', 60)], 'vesperin-1.txt'))))
    const events = await listening
    const kinds = events.map(({ kind }) => kind)
    expect(kinds).toContain('report')
    expect(kinds.indexOf('report')).toBeGreaterThan(kinds.indexOf('job'))
    const states = events.flatMap(({ kind, data }) => (kind === 'job' ? [job.parse(data).state] : []))
    expect(states[0]).toBe('running')
  })

  it('ends with who listens', async () => {
    for (let n = 0; n < 120; n++) {
      const ended = new AbortController()
      const answer = await server.ask(`${server.api}/events`, { signal: ended.signal })
      expect(answer.status).toBe(200)
      ended.abort()
      if (n % 40 === 39) await new Promise((rested) => setTimeout(rested, 200))
    }
  })
})

describe('somebody who is slow', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer([], { patience: { headers: 300, request: 600 } })
  })
  afterAll(() => server.close())

  it.each([
    ['with the headers', 'GET /api/v1/collections/desk HTTP/1.1\r\nHost: 127.0.0.1'],
    [
      'with the body',
      `POST /api/v1/collections/desk/follows HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\nAuthorization: Bearer ${token}\r\nHost: `,
    ],
  ])(
    '%s is let go, and others are answered meanwhile',
    async (part, words) => {
      const socket = connect(server.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(part === 'with the body' ? `${words}127.0.0.1:${server.port}\r\n\r\n{` : words)
      const ended = new Promise<void>((over) => socket.on('close', () => over()))
      socket.resume()
      expect((await server.ask(server.api)).status).toBe(200)
      await ended
    },
    20_000,
  )
})
