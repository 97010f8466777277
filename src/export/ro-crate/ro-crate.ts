import type { Report } from '../../model/report.ts'
import { version } from '../../model/version.ts'
import type { Moments } from '../naming/moments.ts'
import { lookup } from '../view/lookup.ts'
import { summarise, summarySentences } from '../view/summary.ts'

/** A file of the crate: where it lies, how long it is, its digest, and what it is. */
export interface CrateFile {
  readonly path: string
  readonly bytes: number | undefined
  /** Hex; undefined, as the length is, of the one file that holds the digests of all. */
  readonly sha256: string | undefined
  readonly mediaType: string
  readonly name: string
  /** The address it was captured from, and when. */
  readonly url?: string | undefined
  readonly captured?: string | undefined
}

type Entity = Readonly<Record<string, unknown>> & {
  readonly '@id': string
  readonly '@type': string | readonly string[]
}

/**
 * What lies in a dossier and how it came about, as RO-Crate 1.2 metadata with the one action of a Process Run Crate 0.5: Headwater read
 * the captures and wrote the answer.
 */
export function crateMetadata(report: Report, files: readonly CrateFile[], { since, upTo }: Moments): string {
  const graph: readonly Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: `What ${report.documents.length} reports say, and from whom they have it`,
      description: `${summarySentences(summarise(lookup(report))).join(' ')} Independent origins found in this collection; nothing is said of whether a claim holds.`,
      datePublished: upTo,
      dateCreated: since,
      license: { '@id': '#rights' },
      conformsTo: { '@id': processRun },
      hasPart: files.map(({ path }) => ({ '@id': idOf(path) })),
      mentions: { '@id': '#tracing' },
    },
    {
      '@id': '#rights',
      '@type': 'CreativeWork',
      name: 'Rights of the publishers',
      description:
        'Captures and texts belong to those who published them; nothing here gives leave to publish them anew.',
    },
    { '@id': processRun, '@type': 'CreativeWork', name: 'Process Run Crate', version: '0.5' },
    {
      '@id': '#headwater',
      '@type': 'SoftwareApplication',
      name: 'Headwater',
      version,
      softwareVersion: version,
      url: 'https://www.npmjs.com/package/headwater',
    },
    {
      '@id': '#tracing',
      '@type': 'CreateAction',
      name: 'Traced who has what from whom',
      instrument: { '@id': '#headwater' },
      object: files.filter(({ path }) => path.startsWith('captures/')).map(({ path }) => ({ '@id': idOf(path) })),
      result: files.filter(({ path }) => results.has(path)).map(({ path }) => ({ '@id': idOf(path) })),
      endTime: upTo,
    },
    ...files.map(fileEntity),
  ]
  return `${JSON.stringify({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph }, undefined, 2)}\n`
}

const processRun = 'https://w3id.org/ro/wfrun/process/0.5'
const results: ReadonlySet<string> = new Set(['dossier.html', 'report.json'])

const fileEntity = ({ path, bytes, sha256, mediaType, name, url, captured }: CrateFile): Entity => ({
  '@id': idOf(path),
  '@type': 'File',
  name,
  encodingFormat: mediaType,
  ...(bytes === undefined ? {} : { contentSize: String(bytes) }),
  ...(sha256 === undefined ? {} : { sha256 }),
  ...(url === undefined ? {} : { url }),
  ...(captured === undefined ? {} : { dateCreated: captured }),
})

/** A path as a relative address: RO-Crate wants them encoded. */
const idOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/')
