import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { openFolder } from './folder.ts'

/** What reaches the disk, in order. */
const written: string[] = []
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  return {
    ...real,
    async rename(from: string, to: string) {
      await real.rename(from, to)
      written.push('named')
    },
    async open(path: string, ...more: readonly []) {
      const handle = await real.open(path, ...more)
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await sync()
        written.push(basename(path).replace(/^\w{64}\..*/, 'draft'))
      }
      return handle
    },
  }
})

const folder = mkdtempSync(join(tmpdir(), 'headwater-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  written.length = 0
})

it.skipIf(process.platform === 'win32')(
  'writes the name of a capture to the disk before it counts as kept',
  async () => {
    const root = join(folder, 'captures')
    const [bytes, sha256] = [Buffer.from('x'), createHash('sha256').update('x').digest('hex')]
    const blobs = openFolder(root)
    await blobs.keep(sha256, bytes)
    expect(written).toEqual(['draft', 'named', sha256.slice(0, 2), 'captures', basename(folder)])
    // Somebody else may have named it a moment ago.
    written.length = 0
    await openFolder(root).keep(sha256, bytes)
    expect(written).toEqual([sha256.slice(0, 2), 'captures', basename(folder)])
    written.length = 0
    await blobs.keep(sha256, bytes)
    expect(written).toEqual([sha256.slice(0, 2)])
  },
)
