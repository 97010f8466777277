import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { manyEvents } from '../../../test/fixtures/many-events.ts'
import { each, openedOf } from '../../../test/fixtures/reports.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { trace } from '../../tracing/trace.ts'
import { addAll } from './add.ts'
import { type Deciding, decide, decisionsOf } from './decide.ts'
import { openCollection } from './open.ts'
import { setAside } from './readings.ts'
import { refresh } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'

type Bundle = (entryPoints: Readonly<Record<string, string>>, folder: string) => Promise<void>

const acting = { by: 'ana', now: () => '2031-06-01T00:00:00.000Z' }
let built = ''
let folder = ''
beforeAll(async () => {
  const { bundle } = (await import('../../../scripts/bundle.mjs' as string)) as { bundle: Bundle }
  built = await mkdtemp(join(process.cwd(), 'node_modules', '.headwater-piles-'))
  await bundle({ 'pile-thread': 'src/app/collection/pile-thread.ts' }, built)
  folder = mkdtempSync(join(tmpdir(), 'headwater-side-by-side-'))
}, 60_000)
afterAll(async () => {
  await rm(built, { recursive: true })
  rmSync(folder, { recursive: true })
})

/** A dozen small piles, and one so large that its reports are read by more than one thread. */
const [told] = manyEvents
const reports = [
  ...manyEvents,
  ...Array.from({ length: 40 }, (_, i) => ({ ...told, id: `copy-${i}`, text: `${told?.text}\n\nPrinted ${i} times.` })),
].map(({ id, text, publisher, published }) => JSON.stringify({ id, text, publisher, published }))

/** A collection with all of them, the writings that come from this side of the threads counted. */
async function filled(name: string): Promise<{ readonly place: string; readonly store: Store; writings(): number }> {
  const place = join(folder, `${name}.db`)
  const store = await openCollection(place)
  await all(addAll(store, each(openedOf('/r/all.jsonl', reports.join('\n'))), acting))
  let writings = 0
  const write: Store['write'] = (work) => {
    writings++
    return store.write(work)
  }
  return { place, store: { ...store, write }, writings: () => writings }
}

const tracedAtOnce = async (store: Store): Promise<string> =>
  JSON.stringify(
    trace(
      (await all(store.documents())).map(({ document }) => document),
      [],
      inForce(await decisionsOf(store)),
    ),
  )

/** Shows in the answers. */
const graded: Deciding = {
  decision: { kind: 'grade', source: { name: 'Vellsen' }, letter: 'C', reason: 'speaks for the bakery' },
  reason: 'as agreed',
}

describe('bringing a collection up to date in threads', () => {
  it('answers as one thread does, with everything written by those who found it', async () => {
    const { place, store, writings } = await filled('threads')
    await decide(store, graded, acting)
    const heard: number[] = []
    const script = pathToFileURL(join(built, 'pile-thread.js'))
    const threads = { place, count: 2, script }
    await refresh(store, acting, { threads, progress: (ready) => heard.push(ready) })
    // The decision, and what the answers are made of now; everything else the threads wrote.
    expect(writings()).toBe(2)
    expect(heard.at(-1)).toBe(reports.length)
    expect(JSON.stringify(await reportOf(store))).toContain('speaks for the bakery')
    expect(JSON.stringify(await reportOf(store))).toBe(await tracedAtOnce(store))
    expect((await verify(store)).flaws).toEqual([])
    await store.close()
  }, 60_000)

  it('traces here what threads cannot', async () => {
    const { place, store } = await filled('broken')
    const script = pathToFileURL(join(folder, 'broken.mjs'))
    writeFileSync(
      script,
      `import { parentPort } from 'node:worker_threads'
       let jobs = 0
       parentPort.on('message', () => (jobs++ > 2 ? process.exit(3) : parentPort.postMessage({ failure: 'no room' })))`,
    )
    await refresh(store, acting, { threads: { place, count: 2, script } })
    expect(JSON.stringify(await reportOf(store))).toBe(await tracedAtOnce(store))
    await store.close()
  }, 60_000)

  it('hands each thread the decisions once, not with every pile', async () => {
    const { place, store } = await filled('decided')
    await decide(store, graded, acting)
    const script = pathToFileURL(join(folder, 'heard.mjs'))
    const heard = join(folder, 'heard.txt')
    writeFileSync(
      script,
      `import { appendFileSync } from 'node:fs'
       import { parentPort, workerData } from 'node:worker_threads'
       const note = (what, data) => appendFileSync(${JSON.stringify(heard)}, what + JSON.stringify(data) + '\\n')
       note('begun with ', workerData)
       parentPort.on('message', (job) => {
         note('asked ', job)
         parentPort.postMessage({ failure: 'only listens' })
       })`,
    )
    await refresh(store, acting, { threads: { place, count: 2, script } })
    const lines = readFileSync(heard, 'utf8').trim().split('\n')
    const [begun, asked] = ['begun', 'asked'].map((what) => lines.filter((line) => line.startsWith(what)))
    expect(begun?.filter((line) => !line.includes('Vellsen'))).toEqual([])
    expect(asked?.length).toBeGreaterThan(1)
    expect(asked?.filter((line) => line.includes('Vellsen'))).toEqual([])
    expect(JSON.stringify(await reportOf(store))).toBe(await tracedAtOnce(store))
    await store.close()
  }, 60_000)

  it('goes on where it was stopped', async () => {
    const { place, store, writings } = await filled('stopped')
    const script = pathToFileURL(join(built, 'pile-thread.js'))
    const threads = { place, count: 2, script }
    const stop = (): never => {
      throw new Error('stopped')
    }
    await expect(refresh(store, acting, { threads, progress: stop })).rejects.toThrow('stopped')
    await refresh(store, acting, { threads })
    expect(writings()).toBe(1)
    expect(JSON.stringify(await reportOf(store))).toBe(await tracedAtOnce(store))
    await store.close()
  }, 60_000)

  it('leaves out what was set aside meanwhile', async () => {
    const { place, store } = await filled('aside')
    const script = pathToFileURL(join(built, 'pile-thread.js'))
    await setAside(store, [{ id: 'copy-7', version: 1 }], { says: 'it cannot be read', isOfTracing: false }, acting)
    await refresh(store, acting, { threads: { place, count: 2, script } })
    const { statements, documents } = await reportOf(store)
    expect(documents.map(({ id }) => id)).toContain('copy-7')
    expect(statements.filter(({ document }) => document === 'copy-7')).toEqual([])
    await store.close()
  }, 60_000)
})
