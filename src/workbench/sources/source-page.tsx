import { type FormEvent, useState } from 'react'
import type { SourcePage as SourceAnswer } from '../../export/workbench/source-rows.ts'
import type { Reliability } from '../../model/decision.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { forgetAnswers, isProblem, type Problem, send, useAsk } from '../answers/ask.ts'
import { Term } from '../help/term.tsx'
import { Badge } from '../parts/badge.tsx'
import { SaidList } from '../parts/said.tsx'
import { Answered, Trouble } from '../parts/states.tsx'
import { Decisions } from '../review/decisions.tsx'
import { Page } from '../shell/page.tsx'
import { NeedsRole } from '../team/needs-role.tsx'
import { words } from '../words.ts'

/** One voice: what it is said to have said, and how a person grades it. */
export function SourcePage({ id }: { readonly id: string }) {
  const asked = useAsk<SourceAnswer>(`/sources/${encodeURIComponent(id)}`)
  return (
    <Answered asked={asked} whole>
      {(source) => <OneSource source={source} />}
    </Answered>
  )
}

function OneSource({ source }: { readonly source: SourceAnswer }) {
  const { id, name, kind, aliases, affiliation, affiliationName, claims, originOf, relayedBy, said } = source
  return (
    <Page
      title={name}
      kicker={<Link to={hrefOf(['sources'])}>{words.sources.title}</Link>}
      heading={
        <>
          <Badge name={kind === 'anonymous' || kind === 'vague' ? undefined : name} />{' '}
          <Written most={160}>{name}</Written>
        </>
      }
      lead={
        <p>
          {words.sources.kinds[kind]}
          {aliases.length > 0 && (
            <>
              {' · '}
              {words.sources.alsoCalled} <Written most={300}>{aliases.join(', ')}</Written>
            </>
          )}
          {affiliation && (
            <>
              {' · '}
              {words.sources.belongsTo}{' '}
              <Link to={hrefOf(['sources', affiliation])}>
                <Written most={80}>{affiliationName ?? affiliation}</Written>
              </Link>
            </>
          )}
        </p>
      }
    >
      <p className="reach">{words.sources.standing(originOf, relayedBy)}</p>
      <NeedsRole least="editor">
        <Grade source={source} />
      </NeedsRole>
      {claims.length > 0 && (
        <section className="part">
          <h2>{words.sources.claims}</h2>
          <ul className="plain-list">
            {claims.map(({ key, gist, independent }) => (
              <li key={key}>
                <Link to={hrefOf(['claims', key])}>
                  <Written most={200}>{gist}</Written>
                </Link>{' '}
                <span className="soft">{words.claim.independent(independent)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="part">
        <h2>{words.sources.statements}</h2>
        {said === 0 ? (
          <p className="soft">{words.sources.saidNothing}</p>
        ) : (
          <SaidList path={`/sources/${encodeURIComponent(id)}/statements`} />
        )}
      </section>
      <section className="part">
        <h2>{words.review.decided}</h2>
        <Decisions path={`/decisions?source=${encodeURIComponent(id)}`} none={words.review.decidedNoneHere} />
      </section>
    </Page>
  )
}

function Grade({ source }: { readonly source: SourceAnswer }) {
  const [problem, setProblem] = useState<Problem>()
  const [saved, setSaved] = useState(false)
  const grade = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [letter, reason] = [String(form.get('letter') ?? ''), String(form.get('reason') ?? '')]
    if (!letter) return
    try {
      await send('POST', '/decisions', {
        decision: {
          kind: 'grade',
          source: { name: source.name, kind: source.kind },
          letter: letter as Reliability,
          reason,
        },
        reason,
      })
      setProblem(undefined)
      setSaved(true)
      forgetAnswers()
    } catch (trouble) {
      setProblem(isProblem(trouble) ? trouble : { status: 0, title: '' })
    }
  }
  return (
    <form className="filters no-print" onSubmit={(event) => void grade(event)}>
      <label>
        {words.sources.grade}
        <select name="letter" defaultValue={source.grade ?? ''}>
          <option value="">{words.sources.ungraded}</option>
          {words.sources.grades.map(([letter, means]) => (
            <option key={letter} value={letter}>
              {letter}: {means}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.sources.gradeWhy}
        <input name="reason" />
      </label>
      <button type="submit">{words.claim.save}</button>
      <span role="status">{saved && words.sources.graded}</span>
      <small className="soft wide">
        {words.sources.gradeHint} <Term of="reliability" />
      </small>
      {problem && <Trouble problem={problem} />}
    </form>
  )
}
