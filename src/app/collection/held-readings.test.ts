import { describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import { pipeline } from './acting.ts'
import { addAll } from './add.ts'
import { openHeldReadings } from './held-readings.ts'
import { openCollection } from './open.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }

describe('held readings', () => {
  it('are kept with the next writing where the one that was to keep them failed', async () => {
    const { place, remove } = temporaryCollection()
    const store = await openCollection(place)
    await all(addAll(store, each(openedOf('/r/mayo.txt', floodReport(0))), acting))
    const [{ id, sha256 } = { id: '', sha256: '' }] = (await all(store.documents())).map(({ document }) => document)
    const held = openHeldReadings(store)
    const readings = (await held.of([{ id, version: 1, sha256, isSetAside: false }])) ?? []
    const full = held.keep(readings, acting, async () => {
      throw new Error('no room')
    })
    await expect(full).rejects.toThrow('no room')
    expect(await store.reading(id, 1, pipeline)).toBeUndefined()
    await held.keep(readings, acting, async () => undefined)
    expect((await store.reading(id, 1, pipeline))?.statements).toHaveLength(readings[0]?.reading.statements.length ?? 0)
    await store.close()
    remove()
  })
})
