import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../../ports/blobs.ts'
import { assertSha256, checked } from './checked.ts'

/** A folder that every process reaches by the same path: one file for each capture, in 256 folders. */
export function openFolder(root: string): Blobs {
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256)
  return {
    name: root,
    async keep(sha256, bytes) {
      assertSha256(sha256)
      const path = pathOf(sha256)
      if (await stat(path).catch(() => undefined)) return
      await mkdir(dirname(path), { recursive: true })
      const draft = `${path}.${randomUUID()}.part`
      try {
        const file = await open(draft, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (cause) {
        await rm(draft, { force: true })
        throw new Error(`a capture cannot be kept in ${root}: may you write there, and is there room?`, { cause })
      }
    },
    async bytes(sha256) {
      assertSha256(sha256)
      try {
        return checked(await readFile(pathOf(sha256)), sha256, root)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    close: async () => undefined,
  }
}
