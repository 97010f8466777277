import { dayOf } from '../../export/view/day-words.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import type { StatementRow } from '../../export/workbench/statement-rows.ts'
import { Written } from '../../views/parts/written.tsx'
import { Link } from '../address/navigation.tsx'
import { useList } from '../answers/ask.ts'
import { words } from '../words.ts'
import { MoreButton } from './more-button.tsx'
import { placeOf } from './setting.ts'
import { Answered } from './states.tsx'

/** Statements under one address of the API, page by page, each with the report it stands in. */
export function SaidList({ path }: { readonly path: string }) {
  const list = useList<StatementRow>(path)
  return (
    <Answered asked={list}>
      {(rows) => (
        <>
          {rows.map((row) => (
            <Said key={row.id} row={row} />
          ))}
          <MoreButton list={list} />
        </>
      )}
    </Answered>
  )
}

/** One statement with its report. */
export function Said({ row }: { readonly row: StatementRow }) {
  return (
    <blockquote>
      <p dir="auto">
        “<Written>{shorten(oneLine(row.quote.slice(0, 2_000)), 400)}</Written>”
      </p>
      <footer>
        <Link to={placeOf(row.document, row)}>
          <Report outlet={row.outlet} title={row.title} />
        </Link>
        {row.published && `, ${dayOf(row.published)}`}
        {row.certainty !== 'asserted' && ` · ${words.certainties[row.certainty]}`}
      </footer>
    </blockquote>
  )
}

/** A report by its outlet and title. */
export function Report({ outlet, title }: { readonly outlet: string; readonly title: string | null }) {
  return (
    <>
      <Written most={80}>{outlet}</Written>
      {title !== null && oneLine(title) !== outlet && (
        <>
          {': '}
          <Written most={120}>{title}</Written>
        </>
      )}
    </>
  )
}
