import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { River as RiverAnswer } from '../../export/workbench/river.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { badgeOf } from '../parts/badge-of.ts'
import { dayAndHour, dayOf } from '../parts/day.ts'
import { Empty } from '../parts/states.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import { type PlacedLink, type PlacedNode, riverLayout, rowHeight } from './river-layout.ts'

/** The river of a story: who said it on the left, who printed it on the right, from the first report to the last. */
export function River({ river }: { readonly river: RiverAnswer }) {
  const here = useAddress()
  const focus = here.query.get('focus') ?? undefined
  const open = useMemo(() => new Set((here.query.get('days') ?? '').split(',').filter(Boolean)), [here.query])
  const [near, setNear] = useState<string>()
  const frame = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(960)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidth(element.clientWidth))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const layout = useMemo(() => riverLayout(river, focus, open), [river, focus, open])
  if (river.links.length === 0) return <Empty title={words.river.none} />
  const narrow = width < 620
  const edge = layout.voices.length > 0 ? (narrow ? 14 : 26) : 0
  const left = (narrow ? 86 : Math.min(240, width * 0.24)) + edge
  const arcs = layout.relays.length > 0 ? (narrow ? 34 : 110) : 8
  const boxWidth = narrow ? Math.max(130, width - left - arcs - 48) : Math.min(380, width - left - arcs - 140)
  const x = width - arcs - boxWidth
  const isNear = ({ from, to }: PlacedLink): boolean => near === undefined || from === near || to === near
  const inFocus = river.nodes.find(({ id }) => id === focus)
  const focused = inFocus?.name
  return (
    <figure className="river">
      <figcaption>{words.river.caption}</figcaption>
      {focused !== undefined && (
        <p className="focus-note">
          <Written most={80}>{words.river.focused(focused)}</Written>{' '}
          <button type="button" className="small" onClick={() => go(withQuery(here, { focus: '' }))}>
            {words.river.whole}
          </button>
        </p>
      )}
      {open.size > 0 && (
        <p className="focus-note">
          <button type="button" className="small" onClick={() => go(withQuery(here, { days: '' }))}>
            {words.river.closeDays}
          </button>
        </p>
      )}
      <div className="river-heads" aria-hidden="true">
        <span>{words.river.origins}</span>
        <span style={{ marginLeft: x - 80 }}>{words.river.reports}</span>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only brings lines out; everything it shows is in the list as well */}
      <div
        ref={frame}
        className={narrow ? 'river-frame narrow' : 'river-frame'}
        style={{ height: layout.height }}
        onMouseLeave={() => setNear(undefined)}
      >
        <svg width={width} height={layout.height} aria-hidden="true">
          <defs>
            <marker
              id="tip"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0.5 L7.5 4 L0 7.5 z" />
            </marker>
          </defs>
          {layout.feeds.map((link) => (
            <path
              key={`${link.from} ${link.to}`}
              className={`${lookOf(link)} o${link.origin ? badgeOf(link.origin).hue : 0}${isNear(link) ? '' : ' far'}`}
              strokeWidth={link.width}
              d={`M${left} ${link.y1} C${left + (x - left) / 2} ${link.y1} ${left + (x - left) / 2} ${link.y2} ${x} ${link.y2}`}
            />
          ))}
          {layout.voices.map((link) => {
            const bulge = Math.min(edge * 1.3, 12 + Math.abs(link.y2 - link.y1) * 0.2)
            return (
              <path
                key={`${link.from} ${link.to}`}
                className={`${lookOf(link)} relay${isNear(link) ? '' : ' far'}`}
                strokeWidth={link.width}
                d={`M${edge} ${link.y1} C${edge - bulge} ${link.y1} ${edge - bulge} ${link.y2} ${edge - 1} ${link.y2}`}
                markerEnd="url(#tip)"
              />
            )
          })}
          {layout.relays.map((link) => {
            const bulge = Math.min(arcs * 1.25, 24 + Math.abs(link.y2 - link.y1) * 0.28)
            const end = x + boxWidth
            return (
              <path
                key={`${link.from} ${link.to}`}
                className={`${lookOf(link)} relay${isNear(link) ? '' : ' far'}`}
                strokeWidth={link.width}
                d={`M${end} ${link.y1 + 6} C${end + bulge} ${link.y1 + 6} ${end + bulge} ${link.y2 - 6} ${end + 1} ${link.y2 - 6}`}
                markerEnd="url(#tip)"
              />
            )
          })}
        </svg>
        {layout.origins.map((node) => (
          <Box key={node.id} node={node} x={edge} width={left - edge} near={setNear}>
            <OriginBox node={node} narrow={narrow} />
          </Box>
        ))}
        {layout.reports.map((node) => (
          <Box key={node.id} node={node} x={x} width={boxWidth} near={setNear}>
            {node.kind === 'day' ? (
              <DayBox node={node} open={open} />
            ) : node.kind === 'group' ? (
              <GroupBox node={node} />
            ) : (
              <ReportBox node={node} />
            )}
          </Box>
        ))}
      </div>
      {inFocus?.members && (
        <ul className="plain-list">
          {inFocus.members.map((id) => (
            <li key={id}>
              <Link to={hrefOf(['reports', id])}>
                <Written most={120}>{id}</Written>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </figure>
  )
}

function lookOf({ isStated }: PlacedLink): string {
  return isStated ? 'flow stated' : 'flow inferred'
}

function Box({
  node,
  x,
  width,
  near,
  children,
}: {
  readonly node: PlacedNode
  readonly x: number
  readonly width: number
  readonly near: (id: string | undefined) => void
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only brings the lines out that end here
    <div
      className={`river-box ${node.kind}${node.isBottleneck ? ' bottleneck' : ''}`}
      style={{ left: x, top: node.y - rowHeight / 2 + 4, width, height: rowHeight - 8 }}
      onMouseEnter={() => near(node.id)}
      onFocus={() => near(node.id)}
    >
      {children}
    </div>
  )
}

function OriginBox({ node, narrow }: { readonly node: PlacedNode; readonly narrow: boolean }) {
  const here = useAddress()
  if (node.kind === 'rest') return <span className="soft">{words.river.moreOrigins(node.holds)}</span>
  return (
    <Link to={withQuery(here, { focus: node.id })} title={words.river.focusOn(node.name)}>
      <Badge name={node.name} silent />
      <span className={narrow ? 'name narrow' : 'name'}>
        <Written most={60}>{node.name}</Written>
      </span>
      {node.isBottleneck && <span className="visually-hidden">, {words.river.bottleneck}</span>}
    </Link>
  )
}

function ReportBox({ node }: { readonly node: PlacedNode }) {
  const here = useAddress()
  const { id, name, published, isBottleneck } = node
  return (
    <>
      <Link to={hrefOf(['reports', id])}>
        <span className="name">
          <Written most={60}>{name}</Written>
        </span>
        <span className="when">{published ? dayAndHour(published) : words.river.noDate}</span>
        {isBottleneck && <span className="visually-hidden">, {words.river.bottleneck}</span>}
      </Link>
      <Link
        className="focus-link"
        to={withQuery(here, { focus: id })}
        aria-label={words.river.focusOn(name)}
        title={words.river.focusOn(name)}
      >
        ⊙
      </Link>
    </>
  )
}

/** Reports made from the same and nothing made from them: one box; a click shows which they are. */
function GroupBox({ node }: { readonly node: PlacedNode }) {
  const here = useAddress()
  return (
    <Link to={withQuery(here, { focus: node.id })} title={words.river.which(node.holds)}>
      <span className="name">{words.river.gathered(node.holds)}</span>
      <span className="when">{node.published ? dayOf(node.published) : words.river.noDate}</span>
    </Link>
  )
}

function DayBox({ node, open }: { readonly node: PlacedNode; readonly open: ReadonlySet<string> }) {
  const here = useAddress()
  const day = node.id.slice('day '.length)
  return (
    <Link to={withQuery(here, { days: [...open, day].join(',') })} title={words.river.openDay}>
      <span className="name">{words.river.day(node.name || words.river.noDate, node.holds)}</span>
    </Link>
  )
}
