import type { SourceRow } from '../../export/workbench/source-rows.ts'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useList } from '../answers/ask.ts'
import { Badge } from '../parts/badge.tsx'
import { FilterField } from '../parts/filter-field.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** Every voice that is heard in the collection. */
export function SourcesPage() {
  const { query } = useAddress()
  const q = query.get('q')
  const list = useList<SourceRow>(q ? `/sources?q=${encodeURIComponent(q)}` : '/sources')
  const { columns } = words.sources
  return (
    <Page title={words.sources.title} lead={<p>{words.sources.lead}</p>}>
      <form
        className="filters"
        role="search"
        aria-label={words.sources.filter}
        onSubmit={(event) => event.preventDefault()}
      >
        <FilterField label={words.claims.byWords} />
      </form>
      <Answered asked={list} lines={10}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={q ? words.sources.none : words.sources.noneYet}>
              {q ? (
                <Link className="button" to={hrefOf(['sources'])}>
                  {words.sources.all}
                </Link>
              ) : (
                <Link className="button" to={hrefOf(['add'])}>
                  {words.claims.addReports}
                </Link>
              )}
            </Empty>
          ) : (
            <>
              <p className="found" role="status">
                {words.sources.found(list.total ?? rows.length)}
              </p>
              <table className="list">
                <ColumnHeads names={columns} />
                <tbody>
                  {rows.map(({ id, name, aliases, kind, originOf, claims, relayedBy, grade }) => (
                    <tr key={id}>
                      <th scope="row" className="title">
                        <Badge name={kind === 'anonymous' || kind === 'vague' ? undefined : name} />{' '}
                        <Link to={hrefOf(['sources', id])}>
                          <Written most={100}>{name}</Written>
                        </Link>
                        {aliases.length > 0 && (
                          <small className="soft block">
                            <Written most={120}>{aliases.join(', ')}</Written>
                          </small>
                        )}
                      </th>
                      <td data-label={columns.kind}>{words.sources.kinds[kind]}</td>
                      <td className="number" data-label={columns.originOf}>
                        {originOf > 0 ? <Link to={hrefOf(['claims'], { origin: id })}>{originOf}</Link> : '–'}
                      </td>
                      <td className="number" data-label={columns.claims}>
                        <Link to={hrefOf(['claims'], { source: id })}>{claims}</Link>
                      </td>
                      <td className="number" data-label={columns.relayedBy}>
                        {relayedBy}
                      </td>
                      <td className="number" data-label={columns.grade}>
                        {grade ?? <span className="soft">{words.sources.ungraded}</span>}
                      </td>
                    </tr>
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
