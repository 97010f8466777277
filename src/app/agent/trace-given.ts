import type { Document, Refusal } from '../../model/document.ts'
import { withDistinctIds } from '../../text/distinct-ids.ts'
import type { Opened } from '../collection/add.ts'
import { traceCollection } from '../tracing.ts'
import type { WebOptions } from '../web.ts'
import type { Answer } from '../workbench/answer.ts'
import { answerOn } from '../workbench/answer-on.ts'
import { type InputText, openedInputs } from '../workbench/inputs.ts'

/** What an agent hands in: texts as they are, and addresses of the web. Never a path. */
export interface Given {
  readonly texts: readonly InputText[]
  readonly addresses: readonly string[]
}

/** Opens what an agent hands in, one after another. */
export async function* openedGiven({ texts, addresses }: Given, web: WebOptions): AsyncGenerator<Opened> {
  for (const text of texts) yield* openedInputs({ files: [], addresses: [], text }, web)
  if (addresses.length > 0) yield* openedInputs({ files: [], addresses }, web)
}

/** Traces what was handed in by itself; nothing of it is kept. */
export async function traceGiven(
  given: Given,
  web: WebOptions,
): Promise<{ readonly answer: Answer; readonly refusals: readonly Refusal[] }> {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  for await (const opened of openedGiven(given, web)) {
    const intake = 'refusal' in opened ? { documents: [], refusals: [opened.refusal] } : await opened.read()
    documents.push(...intake.documents)
    refusals.push(...intake.refusals)
  }
  const read = withDistinctIds(documents)
  const report = await traceCollection(read, refusals, { threads: 1 })
  return { answer: await answerOn(report), refusals }
}
