import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import { type CellProps, ClaimCells, type FigureProps } from '../../views/claim/claim-cells.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { setting } from '../parts/setting.ts'
import { words } from '../words.ts'

/** One claim on one line. Every figure is a link to the words that it stands on. */
export function ClaimLine({
  row,
  index,
  measure,
  top,
}: {
  readonly row: ClaimRow
  readonly index: number
  readonly measure?: (element: Element | null) => void
  readonly top?: number
}) {
  const { key, gist } = row
  return (
    <div
      role="row"
      className={top === undefined ? 'claim-line' : 'claim-line placed'}
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className="gist">
        <Link to={hrefOf(['claims', key])}>
          <Written most={240}>{gist}</Written>
        </Link>
        {row.state && row.state !== 'open' && (
          <span className="chip">{words.states_of_work[row.state] ?? row.state}</span>
        )}
        {row.tags.map((tag) => (
          <span key={tag} className="chip">
            <Written most={40}>{tag}</Written>
          </span>
        ))}
      </div>
      <ClaimCells row={row} setting={setting} Cell={Cell} Figure={Why} />
    </div>
  )
}

function Cell({ name, children }: CellProps) {
  return (
    <div role="cell" className={name} data-label={words.claims.columns[name]}>
      {children}
    </div>
  )
}

/** A figure that says why on a click. */
function Why({ claim, about, label, className, children }: FigureProps) {
  const here = useAddress()
  return (
    <Link className={className ? `why ${className}` : 'why'} to={withQuery(here, { why: claim, about })} title={label}>
      {children}
      <span className="visually-hidden"> {label}</span>
    </Link>
  )
}
