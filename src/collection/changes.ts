import type { Finding, FindingKind } from '../model/finding.ts'
import type { Claim, Figure, Report, ReportStatement } from '../model/report.ts'
import { addTo } from '../text/listed.ts'
import { fold, wordPattern } from '../text/words.ts'
import type { NewAlert } from './alerts.ts'
import type { Evidence } from './evidence.ts'

/**
 * What is worth telling of the difference between two reports on one collection, before and after something came in: a claim gained a second
 * independent origin or a second way to the reader, its figure changed, a conflict appeared, a source corrected itself. A claim that is all
 * new has not changed.
 *
 * @param before the piles that are no more as they were
 * @param after the piles that took their place
 */
export function changesBetween(before: readonly Report[], after: readonly Report[], at: string): readonly NewAlert[] {
  const old = heldIn(before)
  const now = heldIn(after)
  return now.claims.flatMap((claim): readonly NewAlert[] => {
    const earlier = earlierOf(claim, old, now)
    if (earlier.length === 0) return []
    const alert = (kind: NewAlert['kind'], says: string, statements: readonly string[]): NewAlert => ({
      at,
      kind,
      about: claim.gist,
      says,
      evidence: statements.flatMap((id) => evidenceOf(id, now) ?? evidenceOf(id, old) ?? []),
    })
    return [
      ...origins(claim, earlier, alert),
      ...figures(claim, earlier, old, now, alert),
      ...findings(claim, earlier, old, now, alert),
    ]
  })
}

type Make = (kind: NewAlert['kind'], says: string, statements: readonly string[]) => NewAlert

/** Everything of some piles by its id. */
interface Held {
  readonly claims: readonly HeldClaim[]
  /** By what the statements in them say. */
  readonly claimOf: ReadonlyMap<string, HeldClaim>
  readonly statements: ReadonlyMap<string, ReportStatement>
  /** What a statement says, by its id. */
  readonly saying: (id: string) => string
  /** What was said, in which document: this stays where words before it were edited, and the statement got another id. */
  readonly said: ReadonlySet<string>
  readonly sha256: ReadonlyMap<string, string>
}

/** A claim with its pile's findings on it and its names. Ids of claims are those of a pile, and say nothing beyond it. */
interface HeldClaim extends Claim {
  readonly found: readonly Finding[]
  readonly names: ReadonlyMap<string, string>
}

function heldIn(reports: readonly Report[]): Held {
  const claims = reports.flatMap((report): readonly HeldClaim[] => {
    const found = new Map<string | null, Finding[]>()
    for (const finding of report.findings) addTo(found, finding.claim, finding)
    const names = new Map([
      ...report.documents.map(({ id, publisher }) => [id, publisher ?? id] as const),
      ...report.sources.map(({ id, name }) => [id, name] as const),
    ])
    return report.claims.map((claim) => ({ ...claim, found: found.get(claim.id) ?? [], names }))
  })
  const statements = new Map(reports.flatMap((report) => report.statements.map((held) => [held.id, held] as const)))
  const sayings = new Map([...statements.keys()].map((id) => [id, sayingIn(id, statements)]))
  const saying = (id: string): string => sayings.get(id) ?? id
  return {
    claims,
    claimOf: new Map(claims.flatMap((claim) => claim.statements.map((id) => [saying(id), claim] as const))),
    statements,
    saying,
    said: new Set(sayings.values()),
    sha256: new Map(reports.flatMap(({ documents }) => documents.map(({ id, sha256 }) => [id, sha256] as const))),
  }
}

/** The claims that statements of this one were in before. */
const earlierOf = (claim: HeldClaim, old: Held, now: Held): readonly HeldClaim[] => [
  ...new Set(claim.statements.flatMap((id) => old.claimOf.get(now.saying(id)) ?? [])),
]

/** Who says what: the document, and the figures of the statement or else its words without case and marks. */
function sayingIn(id: string, statements: ReadonlyMap<string, ReportStatement>): string {
  const statement = statements.get(id)
  if (!statement) return id
  const { document, figures, quote } = statement
  const what =
    figures.length > 0
      ? figures.map((figure) => `${amountOf(figure)} ${figure.of}`)
      : (quote.match(wordPattern) ?? []).map(fold)
  return [document, ...what].join(' ')
}

