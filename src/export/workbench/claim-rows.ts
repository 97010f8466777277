import type { FindingKind } from '../../model/finding.ts'
import type { Claim } from '../../model/report.ts'
import { byCodeUnit } from '../../text/order.ts'
import { claimView } from '../view/claim-view.ts'
import { type Named, nameOf, voiceOf } from '../view/lookup.ts'
import type { Catalogue, CataloguedClaim } from './catalogue.ts'
import { keyOf, type Shelf, type Spanning } from './shelf.ts'

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

/**
 * The claims that a question asks for, in the order it asks for; the catalogue's own order is by what is most worth a look.
 *
 * @param tells whether the words that are asked for stand in a claim or its statements; who keeps the words knows
 */
export function claimsFor(
  catalogue: Catalogue,
  { story, origin, finding, source, min, max, sort = 'noteworthy' }: Omit<ClaimQuestion, 'q'>,
  tells: (claim: CataloguedClaim) => boolean = () => true,
): readonly CataloguedClaim[] {
  const wanted = story === undefined ? undefined : (catalogue.documents.get(story)?.story ?? '')
  const back = origin === undefined ? undefined : nodesOfVoice(catalogue, origin)
  const said = source === undefined ? undefined : claimsSaidBy(catalogue, source)
  const found = catalogue.claims.filter(
    (claim) =>
      (wanted === undefined || claim.story === wanted) &&
      (min === undefined || claim.independent >= min) &&
      (max === undefined || claim.independent <= max) &&
      (back === undefined || claim.origins.some((node) => back.has(node))) &&
      (finding === undefined || claim.kinds.includes(finding)) &&
      (said === undefined || said.has(claim)) &&
      tells(claim),
  )
  return inOrder(found, sort)
}

/** Every document and source that is the voice of this one. */
function nodesOfVoice(catalogue: Catalogue, origin: string): ReadonlySet<string> {
  const voice = voiceOf(catalogue, origin)
  return new Set([origin, ...[...catalogue.originOf.keys()].filter((node) => voiceOf(catalogue, node) === voice)])
}

/** Claims that a source of this id or name is said to have made. */
function claimsSaidBy(catalogue: Catalogue, source: string): ReadonlySet<CataloguedClaim> {
  const named = source.toLowerCase()
  const ids = [...catalogue.heard.keys()].filter((id) => id === source || nameOf(catalogue, id).toLowerCase() === named)
  return new Set(ids.flatMap((id) => claimsSaid(catalogue, id)))
}

/** The claims of what a source is said to have said, each once, in the order of the reports. */
export const claimsSaid = ({ heard, claimsIn }: Catalogue, source: string): readonly CataloguedClaim[] => [
  ...new Set(
    (heard.get(source) ?? []).flatMap(({ document: { pile, claimed }, statements }) =>
      statements.flatMap((place) => claimsIn[pile]?.[claimed[place] ?? -1] ?? []),
    ),
  ),
]

function inOrder(claims: readonly CataloguedClaim[], sort: ClaimOrder): readonly CataloguedClaim[] {
  switch (sort) {
    case 'noteworthy':
      return claims
    case 'documents':
      return [...claims].sort((a, b) => b.documents - a.documents)
    case 'origins':
      return [...claims].sort((a, b) => b.independent - a.independent)
    case 'firstSeen':
      return [...claims].sort((a, b) => byCodeUnit(b.firstSeen ?? '', a.firstSeen ?? ''))
  }
}

/** What a row shows of a claim that only the report on its pile tells. Nodes go by the ids that they have there. */
export interface ClaimBody
  extends Pick<
    ClaimRow,
    | 'gist'
    | 'paths'
    | 'notEstablished'
    | 'doubtful'
    | 'credibility'
    | 'credibilityReason'
    | 'positions'
    | 'findings'
    | 'certainty'
  > {
  readonly bottleneck: string | null
}

export function bodyOf(shelf: Shelf, claim: Claim): ClaimBody {
  const { gist, answers } = claimView(shelf, claim)
  const scores = claim.statements.flatMap((id) => shelf.statements.get(id)?.certaintyScore ?? [])
  const findings: Record<string, number> = {}
  for (const { kind } of shelf.findings.get(claim.id) ?? []) findings[kind] = (findings[kind] ?? 0) + 1
  return {
    gist,
    paths: claim.paths,
    notEstablished: claim.notEstablished,
    doubtful: claim.doubtful?.length ?? 0,
    bottleneck: claim.bottleneck,
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
  }
}

/** A row of a claim, from what is held of it for lists and what is kept of it for its row. */
export function rowOf(
  held: Named & Pick<Spanning, 'annotations'>,
  claim: Omit<CataloguedClaim, 'pile' | 'place' | 'kinds'>,
  { bottleneck, ...body }: ClaimBody,
): ClaimRow {
  const put = held.annotations.get(`claim ${claim.id}`) ?? []
  // What a reader looks for first comes first.
  const { gist, ...rest } = body
  return {
    key: claim.key,
    id: claim.id,
    gist,
    documents: claim.documents,
    independent: claim.independent,
    ...rest,
    origins: originsOf(held, claim.origins),
    bottleneck: bottleneck === null ? null : { id: bottleneck, name: nameOf(held, bottleneck) },
    firstSeen: claim.firstSeen,
    story: claim.story,
    state: put.findLast(({ kind }) => kind === 'state')?.text ?? null,
    tags: put.filter(({ kind }) => kind === 'tag').map(({ text }) => text),
  }
}

/** The same from a report that is held whole. */
export function claimRow(shelf: Shelf, claim: Claim): ClaimRow {
  const { id, documents, independent, origins } = claim
  const document = shelf.statements.get(claim.statements[0] ?? '')?.document
  const story = shelf.storyOf.get(document ?? '')?.id ?? null
  const firstSeen = shelf.firstSeen.get(id) ?? null
  return rowOf(
    shelf,
    { key: keyOf(claim), id, documents, independent, origins, firstSeen, story },
    bodyOf(shelf, claim),
  )
}

/** A ministry and its minister are one. */
function originsOf(held: Named, origins: readonly string[]): ClaimRow['origins'] {
  const voices = new Map<string, string>()
  for (const id of origins) {
    const voice = voiceOf(held, id)
    if (!voices.has(voice)) voices.set(voice, id)
  }
  return [...voices.values()].map((id) => ({ id, name: nameOf(held, id) }))
}
