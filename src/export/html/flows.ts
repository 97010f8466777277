import type { Manner } from '../../model/derivation.ts'
import { isDocument, type Lookup, nameOf } from '../view/lookup.ts'
import type { Badges } from './origins.ts'

/** One line of the river: what flowed from where into what. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly manner: Manner | undefined
  readonly basis: 'stated' | 'inferred'
  readonly confidence: number
}

/** Every step that a derivation or a trail takes, each once; what is stated goes before what is inferred. */
export function flowsOf(held: Lookup, badges: Badges): readonly Flow[] {
  const flows = new Map<string, Flow>()
  const first = new Map<string, string>()
  for (const step of held.report.derivations) add({ ...step, manner: step.manner })
  for (const trail of held.trails.values()) {
    let to = held.statements.get(trail.statement)?.document
    for (const { node, basis, confidence } of trail.hops) {
      if (to && node !== to) add({ from: node, to, manner: undefined, basis, confidence })
      to = node
    }
  }
  const all = [...flows.values()]
  const sources = new Set(all.map(({ from }) => from).filter((node) => !isDocument(held, node)))
  return sources.size <= MOST_SOURCES ? all : all.filter(({ from }) => isDocument(held, from) || badges.of(from))

  /** Two sources of one name are drawn as one box. */
  function drawnAs(node: string): string {
    if (isDocument(held, node)) return node
    const name = nameOf(held, node).toLowerCase()
    if (!first.has(name)) first.set(name, node)
    return first.get(name) ?? node
  }

  function add(given: Flow): void {
    const flow = { ...given, from: drawnAs(given.from), to: drawnAs(given.to) }
    if (flow.from === flow.to || !isKnown(held, flow.from) || !isKnown(held, flow.to)) return
    const key = `${flow.from}\n${flow.to}`
    const before = flows.get(key)
    if (!before) flows.set(key, flow)
    else if (before.basis === 'inferred' && flow.basis === 'stated')
      flows.set(key, { ...flow, manner: flow.manner ?? before.manner })
  }
}

/** With more sources than this the drawing shows only those that some claim goes back to. */
const MOST_SOURCES = 16

function isKnown(held: Lookup, node: string): boolean {
  return isDocument(held, node) || held.sources.has(node)
}
