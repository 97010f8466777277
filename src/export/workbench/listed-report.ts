import type { ListedRow } from '../../collection/listing.ts'
import type { Json } from '../../collection/log.ts'
import type { FindingKind } from '../../model/finding.ts'
import type { Claim, Report } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import type { DocumentHead } from '../view/lookup.ts'
import { head } from './claim-page.ts'
import { bodyOf } from './claim-rows.ts'
import { keyOf, type Shelf, shelved } from './shelf.ts'
import { doubtsIn } from './suggestions.ts'

/** What lists sort, filter and count of the report on a pile. Ids are those of the report, as it was traced. */
export interface ListedReport {
  readonly documents: readonly ListedDocument[]
  readonly sources: readonly Source[]
  readonly claims: readonly ListedClaim[]
}

export interface ListedDocument extends DocumentHead {
  /** Claims that it makes. */
  readonly makes: number
  /** Whether its every claim came out of another report. */
  readonly addsNothing: boolean
  /** For each of its statements the place of its claim among those of the report, -1 where it is in none. */
  readonly claimed: readonly number[]
  /** Who is said to have said which statements of it: the place of a source, behind it those of the statements. */
  readonly voices: readonly (readonly number[])[]
}

export interface ListedClaim extends Pick<Claim, 'documents' | 'independent' | 'origins'> {
  /** Id of its first statement. */
  readonly key: string
  /** Place of the document that its first statement stands in. */
  readonly document: number
  /** Of its findings, each once. */
  readonly kinds: readonly FindingKind[]
  readonly firstSeen: string | null
}

export function listedReport(report: Report): { readonly digest: ListedReport; readonly rows: readonly ListedRow[] } {
  const shelf = shelved(report, [report.documents.map(({ id }) => id)])
  const documents = new Map(report.documents.map(({ id }, place) => [id, place]))
  const claims = new Map(report.claims.map(({ id }, place) => [id, place]))
  const sources = new Map(report.sources.map(({ id }, place) => [id, place]))
  return {
    digest: {
      documents: report.documents.map((document): ListedDocument => {
        const said = shelf.saidIn.get(document.id) ?? []
        return {
          ...head(document),
          makes: new Set(said.flatMap(({ claim }) => claim ?? [])).size,
          addsNothing: shelf.addNothing.has(document.id),
          claimed: said.map(({ claim }) => claims.get(claim ?? '') ?? -1),
          voices: voicesOf(said, sources),
        }
      }),
      sources: report.sources,
      claims: report.claims.map((claim) => listedClaim(shelf, claim, documents)),
    },
    rows: [
      ...report.documents.map(
        ({ title, publisher, text }, place): ListedRow => ({
          kind: 'document',
          place,
          words: `${title ?? ''}\n${publisher ?? ''}\n${text}`.toLowerCase(),
          body: null,
        }),
      ),
      ...report.claims.map(
        (claim, place): ListedRow => ({
          kind: 'claim',
          place,
          words: wordsOf(shelf, claim),
          body: bodyOf(shelf, claim) as unknown as Json,
        }),
      ),
      ...[...doubtsIn(shelf)].map(
        (doubt, place): ListedRow => ({ kind: 'doubt', place, words: '', body: doubt as unknown as Json }),
      ),
    ],
  }
}

const listedClaim = (shelf: Shelf, claim: Claim, places: ReadonlyMap<string, number>): ListedClaim => ({
  key: keyOf(claim),
  document: places.get(shelf.statements.get(claim.statements[0] ?? '')?.document ?? '') ?? -1,
  documents: claim.documents,
  independent: claim.independent,
  origins: claim.origins,
  kinds: [...new Set((shelf.findings.get(claim.id) ?? []).map(({ kind }) => kind))],
  firstSeen: shelf.firstSeen.get(claim.id) ?? null,
})

/** Copies say the same words: each line stands once. */
const wordsOf = (shelf: Shelf, { gist, statements }: Claim): string =>
  [...new Set([gist, ...statements.map((id) => shelf.statements.get(id)?.quote ?? '')])].join('\n').toLowerCase()

function voicesOf(
  said: readonly { readonly attribution: readonly { readonly source: string }[] }[],
  places: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  const voices = new Map<number, number[]>()
  for (const [i, { attribution }] of said.entries())
    for (const id of new Set(attribution.map(({ source }) => source))) {
      const place = places.get(id)
      if (place === undefined) continue
      const known = voices.get(place)
      if (known) known.push(i)
      else voices.set(place, [place, i])
    }
  return [...voices.values()]
}