function origins(claim: HeldClaim, earlier: readonly HeldClaim[], alert: Make): readonly NewAlert[] {
  const before = Math.max(...earlier.map(({ independent }) => independent))
  const paths = Math.max(...earlier.map((known) => known.paths))
  const known = new Set(earlier.flatMap((held) => held.origins.map((id) => held.names.get(id) ?? id)))
  const come = claim.origins.map((id) => claim.names.get(id) ?? id).filter((name) => !known.has(name))
  const statementsOf = claim.trails
    .filter(({ hops }) => hops.some(({ node }) => come.includes(claim.names.get(node) ?? node)))
    .map(({ statement }) => statement)
  const shown = statementsOf.length > 0 ? statementsOf.slice(0, 2) : claim.statements.slice(0, 1)
  return [
    ...(before < 2 && claim.independent >= 2
      ? [
          alert(
            'second-origin',
            `${claim.independent} independent origins found in this collection, ${before} before${come.length > 0 ? `; new: ${come.join(', ')}` : ''}.`,
            shown,
          ),
        ]
      : []),
    ...(paths < 2 && claim.paths >= 2
      ? [
          alert(
            'bottleneck-gone',
            `It no longer reaches the reader through one hand: ${claim.paths} trails share no report and no source on the way.`,
            shown,
          ),
        ]
      : []),
  ]
}

/** A figure that nobody gave before. What counts in years or names another thing is another claim. */
function figures(
  claim: HeldClaim,
  earlier: readonly HeldClaim[],
  old: Held,
  now: Held,
  alert: Make,
): readonly NewAlert[] {
  const known = new Set(
    earlier.flatMap(({ statements }) =>
      statements.flatMap((id) => old.statements.get(id)?.figures ?? []).map(amountOf),
    ),
  )
  if (known.size === 0) return []
  const come = claim.positions
    .filter(
      ({ figures }) => figures !== null && figures.length > 0 && !figures.some((figure) => known.has(amountOf(figure))),
    )
    .flatMap(({ figures: given, statements }) => {
      const [statement] = statements.filter((id) => now.statements.has(id) && !old.said.has(now.saying(id)))
      return statement && given ? [{ statement, quote: given[0]?.quote ?? '' }] : []
    })
  return come.map(({ statement, quote }) =>
    alert('figure-changed', `A figure that nobody gave before: “${quote}”.`, [statement]),
  )
}

const amountOf = ({ low, high, unit, per }: Figure): string => `${low} ${high} ${unit} ${per}`

function findings(
  claim: HeldClaim,
  earlier: readonly HeldClaim[],
  old: Held,
  now: Held,
  alert: Make,
): readonly NewAlert[] {
  const known = new Set(earlier.flatMap(({ found }) => found.map((finding) => keyOf(finding, old))))
  const isNew = ({ from, to }: Finding): boolean =>
    [from, to].some((id) => id !== null && now.statements.has(id) && !old.said.has(now.saying(id)))
  return told.flatMap(({ kind, as }) => {
    const [first] = claim.found.filter(
      (finding) => finding.kind === kind && !known.has(keyOf(finding, now)) && isNew(finding),
    )
    return first
      ? [
          alert(
            as,
            first.says,
            [first.from, first.to].filter((id) => id !== null),
          ),
        ]
      : []
  })
}

const told: readonly { readonly kind: FindingKind; readonly as: NewAlert['kind'] }[] = [
  { kind: 'conflict', as: 'conflict' },
  { kind: 'correction', as: 'correction' },
]

/** The same conflict between the same two sayings, whichever stands first. */
const keyOf = ({ kind, from, to }: Finding, { saying }: Held): string =>
  [kind, ...[from, to].map((id) => saying(id ?? '')).sort()].join('\n')

function evidenceOf(id: string, { statements, sha256 }: Held): Evidence | undefined {
  const held = statements.get(id)
  return (
    held && {
      document: held.document,
      sha256: sha256.get(held.document) ?? '',
      start: held.start,
      end: held.end,
      quote: held.quote,
    }
  )
}
