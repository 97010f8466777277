import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Writes a file piece by piece, under another name until it is whole. */
export async function writePieces(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const draft = `${path}.part`
  try {
    await pipeline(Readable.from(pieces, { objectMode: true }), createWriteStream(draft))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/**
 * Writes files into a folder that is not there yet.
 *
 * @throws Error with code `EEXIST` when something is there, or when a path leads out of the folder
 */
export async function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  if (await stat(path).catch(() => undefined))
    throw Object.assign(new Error(`${path} is there already; name a folder that is not`), { code: 'EEXIST' })
  const root = resolve(path)
  for (const [name, bytes] of files) {
    const file = resolve(join(root, name))
    if (!file.startsWith(root + sep)) throw Object.assign(new Error(`${name} leads out of ${path}`), { code: 'EINVAL' })
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
  }
}
