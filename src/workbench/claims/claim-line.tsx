import type { ReactNode } from 'react'
import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import { hrefOf, withQuery } from '../address/address.ts'
import { Link, useAddress } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { dayOf } from '../parts/day.ts'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import { Certainty } from './certainty.tsx'

/** One claim on one line. Every figure is a link to the words that it stands on. */
export function ClaimLine({
  row,
  index,
  measure,
  top,
}: {
  readonly row: ClaimRow
  readonly index: number
  readonly measure?: (element: Element | null) => void
  readonly top?: number
}) {
  const {
    key,
    gist,
    documents,
    independent,
    positions,
    findings,
    certainty,
    firstSeen,
    credibility,
    credibilityReason,
  } = row
  const kinds = Object.entries(findings).filter(([kind]) => kind !== 'single-origin' || independent !== 1)
  const say = words.claims.why
  return (
    <div
      role="row"
      className={top === undefined ? 'claim-line' : 'claim-line placed'}
      aria-rowindex={index + 2}
      data-index={index}
      ref={measure}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className="gist">
        <Link to={hrefOf(['claims', key])}>
          <Written most={240}>{gist}</Written>
        </Link>
        {row.state && row.state !== 'open' && (
          <span className="chip">{words.states_of_work[row.state] ?? row.state}</span>
        )}
        {row.tags.map((tag) => (
          <span key={tag} className="chip">
            <Written most={40}>{tag}</Written>
          </span>
        ))}
      </div>
      <Cell name="documents">
        <Why claim={key} about="documents" label={say.documents(documents)}>
          {documents}
        </Why>
      </Cell>
      <Cell name="origins">
        <Why claim={key} about="origins" label={say.origins(independent)}>
          <span className={independent === 0 ? 'figure nil' : 'figure'}>{independent}</span>
          <span className="badges">
            {row.origins.slice(0, 4).map(({ id, name }) => (
              <Badge key={id} name={name} silent />
            ))}
          </span>
        </Why>
        <small title={under(row)}>{under(row)}</small>
      </Cell>
      <Cell name="positions">
        <Why claim={key} about="positions" label={say.positions(positions.length)}>
          {positions.slice(0, 2).map((position) => (
            <span key={position.words} className="answer-line">
              <Written most={60}>{position.words}</Written>{' '}
              <span className="times">{position.statements > 1 ? `×${position.statements}` : ''}</span>
            </span>
          ))}
          {positions.length > 2 && (
            <span className="answer-line soft">{words.claims.moreAnswers(positions.length - 2)}</span>
          )}
        </Why>
      </Cell>
      <Cell name="findings">
        {kinds.map(([kind, n]) => (
          <Why
            key={kind}
            claim={key}
            about="findings"
            label={say.finding(n ?? 1, words.finding(kind))}
            look={`chip ${kind}`}
          >
            {words.shortFinding(kind)}
            {(n ?? 0) > 1 && <span className="times"> {n}</span>}
          </Why>
        ))}
      </Cell>
      <Cell name="certainty">
        <Why
          claim={key}
          about="certainty"
          label={say.certainty(
            words.certainty.range(words.certainty.scale(certainty.least), words.certainty.scale(certainty.most)),
          )}
        >
          <Certainty least={certainty.least} most={certainty.most} />
        </Why>
      </Cell>
      <Cell name="firstSeen">
        <Why claim={key} about="firstSeen" label={say.firstSeen(firstSeen ? dayOf(firstSeen) : words.claims.noDate)}>
          {firstSeen ? shortDay(firstSeen) : words.claims.noDate}
        </Why>
      </Cell>
      <Cell name="credibility">
        <Why claim={key} about="credibility" label={`${say.credibility(credibility)} ${credibilityReason}`}>
          {credibility}
        </Why>
      </Cell>
    </div>
  )
}

function under({ independent, bottleneck, documents, doubtful, notEstablished }: ClaimRow): string {
  const parts = [
    ...(independent === 0 ? [words.claims.notEstablished] : []),
    ...(bottleneck && documents > 1 ? [words.claims.bottleneck(bottleneck.name)] : []),
    ...(doubtful > 0 ? [words.claims.doubtful(doubtful)] : []),
    ...(notEstablished > 0 && independent > 0 ? [words.claims.unnamed(notEstablished)] : []),
  ]
  return parts.join(', ')
}

/** "16 Apr 2025": a column has no room for more. */
function shortDay(when: string): string {
  return dayOf(when).replace(/(\p{L}{3})\p{L}+/u, '$1')
}

function Cell({ name, children }: { readonly name: keyof typeof words.claims.columns; readonly children: ReactNode }) {
  return (
    <div role="cell" className={name} data-label={words.claims.columns[name]}>
      {children}
    </div>
  )
}

function Why({
  claim,
  about,
  label,
  look,
  children,
}: {
  readonly claim: string
  readonly about: string
  readonly label: string
  readonly look?: string
  readonly children: ReactNode
}) {
  const here = useAddress()
  return (
    <Link className={look ? `why ${look}` : 'why'} to={withQuery(here, { why: claim, about })} title={label}>
      {children}
      <span className="visually-hidden"> {label}</span>
    </Link>
  )
}
