import dagre from '@dagrejs/dagre'
import { dayWords, hourOf } from '../view/day-words.ts'
import { isDocument, type Lookup, nameOf } from '../view/lookup.ts'
import { shorten } from '../view/plain.ts'
import { type Flow, flowsOf } from './flows.ts'
import { html, type Markup } from './markup.ts'
import type { Badges } from './origins.ts'
import { slug } from './slug.ts'

/**
 * The river: origins on the left, reports to the right of what they were made from. Laid out when the dossier is written (Sugiyama's
 * layered drawing, by dagre), so that the page needs no layout code; stated derivations are solid, inferred ones dashed.
 */
export function river(held: Lookup, badges: Badges): Markup | undefined {
  const flows = flowsOf(held, badges)
  if (flows.length === 0) return undefined
  const narrow = new Map<string, number>()
  for (const claim of held.report.claims)
    for (const node of claim.bottleneck && claim.documents > 1 ? [claim.bottleneck] : (claim.cut ?? []))
      narrow.set(node, (narrow.get(node) ?? 0) + 1)
  return html`<figure class="river">
<figcaption>Read from left to right: who said it, who printed it, who made a report out of that report. A solid line is stated in the text, a dashed one is inferred from it. A double frame marks a place that some claim has to pass.</figcaption>
${flows.length <= MOST_FLOWS ? drawing(held, badges, flows, narrow) : html`<p>There are ${flows.length} derivations, too many to draw in one picture.</p>`}
<details class="as-table"><summary>${flows.length <= MOST_FLOWS ? 'The same as a table' : 'All of them as a table'}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table of derivations, scrollable"><table>
<caption class="visually-hidden">Derivations</caption>
<thead><tr><th scope="col">Report</th><th scope="col">made from</th><th scope="col">how</th><th scope="col">known because</th></tr></thead>
<tbody>${flows.map((flow) => html`<tr><th scope="row"><bdi>${nameOf(held, flow.to)}</bdi></th><td><bdi>${nameOf(held, flow.from)}</bdi></td><td>${flow.manner ?? 'names'}</td><td>${flow.basis === 'stated' ? 'it says so' : `inferred, ${Math.round(flow.confidence * 100)} %`}</td></tr>`)}</tbody>
</table></div></details>
</figure>`
}

