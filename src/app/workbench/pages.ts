import { type Edit, editsOf } from '../../collection/edits.ts'
import type { KeptDocument } from '../../collection/kept.ts'
import { answeringKinds } from '../../collection/log.ts'
import type { Summary } from '../../export/view/summary.ts'
import type { CataloguedDocument } from '../../export/workbench/catalogue.ts'
import { type DocumentRow, type DocumentView, documentRow, documentView } from '../../export/workbench/document-page.ts'
import type { Shelf } from '../../export/workbench/shelf.ts'
import {
  claimsOfSource,
  mostOfSource,
  type SaidAt,
  type SourcePage,
  saidBy,
  sourcePage,
} from '../../export/workbench/source-rows.ts'
import { type StatementRow, statementRow } from '../../export/workbench/statement-rows.ts'
import { read } from '../../extract/read.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Claim } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { computed, Fault } from '../collection/fault.ts'
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
  const { catalogue, upTo } = await answers.now()
  const { documents, versions, captures, alerts, lines } = await store.counts()
  const { claims, sources, stories, summary } = catalogue
  const { addNothing, published = null, ...figures } = summary
  return {
    name,
    counts: { documents, versions, captures, claims: claims.length, sources: sources.size, alerts, lines },
    independentOrigins: summary.most,
    voices: summary.origins,
    addNothing: addNothing.length,
    stories: stories.length,
    summary: { ...figures, published },
    upToDate: upTo >= ((await store.lastLine(answeringKinds))?.number ?? 0),
    upTo,
  }
}

export const rowsOf = (store: Store, documents: readonly CataloguedDocument[]): Promise<readonly DocumentRow[]> =>
  Promise.all(documents.map(async (document) => documentRow(document, (await store.versions(document.id)).length)))

/** One voice with the first of what it is said to have said. */
export async function sourceView(answer: Answer, id: string): Promise<SourcePage | undefined> {
  const { catalogue } = answer
  const source = catalogue.sources.get(id)
  if (!source) return undefined
  const claims = await answer.claimRows(claimsOfSource(catalogue, id).slice(0, mostOfSource.claims))
  const statements = await statementRows(answer, saidBy(catalogue, id).slice(0, mostOfSource.statements))
  return sourcePage(catalogue, source, claims, statements)
}

/** Statements as rows, each from the pile that it stands in. */
export async function statementRows(answer: Answer, said: readonly SaidAt[]): Promise<readonly StatementRow[]> {
  const rows: StatementRow[] = []
  for (const { document, place } of said) {
    const shelf = await answer.shelf(document.id)
    const statement = shelf?.saidIn.get(document.id)?.[place]
    if (shelf && statement) rows.push(statementRow(shelf, statement))
  }
  return rows
}

/** A claim by the id of any statement of it, with the pile that it stands in. */
export async function claimWith(answer: Answer, statement: string): Promise<ClaimFound | undefined> {
  const shelf = await answer.shelf(statement.slice(0, Math.max(0, statement.lastIndexOf('#'))))
  const claim = shelf?.claimOf.get(statement)
  return shelf && claim && { shelf, claim }
}

export interface ClaimFound {
  readonly shelf: Shelf
  readonly claim: Claim
}

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

export async function documentPage({ store }: Desk, answer: Answer, id: string): Promise<DocumentPage | undefined> {
  const shelf = await answer.shelf(id)
  const document = shelf?.documents.get(id)
  if (!shelf || !document) return undefined
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
  /** Of the two, those that break the reader: then nothing is known of what was edited. */
  readonly unreadable: readonly number[]
}

export async function versionPage(
  { store }: Pick<Desk, 'store'>,
  id: string,
  number: number,
): Promise<VersionPage | undefined> {
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
  if (!was) return { document, edits: [], unreadable: [] }
  const [before, after] = [readIn(was), readIn(is)]
  const unreadable = [was, is].flatMap(({ version }, i) => ([before, after][i] ? [] : [version]))
  return { document, edits: before && after ? editsOf(before, after) : [], unreadable }
}

/** Undefined where it breaks the reader. */
function readIn({ document }: KeptDocument): Reading | undefined {
  try {
    return computed(() => read(document))
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
