import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCollection } from '../../src/app/collection/open.ts'
import { refresh } from '../../src/app/collection/refresh.ts'
import { reportOf } from '../../src/app/collection/report.ts'
import { verify } from '../../src/app/collection/verify.ts'
import { termsOf } from '../../src/collection/search.ts'
import { randomOf } from '../fixtures/random.ts'
import { all } from './store.ts'

/** How many times a process is killed: all of them where nothing may be skipped, some on a person's machine. */
const kills = process.env.HEADWATER_NOTHING_SKIPPED === '1' ? 200 : 25

/** What holds for a collection when the processes that work on it are killed, and when there are two of them. */
export function crashConformance(name: string, placeOf: () => string): void {
  describe(`a collection in ${name} that processes work on`, () => {
    let folder = ''
    let script = ''
    beforeAll(async () => {
      const { bundle } = (await import('../../scripts/bundle.mjs' as string)) as {
        bundle: (entryPoints: Readonly<Record<string, string>>, folder: string) => Promise<void>
      }
      // Beside the packages, or the program would not find them.
      folder = mkdtempSync(join(process.cwd(), 'node_modules', '.headwater-crash-'))
      await bundle({ worker: 'test/conformance/crash-worker.ts', opening: 'test/conformance/opening.ts' }, folder)
      script = join(folder, 'worker.js')
    }, 120_000)
    afterAll(() => rmSync(folder, { recursive: true }))

    it(`loses nothing acknowledged and leaves nothing half when it is killed ${kills} times`, async () => {
      const place = placeOf()
      const acknowledged = new Set<number>()
      const seed = Number(process.env.HEADWATER_SEED ?? Date.now() % 1e9)
      const random = randomOf(seed)
      const last = kills * 2
      for (let kill = 0; kill < kills; kill++) {
        // From where it was stopped; every moment between the first write and the next tracing is hit sooner or later.
        const from = Math.max(0, ...acknowledged)
        for (const n of await killed([place, `${from}`, `${last}`], random() * 250)) acknowledged.add(n)
        const store = await openCollection(place)
        const kept = new Set((await all(store.captures())).map(({ input }) => Number(/(\d+)\.txt$/.exec(input)?.[1])))
        expect([...acknowledged].filter((n) => !kept.has(n))).toEqual([])
        expect((await verify(store)).flaws, `after kill ${kill} of seed ${seed}`).toEqual([])
        await store.close()
      }
      const end = Math.max(...acknowledged) + 3
      expect(await ran([place, '0', `${end}`])).toContain('done')

      const undisturbed = placeOf()
      expect(await ran([undisturbed, '0', `${end}`])).toContain('done')
      expect(await answersOf(place)).toEqual(await answersOf(undisturbed))
    }, 1_200_000)

    it('gives two processes that add at once what one would get', async () => {
      const [both, one] = [placeOf(), placeOf()]
      await Promise.all([ran([both, '0', '30', '2']), ran([both, '1', '30', '2'])])
      await ran([one, '0', '30'])
      expect(await answersOf(both)).toEqual(await answersOf(one))
    }, 300_000)

    it('opens for three processes that make it at the same moment', async () => {
      const places = Array.from({ length: 25 }, placeOf)
      const soon = `${Date.now() + 2_500}`
      const opened = await Promise.all([1, 2, 3].map(() => ran([soon, ...places], join(folder, 'opening.js'))))
      expect(opened).toEqual(opened.map(() => 'done\n'))
    }, 300_000)

    it('answers while 10,000 reports are added', async () => {
      const place = placeOf()
      const store = await openCollection(place)
      let isAdding = true
      const adding = ran([place, '0', '10000', '50', 'many']).finally(() => {
        isAdding = false
      })
      const totals: number[] = []
      while (isAdding) {
        const { total, hits } = await store.search({ terms: termsOf('river banks'), kinds: [], limit: 5, skip: 0 })
        expect(hits).toHaveLength(Math.min(5, total))
        totals.push(total)
        await new Promise((again) => setTimeout(again, 20))
      }
      expect(await adding).toContain('done')
      expect(totals).toEqual([...totals].sort((a, b) => a - b))
      expect(totals.length).toBeGreaterThan(5)
      expect(await store.counts()).toMatchObject({ documents: 10_000, captures: 200 })
      expect((await verify(store)).flaws).toEqual([])
      await store.close()
    }, 600_000)

    /** Kills a process so many milliseconds after its first acknowledgement; gives what it acknowledged. */
    const killed = (words: readonly string[], after: number): Promise<readonly number[]> =>
      new Promise((done, failed) => {
        const worker = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
        let said = ''
        worker.stdout.on('data', (chunk: Buffer) => {
          if (said === '') setTimeout(() => worker.kill('SIGKILL'), after)
          said += chunk.toString()
        })
        worker.once('error', failed)
        worker.once('exit', (code) => {
          if (code !== null && code !== 0) failed(new Error(`the worker ended with ${code}`))
          done(
            said
              .split('\n')
              .slice(0, -1)
              .filter((line) => /^\d+$/.test(line))
              .map(Number),
          )
        })
      })

    const ran = (words: readonly string[], program = script): Promise<string> =>
      new Promise((done, failed) => {
        const worker = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
        let said = ''
        worker.stdout.on('data', (chunk: Buffer) => {
          said += chunk.toString()
        })
        worker.once('error', failed)
        worker.once('exit', (code) => (code === 0 ? done(said) : failed(new Error(`the worker ended with ${code}`))))
      })
  })
}

/** The report of a collection that holds together. */
async function answersOf(place: string): Promise<unknown> {
  const store = await openCollection(place)
  try {
    await refresh(store, { by: 'test', now: () => '2026-01-01T00:00:00.000Z' })
    expect((await verify(store)).flaws).toEqual([])
    return JSON.parse(JSON.stringify(await reportOf(store)))
  } finally {
    await store.close()
  }
}
