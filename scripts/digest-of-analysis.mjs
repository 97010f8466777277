import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The rooms that readings and reports are made by: another of their files may make another report of the same words. */
const rooms = [
  'model',
  'text',
  'language',
  'intake',
  'parsing',
  'extract',
  'story',
  'provenance',
  'findings',
  'tracing',
]

/** Names what a build makes of documents: the same for the same sources and packages, whenever and wherever they are built. */
export function digestOfAnalysis(root = fileURLToPath(new URL('..', import.meta.url))) {
  const hash = createHash('sha256')
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  hash.update(JSON.stringify(dependencies))
  for (const room of rooms) {
    const folder = join(root, 'src', room)
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    for (const file of files.sort())
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(root, file)))
        .update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}
