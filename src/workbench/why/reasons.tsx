import type { ReactNode } from 'react'
import { quoteOf, reachWords } from '../../export/view/claim-view.ts'
import { dayOf } from '../../export/view/day-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import type { ReportStatement } from '../../model/report.ts'
import { Changes } from '../../views/claim/changes.tsx'
import { OpenQuestions } from '../../views/claim/open-questions.tsx'
import { Quotation } from '../../views/parts/quotation.tsx'
import { bare, Written } from '../../views/parts/written.tsx'
import { ClaimAnswers } from '../claim/claim-answers.tsx'
import { FirstTrails } from '../claim/first-trails.tsx'
import type { HeldClaim } from '../claim/held-claim.ts'
import { Term } from '../help/term.tsx'
import { FirstOf } from '../parts/first-of.tsx'
import { setting } from '../parts/setting.ts'
import { words } from '../words.ts'

/** The reasons for one figure of a claim, each with its quotation. */
export function Reasons({ held, about }: { readonly held: HeldClaim; readonly about: string }): ReactNode {
  switch (about) {
    case 'documents':
      return <WhichReports {...held} />
    case 'positions':
      return <ClaimAnswers {...held} />
    case 'certainty':
      return <HowSure {...held} />
    case 'firstSeen':
      return <FirstSeen {...held} />
    case 'credibility':
      return <WhyDigit {...held} />
    case 'findings':
      return <Noted {...held} />
    default:
      return <WhyOrigins {...held} />
  }
}

function WhyOrigins({ held, view, answer }: HeldClaim) {
  const { claim } = answer
  const reach = reachWords(held, claim)
  return (
    <>
      <p className="reach">
        {words.why.counted(claim.independent)} {reach && <Written>{reach}</Written>}
      </p>
      {claim.notEstablished > 0 && (
        <p>
          {words.why.unnamedTrails(claim.notEstablished)} <Term of="notEstablished">{words.claim.notEstablished}</Term>
        </p>
      )}
      <FirstTrails held={held} view={view} />
    </>
  )
}

function WhichReports({ held, answer }: HeldClaim) {
  const byDocument = new Map<string, ReportStatement>()
  for (const id of answer.claim.statements) {
    const statement = held.statements.get(id)
    if (statement && !byDocument.has(statement.document)) byDocument.set(statement.document, statement)
  }
  const when = (statement: ReportStatement): string => held.documents.get(statement.document)?.published ?? '~'
  const inOrder = [...byDocument.values()].sort((a, b) => (when(a) < when(b) ? -1 : 1))
  return (
    <FirstOf
      all={inOrder}
      each={(statement) => (
        <Quotation setting={setting} key={statement.id} held={held} statement={statement} most={400} />
      )}
    />
  )
}

function HowSure({ held, answer }: HeldClaim) {
  const said = answer.claim.statements.flatMap((id) => held.statements.get(id) ?? [])
  return (
    <>
      <p className="soft">{words.certainty.axis}</p>
      <FirstOf
        all={[...said].sort((a, b) => a.certaintyScore - b.certaintyScore)}
        each={(statement) => (
          <div key={statement.id} className="how-sure">
            <p>
              <span className="chip">{words.certainty.scale(statement.certaintyScore)}</span>{' '}
              {statement.hedges.length > 0 ? (
                <>
                  {words.why.hedgedBy}{' '}
                  {statement.hedges.map((hedge, index) => (
                    <span key={hedge.start}>
                      {index > 0 && ', '}
                      <mark title={words.claim.by(hedge.rule)}>{bare(hedge.quote)}</mark>
                    </span>
                  ))}
                </>
              ) : (
                <span className="soft">{words.why.noHedge}</span>
              )}
            </p>
            <Quotation setting={setting} held={held} statement={statement} most={300} />
          </div>
        )}
      />
    </>
  )
}

function FirstSeen({ held, answer }: HeldClaim) {
  const dated = answer.claim.statements
    .flatMap((id) => held.statements.get(id) ?? [])
    .map((statement) => ({ statement, when: held.documents.get(statement.document)?.published }))
    .filter((each): each is { statement: ReportStatement; when: string } => typeof each.when === 'string')
    .sort((a, b) => (a.when < b.when ? -1 : 1))
  if (dated.length === 0) return <p>{words.why.nobodyKnowsFirst}</p>
  return (
    <FirstOf
      all={dated}
      each={({ statement, when }) => (
        <Quotation setting={setting} key={statement.id} held={held} statement={statement} most={300}>
          <span className="visually-hidden">
            {dayOf(when)}, {nameOf(held, statement.document)}: {quoteOf(statement).slice(0, 60)}
          </span>
        </Quotation>
      )}
    />
  )
}

function WhyDigit(claim: HeldClaim) {
  const { credibility, credibilityReason } = claim.answer.claim
  return (
    <>
      <p className="reach">
        {words.claim.credibility(credibility)}: <Written>{credibilityReason}</Written>
      </p>
      <p className="soft">{words.why.credibilityMeans}</p>
      <OpenQuestions {...claim} />
      <FirstTrails {...claim} />
    </>
  )
}

function Noted(claim: HeldClaim) {
  const { conflicts, changes, notes } = claim.view
  if (claim.answer.findings.length === 0) return <p>{words.why.noFindings}</p>
  return (
    <>
      <Changes setting={setting} held={claim.held} changes={conflicts} look="conflict" />
      <Changes setting={setting} held={claim.held} changes={changes} look="change" />
      {notes.map(({ says, rule, kind }) => (
        <p key={says}>
          <span className={`chip ${kind}`} title={words.claim.by(rule)}>
            {words.finding(kind)}
          </span>{' '}
          <Written most={600}>{says}</Written>
        </p>
      ))}
      <OpenQuestions {...claim} />
    </>
  )
}
