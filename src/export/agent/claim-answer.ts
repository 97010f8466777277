import type { FindingKind } from '../../model/finding.ts'
import type { Claim, ReportStatement } from '../../model/report.ts'
import type { Certainty } from '../../model/statement.ts'
import { byCodeUnit } from '../../text/order.ts'
import { claimView, reachWords } from '../view/claim-view.ts'
import { type Named, nameOf } from '../view/lookup.ts'
import { originWords } from '../view/summary.ts'
import { trailWords } from '../view/trail-words.ts'
import type { CataloguedClaim } from '../workbench/catalogue.ts'
import type { ClaimRow } from '../workbench/claim-rows.ts'
import { keyOf, type Shelf } from '../workbench/shelf.ts'
import { dated } from './dated.ts'
import { handleOf } from './handles.ts'
import { first, type Listed, listed, type Part } from './listed.ts'
import { type Words, words } from './sealed.ts'

/** One claim in a list. */
export interface ClaimLine {
  readonly claim: string
  readonly gist: Words
  readonly reports: number
  readonly independent_origins: number
  /** What the number means, in Headwater's words. */
  readonly standing: string
  readonly origins: readonly Words[]
  readonly more_origins: number
  /** Kinds of what was found about it: drift, conflict, single-relay … */
  readonly findings: readonly FindingKind[]
  readonly first_reported: string | null
}

/** A line of a claim, by its row. */
export function claimLine(held: Named, { key, origins, kinds, firstSeen }: ListedFacts, row: RowFacts): ClaimLine {
  const { shown, more } = first([...new Set(origins.map((node) => nameOf(held, node)))], 4)
  return {
    claim: handleOf('claims', key),
    gist: words(row.gist, 240),
    reports: row.documents,
    independent_origins: row.independent,
    standing: standingOf(row, kinds.includes('conflict')),
    origins: shown.map((name) => words(name, 80)),
    more_origins: more,
    findings: kinds,
    first_reported: dated(firstSeen ?? undefined),
  }
}

type ListedFacts = Pick<CataloguedClaim, 'key' | 'origins' | 'kinds' | 'firstSeen'>
type RowFacts = Pick<ClaimRow, 'gist' | 'documents' | 'independent' | 'notEstablished' | 'doubtful'>

/** Never whether it is so: where it comes from, as far as this collection shows. */
function standingOf({ independent, notEstablished, doubtful }: RowFacts, isDisputed: boolean): string {
  return [
    independent > 1 ? `${originWords({ independent })} found in this collection` : originWords({ independent }),
    ...(isDisputed ? ['disputed'] : []),
    ...(doubtful > 0 ? [`${doubtful} doubtful, not counted`] : []),
    ...(notEstablished > 0 && independent > 0 ? [`${notEstablished} trails end in nobody named`] : []),
  ].join('; ')
}

/** Everything that decides how one claim stands. */
export interface ClaimAnswer extends ClaimLine {
  /** Why the number is what it is. */
  readonly why: Words | null
  /** The earliest report that makes it, where days are known. */
  readonly earliest: StatementLine | null
  /** The answers that reports give, side by side. */
  readonly positions: readonly {
    readonly answer: Words
    readonly independent_origins: number
    readonly origins: readonly Words[]
    readonly outlets: readonly Words[]
    readonly statements: number
  }[]
  readonly more_positions: number
  readonly changes: readonly { readonly kind: FindingKind; readonly aspect: string | null; readonly says: Words }[]
  readonly more_changes: number
  /** STANAG 2511, computed of the origins alone. */
  readonly credibility: string
  readonly credibility_reason: Words
  readonly statements: Listed<StatementLine>
}

/** One statement, and where its trail goes. */
export interface StatementLine {
  readonly statement: string
  readonly report: string
  readonly outlet: Words
  readonly published: string | null
  readonly quote: Words
  readonly certainty: Certainty
  /** From the report upstream; `←` where the text says so, `⇠` where it was inferred. */
  readonly trail: Words | null
}

export function claimAnswer(shelf: Shelf, claim: Claim, part: Part): ClaimAnswer {
  const view = claimView(shelf, claim)
  const why = reachWords(shelf, claim)
  const statements = claim.statements.flatMap((id) => shelf.statements.get(id) ?? [])
  const positions = first(view.answers, 5)
  const changes = first(
    (shelf.findings.get(claim.id) ?? []).filter(({ kind }) => kind !== 'single-origin'),
    6,
  )
  const [earliest] = [...statements].sort(
    (a, b) => byCodeUnit(dayOf(shelf, a) ?? '~', dayOf(shelf, b) ?? '~') || byCodeUnit(a.id, b.id),
  )
  return {
    ...claimLine(shelf, factsOf(shelf, claim), { ...claim, gist: view.gist, doubtful: claim.doubtful?.length ?? 0 }),
    why: why === undefined ? null : words(why),
    earliest: earliest && dayOf(shelf, earliest) !== null ? statementLine(shelf, earliest) : null,
    positions: positions.shown.map((answer) => ({
      answer: words(answer.words, 160),
      independent_origins: answer.position.independent,
      origins: answer.origins.slice(0, 4).map((name) => words(name, 80)),
      outlets: answer.outlets.slice(0, 4).map((name) => words(name, 80)),
      statements: answer.statements.length,
    })),
    more_positions: positions.more,
    changes: changes.shown.map(({ kind, aspect, says }) => ({ kind, aspect, says: words(says) })),
    more_changes: changes.more,
    credibility: claim.credibility,
    credibility_reason: words(claim.credibilityReason),
    statements: listed(
      statements,
      part,
      ({ id }) => id,
      (statement) => statementLine(shelf, statement),
      3_000,
    ),
  }
}

const factsOf = (shelf: Shelf, claim: Claim): ListedFacts => ({
  key: keyOf(claim),
  origins: claim.origins,
  kinds: [...new Set((shelf.findings.get(claim.id) ?? []).map(({ kind }) => kind))],
  firstSeen: shelf.firstSeen.get(claim.id) ?? null,
})

const dayOf = (shelf: Shelf, { document }: ReportStatement): string | null =>
  dated(shelf.documents.get(document)?.published)

export function statementLine(shelf: Shelf, statement: ReportStatement): StatementLine {
  const { id, document, quote, certainty } = statement
  const trail = shelf.trails.get(id)
  return {
    statement: handleOf('claims', id),
    report: handleOf('documents', document),
    outlet: words(nameOf(shelf, document), 80),
    published: dayOf(shelf, statement),
    quote: words(quote),
    certainty,
    trail: trail ? words(trailWords(shelf, trail), 240) : null,
  }
}
