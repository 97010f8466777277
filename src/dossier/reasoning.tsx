import type { ReactNode } from 'react'
import { type ClaimView, reachWords } from '../export/view/claim-view.ts'
import { oneLine, shorten } from '../export/view/plain.ts'
import { moves } from '../export/view/series-view.ts'
import { waysOf } from '../export/view/ways.ts'
import type { Series } from '../model/report.ts'
import { AnswerCards } from '../views/claim/answers.tsx'
import { Changes } from '../views/claim/changes.tsx'
import { OpenQuestions } from '../views/claim/open-questions.tsx'
import { SeriesFigure } from '../views/claim/series-figure.tsx'
import { Trails, Way, type WayProps } from '../views/claim/trails.tsx'
import { Written } from '../views/parts/written.tsx'
import { words } from '../views/words.ts'
import type { Dossier } from './setting.tsx'
import { slug } from './slug.ts'

/** The reasoning behind one row: answers side by side, figures over time, what changed, what clashes, every trail, what stays open. */
export function Reasoning({ dossier, view }: { readonly dossier: Dossier; readonly view: ClaimView }) {
  const { held, setting } = dossier
  const { claim, changes, conflicts, hand } = view
  const reach = reachWords(held, claim)
  const moving = (dossier.series.get(claim.id) ?? []).filter(moves)
  return (
    <div className="reasoning">
      {reach && (
        <p className="reach">
          <Written>{reach}</Written>
        </p>
      )}
      <Part title={words.claim.answers}>
        <AnswerCards setting={setting} held={held} view={view} most={1} />
      </Part>
      {moving.length > 0 && (
        <Part title={words.claim.overTime}>
          {moving.map((series) => (
            <div key={`${series.claim} ${series.of} ${series.unit} ${series.per}`}>
              <SeriesFigure setting={setting} held={held} series={series} />
              <AlsoIn dossier={dossier} series={series} claim={claim.id} />
            </div>
          ))}
        </Part>
      )}
      {changes.length > 0 && (
        <Part title={words.claim.changes}>
          <Changes setting={setting} held={held} changes={changes} look="change" />
        </Part>
      )}
      {conflicts.length > 0 && (
        <Part title={words.claim.conflicts}>
          <Changes setting={setting} held={held} changes={conflicts} look="conflict" />
        </Part>
      )}
      <Part title={words.claim.trails}>
        <Trails setting={setting} held={held} ways={waysOf(held, view.trails)} Each={NamedWay} />
      </Part>
      {hand.length > 0 && (
        <Part title="By hand">
          <ul className="plain-list">
            {hand.map(({ words }) => (
              <li key={words}>
                <Written>{words}</Written>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={words.claim.open}>
        <OpenQuestions held={held} view={view} />
      </Part>
    </div>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="part">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Each statement of a way is named, so that the margins can show its trail. */
function NamedWay(way: WayProps) {
  return (
    <>
      {way.same.map(({ statement }) => (
        <span key={statement} id={`t-${slug(statement)}`} />
      ))}
      <Way {...way} />
    </>
  )
}

/** The other claims that give figures of the same thing. */
function AlsoIn({
  dossier: { held },
  series,
  claim,
}: {
  readonly dossier: Dossier
  readonly series: Series
  readonly claim: string
}) {
  const others = series.claims.filter((id) => id !== claim).flatMap((id) => held.claims.get(id) ?? [])
  if (others.length === 0) return null
  return (
    <p className="with">
      Also in{' '}
      {others.map(({ id, gist }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={`#c-${slug(id)}`}>
            “<Written>{shorten(oneLine(gist), 100)}</Written>”
          </a>
        </span>
      ))}
      .
    </p>
  )
}
