import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import { temporaryCollection } from '../../../test/fixtures/temporary-collection.ts'
import { addAll } from './add.ts'
import { openCollection } from './open.ts'
import { verify } from './verify.ts'

const { place, folder, remove } = temporaryCollection()
afterAll(remove)
const captures = join(folder, 'captures')
const env = { HEADWATER_BLOBS: pathToFileURL(captures).href }
const acting = { by: 'ana', now: () => '2026-01-01T00:00:00.000Z' }

it('keeps captures where the environment says, once for all who name them', async () => {
  const inside = await openCollection(place, { env: {} })
  for await (const _ of addAll(inside, each(openedOf('/r/1.txt', floodReport(1))), acting));
  await inside.close()

  const store = await openCollection(place, { env })
  const files = () => readdirSync(captures, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  for (const input of ['/r/2.txt', '/r/2-again.txt', '/r/1-again.txt']) {
    const report = floodReport(input.includes('2') ? 2 : 1)
    for await (const _ of addAll(store, each(openedOf(input, report)), acting));
  }
  // What stands in the collection already is not kept twice.
  expect(files()).toHaveLength(1)
  for (const { sha256 } of await all(store.captures())) expect(await store.bytes(sha256)).toBeDefined()
  expect((await verify(store)).flaws).toEqual([])

  const [file] = files()
  writeFileSync(join(file?.parentPath ?? '', file?.name ?? ''), 'other bytes')
  expect((await verify(store)).flaws).toEqual([
    expect.stringMatching(/^the bytes of capture 2 .* cannot be read$/),
    expect.stringMatching(/^the bytes of capture 3 .* cannot be read$/),
  ])
  // Who has them still only has to add them again.
  for await (const _ of addAll(store, each(openedOf('/r/2.txt', floodReport(2))), acting));
  expect((await verify(store)).flaws).toEqual([])
  expect(files()).toHaveLength(1)
  await store.close()
})

it('says what is missing where the environment does not say it', async () => {
  const store = await openCollection(place, { env: {} })
  const [first, second] = await all(store.captures())
  expect(await store.bytes(first?.sha256 ?? '')).toBeDefined()
  await expect(store.bytes(second?.sha256 ?? '')).rejects.toThrow('say where with HEADWATER_BLOBS')
  await store.close()
  await expect(openCollection(place, { env: { HEADWATER_BLOBS: '/srv/captures' } })).rejects.toThrow(
    'HEADWATER_BLOBS wants s3://bucket/prefix',
  )
})
