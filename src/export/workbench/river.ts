import type { Manner } from '../../model/derivation.ts'
import type { Claim } from '../../model/report.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { isDocument, isNamed, nameOf, voiceOf } from '../view/lookup.ts'
import type { Shelf, Story } from './shelf.ts'

/** What flowed from where into which report of a story: origins on the left, every report to the right of what it was made from. */
export interface River {
  readonly nodes: readonly RiverNode[]
  readonly links: readonly RiverLink[]
  /** Nodes that some claim of more than one report has to pass, those of most claims first. */
  readonly bottlenecks: readonly string[]
}

export interface RiverNode {
  readonly id: string
  /** `group`: reports that were made from the same and that nothing was made from, drawn as one where there are many. */
  readonly kind: 'origin' | 'document' | 'group'
  readonly name: string
  readonly published: string | null
  /** 0 on the left. */
  readonly column: number
  /** The reports in a group. */
  readonly members?: readonly string[]
  /** A voice that the reports give no name: it bears no mark of its own, since two of them may be one. */
  readonly isUnnamed?: boolean
}

export interface RiverLink {
  readonly from: string
  readonly to: string
  /** How many claims took this way. */
  readonly shared: number
  readonly basis: 'stated' | 'inferred'
  readonly confidence: number
  readonly manner: Manner | null
}

/**
 * The river of one story. In a column, nodes stand in the order of their publication, voices by name.
 *
 * @param most reports are drawn one by one up to this many; beyond, those that differ in nothing the drawing shows become one
 */
export function river(shelf: Shelf, story: Story, most = 120): River {
  const drawn = openVoices(shelf)
  const steps = stepsOf(shelf, story, drawn)
  const own = story.documents.map(({ id }) => id)
  const groups = own.length > most ? groupsOf(own, steps) : []
  const drawnAs = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)))
  const links = linksOf(steps, (node) => drawnAs.get(node) ?? node)
  const columns = columnsOf(links)
  const groupBy = new Map(groups.map((group) => [group.id, group]))
  const ids = new Set([...links.flatMap(({ from, to }) => [from, to]), ...own.map((id) => drawnAs.get(id) ?? id)])
  const nodes = [...ids].map((id): RiverNode => {
    const group = groupBy.get(id)
    const base = { id, column: columns.get(id) ?? 0 }
    if (group) {
      const [first = ''] = group.members
      return {
        ...base,
        kind: 'group',
        name: `${group.members.length} reports`,
        published: shelf.documents.get(first)?.published ?? null,
        members: group.members,
      }
    }
    return {
      ...base,
      kind: isDocument(shelf, id) ? 'document' : 'origin',
      name: nameOf(shelf, id),
      published: shelf.documents.get(id)?.published ?? null,
      ...(isNamed(shelf, id) ? {} : { isUnnamed: true }),
    }
  })
  return {
    nodes: nodes.sort(
      (a, b) =>
        a.column - b.column ||
        byCodeUnit(a.published ?? '~', b.published ?? '~') ||
        byCodeUnit(a.name, b.name) ||
        byCodeUnit(a.id, b.id),
    ),
    links,
    bottlenecks: bottlenecksOf(story, (node) => drawnAs.get(drawn(node)) ?? drawn(node)).filter((id) => ids.has(id)),
  }
}

interface Step {
  readonly from: string
  readonly to: string
  basis: 'stated' | 'inferred'
  confidence: number
  manner: Manner | null
  readonly claims: Set<string>
}

/** Every step that a derivation or a trail takes, each once with the claims that took it; what is stated goes before what is inferred. */
function stepsOf(shelf: Shelf, story: Story, drawn: (node: string) => string): readonly Step[] {
  const made = new Map<string, Step>()
  const stepAt = (one: string, other: string, basis: Step['basis'], confidence: number): Step | undefined => {
    const [from, to] = [drawn(one), drawn(other)]
    if (from === to) return undefined
    const key = JSON.stringify([from, to])
    const step = made.get(key) ?? { from, to, basis, confidence, manner: null, claims: new Set<string>() }
    if (step.basis === 'inferred' && basis === 'stated') Object.assign(step, { basis, confidence })
    made.set(key, step)
    return step
  }
  for (const { id } of story.documents)
    for (const { from, to, basis, confidence, manner } of shelf.madeFrom.get(id) ?? []) {
      const step = stepAt(from, to, basis, confidence)
      if (!step) continue
      step.manner ??= manner
      for (const claim of sharedClaims(shelf, from, to)) step.claims.add(claim)
    }
  for (const claim of story.claims)
    for (const { statement, hops } of claim.trails) {
      let to = shelf.statements.get(statement)?.document
      for (const { node, basis, confidence } of hops) {
        if (to !== undefined) stepAt(node, to, basis, confidence)?.claims.add(claim.id)
        to = node
      }
    }
  // What a report says it has from a voice but has through another report, as all its claims show, is drawn through that report only.
  const fed = new Set([...made.values()].flatMap(({ to, claims }) => (claims.size > 0 ? [to] : [])))
  return [...made.values()].filter(({ from, to, claims }) => claims.size > 0 || isDocument(shelf, from) || !fed.has(to))
}

