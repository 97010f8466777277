import { count } from '../export/view/figure-words.ts'
import type { Lookup } from '../export/view/lookup.ts'
import { mostWords, reportsWords, summarise, summarySentences } from '../export/view/summary.ts'
import type { Claim } from '../model/report.ts'
import { Badge } from '../views/parts/badge.tsx'
import { Written } from '../views/parts/written.tsx'
import type { Badges } from './badges.ts'

/** The story in one sentence of figures, who its origins are, and the way to each section. */
export function Masthead({
  held,
  badges,
  sections,
  claims,
}: {
  readonly held: Lookup
  readonly badges: Badges
  readonly sections: readonly { readonly id: string; readonly title: string }[]
  readonly claims: readonly Claim[]
}) {
  const summary = summarise(held, claims)
  const [, ...rest] = summarySentences(summary)
  return (
    <header className="masthead">
      <p className="kicker">
        Headwater dossier
        {summary.published && (
          <>
            {' '}
            <span>{summary.published}</span>
          </>
        )}
      </p>
      <h1>
        {summary.reports === 0 ? (
          'Nothing was read.'
        ) : (
          <>
            {reportsWords(summary)}, <em>{mostWords(summary)}</em>
          </>
        )}
      </h1>
      <p className="standfirst">{rest.join(' ')}</p>
      {badges.all.length > 0 && <Legend all={badges.all} />}
      <nav aria-label="Sections">
        <ul>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Legend({ all }: { readonly all: Badges['all'] }) {
  const [first, rest] = [all.slice(0, 10), all.slice(10)]
  return (
    <section className="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">Independent origins found in this collection</h2>
      <ul>
        <Voices all={first} />
        <li>
          <Badge mark={undefined} /> nobody named <small>never counted</small>
        </li>
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <ul>
            <Voices all={rest} />
          </ul>
        </details>
      )}
    </section>
  )
}

function Voices({ all }: { readonly all: Badges['all'] }) {
  return all.map((badge) => (
    <li key={badge.letters}>
      <Badge mark={badge} /> <Written>{badge.name}</Written> <small>{count(badge.claims, 'claim')}</small>
    </li>
  ))
}
