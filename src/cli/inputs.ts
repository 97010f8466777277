import { intakeOf } from '../app/intake.ts'
import type { Document, Refusal } from '../model/document.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import { type ExitCode, refusalLine, type World } from './command.ts'

/** Reads everything before the command goes on: what `trace`, `reuse` and `stories` need. Refusals are told as they come. */
export async function collect(
  world: World,
  inputs: readonly string[],
): Promise<{ readonly documents: readonly Document[]; readonly refusals: readonly Refusal[] }> {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  for await (const intake of intakeOf(inputs, world.stdin)) {
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
  each: (document: Document) => void,
  refused: (refusal: Refusal) => void,
): Promise<number> {
  const taken = new Set<string>()
  let documents = 0
  let refusals = 0
  for await (const intake of intakeOf(inputs, world.stdin)) {
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
  find: (documents: readonly Document[]) => Iterable<unknown>,
): Promise<ExitCode> {
  const { documents, refusals } = await collect(world, inputs)
  for (const found of find(documents)) world.print(JSON.stringify(found))
  return refusals.length > 0 ? 1 : 0
}
