import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Document } from '../../model/document.ts'
import type { Store, Writing } from '../../ports/store.ts'
import { readForTracing } from '../../tracing/topic.ts'
import { addAll } from './add.ts'
import { openCollection } from './open.ts'
import { keepReading, setAside } from './readings.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
const unreadable = { says: 'it could not be read', isOfTracing: false }

let collection: ReturnType<typeof temporaryCollection>
let store: Store
let documents: readonly Document[]
beforeEach(async () => {
  collection = temporaryCollection()
  store = await openCollection(collection.place)
  for (const name of ['mayo', 'salgueiro'])
    await all(addAll(store, each(openedOf(`/r/${name}.txt`, floodReport(name.length))), acting))
  documents = (await all(store.documents())).map(({ document }) => document)
})
afterEach(async () => {
  await store.close()
  collection.remove()
})

/** Keeps a reading, and gives which kinds of lines were looked through meanwhile. */
async function kept(document: Document | undefined): Promise<readonly (string | undefined)[]> {
  if (!document) throw new Error('there is no such report')
  const asked: (string | undefined)[] = []
  await store.write((writing) => {
    const watched: Writing = {
      ...writing,
      log(after, kind) {
        asked.push(kind)
        return writing.log(after, kind)
      },
    }
    return keepReading(watched, 1, readForTracing(document), acting)
  })
  return asked
}

const linesOf = async (kind: 'set-aside' | 'read-after-all') => (await all(store.log(0, kind))).length

describe('a reading that is kept', () => {
  it('of what nobody read before asks no line of the log, however many reports were set aside', async () => {
    const [mayo, salgueiro] = documents
    await setAside(store, [{ id: mayo?.id ?? '', version: 1 }], unreadable, acting)
    expect(await kept(salgueiro)).toEqual([])
    expect(await linesOf('read-after-all')).toBe(0)
  })

  it('of what was set aside is told, also where another build read it meanwhile', async () => {
    const [mayo, salgueiro] = documents
    for (const document of [mayo, salgueiro]) {
      if (!document) throw new Error('there is no such report')
      await setAside(store, [{ id: document.id, version: 1 }], unreadable, acting)
    }
    await store.write((writing) => writing.keepReading(1, 'another build', readForTracing(salgueiro as Document)))
    await kept(mayo)
    await kept(salgueiro)
    expect(await linesOf('read-after-all')).toBe(2)
    expect(await store.refusals()).toEqual([])
    await kept(mayo)
    expect(await linesOf('read-after-all')).toBe(2)
  })
})