function drawing(held: Lookup, badges: Badges, flows: readonly Flow[], narrow: ReadonlyMap<string, number>): Markup {
  const gap = gapFor(laidOut(held, flows, CLOSE))
  const graph = laidOut(held, flows, gap)
  const { width, height } = extentOf(graph, flows)
  // The spring and the gap after it are cut away from the left.
  const cut = gap - 4
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Source graph, scrollable">
<svg viewBox="${cut} 0 ${round(width - cut)} ${round(height)}" width="${round(width - cut)}" height="${round(height)}"${width - cut > FULL && html` class="wide"`} role="group" aria-label="Graph of ${graph.nodeCount() - 1} sources and reports and ${flows.length} derivations. The same as a table follows.">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5 L7.5 4 L0 7.5 z"/></marker></defs>
${flows.map((flow) => edge(badges, held, graph.node(flow.from), graph.node(flow.to), graph.edge(flow.from, flow.to)?.points ?? [], flow))}
${graph
  .nodes()
  .filter((node: string) => node !== SPRING)
  .map((node: string) => box(held, badges, node, graph.node(node), narrow.get(node) ?? 0))}
</svg></div>`
}

/** A short river gets more room between its boxes, as far as the page is wide. */
function gapFor(graph: Layout): number {
  const ranks = new Set(graph.nodes().map((node: string) => Math.round(graph.node(node).x))).size - 1
  const spare = FULL - (graph.graph().width ?? FULL)
  return spare > 0 && ranks > 1 ? Math.min(CLOSE + spare / ranks, 150) : CLOSE
}

/** Layout takes longer than a reader waits, and the picture shows nothing any more, beyond this many lines. */
const MOST_FLOWS = 300
/** Gap between the boxes of a long river, and the width of the page, in pixels. */
const CLOSE = 44
const FULL = 1080

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Reports go in by time, so that what dagre is free to order it leaves in time order. A spring that feeds every first node holds those
 * on the left edge; it is not drawn.
 */
function laidOut(held: Lookup, flows: readonly Flow[], gap: number) {
  const graph = new dagre.graphlib.Graph()
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: gap, edgesep: 8, marginx: 6, marginy: 8 })
  graph.setDefaultEdgeLabel(() => ({}))
  const nodes = [...new Set(flows.flatMap(({ from, to }) => [from, to]))]
  const when = (node: string) => held.documents.get(node)?.published ?? ''
  nodes.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a < b ? -1 : 1))
  const fed = new Set(flows.map(({ to }) => to))
  graph.setNode(SPRING, { width: 0, height: 0 })
  for (const node of nodes) graph.setNode(node, { width: BOX, height: isDocument(held, node) ? 60 : 40 })
  for (const node of nodes) if (!fed.has(node)) graph.setEdge(SPRING, node, { weight: 8 })
  for (const { from, to } of flows) graph.setEdge(from, to)
  dagre.layout(graph)
  return graph
}

/** No document or source has it: intake leaves no NUL in an id. */
const SPRING = '\u0000spring'
const BOX = 168

function box(held: Lookup, badges: Badges, node: string, place: Place, narrow: number): Markup {
  const document = held.documents.get(node)
  const badge = badges.of(node)
  const [x, y] = [round(place.x - place.width / 2), round(place.y - place.height / 2)]
  const when = document?.published
  const date = when ? `${dayWords(when)}${hourOf(when) ? `, ${hourOf(when)}` : ''}` : 'date unknown'
  const name = nameOf(held, node)
  const kind = document ? date : (held.sources.get(node)?.kind ?? 'source')
  const label = `${name}, ${kind}${badge ? `, origin ${badge.letter}` : ''}${narrow > 0 ? `, ${narrow} of the claims must pass here` : ''}`
  const left = badge ? 36 : 12
  const lines = twoLines(name, badge ? 16 : 20)
  const top = place.y + 4 - (lines.length - 1) * 7 - (document ? 8 : 0)
  const body = html`<title>${label}</title>
${narrow > 0 && html`<rect class="ring" x="${x - 4}" y="${y - 4}" width="${place.width + 8}" height="${place.height + 8}" rx="9"/>`}
<rect x="${x}" y="${y}" width="${place.width}" height="${place.height}" rx="6"/>
${badge && html`<circle class="o${badge.hue}" cx="${x + 20}" cy="${round(place.y)}" r="10"/><text class="letter" x="${x + 20}" y="${round(place.y + 4)}" text-anchor="middle">${badge.letter}</text>`}
${lines.map((line, index) => html`<text class="name" x="${x + left}" y="${round(top + index * 14)}">${line}</text>`)}
${document && html`<text class="when" x="${x + left}" y="${round(top + lines.length * 14 + 2)}">${date}</text>`}`
  return document
    ? html`<a class="node report" href="#d-${slug(node)}">${body}</a>`
    : html`<g class="node source">${body}</g>`
}

function twoLines(name: string, most: number): readonly string[] {
  if (name.length <= most) return [name]
  const gap = name.lastIndexOf(' ', most)
  return gap > 3 ? [name.slice(0, gap), shorten(name.slice(gap + 1), most)] : [shorten(name, most)]
}

/** From the right edge of one box to the left edge of the other through the points dagre kept free of boxes, always level at both ends. */
function edge(badges: Badges, held: Lookup, from: Place, to: Place, points: readonly Point[], flow: Flow): Markup {
  const way = [
    { x: from.x + from.width / 2, y: from.y },
    ...points
      .slice(1, -1)
      .filter((_, index) => index % 2 === 1)
      .flatMap(({ x, y }) => [
        { x: x - BOX / 2, y },
        { x: x + BOX / 2, y },
      ]),
    { x: to.x - to.width / 2 - 1, y: to.y },
  ]
  const badge = isDocument(held, flow.from) ? undefined : badges.of(flow.from)
  return html`<path class="flow ${flow.basis}${flow.manner ? ` ${flow.manner}` : ''}${badge ? ` o${badge.hue}` : ''}" d="${curve(way)}" marker-end="url(#tip)"/>`
}

/** How far the drawing reaches; dagre's own figures leave out the bends of long edges. */
function extentOf(graph: Layout, flows: readonly Flow[]): { readonly width: number; readonly height: number } {
  const bends = flows.flatMap(({ from, to }): readonly Point[] => graph.edge(from, to)?.points ?? [])
  const { width = 0, height = 0 } = graph.graph()
  return {
    width: bends.reduce((most, { x }) => Math.max(most, x + 8), width),
    height: bends.reduce((most, { y }) => Math.max(most, y + 8), height),
  }
}

type Layout = ReturnType<typeof laidOut>

interface Point {
  readonly x: number
  readonly y: number
}

function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return ''
  let at = first
  const pieces = rest.map((next) => {
    const middle = round((at.x + next.x) / 2)
    const piece = `C${middle} ${round(at.y)} ${middle} ${round(next.y)} ${round(next.x)} ${round(next.y)}`
    at = next
    return piece
  })
  return `M${round(first.x)} ${round(first.y)}${pieces.join('')}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
