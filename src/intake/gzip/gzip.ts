import type { Refusal } from '../../model/document.ts'
import type { Capture, Reader } from '../capture.ts'
import { inflate } from '../inflate.ts'
import { isGzip } from './accepts.ts'

/** A single file packed by gzip: read as what is in it, under its own name. `gate.html.gz` is a page. */
export const gzip: Reader = {
  ref: 'gzip@1',
  accepts: isGzip,
  read: (capture) => ({ documents: [], refusals: [], holds: contentOf(capture) }),
}

function* contentOf({ input, bytes, url, title }: Capture): Generator<Capture | Refusal> {
  const parts: Uint8Array[] = []
  let size = 0
  let end: ReturnType<typeof inflate>['end'] = 'whole'
  // Files may be packed piece by piece; gzip joins the pieces.
  for (
    let at = 0;
    at < bytes.length &&
    end === 'whole' &&
    isGzip({ input, bytes: bytes.subarray(at, at + 3), url, mediaType: undefined });
  ) {
    const part = inflate(bytes.subarray(at), 'gzip', largest - size)
    parts.push(part.data)
    size += part.data.length
    end = part.end
    at += Math.max(1, part.taken)
  }
  if (end === 'too-large') {
    yield { input, code: 'too-large', says: 'unpacked it is larger than any report; it was not read' }
    return
  }
  if (end === 'damaged')
    yield { input, code: 'malformed', says: 'it is damaged or cut off; what could be unpacked was read' }
  if (size > 0 || end === 'whole')
    yield { input, bytes: joined(parts, size), url, title, mediaType: mediaTypeOf(input) }
}

const largest = 512 * 1024 * 1024

/** The inner name is the outer without its ending; kinds that are told by their names are told by their media types instead. */
const mediaTypeOf = (input: string): string | undefined =>
  endings[/\.(\w+)\.gz(?:ip)?$/i.exec(input.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? '']

const endings: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  md: 'text/markdown',
  markdown: 'text/markdown',
  jsonl: 'application/jsonl',
  ndjson: 'application/x-ndjson',
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  eml: 'message/rfc822',
  mbox: 'application/mbox',
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts
  if (parts.length === 1 && only) return only
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
