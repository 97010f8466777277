import type { Store } from '../../ports/store.ts'
import { collectionChecks } from './collection.ts'
import { installationChecks } from './installation.ts'
import { surroundingsChecks } from './surroundings.ts'

/** One thing that was looked at. */
export interface Check {
  readonly name: string
  /** `missing` takes something away that not everybody needs; `broken` has to be mended. */
  readonly state: 'good' | 'missing' | 'broken'
  /** What was seen, in one sentence. */
  readonly says: string
  /** What to do about it; absent where it is good. */
  readonly remedy?: string
}

/** What a check looks at. */
export interface Patient {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Opens the collection that the other commands would work on, and makes none. */
  openCollection(): Promise<Store>
  /** Where that is, as it is to be told. */
  readonly place: string
  /** Whether it was named on this command line: the next one has to name it, too. */
  readonly isNamed?: boolean
  /** The folder that the workbench was built to. */
  readonly workbench: string
}

/**
 * Looks at everything that the program needs on this machine: what is installed, what is missing, what to do. Nothing is changed, and
 * nothing leaves the machine but a greeting to the database that the collection is in.
 */
export async function examine(patient: Patient): Promise<readonly Check[]> {
  const groups = [installationChecks, collectionChecks, surroundingsChecks]
  const found: Check[] = []
  for (const group of groups) found.push(...(await group(patient)))
  return found
}
