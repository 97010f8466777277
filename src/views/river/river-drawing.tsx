import type { ReactNode } from 'react'
import { dayAndHour, dayOf } from '../../export/view/day-words.ts'
import { Badge } from '../parts/badge.tsx'
import { Written } from '../parts/written.tsx'
import type { Setting } from '../setting.ts'
import { words } from '../words.ts'
import { type PlacedLink, type PlacedNode, type RiverLayout, rowHeight } from './river-layout.ts'

export interface RiverDrawingProps {
  readonly layout: RiverLayout
  /** In pixels. Below 620 the boxes and the gaps between them are those for a telephone. */
  readonly width: number
  readonly setting: Pick<Setting, 'Link' | 'mark'>
  /** Where a box leads, and what its link says beside the name. */
  readonly leadsTo: (node: PlacedNode) => { readonly to: string; readonly title?: string } | undefined
  /** The address of the river of one report alone. */
  readonly focusOn?: (node: PlacedNode) => { readonly to: string; readonly title: string }
  /** Number of the box whose lines are brought out; all others step back. */
  readonly near?: number | undefined
  /** Told apart from other rivers on the page. */
  readonly name?: string
}

/**
 * The river: who said it on the left, who printed it on the right, from the first report to the last. Stated lines are solid, inferred
 * ones dashed; the more claims, the wider. Boxes carry their number (`data-node`), lines the numbers at their ends (`data-ends`), by
 * which a page can bring out what belongs together.
 */
export function RiverDrawing({ layout, width, setting, leadsTo, focusOn, near, name = 'river' }: RiverDrawingProps) {
  const { origins, reports, feeds, voices, relays, height } = layout
  const { left, edge, x, boxWidth, arcs, isNarrow } = frameOf(layout, width)
  const farthest = relays.reduce((most, { y1, y2 }) => Math.max(most, Math.abs(y2 - y1)), 1)
  const isCrowded = relays.length > 30
  const numbers = new Map([...origins, ...reports].map(({ id }, number) => [id, number]))
  const unnamed = new Set(origins.flatMap(({ id, isUnnamed }) => (isUnnamed ? [id] : [])))
  const line = (link: PlacedLink, look: string, path: string, tip: boolean) => {
    const [from, to] = [numbers.get(link.from), numbers.get(link.to)]
    const stands = near === undefined ? '' : from === near || to === near ? ' near' : ' far'
    return (
      <path
        key={`${link.from} ${link.to}`}
        className={`flow ${link.isStated ? 'stated' : 'inferred'} ${look}${stands}`}
        strokeWidth={Math.round(link.width * 10) / 10}
        d={path}
        markerEnd={tip ? `url(#${name}-tip)` : undefined}
        data-ends={`${from} ${to}`}
      />
    )
  }
  const box = (node: PlacedNode, at: number, across: number, inside: ReactNode) => (
    <foreignObject
      key={node.id}
      x={at}
      y={round(node.y - rowHeight / 2 + 4)}
      width={across}
      height={rowHeight - 8}
      data-node={numbers.get(node.id)}
    >
      <div className={`river-box ${node.kind}${node.isBottleneck ? ' bottleneck' : ''}`}>{inside}</div>
    </foreignObject>
  )
  return (
    <svg
      className={isNarrow ? 'river-drawing narrow' : 'river-drawing'}
      viewBox={`0 0 ${width} ${height + headHeight}`}
      width={width}
      height={height + headHeight}
      role="group"
      aria-label={words.river.label(held(origins), held(reports), feeds.length + voices.length + relays.length)}
    >
      <defs>
        <marker
          id={`${name}-tip`}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className="tip" d="M0 0.5 L7.5 4 L0 7.5 z" />
        </marker>
      </defs>
      <text className="river-head" x={edge} y={14}>
        {words.river.origins}
      </text>
      <text className="river-head" x={x} y={14}>
        {isNarrow ? words.river.reportsShort : words.river.reports}
      </text>
      <g transform={`translate(0 ${headHeight})`}>
        {feeds.map((link) => {
          const mark =
            link.origin === undefined || unnamed.has(link.from) ? undefined : setting.mark(link.from, link.origin)
          const middle = round(left + (x - left) / 2)
          const [y1, y2] = [round(link.y1), round(link.y2)]
          return line(link, `o${mark?.hue ?? 0}`, `M${left} ${y1}C${middle} ${y1} ${middle} ${y2} ${x} ${y2}`, false)
        })}
        {voices.map((link) => {
          const out = round(edge - Math.min(edge * 1.3, 12 + Math.abs(link.y2 - link.y1) * 0.2))
          const [y1, y2] = [round(link.y1), round(link.y2)]
          return line(link, 'relay', `M${edge} ${y1}C${out} ${y1} ${out} ${y2} ${edge - 1} ${y2}`, true)
        })}
        {relays.map((link) => {
          const end = x + boxWidth
          // The longer, the farther out, so that one can be told from the other.
          const out = round(end + 20 + (arcs * 1.25 - 20) * Math.sqrt(Math.abs(link.y2 - link.y1) / farthest))
          const [y1, y2] = [round(link.y1 + 6), round(link.y2 - 6)]
          return line(
            link,
            isCrowded ? 'relay crowded' : 'relay',
            `M${end} ${y1}C${out} ${y1} ${out} ${y2} ${end + 1} ${y2}`,
            true,
          )
        })}
        {origins.map((node) =>
          box(node, edge, left - edge, <OriginBox node={node} setting={setting} leadsTo={leadsTo} />),
        )}
        {reports.map((node) =>
          box(
            node,
            x,
            boxWidth,
            <>
              <ReportBox node={node} setting={setting} leadsTo={leadsTo} />
              {focusOn && node.kind === 'report' && !isNarrow && (
                <setting.Link className="focus-link" aria-label={focusOn(node).title} {...focusOn(node)}>
                  ⊙
                </setting.Link>
              )}
            </>,
          ),
        )}
      </g>
    </svg>
  )
}

