import type { Capture, Intake, Reader } from './capture.ts'
import { jsonl } from './jsonl/jsonl.ts'

/** Every reader, most particular first; the first that accepts a capture reads it. A new source kind is one folder and one line here. */
export const readers: readonly Reader[] = [jsonl]

/** Reads one capture, or refuses it by name. */
export function readCapture(capture: Capture): Intake {
  const reader = readers.find((candidate) => candidate.accepts(capture))
  if (reader) return reader.read(capture)
  return {
    documents: [],
    refusals: [
      {
        input: capture.input,
        code: 'unsupported',
        says: 'no reader knows this kind of file; give text, Markdown, HTML or JSONL',
      },
    ],
  }
}
