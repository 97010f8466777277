import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Check, Patient } from './doctor.ts'

/** Node, the tables that reading needs, the engine of the embedded store, the built workbench. */
export async function installationChecks({ workbench }: Patient): Promise<readonly Check[]> {
  return [nodeCheck(process.versions.node), await readingCheck(), await engineCheck(), workbenchCheck(workbench)]
}

/** As `engines` of the package has it. */
const oldest = [20, 19] as const

/** @param version `20.19.4` */
export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1])
  const says = `Node ${version} runs this program`
  return isOld
    ? { name: 'Node', state: 'broken', says, remedy: `install Node ${oldest.join('.')} or newer` }
    : { name: 'Node', state: 'good', says }
}

const reinstall = 'install Headwater again; in a checkout: npm start'

/** Reads a sentence, which asks for every table and every weight. */
async function readingCheck(): Promise<Check> {
  const name = 'reading'
  try {
    const [{ read }, { documentFrom }] = await Promise.all([
      import('../../extract/read.ts'),
      import('../../intake/document-from.ts'),
    ])
    const document = documentFrom({ id: 'a', text: 'The harbour office said about 40 barges were waiting on Monday.' })
    const reading = 'text' in document ? read(document) : undefined
    if (reading?.attributions.length === 1 && reading.quantities.length === 1)
      return { name, state: 'good', says: 'a sentence is read with who says it and how many' }
    return { name, state: 'broken', says: 'a plain sentence is not understood as it should be', remedy: reinstall }
  } catch (cause) {
    return { name, state: 'broken', says: `nothing can be read: ${wordsOf(cause)}`, remedy: reinstall }
  }
}

async function engineCheck(): Promise<Check> {
  const name = 'SQLite'
  try {
    const { openSqlite } = await import('../../adapters/store/sqlite.ts')
    const database = await openSqlite(':memory:')
    const [row] = await database.all('SELECT sqlite_version() AS version')
    await database.close()
    return { name, state: 'good', says: `SQLite ${String(row?.version)} keeps collections in a file` }
  } catch (cause) {
    return {
      name,
      state: 'broken',
      says: `the embedded store cannot be loaded: ${wordsOf(cause)}`,
      remedy: `${reinstall}; without it a collection can still be in PostgreSQL`,
    }
  }
}

const workbenchCheck = (folder: string): Check =>
  existsSync(join(folder, 'index.html'))
    ? { name: 'workbench', state: 'good', says: 'the pages that serve shows are built' }
    : {
        name: 'workbench',
        state: 'missing',
        says: 'the pages that serve shows are not built',
        remedy: 'in a checkout: npm run build; else install Headwater again',
      }

export const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
