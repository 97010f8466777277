import { binaryKind } from './binary.ts'
import type { Capture, Intake, Reader } from './capture.ts'
import { isFeed } from './feed/accepts.ts'
import { isHtml } from './html/accepts.ts'
import { isJsonl } from './jsonl/accepts.ts'
import { isMarkdown } from './markdown/accepts.ts'
import { isSitemap } from './sitemap/accepts.ts'
import { mayBeArchive } from './warc/accepts.ts'

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

/** Reads one capture, or refuses it by name. */
export async function readCapture(capture: Capture): Promise<Intake> {
  if (capture.bytes.length === 0) return refused(capture, 'empty', emptyWords(capture))
  const kind = await kindOf(capture)
  const binary = kind?.ref === 'plain-text@1' ? binaryKind(capture.bytes) : undefined
  if (binary) return refused(capture, 'binary', `this is ${binary.name}; ${binary.remedy}`)
  if (!kind) return refused(capture, 'unsupported', 'no reader knows this kind of file')
  const { documents, refusals } = (await kind.load(capture)).read(capture)
  if (documents.every(({ language }) => language !== 'und')) return { documents, refusals }
  const { detected } = await import('./detected-language.ts')
  return { documents: documents.map(detected), refusals }
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
