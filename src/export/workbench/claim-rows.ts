import type { FindingKind } from '../../model/finding.ts'
import type { Claim } from '../../model/report.ts'
import { byCodeUnit } from '../../text/order.ts'
import { claimView } from '../view/claim-view.ts'
import { nameOf, voiceOf } from '../view/lookup.ts'
import { keyOf, type Shelf } from './shelf.ts'

/** One claim on one line. */
export interface ClaimRow {
  readonly key: string
  readonly id: string
  readonly gist: string
  readonly documents: number
  readonly independent: number
  readonly paths: number
  readonly notEstablished: number
  /** How many origins may be answering another question, and are not counted. */
  readonly doubtful: number
  /** One for each voice that is counted. */
  readonly origins: readonly { readonly id: string; readonly name: string }[]
  readonly bottleneck: { readonly id: string; readonly name: string } | null
  readonly credibility: Claim['credibility']
  readonly credibilityReason: string
  readonly positions: readonly { readonly words: string; readonly independent: number; readonly statements: number }[]
  /** How many findings of each kind. */
  readonly findings: Readonly<Record<string, number>>
  /** The least and the most certain way in which it is put, -3 to 3. */
  readonly certainty: { readonly least: number; readonly most: number }
  /** When the first report that makes it was published. */
  readonly firstSeen: string | null
  /** Id of its story. */
  readonly story: string | null
  /** How far people have come with it, and what they tagged it with. */
  readonly state: string | null
  readonly tags: readonly string[]
}

/** Which claims are wanted, and in what order. */
export interface ClaimQuestion {
  readonly story?: string | undefined
  /** Id of a document or source that it goes back to. */
  readonly origin?: string | undefined
  readonly finding?: FindingKind | undefined
  /** Id or name of a source that is said to have said it. */
  readonly source?: string | undefined
  /** Words that stand in its gist or in a statement of it. */
  readonly q?: string | undefined
  /** Independent origins. */
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly sort?: ClaimOrder | undefined
}

export const claimOrders = ['noteworthy', 'documents', 'origins', 'firstSeen'] as const
export type ClaimOrder = (typeof claimOrders)[number]

/** The claims that a question asks for, in the order it asks for; the report's own order is by what is most worth a look. */
export function claimsFor(shelf: Shelf, question: ClaimQuestion): readonly Claim[] {
  const { story, origin, finding, source, q, min, max, sort = 'noteworthy' } = question
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const voice = origin === undefined ? undefined : voiceOf(shelf, origin)
  const named = source?.toLowerCase()
  const says = (id: string): boolean =>
    (shelf.statements.get(id)?.attribution ?? []).some(
      ({ source: said }) => said === source || nameOf(shelf, said).toLowerCase() === named,
    )
  const tells = (claim: Claim): boolean => {
    const text = [claim.gist, ...claim.statements.map((id) => shelf.statements.get(id)?.quote ?? '')]
      .join('\n')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const all = story === undefined ? shelf.report.claims : (shelf.storyOf.get(story)?.claims ?? [])
  const found = all.filter(
    (claim) =>
      (min === undefined || claim.independent >= min) &&
      (max === undefined || claim.independent <= max) &&
      (voice === undefined || claim.origins.some((node) => node === origin || voiceOf(shelf, node) === voice)) &&
      (finding === undefined || (shelf.findings.get(claim.id) ?? []).some(({ kind }) => kind === finding)) &&
      (source === undefined || claim.statements.some(says)) &&
      (words.length === 0 || tells(claim)),
  )
  return inOrder(shelf, found, sort)
}

function inOrder(shelf: Shelf, claims: readonly Claim[], sort: ClaimOrder): readonly Claim[] {
  const seen = ({ id }: Claim): string => shelf.firstSeen.get(id) ?? ''
  switch (sort) {
    case 'noteworthy':
      return claims
    case 'documents':
      return [...claims].sort((a, b) => b.documents - a.documents)
    case 'origins':
      return [...claims].sort((a, b) => b.independent - a.independent)
    case 'firstSeen':
      return [...claims].sort((a, b) => byCodeUnit(seen(b), seen(a)))
  }
}

export function claimRow(shelf: Shelf, claim: Claim): ClaimRow {
  const { gist, answers } = claimView(shelf, claim)
  const scores = claim.statements.flatMap((id) => shelf.statements.get(id)?.certaintyScore ?? [])
  const document = shelf.statements.get(claim.statements[0] ?? '')?.document
  const findings: Record<string, number> = {}
  for (const { kind } of shelf.findings.get(claim.id) ?? []) findings[kind] = (findings[kind] ?? 0) + 1
  const put = shelf.annotations.get(`claim ${claim.id}`) ?? []
  return {
    key: keyOf(claim),
    id: claim.id,
    gist,
    documents: claim.documents,
    independent: claim.independent,
    paths: claim.paths,
    notEstablished: claim.notEstablished,
    doubtful: claim.doubtful?.length ?? 0,
    origins: originsOf(shelf, claim),
    bottleneck: claim.bottleneck === null ? null : { id: claim.bottleneck, name: nameOf(shelf, claim.bottleneck) },
    credibility: claim.credibility,
    credibilityReason: claim.credibilityReason,
    positions: answers.map(({ words, position }) => ({
      words,
      independent: position.independent,
      statements: position.statements.length,
    })),
    findings,
    certainty: {
      least: scores.reduce((least, score) => Math.min(least, score), scores[0] ?? 0),
      most: scores.reduce((most, score) => Math.max(most, score), scores[0] ?? 0),
    },
    firstSeen: shelf.firstSeen.get(claim.id) ?? null,
    story: shelf.storyOf.get(document ?? '')?.id ?? null,
    state: put.findLast(({ kind }) => kind === 'state')?.text ?? null,
    tags: put.filter(({ kind }) => kind === 'tag').map(({ text }) => text),
  }
}

/** A ministry and its minister are one. */
function originsOf(shelf: Shelf, { origins }: Claim): ClaimRow['origins'] {
  const voices = new Map<string, string>()
  for (const id of origins) {
    const voice = voiceOf(shelf, id)
    if (!voices.has(voice)) voices.set(voice, id)
  }
  return [...voices.values()].map((id) => ({ id, name: nameOf(shelf, id) }))
}
