import { binaryKind } from './binary.ts'
import type { Capture, Intake, Reader } from './capture.ts'
import { feed } from './feed/feed.ts'
import { html } from './html/html.ts'
import { jsonl } from './jsonl/jsonl.ts'
import { markdown } from './markdown/markdown.ts'
import { plainText } from './plain-text/plain-text.ts'
import { warc } from './warc/warc.ts'

/** Every reader, most particular first; the first that accepts a capture reads it. A new source kind is one folder and one line here. */
export const readers: readonly Reader[] = [jsonl, warc, feed, markdown, html, plainText]

/** Reads one capture, or refuses it by name. */
export function readCapture(capture: Capture): Intake {
  if (capture.bytes.length === 0) return refused(capture, 'empty', emptyWords(capture))
  const reader = readers.find((candidate) => candidate.accepts(capture))
  const binary = reader === plainText ? binaryKind(capture.bytes) : undefined
  if (binary) return refused(capture, 'binary', `this is ${binary.name}; ${binary.remedy}`)
  return reader?.read(capture) ?? refused(capture, 'unsupported', 'no reader knows this kind of file')
}

const emptyWords = ({ input }: Capture): string =>
  input === '-'
    ? 'standard input is empty; pipe one JSON object per line into it, or name files instead of -'
    : 'the file is empty'

const refused = ({ input }: Capture, code: 'empty' | 'binary' | 'unsupported', says: string): Intake => ({
  documents: [],
  refusals: [{ input, code, says }],
})
