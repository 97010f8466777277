import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { readForTracing } from '../../tracing/topic.ts'
import { openAnswers } from '../workbench/answers.ts'
import { pipeline } from './acting.ts'
import { addAll } from './add.ts'
import { openCollection } from './open.ts'
import { keepReading, setAside } from './readings.ts'
import { carryOut, isDue, refresh, whatIsDue } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
const unreadable = { says: 'it could not be read', isOfTracing: false }
const untraceable = { says: 'it could not be traced', isOfTracing: true }
const mayo = [{ id: 'mayo', version: 1 }]

let collection: ReturnType<typeof temporaryCollection>
let store: Store
beforeEach(async () => {
  collection = temporaryCollection()
  store = await openCollection(collection.place)
  for (const [i, name] of ['mayo', 'salgueiro', 'tarnholt'].entries())
    await all(addAll(store, each(openedOf(`/r/${name}.txt`, floodReport(i))), acting))
})
afterEach(async () => {
  expect((await verify(store)).flaws).toEqual([])
  await store.close()
  collection.remove()
})

/** What the answers have of one report: how many statements, and why it has none. */
async function answered() {
  const { statements, refusals } = await reportOf(store)
  return {
    statements: statements.filter(({ document }) => document === 'mayo').length,
    refusals: refusals.map(({ says }) => says),
  }
}

async function readAfterAll(): Promise<void> {
  const [kept] = await store.latest(['mayo'])
  if (!kept) throw new Error('there is no such report')
  await store.write((writing) => keepReading(writing, 1, readForTracing(kept.document), acting))
}

describe('a report that could not be read', () => {
  it('comes into the answers when somebody could read it after all', async () => {
    await setAside(store, mayo, unreadable, acting)
    await refresh(store, acting)
    const answers = openAnswers(store)
    const claims = async () => (await answers.now()).catalogue.claims.length
    const before = await claims()
    expect(await answered()).toEqual({ statements: 0, refusals: [unreadable.says] })
    await readAfterAll()
    expect(await isDue(store)).toBe(true)
    await refresh(store, acting)
    expect(await answered()).toEqual({ statements: expect.toSatisfy((count) => count > 0), refusals: [] })
    expect(await answers.renew()).toBe(true)
    expect(await claims()).toBeGreaterThan(before)
    expect(await isDue(store)).toBe(false)
  })

  it('leaves the answers when it is set aside after it was traced', async () => {
    await refresh(store, acting)
    expect((await answered()).statements).toBeGreaterThan(0)
    await setAside(store, mayo, untraceable, acting)
    expect(await isDue(store)).toBe(true)
    await refresh(store, acting)
    expect(await answered()).toEqual({ statements: 0, refusals: [untraceable.says] })
  })

  it('leaves a plan that was made before it was set aside', async () => {
    const due = await whatIsDue(store)
    if (!due) throw new Error('nothing is due')
    await setAside(store, mayo, unreadable, acting)
    expect(await carryOut(store, due, acting)).toBeUndefined()
    await refresh(store, acting)
    expect(await answered()).toEqual({ statements: 0, refusals: [unreadable.says] })
  })

  it('stays out of a plan that was made before somebody could read it', async () => {
    await setAside(store, mayo, unreadable, acting)
    const due = await whatIsDue(store)
    if (!due) throw new Error('nothing is due')
    await readAfterAll()
    expect(await carryOut(store, due, acting)).toBeDefined()
    expect((await answered()).statements).toBe(0)
    await refresh(store, acting)
    expect((await answered()).statements).toBeGreaterThan(0)
  })

  it('is not set aside by one who was slower than who read it', async () => {
    await readAfterAll()
    expect(await setAside(store, mayo, unreadable, acting)).toEqual([])
    expect(await setAside(store, mayo, untraceable, acting)).toEqual(mayo)
    expect(await setAside(store, mayo, untraceable, acting)).toEqual([])
    expect((await store.reading('mayo', 1, pipeline))?.sentences).toEqual([])
    await refresh(store, acting)
  })
})