/** Two names of one voice are drawn as one: the node it was met by first stands for it. */
function openVoices(shelf: Shelf): (node: string) => string {
  const first = new Map<string, string>()
  return (node) => {
    if (isDocument(shelf, node)) return node
    const voice = voiceOf(shelf, node)
    const known = first.get(voice)
    if (known === undefined) first.set(voice, node)
    return known ?? node
  }
}

/** Claims that two documents both make. A voice shares those that trails lead from it. */
function sharedClaims(shelf: Shelf, from: string, to: string): readonly string[] {
  if (!isDocument(shelf, from)) return []
  const theirs = new Set((shelf.saidIn.get(from) ?? []).map(({ claim }) => claim))
  return (shelf.saidIn.get(to) ?? []).flatMap(({ claim }) => (claim !== null && theirs.has(claim) ? [claim] : []))
}

/** Reports that nothing was made from and that were made from the same, two or more of them. */
function groupsOf(
  documents: readonly string[],
  steps: readonly Step[],
): readonly { readonly id: string; readonly members: readonly string[] }[] {
  const fed = new Set(steps.map(({ from }) => from))
  const upstream = new Map<string, string[]>()
  for (const { from, to } of steps) addTo(upstream, to, from)
  const alike = new Map<string, string[]>()
  for (const id of documents) {
    if (fed.has(id)) continue
    const key = JSON.stringify([...(upstream.get(id) ?? [])].sort(byCodeUnit))
    addTo(alike, key, id)
  }
  return [...alike.values()]
    .filter(({ length }) => length > 1)
    .map((members) => ({ id: `group:${members[0] ?? ''}`, members }))
}

function linksOf(steps: readonly Step[], drawnAs: (node: string) => string): readonly RiverLink[] {
  const made = new Map<string, Step>()
  for (const step of steps) {
    const [from, to] = [drawnAs(step.from), drawnAs(step.to)]
    if (from === to) continue
    const key = JSON.stringify([from, to])
    const known = made.get(key)
    if (!known) made.set(key, { ...step, from, to, claims: new Set(step.claims) })
    else for (const claim of step.claims) known.claims.add(claim)
  }
  return [...made.values()]
    .map(({ claims, ...link }) => ({ ...link, shared: claims.size }))
    .sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to))
}

/** The longest way to each node from the left. A link that would close a circle is passed over. */
function columnsOf(links: readonly RiverLink[]): ReadonlyMap<string, number> {
  const upstream = new Map<string, string[]>()
  const nodes = new Set<string>()
  for (const { from, to } of links) {
    addTo(upstream, to, from)
    nodes.add(from).add(to)
  }
  const columns = new Map<string, number>()
  for (const start of nodes) settle(start)
  return columns

  /** Depth first with a stack of its own: a chain of ten thousand copies is no reason to break down. */
  function settle(start: string): void {
    const open = new Set<string>()
    const stack = [start]
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      if (columns.has(node)) {
        stack.pop()
        continue
      }
      const before = upstream.get(node) ?? []
      if (!open.has(node)) {
        open.add(node)
        stack.push(...before.filter((from) => !columns.has(from) && !open.has(from)))
        continue
      }
      columns.set(
        node,
        before.reduce((most, from) => Math.max(most, (columns.get(from) ?? -1) + 1), 0),
      )
      stack.pop()
    }
  }
}

function bottlenecksOf(story: Story, drawnAs: (node: string) => string): readonly string[] {
  const passed = new Map<string, number>()
  for (const node of story.claims.flatMap(narrow)) {
    const id = drawnAs(node)
    passed.set(id, (passed.get(id) ?? 0) + 1)
  }
  return [...passed].sort(([a, n], [b, m]) => m - n || byCodeUnit(a, b)).map(([id]) => id)
}

const narrow = ({ bottleneck, cut, documents }: Claim): readonly string[] =>
  documents < 2 ? [] : bottleneck === null ? (cut ?? []) : [bottleneck]
