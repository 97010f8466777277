import type { Store } from '../../ports/store.ts'
import { dossierPage } from '../dossier-page.ts'
import { reportOf } from './report.ts'

/** A file piece by piece, so that none has to be held whole. */
export type Pieces = AsyncIterable<string | Uint8Array>

export interface ExportFormat {
  readonly name: string
  readonly mediaType: string
  /** What it is, and what it cannot carry. */
  readonly says: string
  write(store: Store): Pieces
}

/** What a collection can be given away as. A new format is one line here. */
export const exportFormats: readonly ExportFormat[] = [
  {
    name: 'json',
    mediaType: 'application/json',
    says: 'the whole report, with the text of every document (schema headwater/report@1)',
    async *write(store) {
      const { jsonParts } = await import('../../export/json/json.ts')
      yield* jsonParts(await reportOf(store), { text: true })
    },
  },
  {
    name: 'html',
    mediaType: 'text/html; charset=utf-8',
    says: 'the interactive dossier: one file that needs no network',
    async *write(store) {
      yield await dossierPage(await reportOf(store))
    },
  },
  {
    name: 'markdown',
    mediaType: 'text/markdown; charset=utf-8',
    says: 'the report to read and to edit',
    async *write(store) {
      const { markdownReport } = await import('../../export/markdown/markdown.ts')
      yield markdownReport(await reportOf(store), { only: [], why: false })
    },
  },
  {
    name: 'csv',
    mediaType: 'text/csv; charset=utf-8',
    says: 'one line for each statement with its claim, figures and counts; derivations and trails are not in it',
    async *write(store) {
      const { statementsCsv } = await import('../../export/csv/statements.ts')
      yield* statementsCsv(await reportOf(store))
    },
  },
  {
    name: 'warc',
    mediaType: 'application/warc',
    says: 'every capture as a web archive (WARC 1.1); what was found in them is not in it',
    async *write(store) {
      const { warcPieces } = await import('./web-archive.ts')
      yield* warcPieces(store)
    },
  },
  {
    name: 'wacz',
    mediaType: 'application/wacz',
    says: 'every capture as a web archive with an index and pages (WACZ 1.1.1), to be replayed',
    async *write(store) {
      const { waczFile } = await import('./web-archive.ts')
      yield await waczFile(store)
    },
  },
  {
    name: 'dossier',
    mediaType: 'application/zip',
    says: 'all of it in one ZIP file for a court or an editor: dossier, captures, log, digests, and how to check them without Headwater',
    async *write(store) {
      const { dossierZip } = await import('./dossier.ts')
      yield await dossierZip(store)
    },
  },
]
