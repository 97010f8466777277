import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCollection } from '../src/app/collection/open.ts'
import { isDue } from '../src/app/collection/refresh.ts'
import { reportOf } from '../src/app/collection/report.ts'
import { verify } from '../src/app/collection/verify.ts'
import { builtProgram } from './fixtures/built-program.ts'
import { manyEvents } from './fixtures/many-events.ts'
import { startNats, type TestNats, withoutNats } from './fixtures/nats.ts'
import { startPostgres, type TestPostgres, withoutPostgres } from './fixtures/postgres.ts'
import { type Line, openLine } from './fixtures/proxy.ts'
import { floodReport } from './fixtures/reports.ts'

const without = withoutPostgres ?? withoutNats
const title = `a cluster of workers${without === undefined ? '' : ` (${without})`}`

describe.skipIf(without)(title, () => {
  let [postgres, nats] = [undefined, undefined] as unknown as readonly [TestPostgres, TestNats]
  let program: ReturnType<typeof builtProgram>
  let folder = ''
  const workers = new Set<Working>()
  const lines: Line[] = []
  beforeAll(async () => {
    program = builtProgram()
    folder = mkdtempSync(join(tmpdir(), 'headwater-cluster-'))
    ;[postgres, nats] = await Promise.all([startPostgres(), startNats()])
    const all = [
      ...manyEvents.map(({ id, text, publisher, published }) => ({ id, text, publisher, published })),
      ...Array.from({ length: 12 }, (_, n) => ({ id: `flood-${n}`, text: floodReport(n) })),
    ].map((line) => JSON.stringify(line))
    writeFileSync(join(folder, 'first.jsonl'), all.filter((_, i) => i % 2 === 0).join('\n'))
    writeFileSync(join(folder, 'second.jsonl'), all.filter((_, i) => i % 2 === 1).join('\n'))
    // As one process makes it of the same.
    await run(['add', file('first'), '--no-trace', ...at('alone')])
    await run(['add', file('second'), ...at('alone')])
  })
  afterEach(async () => {
    for (const worker of workers) await ended(worker, 'SIGKILL')
    for (const line of lines.splice(0)) await line.close()
  })
  afterAll(async () => {
    await Promise.all([postgres.stop(), nats.stop()])
    program.remove()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string): string => join(folder, `${name}.jsonl`)
  const place = (name: string, port = postgres.port): string =>
    `${postgres.address.replace(`:${postgres.port}`, `:${port}`)}?collection=${name}`
  const at = (name: string, port?: number): readonly string[] => ['--collection', place(name, port)]
  const through = (port = nats.port): readonly string[] => ['--queue', `nats://127.0.0.1:${port}`]

  it('of 1, 2 and 4 answers as one process does', async () => {
    for (const count of [1, 2, 4]) {
      const name = `of${count}`
      await run(['add', file('first'), ...at(name), ...through()])
      const group = await Promise.all(Array.from({ length: count }, () => begun(name)))
      await run(['add', file('second'), ...at(name), ...through()])
      await untilUpToDate(name)
      expect(await Promise.all(group.map((worker) => ended(worker, 'SIGTERM')))).toEqual(group.map(() => 0))
      await expectSame(name)
    }
  }, 120_000)

  it('loses nothing and does nothing twice when a worker is killed, the queue and the database stop, and a link is cut', async () => {
    const [toNats, toPostgres] = [await openLine(nats.port), await openLine(postgres.port)]
    lines.push(toNats, toPostgres)
    await run(['add', file('first'), ...at('rough'), ...through()])
    const [killed, far] = await Promise.all([begun('rough'), begun('rough', toPostgres.port, toNats.port)])
    await untilRead('rough', 5)
    await ended(killed, 'SIGKILL')
    const near = await begun('rough')
    for (const line of [toNats, toPostgres]) line.cut()
    await untilRead('rough', 10)
    await nats.halt('SIGKILL')
    await new Promise((rested) => setTimeout(rested, 500))
    await nats.again()
    await run(['add', file('second'), ...at('rough'), ...through()])
    await untilRead('rough', 36)
    await postgres.halt()
    await new Promise((rested) => setTimeout(rested, 500))
    await postgres.again()
    await untilUpToDate('rough')
    await expectSame('rough')

    // The one that was cut off finds its way back, and has nothing left to break.
    for (const line of [toNats, toPostgres]) line.mend()
    await far.says(/the queue is back/)
    expect(await Promise.all([near, far].map((worker) => ended(worker, 'SIGTERM')))).toEqual([0, 0])
    await expectSame('rough')
  }, 120_000)

  it('finds what it was never told of, and tells those who run it how it is', async () => {
    await run(['add', file('first'), '--no-trace', ...at('untold')])
    await run(['add', file('second'), '--no-trace', ...at('untold')])
    const worker = await begun('untold', undefined, undefined, '--monitor', '0')
    await untilUpToDate('untold')
    const [, monitor] = await worker.says(/^health and metrics at (\S+)$/m)
    expect(await (await fetch(`${monitor}/readyz`)).text()).toBe('ready\n')
    const measured = await (await fetch(`${monitor}/metrics`)).text()
    for (const series of [
      /^headwater_documents\{collection="[\w-]+"\} [1-9]/m,
      /^headwater_queue_open\{collection="[\w-]+",subject="work"\} 0$/m,
      /^headwater_task_seconds_count\{task="read",collection="[\w-]+",outcome="done"\} [1-9]/m,
    ])
      expect(measured).toMatch(series)
    await nats.halt('SIGKILL')
    await worker.says(/the connection to the queue is lost/)
    const [away, ready, alive] = await Promise.all(
      ['/metrics', '/readyz', '/healthz'].map((path) => fetch(`${monitor}${path}`)),
    )
    const left = await away?.text()
    expect([away?.status, ready?.status, alive?.status]).toEqual([200, 503, 200])
    expect(left).toMatch(/^headwater_up\{collection="[\w-]+",part="queue"\} 0$/m)
    expect(left).toMatch(/^headwater_up\{collection="[\w-]+",part="collection"\} 1$/m)
    expect(left).toMatch(/^headwater_documents\{collection="[\w-]+"\} [1-9]/m)
    expect(left).not.toMatch(/^headwater_queue_open\{/m)
    await nats.again()
    await worker.says(/the queue is back/)
    expect(await ended(worker, 'SIGTERM')).toBe(0)
    await expectSame('untold')
  }, 60_000)

  it('ends by itself where something of it cannot be begun', async () => {
    await run(['add', file('first'), '--no-trace', ...at('unbegun')])
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    for (const words of [
      ['worker', ...at('unbegun'), ...through(), '--threads', '1', '--monitor', port],
      ['serve', ...at('unbegun'), ...through(), '--no-open', '--port', port],
      ['serve', ...at('unbegun'), ...through(), '--no-open', '--monitor', port],
    ])
      await expect(run(words), words.join(' ')).rejects.toThrow(/ended with 3$/)
    taken.close()
  }, 60_000)

  it('comes from nothing to three workers by what docs/scale.md says', async () => {
    const page = readFileSync('docs/scale.md', 'utf8')
    const block = (language: string): string =>
      new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? ''
    for (const statement of block('sql')
      .split(';')
      .map((one) => one.trim()))
      if (statement !== '') await inDatabase(statement)
    const guarded = await startNats(/authorization [\s\S]*/.exec(block('conf'))?.[0], { QUEUE_PASSWORD: 's3cret' })
    const env = { HEADWATER_QUEUE_PASSWORD: 's3cret' }
    const desk = `postgres://desk@127.0.0.1:${postgres.port}/desk`
    const here = (line: string): readonly string[] =>
      line
        .replaceAll('postgres://desk@db.example/desk', desk)
        .replaceAll('nats://desk@db.example:4222', guarded.address.replace('//', '//desk@'))
        .split(' ')
    const lines = [...page.matchAll(/^\$ headwater (.+)$/gm)].map(([, line = '']) => line)
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['add', 'worker', 'add', 'trace', 'verify'])
    const group: Working[] = []
    for (const line of lines) {
      if (line.startsWith('worker')) group.push(...(await Promise.all([1, 2, 3].map(() => spawned(here(line), env)))))
      else if (line.startsWith('add')) await run(here(line), env)
      else {
        await untilDone(desk)
        const said = await run(here(line), env)
        if (line.startsWith('trace')) expect(said).toContain('independent')
      }
    }
    expect(await Promise.all(group.map((worker) => ended(worker, 'SIGTERM')))).toEqual([0, 0, 0])
    await guarded.stop()
  }, 120_000)

  /** Begins a worker; it is there as soon as it says so. */
  async function begun(
    name: string,
    postgresPort?: number,
    natsPort?: number,
    ...more: readonly string[]
  ): Promise<Working> {
    const words = [
      ...at(name, postgresPort),
      ...through(natsPort),
      '--threads',
      '1',
      '--silence',
      '3',
      '--grace',
      '5',
      ...more,
    ]
    return spawned(['worker', ...words])
  }

  async function spawned(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Working> {
    const worker = spawn(process.execPath, [program.script, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    let said = ''
    for (const stream of [worker.stdout, worker.stderr])
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString()
      })
    const working: Working = {
      process: worker,
      async says(what) {
        for (const started = performance.now(); ; ) {
          const found = what.exec(said)
          if (found) return found
          if (worker.exitCode !== null || performance.now() - started > 60_000)
            throw new Error(`the worker never said ${what}, but:\n${said}`)
          await new Promise((again) => setTimeout(again, 50))
        }
      },
    }
    workers.add(working)
    worker.once('exit', () => workers.delete(working))
    await working.says(/^at work on /m)
    return working
  }

  /** Runs a command to its end; gives what it printed. */
  async function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
    const running = spawn(process.execPath, [program.script, ...words, '--quiet'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    })
    let said = ''
    running.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
    const code = await new Promise((done) => running.once('close', done))
    if (code !== 0) throw new Error(`headwater ${words[0]} ended with ${code}`)
    return said
  }

  /** Waits for an answer of the collection, whatever happens to the database meanwhile. */
  async function until(address: string, isSo: (store: Awaited<ReturnType<typeof openCollection>>) => Promise<boolean>) {
    for (const started = performance.now(); ; ) {
      try {
        const store = await openCollection(address, { create: false })
        try {
          if (await isSo(store)) return
        } finally {
          await store.close()
        }
      } catch {
        // The database is gone for the moment.
      }
      if (performance.now() - started > 80_000) throw new Error(`${address} never came so far`)
      await new Promise((again) => setTimeout(again, 100))
    }
  }
  const untilDone = (address: string): Promise<void> => until(address, async (store) => !(await isDue(store)))
  const untilUpToDate = (name: string): Promise<void> => untilDone(place(name))
  const untilRead = (name: string, count: number): Promise<void> =>
    until(
      place(name),
      async () => (await inDatabase(`select count(*)::int as n from headwater_${name}.readings`)) >= count,
    )
  async function inDatabase(sql: string): Promise<number> {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: postgres.address })
    await client.connect()
    try {
      return Number((await client.query<{ readonly n: number }>(sql)).rows[0]?.n)
    } finally {
      await client.end()
    }
  }

  async function expectSame(name: string): Promise<void> {
    const [store, alone] = [await openCollection(place(name)), await openCollection(place('alone'))]
    const [is, wanted] = [await reportOf(store), await reportOf(alone)]
    expect(JSON.stringify(is)).toEqual(JSON.stringify(wanted))
    expect((await verify(store)).flaws).toEqual([])
    await Promise.all([store.close(), alone.close()])
    const twice = await inDatabase(
      `select count(*)::int as n from (select base from headwater_${name}.piles group by base having count(*) > 1) as twice`,
    )
    expect(twice).toBe(0)
  }
})

/** A worker that runs. */
interface Working {
  readonly process: ChildProcess
  /** Until it has said so. */
  says(what: RegExp): Promise<RegExpExecArray>
}

const ended = ({ process: worker }: Working, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((done) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return done(worker.exitCode)
    worker.once('exit', (code) => done(code))
    worker.kill(signal)
  })
