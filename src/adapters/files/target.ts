import { open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** What every dossier carries near its beginning. */
const dossierMark = '<meta name="generator" content="Headwater">'

/**
 * Why a file cannot be written to this path, as a sentence with the remedy; undefined when it can. What is there already is only replaced where
 * it carries a mark near its beginning, that Headwater made it: a mistyped name must not destroy the report, or the collection, it names.
 */
export async function objection(path: string, mark: string | null = dossierMark): Promise<string | undefined> {
  const folder = await stat(dirname(path)).catch(() => undefined)
  if (!folder?.isDirectory()) return `the folder of ${path} does not exist; make it or choose another`
  const there = await stat(path).catch(() => undefined)
  if (!there) return undefined
  if (!there.isFile()) return `${path} is not a file; choose another name`
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return mark !== null && buffer.subarray(0, bytesRead).includes(mark)
      ? undefined
      : `${path} is there already; choose another name, or remove it first`
  } finally {
    await file.close()
  }
}
