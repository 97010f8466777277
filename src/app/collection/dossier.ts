import { type Zippable, zipSync } from 'fflate'
import type { KeptCapture } from '../../collection/kept.ts'
import type { LogLine } from '../../collection/log.ts'
import { webAddress } from '../../export/naming/web-address.ts'
import type { CrateFile } from '../../export/ro-crate/ro-crate.ts'
import type { Store } from '../../ports/store.ts'
import { dossierPage } from '../dossier-page.ts'
import { hexOf } from './digest.ts'
import { type Answering, reportOf } from './report.ts'
import { unproven, verified } from './verify.ts'
import { waczFile } from './web-archive.ts'

/**
 * A collection as one ZIP file that stands by itself: what was found, what it was found in, and how to check both with no more than the
 * programs of any computer. The same collection gives the same bytes.
 */
export async function dossierZip(store: Store, asCrate = false): Promise<Uint8Array> {
  const files = await dossierFiles(store, asCrate)
  const entries = [...files].map(([path, bytes]) => [path, [bytes, { mtime: '1980-01-01T00:00:00' }]] as const)
  return zipSync(Object.fromEntries(entries) as unknown as Zippable, { level: 6 })
}

/**
 * The files of a dossier by their paths, all of one moment, whatever others write meanwhile: they are checked against each other.
 *
 * @param asCrate with a file more that describes them all as an RO-Crate
 */
export const dossierFiles = (store: Store, asCrate = false): Promise<ReadonlyMap<string, Uint8Array>> =>
  store.atOneMoment((looking) => filesOf({ ...looking, name: store.name }, asCrate))

async function filesOf(store: Answering, asCrate: boolean): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const put = (path: string, content: string | Uint8Array): void => {
    files.set(path, typeof content === 'string' ? Buffer.from(content) : content)
  }
  const report = await reportOf(store)
  put('dossier.html', await dossierPage(report))
  put('report.json', `${JSON.stringify(report)}\n`)
  const captures: KeptCapture[] = []
  for await (const capture of store.captures()) {
    const bytes = await store.bytes(capture.sha256)
    captures.push(capture)
    if (bytes) put(`captures/${pathOf(capture)}`, bytes)
  }
  put(
    'captures.jsonl',
    captures.map((capture) => `${JSON.stringify({ file: `captures/${pathOf(capture)}`, ...capture })}\n`).join(''),
  )
  put('captures.wacz', await waczFile(store))
  const lines: LogLine[] = []
  for await (const line of store.log()) lines.push(line)
  put('log.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  for (const { number, kind, body } of lines) {
    const { token } = body as { readonly token?: unknown }
    if (kind === 'timestamp' && typeof token === 'string') put(`timestamps/${number}.tst`, Buffer.from(token, 'base64'))
  }
  const texts: string[] = []
  for await (const { document, version } of store.documents()) {
    const file = `texts/${String(texts.length + 1).padStart(6, '0')}-${safe(document.id)}.txt`
    put(file, document.text)
    texts.push(`${JSON.stringify({ file, id: document.id, version, sha256: document.sha256 })}\n`)
  }
  put('texts.jsonl', texts.join(''))
  const found = await verified(store)
  put('verified.json', `${JSON.stringify({ ...found, unproven }, undefined, 2)}\n`)
  put('README.txt', readme(lines.at(-1), files.size + (asCrate ? 2 : 1), asCrate))
  if (asCrate) {
    const { crateMetadata } = await import('../../export/ro-crate/ro-crate.ts')
    const { momentsOf } = await import('../../export/naming/moments.ts')
    const [first, last] = [lines[0], lines.at(-1)]
    const moments = first && last ? { since: first.at, upTo: last.at } : momentsOf({ documents: [] })
    put(crateFile, crateMetadata(report, crateFiles(files, captures), moments))
  }
  put('digests.sha256', [...files].map(([path, bytes]) => `${hexOf(bytes)}  ${path}\n`).join(''))
  return files
}

/** What a crate says of each file: of captures where they come from, of the others what they are. */
function crateFiles(files: ReadonlyMap<string, Uint8Array>, captures: readonly KeptCapture[]): readonly CrateFile[] {
  const captured = new Map(captures.map((capture) => [`captures/${pathOf(capture)}`, capture]))
  const described = [...files].map(([path, bytes]): CrateFile => {
    const capture = captured.get(path)
    return {
      path,
      bytes: bytes.length,
      sha256: hexOf(bytes),
      name: capture?.address ?? contents.find(([start]) => path.startsWith(start))?.[1] ?? path,
      mediaType: capture?.mediaType ?? mediaTypes.get(path.replace(/^.*\./, '')) ?? 'application/octet-stream',
      url: webAddress(capture?.address ?? null),
      captured: capture?.retrieval?.retrievedAt,
    }
  })
  const digests = contents.find(([start]) => start === 'digests.sha256')?.[1] ?? ''
  // How long that one is stands in no file: its length depends on this one's.
  return [
    ...described,
    { path: 'digests.sha256', bytes: undefined, sha256: undefined, mediaType: 'text/plain', name: digests },
  ]
}

