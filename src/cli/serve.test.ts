import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

// Inside the checkout, so that the built program finds its packages.
mkdirSync('dist', { recursive: true })
const built = mkdtempSync('dist/serve-test-')
const folder = mkdtempSync(join(tmpdir(), 'headwater-serve-'))
const collection = join(folder, 'c.db')
const token = 'a-token-for-tests-only-0123456789'

beforeAll(() => {
  const entries = { headwater: 'src/cli/main.ts', 'work-thread': 'src/app/workbench/work-thread.ts' }
  const script = `import { bundle } from './scripts/bundle.mjs'\nawait bundle(${JSON.stringify(entries)}, ${JSON.stringify(built)})`
  execFileSync(process.execPath, ['--input-type=module', '-e', script])
}, 60_000)
afterAll(() => {
  rmSync(built, { recursive: true })
  rmSync(folder, { recursive: true })
})

/** The built program, begun; resolves with what it printed first. */
const serve = (...words: readonly string[]) => serveWith({}, ...words)

function serveWith(env: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const child = spawn(
    process.execPath,
    [join(built, 'headwater.js'), 'serve', '--no-open', '--collection', collection, ...words],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
  )
  let [printed, told] = ['', '']
  child.stderr.on('data', (part) => {
    told += part
  })
  const ended = new Promise<number | null>((over) => child.on('exit', over))
  const first = new Promise<string>((line) => {
    child.stdout.on('data', (part) => {
      printed += part
      if (printed.includes('\n')) line(printed)
    })
    void ended.then(() => line(printed))
  })
  return { child, first, ended, told: () => told, printed: () => printed }
}

const job = z.object({ state: z.string(), items: z.array(z.object({ state: z.string() })) })

