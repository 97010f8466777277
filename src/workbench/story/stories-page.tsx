import { spanOfDays } from '../../export/view/day-words.ts'
import type { StoryRow } from '../../export/workbench/story-page.ts'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { useList } from '../answers/ask.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** The stories of the collection, each with how many reports tell it. */
export function StoriesPage() {
  const list = useList<StoryRow>('/stories')
  return (
    <Page title={words.stories.title} lead={<p>{words.stories.lead}</p>}>
      <Answered asked={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.stories.none}>
              <Link className="button" to={hrefOf(['add'])}>
                {words.claims.addReports}
              </Link>
            </Empty>
          ) : (
            <>
              <table className="list">
                <ColumnHeads names={words.stories.columns} />
                <tbody>
                  {rows.map(({ id, title, documents, claims, from, to }) => (
                    <tr key={id}>
                      <th scope="row" className="title">
                        <Link to={hrefOf(['stories', id])}>
                          <Written most={160}>{title ?? words.stories.untitled}</Written>
                        </Link>
                      </th>
                      <td className="number" data-label={words.stories.columns.reports}>
                        {documents}
                      </td>
                      <td className="number" data-label={words.stories.columns.claims}>
                        <Link to={hrefOf(['stories', id], { view: 'claims' })}>{claims}</Link>
                      </td>
                      <td data-label={words.stories.columns.days}>{spanOfDays([from, to]) ?? words.reports.noDate}</td>
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
