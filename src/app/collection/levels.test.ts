import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import type { Store } from '../../ports/store.ts'
import { addAll } from './add.ts'
import { levelsOf } from './levels.ts'
import { openCollection } from './open.ts'
import { openedFrom } from './opened.ts'
import { refresh } from './refresh.ts'
import { saveView } from './views.ts'

const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }

describe('the levels of a collection', () => {
  const kept = temporaryCollection()
  let store: Store
  beforeAll(async () => {
    store = await openCollection(kept.place)
  })
  afterAll(async () => {
    await store.close()
    kept.remove()
  })
  const level = async (name: string): Promise<number | undefined> =>
    (await levelsOf(store, 'desk')).find((one) => one.name === `headwater_${name}`)?.value

  it('say how far the answers are behind, which what changes no answer does not make them', async () => {
    const line = JSON.stringify({ id: 'one', text: 'The bridge will be closed for 14 weeks, the minister said.' })
    for await (const _ of addAll(store, openedFrom(['-'], Readable.from([Buffer.from(`${line}\n`)])), acting));
    expect(await level('log_lines_untraced')).toBeGreaterThan(0)
    await refresh(store, acting)
    expect(await level('log_lines_untraced')).toBe(0)
    const before = (await level('log_lines')) ?? 0
    await saveView(store, 'disputed', { finding: 'conflict' }, acting)
    expect(await level('log_lines')).toBe(before + 1)
    expect(await level('log_lines_untraced')).toBe(0)
  })
})
