import type { ComponentType, ReactNode } from 'react'
import { dayOf } from '../../export/view/day-words.ts'
import { plain } from '../../export/view/plain.ts'
import type { ClaimRow } from '../../export/workbench/claim-rows.ts'
import { Badge } from '../parts/badge.tsx'
import { Written } from '../parts/written.tsx'
import type { Setting } from '../setting.ts'
import { words } from '../words.ts'
import { Certainty } from './certainty.tsx'

export type ClaimColumn = Exclude<keyof typeof words.claims.columns, 'gist'>

/** One cell of a row about a claim. */
export interface CellProps {
  readonly name: ClaimColumn
  /** What rows are ordered by. */
  readonly value: string | number
  readonly children: ReactNode
}

/** A figure of a claim, which a page may make a link to the words it stands on. */
export interface FigureProps {
  /** Key of the claim. */
  readonly claim: string
  readonly about: ClaimColumn
  /** The figure in words, and what is asked of it. */
  readonly label: string
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** The figures of a claim in a row, cell by cell; the claim itself stands before them. */
export function ClaimCells({
  row,
  setting,
  Cell,
  Figure,
  noted,
}: {
  readonly row: ClaimRow
  readonly setting: Pick<Setting, 'mark'>
  readonly Cell: ComponentType<CellProps>
  readonly Figure: ComponentType<FigureProps>
  /** What else is noted of it. */
  readonly noted?: ReactNode
}) {
  const {
    key: claim,
    documents,
    independent,
    origins,
    positions,
    certainty,
    firstSeen,
    credibility,
    credibilityReason,
  } = row
  const kinds = Object.entries(row.findings).filter(([kind]) => kind !== 'single-origin' || independent !== 1)
  const say = words.claims.why
  const sure = words.certainty.range(words.certainty.scale(certainty.least), words.certainty.scale(certainty.most))
  const day = firstSeen ? dayOf(firstSeen) : words.claims.noDate
  const rest = restWords(row)
  return (
    <>
      <Cell name="documents" value={documents}>
        <Figure claim={claim} about="documents" label={say.documents(documents)}>
          {documents}
        </Figure>
      </Cell>
      <Cell name="origins" value={independent}>
        <Figure claim={claim} about="origins" label={say.origins(independent)}>
          <span className={independent === 0 ? 'figure nil' : 'figure'}>{independent}</span>
          <span className="badges">
            {origins.slice(0, 4).map(({ id, name }) => (
              <Badge key={id} mark={setting.mark(id, name)} />
            ))}
          </span>
        </Figure>
        {rest !== '' && <small title={rest}>{rest}</small>}
      </Cell>
      <Cell name="positions" value={positions.length}>
        <Figure claim={claim} about="positions" label={say.positions(positions.length)}>
          {positions.slice(0, 2).map((position) => (
            <span key={position.words} className="answer-line">
              <Written most={60}>{position.words}</Written>
              {position.statements > 1 && <span className="times"> ×{position.statements}</span>}
            </span>
          ))}
          {positions.length > 2 && (
            <span className="answer-line soft">{words.claims.moreAnswers(positions.length - 2)}</span>
          )}
        </Figure>
      </Cell>
      <Cell name="findings" value={kinds.length}>
        {kinds.map(([kind, n]) => (
          <Figure
            key={kind}
            claim={claim}
            about="findings"
            label={say.finding(n ?? 1, words.finding(kind))}
            className={`chip ${kind}`}
          >
            {words.shortFinding(kind)}
            {(n ?? 0) > 1 && <span className="times"> {n}</span>}
          </Figure>
        ))}
        {noted}
      </Cell>
      <Cell name="certainty" value={certainty.least + certainty.most}>
        <Figure claim={claim} about="certainty" label={say.certainty(sure)}>
          <Certainty least={certainty.least} most={certainty.most} />
        </Figure>
      </Cell>
      <Cell name="firstSeen" value={plain(firstSeen ?? '')}>
        <Figure claim={claim} about="firstSeen" label={say.firstSeen(day)}>
          {shortDay(day)}
        </Figure>
      </Cell>
      <Cell name="credibility" value={credibility}>
        <Figure claim={claim} about="credibility" label={`${say.credibility(credibility)} ${credibilityReason}`}>
          {credibility}
        </Figure>
      </Cell>
    </>
  )
}

/** What stands under the number of origins. */
function restWords({ independent, bottleneck, documents, doubtful, notEstablished }: ClaimRow): string {
  const parts = [
    ...(independent === 0 ? [words.claims.notEstablished] : []),
    ...(bottleneck && documents > 1 ? [words.claims.bottleneck(bottleneck.name)] : []),
    ...(doubtful > 0 ? [words.claims.doubtful(doubtful)] : []),
    ...(notEstablished > 0 && independent > 0 ? [words.claims.unnamed(notEstablished)] : []),
  ]
  return parts.join(', ')
}

/** "16 Apr 2025": a column has no room for more. */
const shortDay = (day: string): string => day.replace(/(?<=\d )(\p{L}{3})\p{L}+/u, '$1')