describe('headwater serve', () => {
  it('prints its address on one line, works in a thread, and ends when it is asked to', async () => {
    const { child, first, ended, told } = serve('--token', token)
    const printed = await first
    expect(printed).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/\\?token=${token}\\n$`))
    const base = printed.slice(0, printed.indexOf('/?'))
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${base}/api/v1/collections/c${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })
    const form = new FormData()
    for (const name of ['1-iberia-wire.html', '2-radio-salgueiro.txt', '3-correio-atlantico.html'])
      form.append('files', new File([readFileSync(`examples/tank-seven/${name}`)], name))
    expect((await ask('/inputs', { method: 'POST', body: form })).status).toBe(202)
    let [longest, now] = [0, { state: 'running', items: [] as { state: string }[] }]
    while (now.state === 'running') {
      const begun = performance.now()
      now = job.parse(await (await ask('/jobs/job-1')).json())
      longest = Math.max(longest, performance.now() - begun)
      await new Promise((rested) => setTimeout(rested, 5))
    }
    expect([now.state, ...now.items.map(({ state }) => state)]).toEqual(['done', 'kept', 'kept', 'kept'])
    // Tracing takes longer; it is done elsewhere, and whoever asks meanwhile is answered.
    expect(longest).toBeLessThan(1_000)
    const claims = z.object({ total: z.int() }).parse(await (await ask('/claims')).json())
    expect(claims.total).toBeGreaterThan(5)
    for (const path of ['/verify', '/export/dossier', '/export/html']) expect((await ask(path)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(told()).toBe('')
    expect(existsSync(collection)).toBe(true)
  }, 60_000)

  it('has a new token at every start, and ends although somebody listens', async () => {
    const one = serve()
    const address = (await one.first).trim()
    const [base = '', given = ''] = address.split('/?token=')
    expect(given).toMatch(/^[\w-]{43}$/)
    const events = await fetch(`${base}/api/v1/collections/c/events`, { headers: { authorization: `Bearer ${given}` } })
    expect(events.status).toBe(200)
    events.body
      ?.getReader()
      .read()
      .catch(() => undefined)
    one.child.kill('SIGINT')
    expect(await one.ended).toBe(0)
    const other = serve()
    expect((await other.first).trim().split('=')[1]).not.toBe(given)
    other.child.kill('SIGINT')
    expect(await other.ended).toBe(0)
  }, 60_000)

  it('lets a team in: the first begins with the link that was printed, and none is there any more after that', async () => {
    const people = join(folder, 'people.db')
    const one = serve('--team', people)
    let printed = await one.first
    for (let tries = 0; !printed.includes('/join#') && tries < 200; tries++) {
      await new Promise((rested) => setTimeout(rested, 20))
      printed = one.printed()
    }
    const [, base = ''] = /^(http:\/\/127\.0\.0\.1:\d+)\/\n/.exec(printed) ?? []
    const [, invitation = ''] = /\/join#([\w-]{43})\n/.exec(printed) ?? []
    const joined = await fetch(`${base}/api/v1/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ invitation, name: 'ada', password: 'four tall herons at dusk' }),
    })
    expect(joined.status).toBe(201)
    const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await fetch(`${base}/api/v1/collections/c`, { headers: { cookie } })).status).toBe(200)
    expect(statSync(people).mode & 0o077).toBe(0)
    // The operator removes nobody who is the last, and signs somebody out while the server runs.
    const team = (...words: readonly string[]) =>
      spawnSync(process.execPath, [join(built, 'headwater.js'), 'team', ...words, '--team', people], {
        encoding: 'utf8',
      })
    expect(team('list').stdout).toBe('ada: admin of *\n')
    expect(team('remove', 'ada')).toMatchObject({ status: 1, stderr: expect.stringContaining('Nobody would be left') })
    expect(team('invite', '--role', 'king').status).toBe(2)
    expect(team('invite', '--role', 'editor', '--collection', 'c', '--origin', 'https://desk.example').stdout).toMatch(
      /^https:\/\/desk\.example\/join#[\w-]{43}\n$/,
    )
    const [id = '', ...said] = team('invitations').stdout.trim().split(' ')
    expect([id, said.join(' ')]).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}$/),
      expect.stringMatching(/^editor of c, by .+, until \d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
    ])
    expect(team('withdraw').status).toBe(2)
    expect(team('withdraw', id).status).toBe(0)
    expect(team('withdraw', id)).toMatchObject({ status: 1, stderr: expect.stringContaining('no such link') })
    expect(team('invitations').stdout).toBe('')
    expect(team('log')).toMatchObject({ status: 0, stdout: expect.stringContaining(' ada joined ') })
    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    const again = serve('--team', people)
    expect(await again.first).not.toContain('/join#')
    again.child.kill('SIGTERM')
    expect(await again.ended).toBe(0)
  }, 60_000)

  it('says why it cannot begin', async () => {
    const taken = createServer()
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
    const { port } = taken.address() as { port: number }
    const busy = serve('--port', String(port))
    expect(await busy.ended).toBe(3)
    expect(busy.told()).toContain('EADDRINUSE')
    taken.close()
    for (const words of [
      ['--port', 'http'],
      ['--token', 'short'],
      ['--origin', 'https://desk.example'],
      ['--team', join(folder, 'p.db'), '--host', '0.0.0.0'],
      ['--team', join(folder, 'p.db'), '--origin', 'http://desk.example'],
      ['--team', join(folder, 'p.db'), '--origin', 'http://localhost.attacker.example'],
      ['--team', join(folder, 'p.db'), '--oidc-issuer', 'https://id.example'],
      ['--team', join(folder, 'p.db'), '--collection', join(folder, 'deep', 'c.db')],
    ]) {
      const wrong = serve(...words)
      expect(await wrong.ended).toBe(2)
      expect(wrong.told()).toMatch(/wants|goes with|go with|go together|would be called/)
    }
  }, 60_000)

  it('tells those who run it how it is, in lines of JSON, and ends in order', async () => {
    const { child, first, ended, told } = serveWith({ HEADWATER_LOG: 'json' }, '--token', token, '--monitor', '0')
    const base = (await first).replace(/\/\?.*\n$/, '')
    const lines = () =>
      told()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => logLine.parse(JSON.parse(line)))
    const monitor = lines()
      .map(({ msg }) => /^health and metrics at (\S+)$/.exec(msg)?.[1])
      .find((address) => address !== undefined)
    expect(await (await fetch(`${monitor}/readyz`)).text()).toBe('ready\n')
    await fetch(`${base}/api/v1/collections/c/documents?limit=1`, { headers: { authorization: `Bearer ${token}` } })
    await fetch(`${base}/api/v1/collections`)
    const measured = await (await fetch(`${monitor}/metrics`)).text()
    for (const series of [
      'headwater_documents{collection="c"}',
      'headwater_log_lines_untraced{collection="c"} ',
      'headwater_request_seconds_count{method="GET",route="/api/v1/collections/:collection/documents",status="200"} 1',
      'status="401"} 1',
      'nodejs_eventloop_lag_p99_seconds ',
    ])
      expect(measured).toContain(series)
    expect(lines()).toContainEqual(expect.objectContaining({ level: 'info', msg: 'request GET', status: 200 }))
    expect(told()).not.toContain(token)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  }, 60_000)

  it.each([
    [{ HEADWATER_LOG: 'xml' }, [], 'HEADWATER_LOG is text or json, not "xml"'],
    [{}, ['--monitor', 'desk.example'], '--monitor wants a port'],
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, [], 'OTEL_TRACES_EXPORTER is otlp, console or none here'],
  ])('says what is wrong with %o and %o', async (env, words, says) => {
    const { ended, told } = serveWith(env, ...words)
    expect(await ended).toBe(2)
    expect(told()).toContain(says)
  })
})

const logLine = z.looseObject({ level: z.string(), time: z.string(), msg: z.string() })
