import { useMemo } from 'react'
import { reachWords } from '../../export/view/claim-view.ts'
import { moves } from '../../export/view/series-view.ts'
import type { ClaimPage as ClaimAnswer } from '../../export/workbench/claim-page.ts'
import { Changes } from '../../views/claim/changes.tsx'
import { OpenQuestions } from '../../views/claim/open-questions.tsx'
import { SeriesFigure } from '../../views/claim/series-figure.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { useAsk } from '../answers/ask.ts'
import { Term } from '../help/term.tsx'
import { setting } from '../parts/setting.ts'
import { Answered } from '../parts/states.tsx'
import { Decisions } from '../review/decisions.tsx'
import { Page } from '../shell/page.tsx'
import { WhyPanel } from '../why/why-panel.tsx'
import { type helped, words } from '../words.ts'
import { ClaimAnswers } from './claim-answers.tsx'
import { heldClaim } from './held-claim.ts'
import { Marks } from './marks.tsx'
import { Notes } from './notes.tsx'
import { WalkableTrails } from './walkable-trails.tsx'

/** All that is known of one claim and all that is not, with the words it stands on. */
export function ClaimPage({ claim }: { readonly claim: string }) {
  const asked = useAsk<ClaimAnswer>(`/claims/${encodeURIComponent(claim)}`)
  return (
    <Answered asked={asked} lines={10} whole>
      {(answer) => <WholeClaim answer={answer} />}
    </Answered>
  )
}

function WholeClaim({ answer }: { readonly answer: ClaimAnswer }) {
  const claim = useMemo(() => heldClaim(answer), [answer])
  const { query } = useAddress()
  const why = query.get('why')
  const { held, view } = claim
  const moving = answer.series.filter(moves)
  const reach = reachWords(held, answer.claim)
  const parts = [
    {
      id: 'answers',
      title: words.claim.answers,
      help: 'position',
      body: <ClaimAnswers {...claim} />,
    },
    moving.length > 0 && {
      id: 'over-time',
      title: words.claim.overTime,
      help: 'series',
      body: moving.map((series) => (
        <SeriesFigure
          key={`${series.claim} ${series.of} ${series.unit} ${series.per}`}
          setting={setting}
          held={held}
          series={series}
        />
      )),
    },
    view.changes.length > 0 && {
      id: 'changes',
      title: words.claim.changes,
      help: 'drift',
      body: <Changes setting={setting} held={held} changes={view.changes} look="change" />,
    },
    view.conflicts.length > 0 && {
      id: 'conflicts',
      title: words.claim.conflicts,
      help: 'conflict',
      body: <Changes setting={setting} held={held} changes={view.conflicts} look="conflict" />,
    },
    { id: 'trails', title: words.claim.trails, help: 'trail', body: <WalkableTrails {...claim} /> },
    { id: 'open', title: words.claim.open, help: 'notEstablished', body: <OpenQuestions held={held} view={view} /> },
    { id: 'notes', title: words.claim.notes, help: undefined, body: <Notes answer={answer} /> },
    {
      id: 'decisions',
      title: words.review.decided,
      help: undefined,
      body: (
        <Decisions path={`/decisions?claim=${encodeURIComponent(answer.key)}`} none={words.review.decidedNoneHere} />
      ),
    },
    answer.related.length > 0 && {
      id: 'related',
      title: words.claim.related,
      help: undefined,
      body: <Related answer={answer} />,
    },
  ].filter((part) => part !== false)
  return (
    <Page
      title={view.gist}
      kicker={<Link to={hrefOf(['claims'])}>{words.claims.title}</Link>}
      heading={<Written>{view.gist}</Written>}
      actions={
        <button type="button" className="quiet no-print" onClick={() => print()}>
          {words.claim.print}
        </button>
      }
    >
      <Marks {...claim} />
      {reach && (
        <p className="reach">
          <Written>{reach}</Written>
        </p>
      )}
      <div className="with-contents">
        <nav className="contents no-print" aria-label={words.claim.contents}>
          <ul>
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          {parts.map(({ id, title, help, body }) => (
            <section key={id} id={id} className="part" aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>
                {title} {help !== undefined && <Term of={help as keyof typeof helped}>?</Term>}
              </h2>
              {body}
            </section>
          ))}
        </div>
      </div>
      {why && <WhyPanel claim={why} about={query.get('about') ?? 'origins'} />}
    </Page>
  )
}

function Related({ answer }: { readonly answer: ClaimAnswer }) {
  return (
    <ul className="plain-list">
      {answer.related.map(({ key, gist, why }) => (
        <li key={key}>
          <Link to={hrefOf(['claims', key])}>
            <Written most={200}>{gist}</Written>
          </Link>{' '}
          <span className="soft">
            <Written most={120}>{why}</Written>
          </span>
        </li>
      ))}
    </ul>
  )
}
