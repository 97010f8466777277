import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Capture } from '../../intake/capture.ts'
import type { Refusal } from '../../model/document.ts'

/** A single report is never this large; an archive of many may be. Bytes. */
const limits = { report: 32 * 1024 * 1024, archive: 512 * 1024 * 1024 } as const

const archive = /\.(?:jsonl|ndjson|warc|arc|wacz|zip|mbox|pdf)(?:\.gz)?$/i

/**
 * Opens what the user named, one at a time and in a fixed order: files, folders with all they hold, globs, or `-` for JSONL on
 * standard input. What cannot be opened is refused by name and the rest goes on.
 */
export async function* openInputs(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): AsyncGenerator<Capture | Refusal> {
  for (const input of inputs) {
    if (input === '-') yield await openStream(input, stdin, limits.archive)
    else if (/^[a-z][a-z0-9+.-]+:\/\//i.test(input))
      yield refusal(input, 'unsupported', 'only http and https addresses are fetched; save the page and give the file')
    else yield* openPath(input)
  }
}

async function* openPath(input: string): AsyncGenerator<Capture | Refusal> {
  const kind = await kindOf(input)
  if (kind === 'file') yield await openFile(input)
  else if (kind === 'folder') yield* openFolder(input)
  else if (kind === 'missing' && (await patterns()).isDynamicPattern(input)) yield* openGlob(input)
  else {
    const [code, says] = problems[kind === 'missing' && input.includes('\uFFFD') ? 'misnamed' : kind]
    yield refusal(input, code, says)
  }
}

const problems = {
  missing: ['not-found', 'there is no such file or folder'],
  'broken-link': ['not-found', 'it is a link to something that is not there'],
  denied: ['unreadable', 'you may not read it; check its permissions'],
  special: ['unsupported', 'it is neither a file nor a folder'],
  misnamed: [
    'not-found',
    'its name is not valid UTF-8, so it cannot be named here; rename it, or give the folder it is in',
  ],
} as const

async function kindOf(path: string | Buffer): Promise<'file' | 'folder' | keyof typeof problems> {
  try {
    const found = await stat(path)
    return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special'
  } catch (error) {
    if (codeOf(error) === 'EACCES') return 'denied'
    return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ? 'broken-link' : 'missing'
  }
}

/** Everything in a folder, in the order of names; hidden files and folders are passed over. Links to folders are not followed. */
async function* openFolder(folder: string): AsyncGenerator<Capture | Refusal> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' }).catch(() => undefined)
  if (!entries) return yield refusal(folder, ...problems.denied)
  const visible = entries
    .map((entry) => ({ entry, name: entry.name.toString() }))
    .filter(({ name }) => !name.startsWith('.'))
  for (const { entry, name } of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name)
    if (!isUtf8(entry.name)) yield await openMisnamed(path, Buffer.concat([Buffer.from(join(folder, '/')), entry.name]))
    else if (entry.isDirectory()) yield* openFolder(path)
    else if (!entry.isSymbolicLink() || (await kindOf(path)) !== 'folder') yield* openPath(path)
  }
}

/** A name that is no UTF-8 cannot be written as text, but the file can be opened by its bytes. Shown with U+FFFD for what is no letter. */
async function openMisnamed(shown: string, path: Buffer): Promise<Capture | Refusal> {
  return (await kindOf(path)) === 'file' ? await openFile(shown, path) : refusal(shown, ...problems.misnamed)
}

/** Loaded when a pattern is met: who names files does not wait for it. */
const patterns = () => import('tinyglobby')

async function* openGlob(pattern: string): AsyncGenerator<Capture | Refusal> {
  const paths = (await (await patterns()).glob(pattern, { dot: false })).sort()
  if (paths.length === 0) yield refusal(pattern, 'not-found', 'nothing matches this pattern')
  for (const path of paths) yield* openPath(path)
}

async function openFile(input: string, path: string | Buffer = input): Promise<Capture | Refusal> {
  try {
    const { size } = await stat(path)
    const limit = archive.test(input) ? limits.archive : limits.report
    return size > limit ? tooLarge(input, limit) : await openStream(input, createReadStream(path), limit)
  } catch (error) {
    return codeOf(error) === 'EACCES'
      ? refusal(input, ...problems.denied)
      : refusal(input, 'unreadable', `it cannot be read (${codeOf(error)})`)
  }
}

/** All chunks as one. Counts as it goes: a file may grow while it is read, and a pipe does not tell its size. */
async function openStream(input: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<Capture | Refusal> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) return tooLarge(input, limit)
    chunks.push(chunk)
  }
  return { input, bytes: Buffer.concat(chunks), url: undefined, mediaType: undefined }
}

const tooLarge = (input: string, limit: number): Refusal =>
  refusal(
    input,
    'too-large',
    `it is larger than the ${limit / (1024 * 1024)} MB that are read at once; split it into one file or JSONL line per report`,
  )

const refusal = (input: string, code: Refusal['code'], says: string): Refusal => ({ input, code, says })

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
