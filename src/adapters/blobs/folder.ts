import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../../ports/blobs.ts'
import { assertSha256, checked, isOf } from './checked.ts'

/** A folder that every process reaches by the same path: one file for each capture, in 256 folders. */
export function openFolder(root: string): Blobs {
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256)
  const drafts = join(root, 'drafts')
  let swept: Promise<void> | undefined
  return {
    name: root,
    async keep(sha256, bytes) {
      assertSha256(sha256)
      const path = pathOf(sha256)
      if (isOf(await readFile(path).catch(() => undefined), sha256)) return
      const draft = join(drafts, `${sha256}.${randomUUID()}`)
      try {
        await mkdir(dirname(path), { recursive: true })
        await mkdir(drafts, { recursive: true })
        swept ??= sweep(drafts).catch(() => undefined)
        await swept
        const file = await open(draft, 'wx')
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(draft, path)
      } catch (cause) {
        await rm(draft, { force: true }).catch(() => undefined)
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

/** What somebody began to write who was killed. Another may be at a draft of this moment, so that only old ones go. */
async function sweep(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name)
    const made = await stat(draft).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > oneDay) await rm(draft, { force: true }).catch(() => undefined)
  }
}

const oneDay = 86_400_000
