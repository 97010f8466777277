import { type Edit, editsOf } from '../../collection/edits.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import { answeringKinds } from '../../collection/log.ts'
import type { Summary } from '../../export/view/summary.ts'
import { type DocumentRow, type DocumentView, documentRow, documentView } from '../../export/workbench/document-page.ts'
import { read } from '../../extract/read.ts'
import type { Document } from '../../model/document.ts'
import type { ReportDocument } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import type { Answer } from './answer.ts'
import type { Desk } from './desk.ts'

/** What is in a collection, in one sentence of figures. */
export interface CollectionPage {
  /** As addresses call it. */
  readonly name: string
  readonly counts: Readonly<
    Record<'documents' | 'versions' | 'captures' | 'claims' | 'sources' | 'alerts' | 'lines', number>
  >
  /** The most independent origins behind any one claim. */
  readonly independentOrigins: number
  /** Voices that are named, each counted once over all claims. */
  readonly voices: number
  /** Reports whose every claim has its origin elsewhere. */
  readonly addNothing: number
  readonly stories: number
  /** All of it in figures, without the names of the reports that add nothing. */
  readonly summary: Omit<Summary, 'addNothing' | 'published'> & { readonly published: string | null }
  /** Whether the answers take into account everything that is in the collection. */
  readonly upToDate: boolean
  /** The last line of the log that they take into account. */
  readonly upTo: number
}

export async function collectionPage({ name, store, answers }: Desk): Promise<CollectionPage> {
  const { shelf, upTo } = await answers.now()
  const { documents, versions, captures, alerts, lines } = await store.counts()
  const { claims, sources } = shelf.report
  const { addNothing: _, published = null, ...figures } = shelf.summary
  return {
    name,
    counts: { documents, versions, captures, claims: claims.length, sources: sources.length, alerts, lines },
    independentOrigins: shelf.most,
    voices: shelf.voices,
    addNothing: shelf.addNothing.size,
    stories: shelf.stories.length,
    summary: { ...figures, published },
    upToDate: upTo >= ((await store.lastLine(answeringKinds))?.number ?? 0),
    upTo,
  }
}

export const rowsOf = (
  store: Store,
  { shelf }: Answer,
  documents: readonly ReportDocument[],
): Promise<readonly DocumentRow[]> =>
  Promise.all(
    documents.map(async (document) => documentRow(shelf, document, (await store.versions(document.id)).length)),
  )

export interface DocumentPage extends DocumentView {
  readonly versions: readonly VersionRow[]
}

/** One state of a report: which capture it was read from, and when. */
export interface VersionRow {
  readonly version: number
  /** Number of the capture. */
  readonly capture: number
  readonly addedAt: string
  /** Of the text. */
  readonly sha256: string
  readonly current: boolean
}

export async function documentPage({ store }: Desk, { shelf }: Answer, id: string): Promise<DocumentPage | undefined> {
  const document = shelf.documents.get(id)
  if (!document) return undefined
  const versions = await store.versions(id)
  return {
    ...documentView(shelf, document),
    versions: await Promise.all(versions.map((one) => versionRow(store, one))),
  }
}

async function versionRow(store: Store, { document, version, capture, current }: KeptDocument): Promise<VersionRow> {
  const addedAt = (await store.capture(capture))?.addedAt ?? ''
  return { version, capture, addedAt, sha256: document.sha256, current }
}

/** A version of a report, and what of substance was edited in it. */
export interface VersionPage {
  readonly document: Pick<Document, 'id' | 'text' | 'language' | 'sha256'> &
    Readonly<Record<'title' | 'publisher' | 'byline' | 'published' | 'updated' | 'url', string | null>>
  /** Since the version before. */
  readonly edits: readonly Edit[]
}

export async function versionPage({ store }: Desk, id: string, number: number): Promise<VersionPage | undefined> {
  const versions = await store.versions(id)
  const is = versions.find(({ version }) => version === number)
  if (!is) return undefined
  const was = versions.find(({ version }) => version === number - 1)
  const { title, publisher, byline, published, updated, url, text, language, sha256 } = is.document
  const document = {
    id,
    title: title ?? null,
    publisher: publisher ?? null,
    byline: byline ?? null,
    published: published ?? null,
    updated: updated ?? null,
    url: url ?? null,
    text,
    language,
    sha256,
  }
  return { document, edits: was ? editsOf(read(was.document), read(is.document)) : [] }
}
