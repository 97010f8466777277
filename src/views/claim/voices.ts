import { type Lookup, nameOf, voiceOf } from '../../export/view/lookup.ts'

/** The voices behind some nodes, one for all that belongs together: a ministry and its minister bear one mark. */
export function voicesOf(
  held: Lookup,
  nodes: readonly string[],
): readonly { readonly node: string; readonly name: string }[] {
  const first = new Map<string, string>()
  for (const node of nodes) {
    const voice = voiceOf(held, node)
    if (!first.has(voice)) first.set(voice, node)
  }
  return [...first.values()].map((node) => ({ node, name: nameOf(held, node) }))
}
