import { dayOf } from '../../export/view/day-words.ts'
import type { DocumentRow } from '../../export/workbench/document-page.ts'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { useList } from '../answers/ask.ts'
import { FilterField } from '../parts/filter-field.tsx'
import { languageName } from '../parts/language-name.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** Every report that was read, the latest first or as asked. */
export function ReportsPage() {
  const here = useAddress()
  const { query } = here
  const asked = new URLSearchParams()
  for (const name of ['q', 'story', 'adds']) if (query.get(name)) asked.set(name, query.get(name) ?? '')
  const list = useList<DocumentRow>(`/documents${asked.size > 0 ? `?${asked}` : ''}`)
  const knowsBare = list.value?.some(({ addsNothing }) => addsNothing !== undefined) ?? false
  return (
    <Page title={words.reports.title} lead={<p>{words.reports.lead}</p>}>
      <form
        className="filters"
        role="search"
        aria-label={words.reports.filter}
        onSubmit={(event) => event.preventDefault()}
      >
        <FilterField label={words.claims.byWords} />
        {(knowsBare || query.has('adds')) && (
          <label className="inline">
            <input
              type="checkbox"
              checked={query.get('adds') === 'nothing'}
              onChange={(event) => go(withQuery(here, { adds: event.target.checked ? 'nothing' : '' }), 'replace')}
            />
            {words.reports.onlyBare}
          </label>
        )}
      </form>
      <Answered asked={list} lines={10}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={query.size > 0 ? words.reports.none : words.reports.noneYet}>
              <Link className="button" to={hrefOf(['add'])}>
                {words.claims.addReports}
              </Link>
            </Empty>
          ) : (
            <>
              <p className="found" role="status">
                {words.reports.found(list.total ?? rows.length)}
              </p>
              <table className="list reports">
                <ColumnHeads names={words.reports.columns} />
                <tbody>
                  {rows.map((row) => (
                    <ReportRow key={row.id} row={row} />
                  ))}
                </tbody>
              </table>
              <MoreButton list={list} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function ReportRow({ row }: { readonly row: DocumentRow }) {
  const { id, title, publisher, published, claims, versions, language, addsNothing } = row
  const labels = words.reports.columns
  return (
    <tr>
      <th scope="row" className="title">
        <Link to={hrefOf(['reports', id])}>
          <Written most={160}>{title ?? words.reports.untitled}</Written>
        </Link>{' '}
        {addsNothing && <span className="chip warn">{words.reports.addsNothing}</span>}
      </th>
      <td data-label={labels.outlet}>
        <Written most={60}>{publisher ?? '–'}</Written>
      </td>
      <td data-label={labels.published}>{published ? dayOf(published) : words.reports.noDate}</td>
      <td data-label={labels.claims} className="number">
        {claims}
      </td>
      <td data-label={labels.versions} className="number">
        {versions}
      </td>
      <td data-label={labels.language}>{languageName(language)}</td>
    </tr>
  )
}
