import type { ClaimGraph, Provenance, Step, TracedStatement } from '../../provenance/graph/claim-graph.ts'
import { refKey } from '../../provenance/graph/claim-graph.ts'
import { citedOutlet, type VoiceHop } from '../../provenance/graph/testimony.ts'
import { byCodeUnit } from '../../text/order.ts'

/** Where a trail ends: in a body that is named, in an outlet that says how it knows, in an outlet only cited, or in nobody. */
export type TrailEnd =
  | { readonly kind: 'body'; readonly node: string; readonly source: string; readonly denies: boolean }
  | { readonly kind: 'own'; readonly node: string; readonly document: string; readonly denies: boolean }
  | { readonly kind: 'relay'; readonly node: string; readonly source: string; readonly held: boolean }
  | { readonly kind: 'nobody'; readonly document: string }

/** The origins of a claim, and which trail ends they collapse. */
export interface Origins {
  /** Ids as the report gives them, sorted: a source, or a document where an outlet reports on its own authority. */
  readonly ids: readonly string[]
  /** Graph node of each origin's body to its id. */
  readonly idOf: ReadonlyMap<string, string>
  /** Graph node of a body that is only described to that of the one it is taken for. */
  readonly takenFor: ReadonlyMap<string, string>
  /** Somebody named affirms it: who only denies it is no origin. */
  readonly affirmed: boolean
  /** No trail ends in anybody but outlets that are merely cited. */
  readonly onlyCited: boolean
  /** Trail ends in nobody named, and in outlets that are only cited and add nothing to the named origins. */
  readonly notEstablished: number
}

/** Every end that the trails of one statement reach. A trail that runs in a ring reaches none. */
export function endsOf(start: TracedStatement, graph: ClaimGraph, provenance: Provenance): readonly TrailEnd[] {
  const ends = new Map<string, TrailEnd>()
  const seen = new Set<string>()
  const queue = [start]
  for (const traced of queue) {
    if (seen.has(refKey(traced.ref))) continue
    seen.add(refKey(traced.ref))
    for (const step of traced.steps) {
      const next = step.kind === 'statement' ? graph.statements.get(refKey(step.to)) : undefined
      if (next) queue.push(next)
      const end = endOf(step, traced, provenance)
      if (end) ends.set(JSON.stringify(end), end)
    }
  }
  return [...ends.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, end]) => end)
}

function endOf(step: Step, { ref, statement }: TracedStatement, provenance: Provenance): TrailEnd | undefined {
  const { voices } = provenance
  const denies = statement.certainty === 'denied'
  const document = ref.document
  if (step.kind === 'nobody') return { kind: 'nobody', document }
  if (step.kind === 'own') {
    const outlet = voices.outletOf(document)
    return { kind: 'own', node: outlet === null ? document : voices.bodyOf(outlet), document, denies }
  }
  if (step.kind === 'statement' || step.kind === 'voice') {
    const last = (step.kind === 'voice' ? step.hops : step.named).at(-1)
    if (last) return { kind: 'body', node: last.body, source: last.source, denies }
  }
  const hops = hopsOf(step)
  const cited = step.kind === 'statement' ? step.citing : citedOutlet(hops, document, provenance)
  // "The Courier reported, citing a manager": whom the outlet has it from is told, and is nobody named.
  if (cited && hops.length > 0 && hops.at(-1) !== cited) return { kind: 'nobody', document }
  if (cited) return { kind: 'relay', node: cited.body, source: cited.source, held: step.kind === 'statement' }
  return step.kind === 'statement' ? undefined : { kind: 'nobody', document }
}

const hopsOf = (step: Step): readonly VoiceHop[] => (step.kind === 'relay' ? step.hops : [])

/**
 * Collapses trail ends into origins. A voice that only denies is none, unless nobody named affirms anything. An outlet that is
 * merely cited may have had it from any other origin: it counts when the claim has no other, and two of them count as one.
 *
 * @param whole the origins of the claim that these ends are a part of; what it settles holds in each of its parts
 * @param areApart did a person say that two bodies are two, whatever they are called?
 */
export function originsOf(
  ends: readonly TrailEnd[],
  ring: ReadonlySet<string> = new Set(),
  nameOf: (node: string) => string = (node) => node,
  whole: Origins | null = null,
  areApart: (node: string, other: string) => boolean = () => false,
): Origins {
  const named = ends.filter((end) => end.kind === 'body' || end.kind === 'own')
  const affirming = named.filter(({ denies }) => !denies)
  const answering = whole?.affirmed || affirming.length > 0 ? affirming : named
  const nobody = new Set(ends.flatMap((end) => (end.kind === 'nobody' ? [end.document] : [])))
  const relays = ends.flatMap((end) => (end.kind === 'relay' && !ring.has(end.node) ? [end] : []))
  const nodes = [...new Set(answering.map((end) => end.node))].sort(byCodeUnit)
  const takenFor = whole?.takenFor ?? describedAs(nodes, nameOf, areApart)
  const idOf = new Map<string, string>()
  for (const node of nodes) {
    const one = takenFor.get(node) ?? node
    const theirs = answering.filter((end) => (takenFor.get(end.node) ?? end.node) === one)
    idOf.set(node, shownAs(one, theirs))
  }
  const others = new Set(relays.flatMap(({ node, held }) => (held || idOf.has(node) ? [] : [node])))
  const [first] =
    idOf.size === 0 && (whole === null || whole.onlyCited) ? [...relays].sort((a, b) => byCodeUnit(a.node, b.node)) : []
  const onlyCited = idOf.size === 0
  if (first) {
    idOf.set(first.node, first.source)
    others.delete(first.node)
  }
  const ids = [...new Set(idOf.values())].sort(byCodeUnit)
  return { ids, idOf, takenFor, affirmed: affirming.length > 0, onlyCited, notEstablished: nobody.size + others.size }
}

/**
 * Who is only described is taken for the longer name that ends in that description: "the relief desk" for "the city relief
 * desk". Only names that are no such ending count, so that taking one away can bring back one description at the most.
 */
function describedAs(
  nodes: readonly string[],
  nameOf: (node: string) => string,
  areApart: (node: string, other: string) => boolean,
): ReadonlyMap<string, string> {
  const names = nodes.map((node) => ({ node, name: nameOf(node).replace(/^(?:the|a|an) /i, '') }))
  const longestFirst = names.sort((a, b) => b.name.length - a.name.length || byCodeUnit(a.node, b.node))
  const takenFor = new Map<string, string>()
  const endings = new Map<string, string>()
  for (const { node, name } of longestFirst) {
    const longer = /\p{Lu}/u.test(name) || !name.includes(' ') ? undefined : endings.get(name)
    const isOne = longer !== undefined && !areApart(node, longer)
    if (isOne) takenFor.set(node, longer)
    const lower = name.toLowerCase()
    for (let at = lower.indexOf(' '); at >= 0; at = lower.indexOf(' ', at + 1)) {
      const ending = lower.slice(at + 1)
      if (!endings.has(ending)) endings.set(ending, isOne ? longer : node)
    }
  }
  return takenFor
}

/** The one voice of a body that speaks here, or the body where several do; the earliest document of an outlet's own. */
function shownAs(node: string, ends: readonly Extract<TrailEnd, { readonly kind: 'body' | 'own' }>[]): string {
  const sources = new Set(ends.flatMap((end) => (end.kind === 'body' ? [end.source] : [])))
  const documents = ends.flatMap((end) => (end.kind === 'own' ? [end.document] : [])).sort(byCodeUnit)
  const [only] = sources
  if (only === undefined) return documents[0] ?? node
  return sources.size === 1 ? only : node
}
