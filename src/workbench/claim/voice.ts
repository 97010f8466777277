import { type Lookup, nameOf } from '../../export/view/lookup.ts'
import { oneLine } from '../../export/view/plain.ts'

/** The name of the voice that a node belongs to in the end, so that a ministry and its minister bear one mark. */
export function voiceName(held: Lookup, node: string): string {
  const name = nameOf(held, node)
  let source = held.sources.get(node) ?? held.roots.get(name.toLowerCase().replace(/^the /, ''))
  const walked = new Set<string>()
  while (source?.affiliation && !walked.has(source.id)) {
    walked.add(source.id)
    source = held.sources.get(source.affiliation) ?? source
  }
  return oneLine(source?.name ?? name)
}
