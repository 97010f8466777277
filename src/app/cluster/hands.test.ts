import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { builtProgram } from '../../../test/fixtures/built-program.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { addAll } from '../collection/add.ts'
import { openCollection } from '../collection/open.ts'
import { isDue } from '../collection/refresh.ts'
import { type Hands, openHands } from './hands.ts'

const acting = { by: 'ana', now: () => '2031-06-01T00:00:00.000Z' }
let folder = ''
let place = ''
let program: ReturnType<typeof builtProgram>
let hands: Hands
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-hands-'))
  place = join(folder, 'c.db')
  program = builtProgram()
  const script = pathToFileURL(join(program.script, '..', 'worker-thread.js'))
  hands = openHands({ place, by: 'ana', threads: 2, longest: 1_000, script })
  const store = await openCollection(place)
  const lines = [
    ...[0, 1, 2].map((n) => ({ id: `flood-${n}`, text: floodReport(n) })),
    { id: 'endless', text: `Rain fell; ${'a;'.repeat(1_500_000)} then it stopped.` },
  ]
  await all(addAll(store, each(openedOf('/r/1.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))), acting))
  await store.close()
}, 60_000)
afterAll(async () => {
  await hands.close()
  program.remove()
  rmSync(folder, { recursive: true })
})

describe('the hands of a worker', () => {
  it('read in threads, and read nothing twice', async () => {
    const [one, other] = await Promise.all(
      [0, 1].map((n) => hands.work({ kind: 'read', id: `flood-${n}`, version: 1 })),
    )
    expect([one, other]).toEqual(['done', 'done'])
    expect(await hands.work({ kind: 'read', id: 'flood-0', version: 1 })).toBe('known')
    expect(await hands.work({ kind: 'read', id: 'nowhere', version: 1 })).toBe('stale')
    expect(await hands.workApart({ kind: 'read', id: 'flood-2', version: 1 })).toBe('done')
  }, 60_000)

  it('give up what takes too long, in a thread and in a process of its own, and go on', async () => {
    const endless = { kind: 'read', id: 'endless', version: 1 } as const
    const fault = { fault: 'it took longer than 1 seconds' }
    expect(await Promise.all([hands.work(endless), hands.workApart(endless)])).toEqual([fault, fault])
    expect(await hands.work({ kind: 'read', id: 'flood-0', version: 1 })).toBe('known')
  }, 60_000)

  it('drop what is told of a pile that is another by now', async () => {
    expect(await hands.work({ kind: 'trace', base: 'another', upTo: 1 })).toBe('stale')
  }, 60_000)

  it('finish nothing that was not planned', async () => {
    expect(await hands.finish()).toBeUndefined()
    const store = await openCollection(place)
    expect(await isDue(store)).toBe(true)
    await store.close()
  }, 60_000)
})
