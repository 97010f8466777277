import { type FocusEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { River as RiverAnswer } from '../../export/workbench/river.ts'
import { Written } from '../../views/parts/written.tsx'
import { RiverDrawing } from '../../views/river/river-drawing.tsx'
import { type PlacedNode, riverLayout } from '../../views/river/river-layout.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { setting } from '../parts/setting.ts'
import { Empty } from '../parts/states.tsx'
import { words } from '../words.ts'

/** The river of a story as wide as the window, with one report to look at alone, days to open, and lines that a pointer brings out. */
export function River({ river }: { readonly river: RiverAnswer }) {
  const here = useAddress()
  const focus = here.query.get('focus') ?? undefined
  const open = useMemo(() => new Set((here.query.get('days') ?? '').split(',').filter(Boolean)), [here.query])
  const [near, setNear] = useState<number>()
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
  const inFocus = river.nodes.find(({ id }) => id === focus)
  const bringOut = ({ target }: MouseEvent | FocusEvent): void => {
    const box = target instanceof Element ? target.closest('[data-node]') : null
    setNear(box ? Number(box.getAttribute('data-node')) : undefined)
  }
  const focusOn = ({ id, name }: PlacedNode) => ({
    to: withQuery(here, { focus: id }),
    title: words.river.focusOn(name),
  })
  const leadsTo = (node: PlacedNode) => {
    if (node.kind === 'report') return { to: setting.report(node.id) }
    if (node.kind === 'group') return { to: withQuery(here, { focus: node.id }), title: words.river.which(node.holds) }
    if (node.kind === 'day')
      return {
        to: withQuery(here, { days: [...open, node.id.slice('day '.length)].join(',') }),
        title: words.river.openDay,
      }
    return focusOn(node)
  }
  return (
    <figure className="river">
      <figcaption>{words.river.caption}</figcaption>
      {inFocus && (
        <p className="focus-note">
          <Written most={80}>{words.river.focused(inFocus.name)}</Written>{' '}
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only brings lines out; everything it shows is in the list as well */}
      <div
        ref={frame}
        className="river-frame"
        onMouseOver={bringOut}
        onFocus={bringOut}
        onMouseLeave={() => setNear(undefined)}
      >
        <RiverDrawing layout={layout} width={width} setting={setting} leadsTo={leadsTo} focusOn={focusOn} near={near} />
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
