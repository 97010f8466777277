import { measureElement, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useList } from '../answers/ask.ts'
import { Term } from '../help/term.tsx'
import { Empty, Loading, Trouble } from '../parts/states.tsx'
import { words } from '../words.ts'
import { ClaimLine } from './claim-line.tsx'

/** The claims that a question gives, as many rows as the window shows; more are asked for as it is scrolled. */
export function ClaimTable({ path }: { readonly path: string }) {
  const { query } = useAddress()
  const list = useList<ClaimRow>(path)
  const rows = list.value ?? []
  const frame = useRef<HTMLDivElement>(null)
  const top = useTop(frame, rows.length > 0)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    // The observer tells how high a row came out. To ask while rows are put in would lay out the page once for each.
    measureElement: (row, seen, table) =>
      seen
        ? measureElement(row, seen, table)
        : (table.itemSizeCache.get(table.options.getItemKey(table.indexFromElement(row))) ?? usualHeight),
    overscan: 4,
    scrollMargin: top,
    getItemKey: (index) => rows[index]?.key ?? index,
  })
  const shown = virtual.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  const { more } = list
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 15) more()
  }, [lastShown, rows.length, more])

  if (list.problem) return <Trouble problem={list.problem} />
  if (list.value === undefined) return <Loading lines={12} />
  if (rows.length === 0) return <NoClaims />
  const sort = query.get('sort') ?? 'noteworthy'
  return (
    <>
      <div className="found-line">
        <p className="found" role="status">
          {words.claims.found(list.total ?? rows.length)}, {words.claims.sortedBy(words.claims.sortWords[sort] ?? sort)}
        </p>
        <p className="found">
          {words.claims.meaning} <Term of="independent" /> <Term of="certainty" /> <Term of="credibility" />
        </p>
      </div>
      <div
        role="table"
        className="claims"
        aria-label={words.claims.title}
        aria-rowcount={(list.total ?? rows.length) + 1}
        onKeyDown={walkRows}
      >
        <Heads />
        <div role="rowgroup" ref={frame} className="claim-rows" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const row = rows[index]
            return (
              row && <ClaimLine key={key} row={row} index={index} measure={virtual.measureElement} top={start - top} />
            )
          })}
        </div>
      </div>
    </>
  )
}

/**
 * How far down the page an element begins, once it is there. Told when the page was laid out anyway: to ask after every drawing would have
 * the page laid out once more for the answer.
 */
function useTop(element: RefObject<HTMLElement | null>, isThere: boolean): number {
  const [top, setTop] = useState(0)
  useEffect(() => {
    const page = element.current?.closest('main')
    if (!isThere || !page) return
    const seen = new ResizeObserver(() => {
      if (element.current) setTop(element.current.getBoundingClientRect().top + scrollY)
    })
    seen.observe(page)
    return () => seen.disconnect()
  }, [element, isThere])
  return top
}

/** Of a row, in pixels. */
const usualHeight = 68

export function NoClaims() {
  const { query } = useAddress()
  const narrowed = [...query.keys()].some((name) => !['sort', 'group', 'why', 'about', 'view'].includes(name))
  if (narrowed)
    return (
      <Empty title={words.claims.none}>
        <Link className="button" to={hrefOf(['claims'])}>
          {words.claims.showAll}
        </Link>
      </Empty>
    )
  return (
    <Empty title={words.claims.noneYet}>
      <p>{words.claims.noneYetNext}</p>
      <Link className="button" to={hrefOf(['add'])}>
        {words.claims.addReports}
      </Link>
    </Empty>
  )
}

const columns = [
  ['gist', 'noteworthy'],
  ['documents', 'documents'],
  ['origins', 'origins'],
  ['positions', undefined],
  ['findings', undefined],
  ['certainty', undefined],
  ['firstSeen', 'firstSeen'],
  ['credibility', undefined],
] as const

/** What the columns are called; those the server can sort by are links, so that the order is in the address. */
export function Heads() {
  const here = useAddress()
  const sort = here.query.get('sort') ?? 'noteworthy'
  return (
    <div role="rowgroup" className="claim-heads">
      <div role="row" className="claim-line head" aria-rowindex={1}>
        {columns.map(([name, by]) => (
          <div
            key={name}
            role="columnheader"
            className={name}
            aria-sort={by === undefined ? undefined : sort === by ? 'descending' : 'none'}
          >
            {by === undefined ? (
              words.claims.columns[name]
            ) : (
              <Link
                to={withQuery(here, { sort: by === 'noteworthy' ? '' : by })}
                title={words.claims.sort(words.claims.sortWords[by] ?? by)}
              >
                {words.claims.columns[name]}
              </Link>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Up and down from claim to claim, `w` for the reasons of the one in focus. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement
  const line = target.closest('.claim-line')
  if (!line || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'w') line.querySelector<HTMLElement>('.origins a')?.click()
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const lines = [...(event.currentTarget.querySelectorAll('.claim-line:not(.head)') ?? [])]
  const next = lines[lines.indexOf(line) + (event.key === 'ArrowDown' ? 1 : -1)]
  const link = next?.querySelector<HTMLElement>('.gist a')
  if (!link) return
  event.preventDefault()
  link.focus()
  link.scrollIntoView({ block: 'nearest' })
}
