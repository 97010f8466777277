import { utf8ToBytes } from '@noble/hashes/utils.js'
import { zipSync } from 'fflate'
import { digestOf, joined } from '../warc/record.ts'
import { type Kept, recordsOf, type WarcOptions } from '../warc/warc.ts'
import { cdxjOf, type Indexed } from './cdxj.ts'

export interface WaczOptions extends Pick<WarcOptions, 'date'> {
  readonly title?: string | undefined
}

/** A web archive collection (WACZ 1.1.1): the archive, its index and the list of its pages in one ZIP file. The same input gives the same bytes. */
export function waczOf(kept: readonly Kept[], { date, title }: WaczOptions = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const index: Indexed[] = []
  const pages: string[] = [JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true })]
  let created: string | undefined
  for (const { record, bytes, offset, kept: of } of recordsOf(kept, { date, gzip: true })) {
    parts.push(bytes)
    created ??= record.date
    index.push({
      type: record.type,
      uri: record.uri,
      date: record.date,
      payloadDigest: record.payloadDigest,
      mediaType: of?.mediaType,
      status: of?.retrieval?.status,
      offset,
      length: bytes.length,
    })
    if (of && (record.type === 'response' || record.type === 'resource'))
      pages.push(pageLine(of, { url: record.uri ?? '', ts: record.date, id: record.id }))
  }
  const files: readonly (readonly [path: string, bytes: Uint8Array])[] = [
    [`archive/${archive}`, joined(parts)],
    ['indexes/index.cdxj', utf8ToBytes(cdxjOf(index, archive))],
    ['pages/pages.jsonl', utf8ToBytes(`${pages.join('\n')}\n`)],
  ]
  const manifest = utf8ToBytes(`${JSON.stringify(dataPackage(files, created, title), null, 2)}\n`)
  const digest = utf8ToBytes(`${JSON.stringify({ path: 'datapackage.json', hash: digestOf(manifest) }, null, 2)}\n`)
  // Nothing is packed again: a program that shows the archive reaches into it by offset.
  return zipSync(Object.fromEntries([...files, ['datapackage.json', manifest], ['datapackage-digest.json', digest]]), {
    level: 0,
    mtime: '1980-01-01T00:00:00',
  })
}

const archive = 'data.warc.gz'

function pageLine(
  { title, text, bytes }: Kept,
  about: { readonly url: string; readonly ts: string; readonly id: string },
): string {
  return JSON.stringify({
    id: about.id.slice('urn:uuid:'.length),
    url: about.url,
    ts: about.ts,
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    size: bytes.length,
  })
}

/** The manifest (Frictionless Data Package). */
const dataPackage = (
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
  created: string | undefined,
  title: string | undefined,
): object => ({
  profile: 'data-package',
  wacz_version: '1.1.1',
  ...(title === undefined ? {} : { title }),
  software: 'headwater',
  created,
  resources: files.map(([path, bytes]) => ({
    name: path.slice(path.indexOf('/') + 1),
    path,
    hash: digestOf(bytes),
    bytes: bytes.length,
  })),
})
