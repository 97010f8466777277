import type { Alert } from '../../collection/alerts.ts'
import { Link } from '../address/navigation.tsx'
import { apiHref, ofCollection, useList } from '../answers/ask.ts'
import { dayAndHour } from '../parts/day.ts'
import { placeOf } from '../parts/quotation.tsx'
import { Answered, Empty } from '../parts/states.tsx'
import { Written } from '../parts/written.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

/** What reports that came in have changed, the latest first, each on the words it stands on. */
export function AlertsPage() {
  const list = useList<Alert>('/alerts')
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
            <Empty title={words.alerts.none} />
          ) : (
            <ol className="alerts">
              {rows
                .toSorted((a, b) => b.number - a.number)
                .map((alert) => (
                  <OneAlert key={alert.number} alert={alert} />
                ))}
            </ol>
          )
        }
      </Answered>
    </Page>
  )
}

function OneAlert({ alert: { at, kind, about, says, evidence } }: { readonly alert: Alert }) {
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
      {evidence.map(({ document, start, end, quote }) => (
        <blockquote key={`${document} ${start}`}>
          <p dir="auto">
            “<Written most={400}>{quote}</Written>”
          </p>
          <footer>
            <Link to={placeOf(document, { start, end })}>
              <Written most={80}>{document}</Written>
            </Link>
          </footer>
        </blockquote>
      ))}
    </li>
  )
}
