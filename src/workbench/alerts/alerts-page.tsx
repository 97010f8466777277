import { dayAndHour } from '../../export/view/day-words.ts'
import type { AlertRow } from '../../export/workbench/alert-rows.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { apiHref, ofCollection, useList } from '../answers/ask.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { Report } from '../parts/said.tsx'
import { placeOf } from '../parts/setting.ts'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** What reports that came in have changed, the latest first, each on the words it stands on. */
export function AlertsPage() {
  const list = useList<AlertRow>('/alerts?order=newest')
  return (
    <Page
      title={words.alerts.title}
      lead={<p>{words.alerts.lead}</p>}
      actions={
        <a className="button quiet" href={apiHref(ofCollection(`/alerts.atom`))}>
          {words.alerts.feed}
        </a>
      }
    >
      <Answered asked={list}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.alerts.none}>
              <p>{words.alerts.noneNext}</p>
              <Link className="button" to={hrefOf(['add'])}>
                {words.alerts.follow}
              </Link>
            </Empty>
          ) : (
            <>
              <ol className="alerts">
                {rows.map((alert) => (
                  <OneAlert key={alert.number} alert={alert} />
                ))}
              </ol>
              <MoreButton list={list} />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function OneAlert({ alert: { at, kind, about, says, evidence } }: { readonly alert: AlertRow }) {
  return (
    <li>
      <p className="alert-head">
        <span className={`chip ${kind}`}>{words.alerts.kinds[kind] ?? kind}</span>{' '}
        <time dateTime={at}>{dayAndHour(at)}</time>
      </p>
      <p className="alert-says">
        <Written most={900}>{says}</Written>
      </p>
      <p className="soft">
        {words.alerts.about} <Written most={200}>{about}</Written>
      </p>
      {evidence.map(({ document, start, end, quote, outlet, title }) => (
        <blockquote key={`${document} ${start}`}>
          <p dir="auto">
            “<Written most={400}>{quote}</Written>”
          </p>
          <footer>
            <Link to={placeOf(document, { start, end })}>
              <Report outlet={outlet} title={title} />
            </Link>
          </footer>
        </blockquote>
      ))}
    </li>
  )
}
