import type { FindingContext } from './context.ts'

/** How a source or a document is called in a sentence: its name, or its publisher. */
export function naming({ readings, voices }: FindingContext): (id: string) => string {
  const names = new Map(voices.sources.map(({ id, name }) => [id, name]))
  for (const { document } of readings)
    names.set(document.id, document.publisher ?? document.title ?? `the document ${document.id}`)
  return (id) => names.get(id) ?? id
}
