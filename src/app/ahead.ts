/**
 * Does work for every item, a few at once, and gives what came of it in the order of the items. No more than `width` are begun beyond what
 * was taken, so a long list costs no more memory than a short one.
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    // Told to whoever takes it; who stops early need not hear of it.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length < width) continue
    const first = begun.shift()
    if (first) yield await first
  }
  for (const result of begun) yield await result
}
