import { type Lookup, nameOf, voiceOf } from '../../export/view/lookup.ts'

/** The names of the voices behind some nodes, one for all that belongs together: a ministry and its minister bear one mark. */
export function voiceNames(held: Lookup, nodes: readonly string[]): readonly string[] {
  const names = new Map<string, string>()
  for (const node of nodes) {
    const voice = voiceOf(held, node)
    if (!names.has(voice)) names.set(voice, nameOf(held, node))
  }
  return [...names.values()]
}