const crateFile = 'ro-crate-metadata.json'

const contents: readonly (readonly [start: string, what: string])[] = [
  ['dossier.html', 'What was found, to be read in a browser'],
  ['report.json', 'What was found, for programs (schema headwater/report@1)'],
  ['captures.jsonl', 'Of each capture: where it was asked for, what answered, when, its digest'],
  ['captures.wacz', 'The captures as a web archive'],
  ['texts/', 'The text that was read of a report'],
  ['texts.jsonl', 'Of each text: the id of the report, its version and its digest'],
  ['log.jsonl', 'Everything that was captured and decided, each line chained to the one before it'],
  ['timestamps/', 'What a time-stamping authority signed (RFC 3161)'],
  ['verified.json', 'What headwater verify said when this was made'],
  ['README.txt', 'How all of this is checked'],
  ['digests.sha256', 'The digest of each file'],
]

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['json', 'application/json'],
  ['jsonl', 'application/jsonl'],
  ['wacz', 'application/wacz'],
  ['txt', 'text/plain'],
  // A token for itself, without the answer that it came in.
  ['tst', 'application/vnd.etsi.timestamp-token'],
])

/** Numbered, so that no two are the same and the order is that of the log; the ending tells programs what is in it. */
function pathOf({ number, address, mediaType }: KeptCapture): string {
  const name = safe(
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '',
  )
  const ending = /\.[A-Za-z0-9]{1,8}$/.test(name) ? '' : (endings.get(mediaType?.split(';')[0]?.trim() ?? '') ?? '.bin')
  return `${String(number).padStart(6, '0')}-${name || 'capture'}${ending}`
}

const endings: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['application/pdf', '.pdf'],
  ['application/json', '.json'],
  ['application/rss+xml', '.xml'],
  ['application/atom+xml', '.xml'],
  ['application/xml', '.xml'],
  ['text/xml', '.xml'],
])

/** A name that every file system takes, and that cannot lead out of its folder: no more than 100 bytes. */
function safe(name: string): string {
  const plain = name
    .replace(/%[0-9A-Fa-f]{2}/g, '_')
    .replace(/[^\p{L}\p{N}._~-]/gu, '_')
    .replace(/^\.+/, '_')
  let short = ''
  for (const letter of plain) {
    if (Buffer.byteLength(short) + Buffer.byteLength(letter) > 100) break
    short += letter
  }
  return short
}

const readme = (
  last: LogLine | undefined,
  count: number,
  asCrate: boolean,
): string => `Headwater: a collection and its evidence
========================================

dossier.html      what was found; open it in any browser, it needs no network
report.json       the same for programs (schema headwater/report@1), with every text
captures/         the bytes as they were received, numbered as in the log
captures.jsonl    of each: where it was asked for, what answered, when, its SHA-256
captures.wacz     the same as a web archive, for programs that replay one (WACZ 1.1.1)
texts/            the text that was read of each report, in its last version; offsets
                  in the report count UTF-16 code units of it
texts.jsonl       of each: the id of the report, its version and its SHA-256
log.jsonl         everything that was captured and decided, each line chained to the
                  one before it
timestamps/       what time-stamping authorities signed (RFC 3161), where any did
verified.json     what headwater verify said when this was made
${asCrate ? `${crateFile}  all of this described as an RO-Crate 1.2\n` : ''}digests.sha256    the SHA-256 of each of the ${count} files above

To check it without Headwater
-----------------------------

1. That no file was changed since:      sha256sum -c digests.sha256
   (on a Mac: shasum -a 256 -c digests.sha256)

2. That a capture is what the log says: compare sha256sum captures/FILE with the
   sha256 in captures.jsonl and in the line of log.jsonl that has its number.

3. That no line of the log was changed: each line's "digest" is the SHA-256 of the
   line without it, as JSON with sorted keys and no spaces; each line's "previous"
   is the digest of the line before. In Python:

   import hashlib, json
   previous = "0" * 64
   for line in map(json.loads, open("log.jsonl", encoding="utf-8")):
       digest = line.pop("digest")
       plain = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
       assert line["previous"] == previous
       assert hashlib.sha256(plain.encode()).hexdigest() == digest
       previous = digest
   print("the chain holds up to", previous)

   ${last ? `It ended with ${last.number}:${last.digest} when this was made.` : 'It was empty when this was made.'}

4. That a time-stamp is for a line: timestamps/N.tst stands for the digest that line
   N of the log names:
   openssl ts -verify -digest DIGEST -in timestamps/N.tst -token_in -CAfile AUTHORITY.pem

What this does not show
-----------------------
${unproven.map((what) => `- ${what}`).join('\n')}
`
