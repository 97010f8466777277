import type { Derivation } from '../../model/derivation.ts'
import type { CopiedPassage, ReportDocument, ReportStatement } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type Blamed, blame } from './blame.ts'
import type { Catalogue, CataloguedDocument } from './catalogue.ts'
import { type DocumentHead, head, withAffiliations } from './claim-page.ts'
import type { Shelf } from './shelf.ts'

/** One report on one line. */
export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string
  readonly words: number
  readonly versions: number
  readonly claims: number
  /** Id of its story. */
  readonly story: string | null
  /** Whether its every claim came out of another report. */
  readonly addsNothing: boolean
}

/** What a report says of one document; how it came into the collection is added by whoever keeps it. */
export interface DocumentView {
  readonly document: ReportDocument
  readonly statements: readonly ReportStatement[]
  readonly passages: readonly CopiedPassage[]
  readonly derivations: readonly Derivation[]
  readonly origins: readonly Blamed[]
  /** Every other document, and every source, that the trails and derivations pass. */
  readonly documents: readonly DocumentHead[]
  readonly sources: readonly Source[]
}

export function documentView(shelf: Shelf, document: ReportDocument): DocumentView {
  const { id } = document
  const origins = blame(shelf, id)
  const passages = shelf.passagesIn.get(id) ?? []
  const derivations = shelf.derivationsAt.get(id) ?? []
  const nodes = withAffiliations(shelf, [
    ...origins.flatMap(({ trail }) => (trail?.hops ?? []).flatMap((hop) => [hop.node, hop.document])),
    ...passages.flatMap((passage) => [passage.document, passage.from]),
    ...derivations.flatMap(({ from, to }) => [from, to]),
  ])
  return {
    document,
    statements: shelf.saidIn.get(id) ?? [],
    passages,
    derivations,
    origins,
    documents: [...nodes].flatMap((node) => (node === id ? [] : (shelf.documents.get(node) ?? []))).map(head),
    sources: [...nodes].flatMap((node) => shelf.sources.get(node) ?? []),
  }
}

export function documentRow(document: CataloguedDocument, versions: number): DocumentRow {
  const { id, title, publisher, published, url, language, words, makes, story, addsNothing } = document
  return { id, title, publisher, published, url, language, words, versions, claims: makes, story, addsNothing }
}

export const documentOrders = ['published', 'title', 'publisher'] as const

/** Which documents are wanted, and in what order: the newest first, or by name. */
export interface DocumentQuestion {
  readonly story?: string | undefined
  /** Words that stand in its title, its outlet's name or its text. */
  readonly q?: string | undefined
  readonly sort?: (typeof documentOrders)[number] | undefined
  /** Only those whose every claim came out of another report. */
  readonly adds?: 'nothing' | undefined
}

/** @param tells whether the words that are asked for stand in a report; who keeps the words knows */
export function documentsFor(
  catalogue: Catalogue,
  { story, sort = 'published', adds }: Omit<DocumentQuestion, 'q'>,
  tells: (document: CataloguedDocument) => boolean = () => true,
): readonly CataloguedDocument[] {
  const wanted = story === undefined ? undefined : (catalogue.documents.get(story)?.story ?? '')
  return [...catalogue.documents.values()]
    .filter(
      (document) =>
        (wanted === undefined || document.story === wanted) &&
        (adds === undefined || document.addsNothing) &&
        tells(document),
    )
    .sort(
      (a, b) =>
        (sort === 'published'
          ? byCodeUnit(b.published ?? '', a.published ?? '')
          : byCodeUnit((a[sort] ?? '~').toLowerCase(), (b[sort] ?? '~').toLowerCase())) || byCodeUnit(a.id, b.id),
    )
}
