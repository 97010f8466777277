// One report more in piles of several sizes, and the preview of a decision there, in a collection of other events.
// `node scripts/bench-one-more.mjs FOLDER EVENTS.json` does it in a process of its own and prints what it took; EVENTS are lists of reports.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const script = fileURLToPath(import.meta.url)

/** How many reports of an event are added one by one, when the others are traced. */
const singles = 8

async function oneMoreIn(folder, event, others) {
  const load = (path) => import(`${resolve('dist')}/${path}`)
  const { openCollection } = await load('app/collection/open.js')
  const { addAll } = await load('app/collection/add.js')
  const { refresh } = await load('app/collection/refresh.js')
  const { preview } = await load('app/collection/preview.js')
  const { heldReadingsOf } = await load('app/collection/held-readings.js')
  const { traceTopic } = await load('tracing/topic.js')
  const { readCapture } = await load('index.js')
  const acting = { by: 'bench', now: () => '2026-01-01T00:00:00.000Z' }
  const store = await openCollection(join(folder, `${event.length}.db`))
  let captures = 0
  const add = async (reports) => {
    const lines = reports.map((report) => JSON.stringify(report)).join('\n')
    const capture = { input: `/bench/${captures++}.jsonl`, bytes: new TextEncoder().encode(lines) }
    for await (const _ of addAll(store, one({ capture, read: () => readCapture(capture) }), acting));
  }
  const cut = Math.max(1, event.length - singles)
  await add([...others, ...event.slice(0, cut)])
  await refresh(store, acting)
  const more = []
  for (const report of event.slice(cut)) {
    await add([report])
    more.push(await timed(() => refresh(store, acting)))
  }
  const [first, second] = await store.latest(event.slice(0, 2).map(({ id }) => id))
  const members = await Promise.all(
    event.map(async ({ id }) => {
      const [{ document, version }] = await store.latest([id])
      return { id, version, sha256: document.sha256, isSetAside: false }
    }),
  )
  const held = await heldReadingsOf(store).of(members)
  // Copies of the readings, so that nothing is remembered of them.
  const readings = structuredClone(held.map(({ reading }) => reading))
  const whole = await timed(() => traceTopic(readings))
  const from = { kind: 'document', document: first.document.id }
  const deciding = { decision: { kind: 'not-made-from', document: second.document.id, from } }
  const previewed = await timed(() => preview(store, deciding))
  await store.close()
  return { size: event.length, more: more.sort((a, b) => a - b).at(-1), whole, previewed }
}

/** Milliseconds of processor time. */
async function timed(work) {
  const started = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1000
}

async function* one(opened) {
  yield opened
}

if (process.argv[1] === script) {
  const [folder, file] = process.argv.slice(2)
  const [others, ...events] = JSON.parse(readFileSync(file, 'utf8'))
  const figures = []
  for (const event of events) figures.push(await oneMoreIn(folder, event, others))
  console.log(JSON.stringify(figures))
}
