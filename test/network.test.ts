import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { builtProgram } from './fixtures/built-program.ts'
import { certificateFor, newAuthority } from './fixtures/certificate.ts'
import { manyEvents } from './fixtures/many-events.ts'
import { startNats, type TestNats, withoutNats } from './fixtures/nats.ts'
import { newAccounts } from './fixtures/nats-accounts.ts'
import { openNetwork, type TestNetwork, withoutNetwork } from './fixtures/network.ts'
import { startPostgres, type TestPostgres, withoutPostgres } from './fixtures/postgres.ts'
import { floodReport } from './fixtures/reports.ts'
import { expectSameAnswers } from './fixtures/same-answers.ts'
import { countWork } from './fixtures/work-done.ts'
import {
  ended,
  type Fleet,
  inDatabase,
  openFleet,
  schemaOf,
  untilRead,
  untilUpToDate,
  type Working,
} from './fixtures/workers.ts'

const without = withoutPostgres ?? withoutNats ?? withoutNetwork
const title = `workers, a queue and a database on hosts of their own${without === undefined ? '' : ` (${without})`}`

const workersAt = ['one.example', 'two.example', 'three.example', 'four.example']

/** After how long without a word one takes another for gone. */
const silence = 3

describe.skipIf(without)(title, () => {
  let network: TestNetwork
  let [postgres, nats] = [undefined, undefined] as unknown as readonly [TestPostgres, TestNats]
  let program: ReturnType<typeof builtProgram>
  let fleet: Fleet
  let folder = ''
  const places = ['db.example', 'queue.example', 'desk.example', ...workersAt]
  beforeAll(async () => {
    network = openNetwork(places)
    program = builtProgram()
    fleet = openFleet(program.script)
    folder = mkdtempSync(join(tmpdir(), 'headwater-network-'))
    const [authority, accounts] = [newAuthority(), newAccounts()]
    const [database, queue] = ['db.example', 'queue.example'].map((name) => certificateFor([name], authority))
    writeFileSync(file('ca.pem'), authority.cert)
    writeFileSync(file('queue.pem'), queue?.cert ?? '')
    writeFileSync(file('queue.key'), queue?.key ?? '')
    writeFileSync(file('desk.creds'), accounts.credentials)
    ;[postgres, nats] = await Promise.all([
      startPostgres({
        on: network.host('db.example'),
        ...(database ? { tls: database } : {}),
        access: ['hostssl all all samenet trust'],
      }),
      startNats(
        `tls { cert_file: "${file('queue.pem')}", key_file: "${file('queue.key')}" }\n${accounts.config}`,
        {},
        network.host('queue.example'),
      ),
    ])
    const all = [
      ...manyEvents.map(({ id, text, publisher, published }) => ({ id, text, publisher, published })),
      ...Array.from({ length: 12 }, (_, n) => ({ id: `flood-${n}`, text: floodReport(n) })),
    ].map((line) => JSON.stringify(line))
    writeFileSync(file('first.jsonl'), all.filter((_, i) => i % 4 !== 3).join('\n'))
    writeFileSync(file('second.jsonl'), all.filter((_, i) => i % 4 === 3).join('\n'))
    // As one process makes it of the same.
    await fleet.run(['add', file('first.jsonl'), '--no-trace', '--collection', beside('alone')])
    await fleet.run(['add', file('second.jsonl'), '--collection', beside('alone')])
  })
  afterEach(async () => {
    await fleet.endAll()
    for (const name of places) network.host(name).mend()
  })
  afterAll(async () => {
    await Promise.all([postgres.stop(), nats.stop()])
    network.remove()
    program.remove()
    rmSync(folder, { recursive: true })
  })

  const file = (name: string): string => join(folder, name)
  /** The collection as the test sees it, whatever is cut. */
  const beside = (name: string): string => `${postgres.beside}?collection=${name}`
  /** As hosts see it, over TLS and with credentials. */
  const through = (name: string): readonly string[] => [
    '--collection',
    `${postgres.address}?collection=${name}&sslmode=verify-full&sslrootcert=${file('ca.pem')}`,
    '--queue',
    nats.address.replace('nats:', 'tls:'),
    '--queue-ca',
    file('ca.pem'),
    '--queue-credentials',
    file('desk.creds'),
  ]

  const cuts: readonly (readonly [of: string, at: string, workers: number, noticed: RegExp])[] = [
    ['one of two workers', 'one.example', 2, /the connection to the queue is lost/],
    ['the queue', 'queue.example', 1, /the connection to the queue is lost/],
    ['the database', 'db.example', 4, /the host [\d.]+ cannot be reached any more/],
  ]
  it.each(cuts)(
    'lose nothing and do hardly anything twice when the link of %s is cut',
    async (_, at, count, noticed) => {
      const name = `cut_${at.replace('.example', '')}_${count}`
      const cut = network.host(at)
      await fleet.run(['add', file('first.jsonl'), ...through(name)], { on: network.host('desk.example') })
      const work = await countWork(beside(name))
      const words = ['worker', ...through(name), '--threads', '1', '--silence', `${silence}`, '--grace', '5']
      const group = await Promise.all(
        workersAt.slice(0, count).map((host) => fleet.begin(words, { on: network.host(host) })),
      )
      await untilRead(beside(name), 3)
      cut.cut()
      expect(await read(name)).toBeLessThan(30)
      await group[0]?.says(noticed)
      cut.mend()
      await fleet.run(['add', file('second.jsonl'), ...through(name)], { on: network.host('desk.example') })
      await untilUpToDate(beside(name))
      expect(await Promise.all(group.map((worker) => ended(worker, 'SIGTERM')))).toEqual(group.map(() => 0))
      await expectSameAnswers(beside(name), beside('alone'))
      // What each had in its one hand when the link was cut.
      expect(await work.again()).toBeLessThanOrEqual(count)
    },
    120_000,
  )

  it('come from nothing to three by what docs/scale.md says', async () => {
    const page = readFileSync('docs/scale.md', 'utf8')
    const found = (what: RegExp): string => what.exec(page)?.[1] ?? expect.fail(`docs/scale.md has no ${what}`)
    const own = openNetwork(['db.example', 'one.example', 'two.example', 'three.example'])
    const [server, ...hosts] = ['db', 'one', 'two', 'three'].map((name) => own.host(`${name}.example`))
    const [database, queue] = await Promise.all([
      startPostgres({
        ...(server ? { on: server } : {}),
        config: [found(/echo "(listen_addresses .*)"/)],
        access: [found(/echo "(host .*)"/)],
      }),
      startNats(found(/```conf\n[^`]*?(authorization [^`]*)```/), { QUEUE_PASSWORD: 'qu3ue' }, server),
    ])
    const statements = found(/```sql\n([^`]*)```/).split(';')
    for (const statement of [...statements, "alter role desk password 'd3sk'"])
      if (statement.trim() !== '') await inDatabase(database.beside, statement)
    const env = {
      HEADWATER_COLLECTION: found(/HEADWATER_COLLECTION='(.*)'/).replace('PASSWORD', 'd3sk'),
      HEADWATER_QUEUE_PASSWORD: 'qu3ue',
    }
    const lines = [...page.matchAll(/^\$ headwater (.+)$/gm)].map(([, line = '']) => line)
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['add', 'worker', 'add', 'trace', 'verify'])
    const group: Working[] = []
    for (const line of lines) {
      const words = line.split(' ')
      if (line.startsWith('worker'))
        group.push(...(await Promise.all(hosts.map((on) => fleet.begin(words, { on, env })))))
      else {
        if (!line.startsWith('add')) await untilUpToDate(database.beside.replace(/postgres$/, 'desk'))
        const said = await fleet.run(words, { env, ...(hosts[0] ? { on: hosts[0] } : {}) })
        if (line.startsWith('trace')) expect(said).toContain('independent')
      }
    }
    expect(await Promise.all(group.map((worker) => ended(worker, 'SIGTERM')))).toEqual([0, 0, 0])
    await Promise.all([database.stop(), queue.stop()])
    own.remove()
  }, 120_000)

  const read = (name: string): Promise<number> =>
    inDatabase(beside(name), `select count(*)::int as n from ${schemaOf(beside(name))}.readings`)
})
