import { type ClaimView, claimView } from '../export/view/claim-view.ts'
import { shorten } from '../export/view/plain.ts'
import { moves } from '../export/view/series-view.ts'
import { claimRow } from '../export/workbench/claim-rows.ts'
import type { Shelf } from '../export/workbench/shelf.ts'
import type { Claim } from '../model/report.ts'
import { type CellProps, ClaimCells, type FigureProps } from '../views/claim/claim-cells.tsx'
import { Written } from '../views/parts/written.tsx'
import { words } from '../views/words.ts'
import { Reasoning } from './reasoning.tsx'
import type { Dossier } from './setting.tsx'
import { slug } from './slug.ts'

/**
 * All claims as one table, the reasoning of each in the row under it. Complete without a script; with it, the columns sort, the form
 * filters, and a click on a row opens it. Roles are written out because the phone layout takes the table's display away, and with it,
 * in some browsers, the table itself.
 */
export function ClaimsTable({
  dossier,
  shelf,
  claims,
}: {
  readonly dossier: Dossier
  readonly shelf: Shelf
  readonly claims: readonly Claim[]
}) {
  const rows = claims.map((claim): Row => {
    const view = claimView(shelf, claim)
    const inSeries = (dossier.series.get(claim.id) ?? []).some(moves)
    return { row: claimRow(shelf, claim), view, inSeries }
  })
  return (
    <>
      <Filters rows={rows} />
      <p className="found" role="status" aria-live="polite" id="found">
        {claims.length} {claims.length === 1 ? 'claim' : 'claims'}
      </p>
      <table className="claims" role="table" id="claim-table">
        <caption className="visually-hidden">
          Claims, the ones most worth attention first. Each is followed by a row that opens to its reasoning.
        </caption>
        <thead role="rowgroup">
          <tr role="row" className="claim-line head">
            {Object.entries(words.claims.columns).map(([name, title]) => (
              <th key={name} role="columnheader" scope="col" className={name} data-key={name}>
                <span title={hints[name]}>{title}</span>
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row, index) => (
          <OneClaim key={row.view.claim.id} dossier={dossier} number={index + 1} {...row} />
        ))}
      </table>
      <p className="none-found" hidden>
        No claim fits.{' '}
        <button type="button" className="clear">
          Show all claims
        </button>
      </p>
    </>
  )
}

interface Row {
  readonly row: ReturnType<typeof claimRow>
  readonly view: ClaimView
  /** Figures of a claim that moved or are planned to are no finding, but deserve a look as much. */
  readonly inSeries: boolean
}

const hints: Readonly<Record<string, string>> = {
  gist: 'One question that the reports answer',
  documents: 'How many reports state it',
  origins: 'Independent origins found in this collection',
  positions: 'Different answers, kept side by side',
  findings: 'What deserves a look',
  certainty: 'How sure the reports sound, from certainly not to certain',
  firstSeen: 'When the first report that states it was published',
  credibility: 'Digit of STANAG 2511, computed: 1 is best corroborated, 6 cannot be judged',
}

/** How a claim in a series is filtered, and what stands on its chip. */
const [seriesKind, seriesWords] = ['series', 'figures over time']

function OneClaim({
  dossier,
  number,
  row,
  view,
  inSeries,
}: Row & { readonly dossier: Dossier; readonly number: number }) {
  const kinds = [...Object.keys(row.findings), ...(inSeries ? [seriesKind] : [])]
  return (
    <tbody
      role="rowgroup"
      className="claim"
      id={`c-${slug(row.id)}`}
      data-kinds={kinds.join(' ')}
      data-independent={row.independent}
    >
      <tr role="row" className="claim-line facts">
        <th role="rowheader" scope="row" className="gist" data-sort={number}>
          <span className="number">{number}</span> <Written>{row.gist}</Written>
          {chipsOf(view).map((chip) => (
            <span key={chip} className="chip">
              <Written>{chip}</Written>
            </span>
          ))}
        </th>
        <ClaimCells
          row={row}
          setting={dossier.setting}
          Cell={Cell}
          Figure={Figure}
          noted={inSeries && <span className="chip">{seriesWords}</span>}
        />
      </tr>
      <tr role="row" className="detail">
        <td role="cell" colSpan={Object.keys(words.claims.columns).length}>
          <details>
            <summary>
              <span className="open-words">Answers, trails and words</span>
              <span className="visually-hidden">
                {' '}
                of claim {number}: {row.gist}
              </span>
            </summary>
            <Reasoning dossier={dossier} view={view} />
          </details>
        </td>
      </tr>
    </tbody>
  )
}

function Cell({ name, value, children }: CellProps) {
  return (
    <td role="cell" className={name} data-label={words.claims.columns[name]} data-sort={value}>
      {children}
    </td>
  )
}

/** The whole row opens to the words it stands on, so a figure is no link here. */
function Figure({ className, children }: FigureProps) {
  return className === undefined ? children : <span className={className}>{children}</span>
}

/** What people made of a claim, at a glance: that they corrected it, and how far they have come with it. */
function chipsOf({ claim, hand }: ClaimView): readonly string[] {
  return [
    ...(hand.some(({ kind }) => kind === 'corrected') ? ['corrected by hand'] : []),
    ...Object.values(claim.reliability).map((letter) => `reliability ${letter}`),
    ...hand.filter(({ kind }) => kind === 'state').map(({ words }) => shorten(words, 60)),
  ]
}

/** Hidden until the script is there to answer it. */
function Filters({ rows }: { readonly rows: readonly Row[] }) {
  const shown = new Set(rows.flatMap(({ row }) => Object.keys(row.findings)))
  return (
    <form className="filters" id="filters" role="search" aria-label="Filter the claims" hidden>
      <label>
        Words <input type="search" name="words" autoComplete="off" spellCheck="false" />
      </label>
      <label>
        Noted{' '}
        <select name="kind">
          <option value="">anything</option>
          {Object.entries(words.findings)
            .filter(([kind]) => shown.has(kind))
            .map(([kind, said]) => (
              <option key={kind} value={kind}>
                {said}
              </option>
            ))}
          {rows.some(({ inSeries }) => inSeries) && <option value={seriesKind}>{seriesWords}</option>}
        </select>
      </label>
      <label>
        Origins{' '}
        <select name="origins">
          <option value="">any number</option>
          <option value="0">none established</option>
          <option value="1">a single one</option>
          <option value="2">two or more</option>
        </select>
      </label>
      <button type="button" className="toggle-all" aria-pressed="false">
        Open all
      </button>
    </form>
  )
}
