import type { Document, Refusal } from '../../model/document.ts'
import type { Reader } from '../capture.ts'
import { toDocument } from '../draft.ts'

/** One report per line: `{id, title?, text?, html?, url?, publisher?, byline?, published?, language?}`. */
export const jsonl: Reader = {
  ref: 'jsonl@1',
  accepts: ({ input }) => input === '-' || /\.(?:jsonl|ndjson)$/i.test(input),
  read({ input, bytes }) {
    const documents: Document[] = []
    const refusals: Refusal[] = []
    new TextDecoder()
      .decode(bytes)
      .split('\n')
      .forEach((line, i) => {
        if (line.trim() === '') return
        const row = parse(line)
        const where = `${input}:${i + 1}`
        if (row && typeof row.text === 'string') {
          const { id, title, text, url, publisher, byline, published } = row as Record<string, string | undefined>
          documents.push(
            toDocument({ id: id ?? where, input: where, title, body: text ?? '', url, publisher, byline, published }),
          )
        } else
          refusals.push({ input: where, code: 'malformed', says: 'this line is not a JSON object with text or html' })
      })
    return { documents, refusals }
  },
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
