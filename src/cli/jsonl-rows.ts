import type { Refusal } from '../model/document.ts'

/** Rows of a JSONL text, each checked by `shape`; a line that does not fit is refused with its number and what was expected. */
export function rowsOf<Row>(
  input: string,
  bytes: Uint8Array,
  shape: (value: Readonly<Record<string, unknown>>) => Row | string,
): { readonly rows: readonly Row[]; readonly refusals: readonly Refusal[] } {
  const rows: Row[] = []
  const refusals: Refusal[] = []
  for (const [i, line] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (line.trim() === '') continue
    const row = parsed(line, shape)
    if (typeof row === 'string') refusals.push({ input: `${input}:${i + 1}`, code: 'malformed', says: row })
    else rows.push(row)
  }
  return { rows, refusals }
}

function parsed<Row>(line: string, shape: (value: Readonly<Record<string, unknown>>) => Row | string): Row | string {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? shape(value as Readonly<Record<string, unknown>>)
      : 'this line is not a JSON object'
  } catch {
    return 'this line is not JSON; write one JSON object per line'
  }
}

/** All of standard input. */
export async function allOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
