import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { builtProgram } from './fixtures/built-program.ts'
import { manyEvents } from './fixtures/many-events.ts'
import { startNats, type TestNats, withoutNats } from './fixtures/nats.ts'
import { startPostgres, type TestPostgres, withoutPostgres } from './fixtures/postgres.ts'
import { type Line, openLine } from './fixtures/proxy.ts'
import { floodReport } from './fixtures/reports.ts'
import { expectSameAnswers } from './fixtures/same-answers.ts'
import { countWork } from './fixtures/work-done.ts'
import { ended, type Fleet, openFleet, untilRead, untilUpToDate, type Working } from './fixtures/workers.ts'

const without = withoutPostgres ?? withoutNats
const title = `a cluster of workers${without === undefined ? '' : ` (${without})`}`

describe.skipIf(without)(title, () => {
  let [postgres, nats] = [undefined, undefined] as unknown as readonly [TestPostgres, TestNats]
  let program: ReturnType<typeof builtProgram>
  let folder = ''
  let fleet: Fleet
  const lines: Line[] = []
  beforeAll(async () => {
    program = builtProgram()
    fleet = openFleet(program.script)
    folder = mkdtempSync(join(tmpdir(), 'headwater-cluster-'))
    ;[postgres, nats] = await Promise.all([startPostgres(), startNats()])
    const all = [
      ...manyEvents.map(({ id, text, publisher, published }) => ({ id, text, publisher, published })),
      ...Array.from({ length: 12 }, (_, n) => ({ id: `flood-${n}`, text: floodReport(n) })),
    ].map((line) => JSON.stringify(line))
    writeFileSync(join(folder, 'first.jsonl'), all.filter((_, i) => i % 2 === 0).join('\n'))
    writeFileSync(join(folder, 'second.jsonl'), all.filter((_, i) => i % 2 === 1).join('\n'))
    // As one process makes it of the same.
    await fleet.run(['add', file('first'), '--no-trace', ...at('alone')])
    await fleet.run(['add', file('second'), ...at('alone')])
  })
  afterEach(async () => {
    await fleet.endAll()
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
      await fleet.run(['add', file('first'), ...at(name), ...through()])
      const work = await countWork(place(name))
      const group = await Promise.all(Array.from({ length: count }, () => fleet.begin(patient(name))))
      await fleet.run(['add', file('second'), ...at(name), ...through()])
      await untilUpToDate(place(name))
      expect(await Promise.all(group.map((worker) => ended(worker, 'SIGTERM')))).toEqual(group.map(() => 0))
      await expectSame(name)
      expect(await work.made()).toBeGreaterThan(manyEvents.length)
      expect(await work.again()).toBe(0)
    }
  }, 120_000)

  it('loses nothing and does hardly anything twice when a worker is killed, the queue and the database stop, and a link is cut', async () => {
    const [toNats, toPostgres] = [await openLine(nats.port), await openLine(postgres.port)]
    lines.push(toNats, toPostgres)
    await fleet.run(['add', file('first'), ...at('rough'), ...through()])
    const work = await countWork(place('rough'))
    const [killed, far] = await Promise.all([begun('rough'), begun('rough', toPostgres.port, toNats.port)])
    await untilRead(place('rough'), 5)
    await ended(killed, 'SIGKILL')
    const near = await begun('rough')
    for (const line of [toNats, toPostgres]) line.cut()
    await untilRead(place('rough'), 10)
    await nats.halt('SIGKILL')
    await new Promise((rested) => setTimeout(rested, 500))
    await nats.again()
    await fleet.run(['add', file('second'), ...at('rough'), ...through()])
    await untilRead(place('rough'), 36)
    await postgres.halt()
    await new Promise((rested) => setTimeout(rested, 500))
    await postgres.again()
    await untilUpToDate(place('rough'))
    await expectSame('rough')

    // The one that was cut off finds its way back, and has nothing left to break.
    for (const line of [toNats, toPostgres]) line.mend()
    await far.says(/the queue is back/)
    expect(await Promise.all([near, far].map((worker) => ended(worker, 'SIGTERM')))).toEqual([0, 0])
    await expectSame('rough')
    // What a worker had in its one hand each time that something befell it: it was killed, or cut off; for two of them the queue and the database stopped.
    expect(await work.again()).toBeLessThanOrEqual(6)
  }, 120_000)

  it('finds what it was never told of, and tells those who run it how it is', async () => {
    await fleet.run(['add', file('first'), '--no-trace', ...at('untold')])
    await fleet.run(['add', file('second'), '--no-trace', ...at('untold')])
    const worker = await begun('untold', undefined, undefined, '--monitor', '0')
    await untilUpToDate(place('untold'))
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
    await fleet.run(['add', file('first'), '--no-trace', ...at('unbegun')])
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    for (const words of [
      ['worker', ...at('unbegun'), ...through(), '--threads', '1', '--monitor', port],
      ['serve', ...at('unbegun'), ...through(), '--no-open', '--port', port],
      ['serve', ...at('unbegun'), ...through(), '--no-open', '--monitor', port],
    ])
      await expect(fleet.run(words), words.join(' ')).rejects.toThrow(/ended with 3$/)
    taken.close()
  }, 60_000)

  /** Begins a worker with whom the others lose patience soon. */
  const begun = (
    name: string,
    postgresPort?: number,
    natsPort?: number,
    ...more: readonly string[]
  ): Promise<Working> => fleet.begin(['worker', ...at(name, postgresPort), ...through(natsPort), ...impatient, ...more])

  /** A worker that takes nobody for dead who is only slow. */
  const patient = (name: string): readonly string[] => ['worker', ...at(name), ...through(), '--threads', '1']

  const expectSame = (name: string): Promise<void> => expectSameAnswers(place(name), place('alone'))
})

const impatient = ['--threads', '1', '--silence', '3', '--grace', '5']
