/** An object of JSON whose one list is too long to be held as text: `head` without its end, the items a line each, then the end. */
export function* listed(
  head: Readonly<Record<string, unknown>>,
  key: string,
  items: Iterable<unknown>,
  closing = '}',
): Generator<string> {
  const opened = JSON.stringify(head).slice(0, -1)
  yield `${opened}${opened === '{' ? '' : ','}\n${JSON.stringify(key)}: [`
  let before = '\n'
  for (const item of items) {
    yield `${before}${JSON.stringify(item)}`
    before = ',\n'
  }
  yield `\n]${closing}\n`
}
