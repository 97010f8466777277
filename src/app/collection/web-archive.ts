import type { KeptCapture } from '../../collection/kept.ts'
import { waczOf } from '../../export/wacz/wacz.ts'
import { type Kept, recordsOf } from '../../export/warc/warc.ts'
import type { Looking } from '../../ports/store.ts'

/** Every capture of a collection as records of a web archive, one after another. */
export async function* warcPieces(store: Looking): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const { kept, date } of captures(store)) {
    for (const { bytes, kept: of } of recordsOf([kept], { date })) {
      // An archive begins with one record about itself.
      if (of !== undefined || isFirst) yield bytes
      isFirst = false
    }
  }
  if (isFirst) for (const { bytes } of recordsOf([])) yield bytes
}

/** What a ZIP file in memory may hold. Bytes. */
const largest = 1_000_000_000

/** @throws Error when there is more than one file can hold in memory */
export async function waczFile(store: Looking): Promise<Uint8Array> {
  const all: Kept[] = []
  let [size, last] = [0, '1970-01-01T00:00:00.000Z']
  for await (const { kept, date } of captures(store)) {
    size += kept.bytes.length
    if (size > largest)
      throw Object.assign(
        new Error('the captures are larger than 1 GB, more than a WACZ file is made of here; export them as warc'),
        { code: 'TOO_LARGE' },
      )
    all.push(kept)
    last = date
  }
  return waczOf(all, { date: last, title: 'Headwater: captures of a collection' })
}

async function* captures(store: Looking): AsyncGenerator<{ readonly kept: Kept; readonly date: string }> {
  for await (const capture of store.captures()) {
    const bytes = await store.bytes(capture.sha256)
    if (bytes) yield { kept: await keptOf(store, capture, bytes), date: capture.addedAt }
  }
}

/** What a file is by the ending of its name; a file tells no more of itself. */
function typeByName(input: string): string | undefined {
  return types.get(/\.([a-z0-9]+)$/i.exec(input)?.[1]?.toLowerCase() ?? '')
}

const types: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xhtml', 'application/xhtml+xml'],
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['xml', 'application/xml'],
  ['json', 'application/json'],
  ['jsonl', 'application/x-ndjson'],
  ['pdf', 'application/pdf'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['eml', 'message/rfc822'],
  ['zip', 'application/zip'],
])

async function keptOf(store: Looking, capture: KeptCapture, bytes: Uint8Array): Promise<Kept> {
  const [only, ...more] = await store.documentsOf(capture.number)
  const shown = only && more.length === 0 ? only.document : undefined
  return {
    input: capture.retrieval ? capture.input : capture.address,
    bytes,
    mediaType: capture.mediaType ?? typeByName(capture.input),
    retrieval: capture.retrieval ?? undefined,
    title: shown?.title,
    text: shown?.text,
  }
}
