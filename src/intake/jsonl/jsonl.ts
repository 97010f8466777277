import type { Document, Refusal } from '../../model/document.ts'
import type { PromptReader } from '../capture.ts'
import { type Draft, toDocument } from '../draft.ts'
import type { draftFromHtml } from '../html/html.ts'
import { isJsonl } from './accepts.ts'

/** One report per line: `{"id", "title"?, "text"?, "html"?, "url"?, "publisher"?, "byline"?, "published"?, "language"?}`. */
export const jsonlWith = (draftFromHtml: PageDrafter | undefined): PromptReader => ({
  ref: 'jsonl@1',
  accepts: isJsonl,
  read({ input, bytes }) {
    const documents: Document[] = []
    const refusals: Refusal[] = []
    for (const { line, number } of linesOf(bytes)) {
      const where = `${input}:${number}`
      const read = readLine(line, where, draftFromHtml)
      if ('code' in read) refusals.push(read)
      else documents.push(read)
    }
    return { documents, refusals }
  },
})

/** Reads a page: given by whoever has loaded that room, since most lines hold none. */
type PageDrafter = typeof draftFromHtml

/** May any line give a page? Its key can be written with escapes. */
export function holdsPages(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.includes('"html"') || text.includes('\\u00')
}

/** The lines that are not blank, decoded one by one, so that a line which is no UTF-8 spoils only itself. */
function* linesOf(bytes: Uint8Array): Generator<{ readonly line: string; readonly number: number }> {
  const decoder = new TextDecoder('utf-8')
  let from = 0
  for (let number = 1; from < bytes.length; number++) {
    const newline = bytes.indexOf(10, from)
    const end = newline < 0 ? bytes.length : newline
    const line = decoder.decode(bytes.subarray(from, end))
    if (line.trim() !== '') yield { line, number }
    from = end + 1
  }
}

const fields = ['id', 'title', 'text', 'html', 'url', 'publisher', 'byline', 'published', 'language'] as const
type Row = Partial<Record<(typeof fields)[number], string>>

function readLine(line: string, input: string, draftFromHtml: PageDrafter | undefined): Document | Refusal {
  const row = parse(line)
  if (typeof row === 'string') return { input, code: 'malformed', says: row }
  const { id = input, html, text, ...known } = row
  if (text !== undefined) return toDocument({ id, input, body: text, ...known })
  if (html === undefined || !draftFromHtml)
    return { input, code: 'malformed', says: 'neither "text" nor "html" is in this line; give one of them' }
  const draft: Draft | Refusal = draftFromHtml(html, { id, input, ...known })
  return 'code' in draft ? draft : toDocument(draft)
}

/** The row, or what is wrong with it. A null field counts as absent; a number as id is taken as its digits. */
function parse(line: string): Row | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'this line is not JSON; write one JSON object per line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'this line is not a JSON object'
  const row: Row = {}
  for (const field of fields) {
    const given = (value as Record<string, unknown>)[field]
    if (given === undefined || given === null) continue
    if (typeof given === 'string') row[field] = given
    else if (field === 'id' && typeof given === 'number') row[field] = String(given)
    else return `"${field}" is not a string`
  }
  return row
}
