import { type ListedKind, rowKey, wordsIn } from '../../collection/listing.ts'
import {
  type Catalogue,
  type CataloguedClaim,
  type CataloguedDocument,
  cataloguing,
  type Placed,
} from '../../export/workbench/catalogue.ts'
import {
  type ClaimBody,
  type ClaimQuestion,
  type ClaimRow,
  claimsFor,
  rowOf,
} from '../../export/workbench/claim-rows.ts'
import { type DocumentQuestion, documentsFor } from '../../export/workbench/document-page.ts'
import { type Shelf, shelving } from '../../export/workbench/shelf.ts'
import { type Doubt, doubting, type KeptDoubt } from '../../export/workbench/suggestions.ts'
import type { Report } from '../../model/report.ts'
import { withReliability } from '../../tracing/decided.ts'
import type { InForce } from '../../tracing/in-force.ts'
import { partOf } from '../../tracing/joined.ts'
import { joiningOutlines } from '../../tracing/outline.ts'
import type { PileDigest } from '../collection/listing.ts'
import { type Anchors, putOnPiles } from './decided-piles.ts'
import { gradually } from './gradually.ts'
import { lastAsked } from './last-asked.ts'
import type { Rows } from './rows.ts'

/**
 * The answer of a collection: what its lists need is held in memory, the report on a pile is read when a page of it is asked for. It comes out
 * as it would from the report on all piles together.
 */
export interface Answer {
  /** The last line of the log that it takes into account; 0 before the first tracing. */
  readonly upTo: number
  readonly catalogue: Catalogue
  /** The claims that a question asks for, in the order it asks for. */
  claims(question: ClaimQuestion): Promise<readonly CataloguedClaim[]>
  claimRows(claims: readonly CataloguedClaim[]): Promise<readonly ClaimRow[]>
  /** The documents that a question asks for, in the order it asks for. */
  documents(question: DocumentQuestion): Promise<readonly CataloguedDocument[]>
  /** All that Headwater is unsure of, best first. */
  doubts(): Promise<readonly Doubt[]>
  /** The pile that a document stands in, as a part of the whole; undefined where there is no such document. */
  shelf(document: string): Promise<Shelf | undefined>
  /** The pile of a document by its key: a digest of what it was made from. */
  pileOf(document: string): string | undefined
}

/** What an answer is made of. */
export interface Made {
  readonly upTo: number
  /** In the order of piles. */
  readonly piles: readonly KeyedDigest[]
  readonly decisions: readonly InForce[]
  /** The documents of each story, by id. */
  readonly stories: readonly (readonly string[])[]
  readonly rows: Rows
  /** Reads the report on a pile. Undefined where it was put away since. */
  report(key: string): Promise<Report | undefined>
  /** Where a document stands in the order in which documents came into the collection. */
  arrival(document: string): number
  /** Where decisions were found that quote words of piles. */
  readonly anchors: Anchors
}

export interface KeyedDigest extends PileDigest {
  readonly key: string
}

