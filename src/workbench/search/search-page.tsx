import type { FormEvent } from 'react'
import type { Found, Hit } from '../../client/client.ts'
import { dayOf } from '../../export/view/day-words.ts'
import { certainties } from '../../model/statement.ts'
import { bare, Written } from '../../views/parts/written.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { go, Link, useAddress } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'

const fields = ['source', 'outlet', 'from', 'to', 'certainty', 'finding'] as const

/** Words anywhere in the collection, with the filters of `headwater search`. */
export function SearchPage() {
  const here = useAddress()
  const { query } = here
  const q = query.get('q') ?? ''
  const asked = new URLSearchParams()
  for (const name of ['q', ...fields]) if (query.get(name)) asked.set(name, query.get(name) ?? '')
  const isAsking = asked.size > 0
  const page = Math.max(1, Math.floor(Number(query.get('page') ?? '1')) || 1)
  const found = useAsk<Found>(isAsking ? `/search?${asked}&limit=${pageSize}&skip=${(page - 1) * pageSize}` : null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    go(hrefOf(['search'], Object.fromEntries([...form].map(([name, value]) => [name, String(value).trim()]))))
  }
  return (
    <Page title={words.search.title} lead={isAsking ? undefined : <p>{words.search.before}</p>}>
      <form
        className="search-form"
        role="search"
        aria-label={words.search.title}
        onSubmit={submit}
        key={asked.toString()}
      >
        <div className="search-line">
          <label>
            <span className="visually-hidden">{words.search.label}</span>
            <input type="search" name="q" defaultValue={q} placeholder={words.search.label} autoComplete="off" />
          </label>
          <button type="submit" className="primary">
            {words.search.run}
          </button>
        </div>
        <p className="soft hint">{words.search.hint}</p>
        <details open={fields.some((name) => query.has(name))}>
          <summary>{words.search.more}</summary>
          <div className="filters">
            {(['source', 'outlet'] as const).map((name) => (
              <label key={name}>
                {words.search[name]}
                <input name={name} defaultValue={query.get(name) ?? ''} />
              </label>
            ))}
            {(['from', 'to'] as const).map((name) => (
              <label key={name}>
                {words.search[name]}
                <input type="date" name={name} defaultValue={query.get(name) ?? ''} />
              </label>
            ))}
            <label>
              {words.search.certainty}
              <select name="certainty" defaultValue={query.get('certainty') ?? ''}>
                <option value="">{words.search.any}</option>
                {certainties.map((name) => (
                  <option key={name} value={name}>
                    {words.certainties[name]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {words.search.finding}
              <select name="finding" defaultValue={query.get('finding') ?? ''}>
                <option value="">{words.search.any}</option>
                {Object.entries(words.findings).map(([kind, name]) => (
                  <option key={kind} value={kind}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </details>
      </form>
      {isAsking && (
        <Answered asked={found}>
          {({ hits, total }) =>
            hits.length === 0 ? (
              <Empty title={page > 1 ? words.search.noneHere : words.search.none}>
                {page > 1 ? (
                  <Link className="button" to={withQuery(here, { page: '' })}>
                    {words.search.first}
                  </Link>
                ) : (
                  <p>{words.search.noneNext}</p>
                )}
              </Empty>
            ) : (
              <>
                <p className="found" role="status">
                  {words.search.found(total)}
                  {total > pageSize &&
                    ` · ${words.search.shown((page - 1) * pageSize + 1, (page - 1) * pageSize + hits.length)}`}
                </p>
                <ol className="hits">
                  {hits.map((hit) => (
                    <OneHit key={`${hit.kind} ${hit.id}`} hit={hit} />
                  ))}
                </ol>
                {(page > 1 || total > page * pageSize) && (
                  <nav className="rest pages" aria-label={words.search.pages}>
                    {page > 1 && (
                      <Link className="button" rel="prev" to={withQuery(here, { page: page === 2 ? '' : page - 1 })}>
                        {words.search.previous}
                      </Link>
                    )}
                    {total > page * pageSize && page * pageSize < deepest && (
                      <Link className="button" rel="next" to={withQuery(here, { page: page + 1 })}>
                        {words.search.next}
                      </Link>
                    )}
                  </nav>
                )}
              </>
            )
          }
        </Answered>
      )}
    </Page>
  )
}

/** How many places stand on one page, and how far the server goes into them. */
const pageSize = 30
const deepest = 10_000

function OneHit({ hit }: { readonly hit: Hit }) {
  const { kind, id, document, start, quote, marks, report, published, certainty } = hit
  const to =
    kind === 'source'
      ? hrefOf(['sources', id])
      : hrefOf(['reports', document ?? id], {
          at: `${start + (marks[0]?.start ?? 0)}-${start + (kind === 'statement' ? quote.length : (marks[0]?.end ?? 1))}`,
        })
  let at = 0
  const pieces = marks.flatMap(({ start, end }) => {
    const both = [
      <span key={`b${start}`}>{bare(quote.slice(at, start))}</span>,
      <mark key={`m${start}`}>{bare(quote.slice(start, end))}</mark>,
    ]
    at = end
    return both
  })
  return (
    <li>
      <p dir="auto" className="hit-words">
        <Link to={to}>
          {pieces}
          {bare(quote.slice(at, at + 1_000))}
        </Link>
      </p>
      <p className="soft">
        {words.search.kinds[kind] ?? kind}
        {report && (
          <>
            {' · '}
            <Written most={60}>{report}</Written>
          </>
        )}
        {published && ` · ${dayOf(published)}`}
        {certainty && certainty !== 'asserted' && ` · ${words.certainties[certainty]}`}
      </p>
    </li>
  )
}
