import { type Format, type FormatName, formats } from '../../export/formats.ts'
import type { Moments } from '../../export/naming/moments.ts'
import type { Marking } from '../../export/stix/marking-names.ts'
import type { Mention } from '../../model/mention.ts'
import type { Store } from '../../ports/store.ts'
import { dossierPage } from '../dossier-page.ts'
import { pipeline } from './acting.ts'
import { reportOf } from './report.ts'

/** A file piece by piece, so that none has to be held whole. */
export type Pieces = AsyncIterable<string | Uint8Array>

export interface ExportWishes {
  /** The path or name of the file: its ending tells which of two spellings is wanted. */
  readonly path?: string | undefined
  /** How far it may be handed on, for formats that can say so. */
  readonly marking?: Marking | undefined
}

/** A form of `src/export/formats.ts`, and how a collection is written in it. */
export interface ExportFormat extends Format {
  write(store: Store, wishes?: ExportWishes): Pieces
}

type Write = ExportFormat['write']

/** How each form is made. Nothing of one is loaded before it is asked for. */
const writers: Readonly<Record<FormatName, Write>> = {
  async *json(store) {
    const { jsonParts } = await import('../../export/json/json.ts')
    for (const part of jsonParts(await reportOf(store), { text: true })) yield `${part}\n`
  },
  async *html(store) {
    yield await dossierPage(await reportOf(store))
  },
  async *markdown(store) {
    const { markdownReport } = await import('../../export/markdown/markdown.ts')
    yield markdownReport(await reportOf(store), { only: [], why: false })
  },
  async *csv(store) {
    const { statementsCsv } = await import('../../export/csv/statements.ts')
    yield* statementsCsv(await reportOf(store))
  },
  async *xlsx(store) {
    const { xlsx } = await import('../../export/xlsx/xlsx.ts')
    yield* xlsx(await reportOf(store))
  },
  async *stix(store, { marking } = {}) {
    const { stixBundle } = await import('../../export/stix/stix.ts')
    yield* stixBundle(await reportOf(store), { moments: await momentsKept(store), marking })
  },
  async *'web-annotation'(store) {
    const { webAnnotations } = await import('../../export/web-annotation/web-annotation.ts')
    yield* webAnnotations(await reportOf(store), await momentsKept(store))
  },
  async *ftm(store) {
    const { ftmLines } = await import('../../export/ftm/ftm.ts')
    yield* ftmLines(await reportOf(store))
  },
  async *prov(store, { path = '' } = {}) {
    const report = await reportOf(store)
    if (path.toLowerCase().endsWith('.ttl')) {
      const { provTriples } = await import('../../export/prov/triples.ts')
      const { prefixes } = await import('../../export/prov/records.ts')
      const { turtle } = await import('./turtle.ts')
      yield* turtle(provTriples(report), prefixes)
    } else {
      const { provJson } = await import('../../export/prov/prov-json.ts')
      yield* provJson(report)
    }
  },
  async *claimreview(store) {
    const { claimReviews } = await import('../../export/claimreview/claimreview.ts')
    yield* claimReviews(await reportOf(store))
  },
  async *graphml(store) {
    const { graphml } = await import('../../export/graph/graphml.ts')
    yield* graphml(await reportOf(store))
  },
  async *gexf(store) {
    const { gexf } = await import('../../export/graph/gexf.ts')
    yield* gexf(await reportOf(store), await momentsKept(store))
  },
  async *geojson(store) {
    const { placesGeoJson } = await import('../../export/geojson/geojson.ts')
    yield* placesGeoJson(await reportOf(store), await mentionsKept(store), await momentsKept(store))
  },
  async *warc(store) {
    const { warcPieces } = await import('./web-archive.ts')
    yield* warcPieces(store)
  },
  async *wacz(store) {
    const { waczFile } = await import('./web-archive.ts')
    yield await waczFile(store)
  },
  async *dossier(store) {
    const { dossierZip } = await import('./dossier.ts')
    yield await dossierZip(store)
  },
  async *'ro-crate'(store) {
    const { dossierZip } = await import('./dossier.ts')
    yield await dossierZip(store, true)
  },
}

/** What a collection can be given away as. A new form is an entry of `formats` and one here. */
export const exportFormats: readonly ExportFormat[] = formats.map((format) => ({
  ...format,
  write: writers[format.name],
}))

/** The times of the first and the last line of the log: the same collection is dated the same whenever it is given away. */
async function momentsKept(store: Store): Promise<Moments> {
  const last = await store.lastLine()
  for await (const { at } of store.log()) return { since: at, upTo: last?.at ?? at }
  const { momentsOf } = await import('../../export/naming/moments.ts')
  return momentsOf({ documents: [] })
}

/** What every report names, as it was read for tracing. */
async function mentionsKept(store: Store): Promise<ReadonlyMap<string, readonly Mention[]>> {
  const { readForTracing } = await import('../../tracing/topic.ts')
  const mentions = new Map<string, readonly Mention[]>()
  for await (const { document, version } of store.documents()) {
    const reading = (await store.reading(document.id, version, pipeline)) ?? readForTracing(document)
    mentions.set(document.id, reading.mentions)
  }
  return mentions
}
