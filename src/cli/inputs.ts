import { intakeOf } from '../app/intake.ts'
import type { WebOptions } from '../app/web.ts'
import type { Document, Refusal } from '../model/document.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import { type Command, type ExitCode, type Options, refusalLine, type World, WrongUsage } from './command.ts'

/** How addresses among the inputs are fetched: the same for every command that takes inputs. */
export const webOptions: Command['options'] = [
  { flags: '--allow-private', says: 'fetch addresses of this machine and of private networks too' },
  { flags: '--most <n>', says: 'pages followed from a feed or sitemap, the newest first (default 50)' },
]

export function webOf({ allowPrivate, most }: Options): WebOptions {
  const pages = most === undefined ? undefined : Number(most)
  if (pages !== undefined && !(Number.isInteger(pages) && pages >= 0))
    throw new WrongUsage(`--most wants a whole number from 0 on, not "${String(most)}"`)
  return { allowPrivate: allowPrivate === true, most: pages }
}

/** Reads everything before the command goes on: what `trace`, `reuse` and `stories` need. Refusals are told as they come. */
export async function collect(
  world: World,
  inputs: readonly string[],
  options: Options,
): Promise<{ readonly documents: readonly Document[]; readonly refusals: readonly Refusal[] }> {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  for await (const intake of intakeOf(inputs, world.stdin, webOf(options))) {
    for (const document of intake.documents) documents.push(document)
    for (const refusal of intake.refusals) {
      refusals.push(refusal)
      world.tell(refusalLine(refusal))
    }
    world.progress(() => `${documents.length} documents opened`)
  }
  return { documents: withDistinctIds(documents), refusals }
}

/** Calls `each` for every document as it comes, and `refused` for every refusal; nothing is kept. Says how many were refused. */
export async function oneByOne(
  world: World,
  inputs: readonly string[],
  options: Options,
  each: (document: Document) => void,
  refused: (refusal: Refusal) => void,
): Promise<number> {
  const taken = new Set<string>()
  let documents = 0
  let refusals = 0
  for await (const intake of intakeOf(inputs, world.stdin, webOf(options))) {
    for (const document of intake.documents) {
      const id = taken.has(document.id) ? `${document.id}~${document.sha256.slice(0, 8)}` : document.id
      taken.add(id)
      each({ ...document, id })
      documents++
      world.progress(() => `${documents} documents read`)
    }
    for (const refusal of intake.refusals) {
      world.tell(refusalLine(refusal))
      refused(refusal)
      refusals++
    }
  }
  return refusals
}

/** Reads everything, prints a JSON line for each thing found in it, and says how it ended. */
export async function printFound(
  world: World,
  inputs: readonly string[],
  options: Options,
  find: (documents: readonly Document[]) => Iterable<unknown>,
): Promise<ExitCode> {
  const { documents, refusals } = await collect(world, inputs, options)
  for (const found of find(documents)) world.print(JSON.stringify(found))
  return refusals.length > 0 ? 1 : 0
}
