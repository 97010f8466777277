import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Blobs } from '../../ports/blobs.ts'
import { assertSha256, checked, isOf } from './checked.ts'

/** A folder that every process reaches by the same path: one file for each capture, in 256 folders. */
export function openFolder(root: string): Blobs {
  const pathOf = (sha256: string): string => join(root, sha256.slice(0, 2), sha256)
  const drafts = join(root, 'drafts')
  let swept: Promise<void> | undefined
  /** Folders of which this process knows that they are there after the power failed. */
  const lasting = new Set<string>()
  return {
    name: root,
    async keep(sha256, bytes) {
      assertSha256(sha256)
      const path = pathOf(sha256)
      const isThere = isOf(await readFile(path).catch(() => undefined), sha256)
      const draft = join(drafts, `${sha256}.${randomUUID()}`)
      try {
        // Who put it there may not have come so far yet.
        if (isThere) return await made(dirname(path))
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
        await made(dirname(path))
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

  /** Has what was put into a folder, and the folder itself, outlast a power failure. */
  async function made(folder: string): Promise<void> {
    await synced(folder)
    if (lasting.has(folder)) return
    await synced(root)
    await synced(dirname(root))
    lasting.add(folder)
  }
}

/** Writes the names in a folder to the disk: what is in a file is there after a power failure only if its name is. */
async function synced(folder: string): Promise<void> {
  // Windows opens no folder, and writes names with what is in the files.
  if (process.platform === 'win32') return
  let handle: FileHandle | undefined
  try {
    handle = await open(folder)
    await handle.sync()
  } catch (error) {
    if (!impossible.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle?.close()
  }
}

/** Who may write into a folder need not be allowed to look into it, and some file systems of networks know no such thing. */
const impossible: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'])

/** What somebody began to write who was killed. Another may be at a draft of this moment, so that only old ones go. */
async function sweep(drafts: string): Promise<void> {
  for (const name of await readdir(drafts)) {
    const draft = join(drafts, name)
    const made = await stat(draft).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > oneDay) await rm(draft, { force: true }).catch(() => undefined)
  }
}

const oneDay = 86_400_000