export async function answerOf(made: Made): Promise<Answer> {
  const { upTo, piles, rows, stories, arrival } = made
  const joining = await gradually(joiningOutlines(piles.map(({ outline }) => outline)))
  const put = await putOnPiles(made, joining)
  const parts = piles.map(({ key, listed }, i) => ({
    key,
    listed,
    sourceIds: joining.sourceIds[i] ?? new Map<string, string>(),
    claimIds: joining.claimIds[i] ?? [],
  }))
  const { sources, annotations, unapplied } = put
  const catalogue = await gradually(
    cataloguing({ ...joining, piles: parts, sources, annotations, unapplied, stories, arrival }),
  )
  const keys = parts.map(({ key }) => key)
  const shelves = lastAsked({ read: shelfOf, sizeOf: ({ report }) => sizeOf(report), most: mostHeld })
  let doubts: Promise<readonly Doubt[]> | undefined

  return {
    upTo,
    catalogue,
    claims: async ({ q, ...question }) => claimsFor(catalogue, question, await telling('claim', q)),
    async claimRows(claims) {
      const keyOf = (claim: Placed): string => rowKey(keys[claim.pile] ?? '', 'claim', claim.place)
      const bodies = await rows.listed(claims.map(keyOf))
      return claims.map((claim) => {
        const body = bodies.get(keyOf(claim)) as unknown as ClaimBody | undefined
        if (!body) throw putAway()
        const { bottleneck } = body
        return rowOf(catalogue, claim, { ...body, bottleneck: bottleneck && nodeOf(claim.pile, bottleneck) })
      })
    },
    documents: async ({ q, ...question }) => documentsFor(catalogue, question, await telling('document', q)),
    doubts() {
      doubts ??= allDoubts()
      return doubts
    },
    async shelf(document) {
      const pile = catalogue.documents.get(document)?.pile
      return pile === undefined ? undefined : shelves(pile)
    },
    pileOf: (document) => keys[catalogue.documents.get(document)?.pile ?? -1],
  }

  /** A source of a pile has an id of its own among those of all piles. */
  function nodeOf(pile: number, node: string): string {
    return parts[pile]?.sourceIds.get(node) ?? node
  }

  async function telling(kind: ListedKind, q = ''): Promise<((one: Placed) => boolean) | undefined> {
    const words = wordsIn(q)
    if (words.length === 0) return undefined
    const found = new Set<string>()
    for (let at = 0; at < keys.length; at += pilesAtOnce) {
      for (const key of await rows.listedWith(kind, keys.slice(at, at + pilesAtOnce), words)) found.add(key)
      await new Promise(setImmediate)
    }
    return ({ pile, place }) => found.has(rowKey(keys[pile] ?? '', kind, place))
  }

  async function allDoubts(): Promise<readonly Doubt[]> {
    const kept: KeptDoubt[] = []
    const pileOf = new Map(keys.map((key, pile) => [key, pile]))
    for (let at = 0; at < keys.length; at += pilesAtOnce) {
      for (const [row, body] of await rows.listedOf('doubt', keys.slice(at, at + pilesAtOnce))) {
        const { suggestion, origin } = body as unknown as KeptDoubt
        const pile = pileOf.get(row.slice(0, row.indexOf(' '))) ?? -1
        kept.push({ suggestion, origin: origin && nodeOf(pile, origin) })
      }
      await new Promise(setImmediate)
    }
    return gradually(doubting(catalogue, kept))
  }

  async function shelfOf(pile: number): Promise<Shelf> {
    const part = parts[pile]
    const report = part && (await made.report(part.key))
    if (!part || !report) throw putAway()
    const own =
      parts.length === 1 ? { ...report, sources } : partOf(report, part.sourceIds, part.claimIds, catalogue.sources)
    const graded = put.letters.size > 0 ? { ...own, claims: withReliability(own.claims, put.letters) } : own
    const told = storiesIn(stories, new Set(own.documents.map(({ id }) => id)))
    return gradually(shelving(graded, told, arrival, catalogue))
  }
}

/** Piles that the store is asked about at once; others are answered in between. */
const pilesAtOnce = 64

/** What a report grows by: statements, and hops of trails. */
export const sizeOf = ({ statements, claims }: Report): number =>
  statements.length +
  claims.reduce((sum, { trails }) => trails.reduce((hops, trail) => hops + trail.hops.length, sum), 0)

/** So much is held of reports, and again of the shelves made of them: some 100 MB each. */
export const mostHeld = 150_000

const storiesIn = (stories: Made['stories'], documents: ReadonlySet<string>) =>
  stories.filter(([first = '']) => documents.has(first))

/** What is wanted of a pile that was put away since the answer was made: it is there in a newer one. */
const putAway = (): Error => Object.assign(new Error('a pile was put away meanwhile'), { code: 'PUT_AWAY' })

export const isPutAway = (error: unknown): boolean => (error as { readonly code?: unknown } | null)?.code === 'PUT_AWAY'
