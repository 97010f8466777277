import { Readable } from 'node:stream'
import { intakeOf } from '../src/app/intake.ts'
import type { Document, Refusal } from '../src/model/document.ts'
import type { Report } from '../src/model/report.ts'
import { trace } from '../src/tracing/trace.ts'

/** The bundled stories, by the name of their folder in `examples/`. */
export const exampleStories = ['herring-quay', 'tank-seven'] as const

/** Opens, reads and traces one bundled story, as the command does. */
export async function traceExample(story: string): Promise<Report> {
  const documents: Document[] = []
  const refusals: Refusal[] = []
  for await (const intake of intakeOf([`examples/${story}`], Readable.from([]))) {
    documents.push(...intake.documents)
    refusals.push(...intake.refusals)
  }
  return trace(documents, refusals)
}
