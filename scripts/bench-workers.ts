// What workers take that share one collection: stories like the examples, of 17 reports each, in PostgreSQL and NATS on this machine, read and traced by 1, 2 and 4
// workers of one thread each, from nothing; then two stories more, as news comes in. Processor time is what a report costs;
// seconds on the clock say more about the machine.
// `npx tsx scripts/bench-workers.ts [REPORTS] [WORKERS…]`, after `npm run build`.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCollection } from '../src/app/collection/open.ts'
import { isDue } from '../src/app/collection/refresh.ts'
import { readCapture } from '../src/index.ts'
import { startNats } from '../test/fixtures/nats.ts'
import { startPostgres } from '../test/fixtures/postgres.ts'

const [reports = 170, ...wanted] = process.argv.slice(2).map(Number)
const counts = wanted.length > 0 ? wanted : [1, 2, 4]
const [rounds, each] = [1, 34]

const { reportsLike } = (await import('./bench-reports.mjs' as string)) as {
  reportsLike: (examples: readonly unknown[], count: number) => readonly { readonly id: string }[]
}
const files = ['herring-quay', 'tank-seven'].flatMap((story) =>
  readdirSync(join('examples', story)).map((name) => join('examples', story, name)),
)
const examples = []
for (const input of files)
  examples.push(
    ...(await readCapture({ input, bytes: readFileSync(input), url: undefined, mediaType: undefined })).documents,
  )
const news = reportsLike(examples, reports + counts.length * rounds * each)

const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
const [postgres, nats] = [await startPostgres(), await startNats()]
const fileOf = (name: string, lines: readonly unknown[]): string => {
  const path = join(folder, `${name}.jsonl`)
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join('\n'))
  return path
}
const program = 'dist/bin/headwater.js'
const queue = ['--queue', nats.address]
const letters = news.slice(0, reports).reduce((sum, one) => sum + JSON.stringify(one).length, 0)

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}; ${reports} reports, ${Math.round(letters / reports)} bytes each`,
)
const rows = []
/** Seconds of the database that were counted already. */
let counted = 0
for (const count of counts) {
  const place = `${postgres.address}?collection=of${count}`
  const at = ['--collection', place]
  await run(['add', fileOf('all', news.slice(0, reports)), '--no-trace', ...at])
  let started = performance.now()
  const workers = await Promise.all(Array.from({ length: count }, () => begun([...at, ...queue, '--threads', '1'])))
  await untilUpToDate(place)
  const seconds = (performance.now() - started) / 1000
  const [processor, database] = [processorOf(workers), databaseTime()]
  started = performance.now()
  for (let round = 0; round < rounds; round++) {
    const from = reports + round * each
    await run(['add', fileOf('more', news.slice(from, from + each)), ...at, ...queue])
    await untilUpToDate(place)
  }
  rows.push({
    workers: count,
    'seconds from nothing': rounded(seconds),
    'reports/s': rounded(reports / seconds),
    'ms of processor a report': rounded((1000 * processor) / reports),
    'ms of the database a report': rounded((1000 * database) / reports),
    'seconds for 34 more': rounded((performance.now() - started) / 1000 / rounds),
    'ms of processor a report more': rounded((1000 * (processorOf(workers) - processor)) / (rounds * each)),
    'MiB of a worker, most': Math.max(...workers.map(memoryOf)),
    'kB kept a report': rounded((await sizeOf(`headwater_of${count}`)) / 1000 / (reports + rounds * each)),
  })
  console.log(JSON.stringify(rows.at(-1)))
  await Promise.all(workers.map((worker) => new Promise((done) => worker.once('exit', done) && worker.kill('SIGTERM'))))
}
console.table(rows)
await Promise.all([postgres.stop(), nats.stop()])
rmSync(folder, { recursive: true })

async function run(words: readonly string[]): Promise<void> {
  const code = await new Promise((done) =>
    spawn(process.execPath, [program, ...words, '--quiet'], { stdio: 'inherit' }).once('exit', done),
  )
  if (code !== 0) throw new Error(`headwater ${words[0]} ended with ${code}`)
}

async function begun(words: readonly string[]): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [program, 'worker', ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((ready) => worker.stdout.once('data', ready))
  return worker
}

async function untilUpToDate(place: string): Promise<void> {
  const store = await openCollection(place)
  while (await isDue(store)) await new Promise((again) => setTimeout(again, 100))
  await store.close()
}

/** Seconds that processes computed (Linux counts hundredths). */
function processorOf(processes: readonly ChildProcess[]): number {
  return processes.reduce((sum, { pid }) => sum + secondsOf(pid ?? 0), 0)
}

function secondsOf(pid: number): number {
  const fields = statOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

/** What Linux tells of a process after its name; nothing of one that has ended meanwhile. */
function statOf(pid: number | string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  } catch {
    return []
  }
}

/** Seconds that the server and all who served somebody computed since the last time. */
function databaseTime(): number {
  const fields = statOf(postgres.pid())
  const ended = (Number(fields[13]) + Number(fields[14])) / 100
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => Number(statOf(pid)[1]) === postgres.pid())
  const all = ended + children.reduce((sum, pid) => sum + secondsOf(Number(pid)), 0)
  const since = all - counted
  counted = all
  return since
}

function memoryOf({ pid }: ChildProcess): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

async function sizeOf(schema: string): Promise<number> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: postgres.address })
  await client.connect()
  const { rows } = await client.query<{ readonly size: string }>(
    'select sum(pg_total_relation_size(c.oid)) as size from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind = $2',
    [schema, 'r'],
  )
  await client.end()
  return Number(rows[0]?.size)
}

function rounded(value: number): number {
  return Number(value.toPrecision(3))
}
