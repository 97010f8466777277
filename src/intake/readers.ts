import type { Refusal } from '../model/document.ts'
import { binaryKind } from './binary.ts'
import type { Capture, Intake, Reader, Reading } from './capture.ts'
import { isDocx } from './docx/accepts.ts'
import { isFeed } from './feed/accepts.ts'
import { isGzip } from './gzip/accepts.ts'
import { isHtml } from './html/accepts.ts'
import { isJsonl } from './jsonl/accepts.ts'
import { isMail } from './mail/accepts.ts'
import { isMarkdown } from './markdown/accepts.ts'
import { isPdf } from './pdf/accepts.ts'
import { isSitemap } from './sitemap/accepts.ts'
import { isWacz } from './wacz/accepts.ts'
import { mayBeArchive } from './warc/accepts.ts'
import { isZip } from './zip/accepts.ts'

/** A kind of source: how it is known, and its reader, which is loaded when one is met. Who reads a text pays for no page extractor. */
export interface SourceKind {
  readonly ref: Reader['ref']
  accepts(capture: Capture): boolean | Promise<boolean>
  load(capture: Capture): Promise<Reader>
}

/** Every kind, most particular first; the first that accepts a capture reads it. A new kind is one folder and one line here. */
export const readers: readonly SourceKind[] = [
  { ref: 'jsonl@1', accepts: isJsonl, load: loadJsonl },
  { ref: 'warc@1', accepts: isArchive, load: loadWarc },
  { ref: 'wacz@1', accepts: isWacz, load: async () => (await import('./wacz/wacz.ts')).wacz },
  { ref: 'docx@1', accepts: isDocx, load: async () => (await import('./docx/docx.ts')).docx },
  { ref: 'zip@1', accepts: isZip, load: async () => (await import('./zip/zip.ts')).zip },
  { ref: 'gzip@1', accepts: isGzip, load: async () => (await import('./gzip/gzip.ts')).gzip },
  { ref: 'pdf@1', accepts: isPdf, load: async () => (await import('./pdf/pdf.ts')).pdf },
  { ref: 'mail@1', accepts: isMail, load: async () => (await import('./mail/mail.ts')).mail },
  { ref: 'feed@1', accepts: isFeed, load: async () => (await import('./feed/feed.ts')).feed },
  { ref: 'sitemap@1', accepts: isSitemap, load: async () => (await import('./sitemap/sitemap.ts')).sitemap },
  { ref: 'markdown@1', accepts: isMarkdown, load: async () => (await import('./markdown/markdown.ts')).markdown },
  { ref: 'html@1', accepts: isHtml, load: async () => (await import('./html/html.ts')).html },
  {
    ref: 'plain-text@1',
    accepts: () => true,
    load: async () => (await import('./plain-text/plain-text.ts')).plainText,
  },
]

async function loadWarc(): Promise<Reader> {
  return (await import('./warc/warc.ts')).warc
}

async function isArchive(capture: Capture): Promise<boolean> {
  return mayBeArchive(capture) && (await loadWarc()).accepts(capture)
}

async function loadJsonl({ bytes }: Capture): Promise<Reader> {
  const { holdsPages, jsonlWith } = await import('./jsonl/jsonl.ts')
  return jsonlWith(holdsPages(bytes) ? (await import('./html/html.ts')).draftFromHtml : undefined)
}

/** Reads one capture and all that it holds, or refuses it by name. */
export async function readCapture(capture: Capture): Promise<Intake> {
  const { documents, refusals } = await readAll(capture, 0, { left: mostUnpacked })
  if (documents.every(({ language }) => language !== 'und')) return { documents, refusals }
  const { detected } = await import('./detected-language.ts')
  return { documents: documents.map(detected), refusals }
}

/** What one input may unpack to, all together, however it is nested. Bytes. */
const mostUnpacked = 512 * 1024 * 1024

/** A member counts as this much at least: a million empty files are a bomb too. Bytes. */
const leastMember = 10_000

/** A mail with an archive in it that holds another is as deep as reports come. */
const deepestNesting = 2

async function readAll(capture: Capture, depth: number, room: { left: number }): Promise<Intake> {
  const { holds = [], ...read } = await readOne(capture)
  const documents = [...read.documents]
  const refusals = [...read.refusals]
  for (const held of holds) {
    if ('code' in held) {
      refusals.push(held)
      continue
    }
    room.left -= Math.max(held.bytes.length, leastMember)
    if (depth === deepestNesting || room.left < 0) {
      refusals.push(room.left < 0 ? tooMuch(capture) : tooDeep(capture))
      break
    }
    const inner = await readAll(held, depth + 1, room)
    for (const document of inner.documents) documents.push(document)
    for (const refusal of inner.refusals) refusals.push(refusal)
  }
  return { documents, refusals }
}

const tooMuch = ({ input }: Capture): Refusal => ({
  input,
  code: 'too-large',
  says: 'unpacked it is larger than what is read of one file; the rest of it was not read. Split it',
})

const tooDeep = ({ input }: Capture): Refusal => ({
  input,
  code: 'too-deep',
  says: 'what it holds lies in a file in a file in a file; unpack the outer ones first',
})

async function readOne(capture: Capture): Promise<Reading> {
  if (capture.bytes.length === 0) return refused(capture, 'empty', emptyWords(capture))
  const kind = await kindOf(capture)
  const binary = kind?.ref === 'plain-text@1' ? binaryKind(capture.bytes) : undefined
  if (binary) return refused(capture, 'binary', `this is ${binary.name}; ${binary.remedy}`)
  if (!kind) return refused(capture, 'unsupported', 'no reader knows this kind of file')
  return (await kind.load(capture)).read(capture)
}

async function kindOf(capture: Capture): Promise<SourceKind | undefined> {
  for (const kind of readers) if (await kind.accepts(capture)) return kind
  return undefined
}

const emptyWords = ({ input }: Capture): string =>
  input === '-'
    ? 'standard input is empty; pipe one JSON object per line into it, or name files instead of -'
    : 'the file is empty'

const refused = ({ input }: Capture, code: 'empty' | 'binary' | 'unsupported', says: string): Intake => ({
  documents: [],
  refusals: [{ input, code, says }],
})
