/**
 * An object of JSON whose one list is too long to be held as text: `head` without its end, the items a line each, then the end. It is
 * I-JSON (RFC 7493), as STIX and GeoJSON want: halves of letters, which no UTF-8 can hold, become the mark for what cannot be shown.
 */
export function* listed(
  head: Readonly<Record<string, unknown>>,
  key: string,
  items: Iterable<unknown>,
  closing = '}',
): Generator<string> {
  const opened = wellFormed(head).slice(0, -1)
  yield `${opened}${opened === '{' ? '' : ','}\n${JSON.stringify(key)}: [`
  let before = '\n'
  for (const item of items) {
    yield `${before}${wellFormed(item)}`
    before = ',\n'
  }
  yield `\n]${closing}\n`
}

/** Walked through again only where there may be half a letter: JSON writes it, and nothing else, as an escape of this kind. */
export function wellFormed(value: unknown): string {
  const json = JSON.stringify(value)
  if (!/\\ud[89a-f]/.test(json)) return json
  return JSON.stringify(value, (_, held: unknown) => (typeof held === 'string' ? held.toWellFormed() : held))
}
