// How long workers take to be at work again: two of one thread each, PostgreSQL and NATS, each on a host of its own (network namespaces of this machine, so as
// root); in the midst of their reading one host is cut off, so that packets vanish, or dies and comes again. Seconds are counted from
// the end of the outage to the next report that is read.
// `npx tsx scripts/bench-recovery.ts [SECONDS OF OUTAGE] [SILENCE]`, after `npm run build`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { manyEvents } from '../test/fixtures/many-events.ts'
import { startNats } from '../test/fixtures/nats.ts'
import { openNetwork, withoutNetwork } from '../test/fixtures/network.ts'
import { startPostgres } from '../test/fixtures/postgres.ts'
import { floodReport } from '../test/fixtures/reports.ts'
import { inDatabase, openFleet, schemaOf, untilRead, type Working } from '../test/fixtures/workers.ts'

if (withoutNetwork) throw new Error(withoutNetwork)
const [outage = 60, silence = 30] = process.argv.slice(2).map(Number)
const network = openNetwork(['db.example', 'queue.example', 'one.example', 'two.example'])
const [database, queue, one, two] = ['db', 'queue', 'one', 'two'].map((name) => network.host(`${name}.example`))
if (!database || !queue || !one || !two) throw new Error('a host is missing')
const postgres = await startPostgres({ on: database, access: ['host all all samenet trust'] })
const nats = await startNats('', {}, queue)
const fleet = openFleet(resolve('dist/bin/headwater.js'))
const folder = mkdtempSync(join(tmpdir(), 'headwater-bench-'))
const file = join(folder, 'all.jsonl')
const texts = [...manyEvents.map(({ text }) => text), ...Array.from({ length: 150 }, (_, n) => floodReport(n))]
writeFileSync(file, texts.map((text, n) => JSON.stringify({ id: `report-${n}`, text })).join('\n'))

console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores; outage ${outage} s, --silence ${silence}`)
const kinds: Readonly<
  Record<string, { readonly isShared?: boolean; begin(workers: readonly Working[]): unknown; end(): unknown }>
> = {
  'link of the only worker cut': { begin: () => one.cut(), end: () => one.mend() },
  'link of the queue cut': { begin: () => queue.cut(), end: () => queue.mend() },
  'queue killed': { begin: () => nats.halt('SIGKILL'), end: () => nats.again() },
  'link of the database cut': { begin: () => database.cut(), end: () => database.mend() },
  'database killed': { begin: () => postgres.halt(), end: () => postgres.again() },
  // What it held is done by the other.
  'link of one of two workers cut': { isShared: true, begin: () => one.cut(), end: () => one.mend() },
  'one of two workers killed': {
    isShared: true,
    begin: ([first]) => first?.process.kill('SIGKILL'),
    end: () => undefined,
  },
}
let number = 0
for (const [what, { isShared = false, begin, end }] of Object.entries(kinds)) {
  const name = `of${++number}`
  const place = `${postgres.beside}?collection=${name}`
  await fleet.run(['add', file, '--no-trace', '--collection', place])
  const words = [
    'worker',
    '--collection',
    `${postgres.address}?collection=${name}`,
    '--queue',
    nats.address,
    '--threads',
    '1',
    '--silence',
    `${silence}`,
  ]
  const workers = await Promise.all((isShared ? [one, two] : [one]).map((on) => fleet.begin(words, { on })))
  await untilRead(place, isShared ? texts.length - 20 : 10)
  await begin(workers)
  const cutAt = performance.now()
  const heard = workers.map((worker) =>
    worker.says(/lost; looking|could not be worked on|collection:/).then(
      () => since(cutAt),
      () => undefined,
    ),
  )
  if (!isShared) await new Promise((over) => setTimeout(over, 1000 * outage))
  if (!isShared) await end()
  const mendedAt = performance.now()
  const before = isShared ? texts.length - 1 : await readings(place)
  while ((await readings(place)) <= before && performance.now() - mendedAt < 400_000)
    await new Promise((again) => setTimeout(again, 100))
  const recovered = since(mendedAt)
  const noticed = await Promise.race([Promise.all(heard), new Promise((late) => setTimeout(late, 10, 'never said'))])
  console.log(JSON.stringify({ what, noticed, before, recovered }))
  if (isShared) await end()
  await fleet.endAll()
}
await Promise.all([postgres.stop(), nats.stop()])
network.remove()
rmSync(folder, { recursive: true })

function readings(place: string): Promise<number> {
  return inDatabase(place, `select count(*)::int as n from ${schemaOf(place)}.readings`).catch(() => -1)
}

function since(from: number): number {
  return Math.round((performance.now() - from) / 100) / 10
}