/** How many stand behind some boxes: one may hold the reports of a day, or of a group. */
const held = (nodes: readonly PlacedNode[]): number => nodes.reduce((sum, { holds }) => sum + holds, 0)

/** Room for the names of the two sides. */
const headHeight = 22

/** Where the two sides stand: `edge` is left free for lines between origins, `arcs` for those between reports. */
function frameOf({ voices, relays }: RiverLayout, width: number) {
  const isNarrow = width < 620
  const edge = voices.length > 0 ? (isNarrow ? 14 : 26) : 0
  const left = Math.round((isNarrow ? 86 : Math.min(240, width * 0.24)) + edge)
  const arcs = relays.length === 0 ? 8 : isNarrow ? 34 : relays.length > 30 ? 180 : 110
  const boxWidth = Math.round(
    isNarrow ? Math.max(130, width - left - arcs - 48) : Math.min(420, width - left - arcs - 140),
  )
  return { left, edge, arcs, boxWidth, isNarrow, x: width - arcs - boxWidth }
}

type BoxProps = { readonly node: PlacedNode } & Pick<RiverDrawingProps, 'setting' | 'leadsTo'>

function OriginBox({ node, setting, leadsTo }: BoxProps) {
  if (node.kind === 'rest') return <span className="soft">{words.river.moreOrigins(node.holds)}</span>
  const link = leadsTo(node)
  const inside = (
    <>
      <Badge mark={node.isUnnamed ? undefined : setting.mark(node.id, node.name)} />
      <span className="name">
        <Written most={60}>{node.name}</Written>
        {node.isBottleneck && <small className="narrows">{words.river.bottleneck}</small>}
      </span>
    </>
  )
  return link ? <setting.Link {...link}>{inside}</setting.Link> : <span className="box-words">{inside}</span>
}

function ReportBox({ node, setting, leadsTo }: BoxProps) {
  const link = leadsTo(node)
  const { kind, name, published, holds, isBottleneck } = node
  const inside =
    kind === 'day' ? (
      <span className="name">{words.river.day(name || words.river.noDate, holds)}</span>
    ) : (
      <>
        <span className="name">
          {kind === 'group' ? words.river.gathered(holds) : <Written most={60}>{name}</Written>}
        </span>
        <span className="when">
          {isBottleneck && <span className="narrows">{words.river.bottleneck} · </span>}
          {published ? (kind === 'group' ? dayOf(published) : dayAndHour(published)) : words.river.noDate}
        </span>
      </>
    )
  return link ? <setting.Link {...link}>{inside}</setting.Link> : <span className="box-words">{inside}</span>
}

const round = (value: number): number => Math.round(value * 10) / 10
