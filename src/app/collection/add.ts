import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { wordsOfDocument } from '../../collection/findable.ts'
import type { KeptCapture, KeptDocument } from '../../collection/kept.ts'
import { canonicalJson, type Json } from '../../collection/log.ts'
import { isSame, isVersionOf, reportKey } from '../../collection/versions.ts'
import type { Capture, Intake } from '../../intake/capture.ts'
import type { Document, Refusal } from '../../model/document.ts'
import type { Store, Writing } from '../../ports/store.ts'
import { type Acting, tool } from './acting.ts'
import { hexOf } from './digest.ts'

/** One thing that was opened: what was received and what a reader made of it, or why it could not be opened. */
export type Opened = OpenedCapture | { readonly refusal: Refusal }

interface OpenedCapture {
  readonly capture: Capture
  /** What names the place it came from, where that is neither on the web nor a file of this machine: `upload:a.html`. */
  readonly address?: string
  readonly read: () => Promise<Intake>
}

/** What became of something that was added. */
export interface Added {
  readonly input: string
  /** `known`: exactly this was there already, and nothing was written. */
  readonly capture: KeptCapture | 'known' | 'refused'
  /** Reports that were not there before, and new versions of such that were. */
  readonly documents: readonly KeptDocument[]
  readonly refusals: readonly Refusal[]
}

/**
 * Adds what was opened to a collection, several at a time; what is yielded is kept, whatever happens afterwards. Adding the same again
 * changes nothing, so that what was interrupted is simply started again.
 */
export async function* addAll(store: Store, opened: AsyncIterable<Opened>, acting: Acting): AsyncGenerator<Added> {
  let batch: Batch = emptyBatch
  for await (const one of opened) {
    batch = { items: [...batch.items, await looked(store, one)], size: batch.size + sizeOf(one) }
    if (batch.items.length < atOnce.captures && batch.size < atOnce.bytes) continue
    yield* await kept(store, batch, acting)
    batch = emptyBatch
  }
  yield* await kept(store, batch, acting)
}

/** What is kept in one writing: each takes a few milliseconds, however small. */
const atOnce = { captures: 50, bytes: 8_000_000 } as const

interface Batch {
  readonly items: readonly Looked[]
  readonly size: number
}

const emptyBatch: Batch = { items: [], size: 0 }

const sizeOf = (one: Opened): number => ('refusal' in one ? 0 : one.capture.bytes.length)

/** What was opened and read, outside of any writing: others need not wait for it. */
type Looked =
  | { readonly refusal: Refusal }
  | { readonly known: KeptCapture; readonly input: string }
  | { readonly capture: Capture; readonly address: string; readonly sha256: string; readonly intake: Intake }

async function looked(store: Store, one: Opened): Promise<Looked> {
  if ('refusal' in one) return one
  const { capture } = one
  const sha256 = hexOf(capture.bytes)
  const address = one.address ?? addressOf(capture, sha256)
  const last = await store.latestCapture(address.toWellFormed())
  if (last?.sha256 === sha256 && last.tool === tool) {
    // Nothing is added, but what was damaged since is mended, if the place of captures can be reached.
    await store.stow(sha256, capture.bytes).catch(() => undefined)
    return { known: last, input: capture.input }
  }
  return { capture, address, sha256, intake: await one.read() }
}

async function kept(store: Store, { items }: Batch, acting: Acting): Promise<readonly Added[]> {
  if (items.length === 0) return []
  const isNew = items.some((item) => !('known' in item))
  if (!isNew) return items.map((item) => ({ input: inputOf(item), capture: 'known', documents: [], refusals: [] }))
  for (const item of items) if ('capture' in item) await store.stow(item.sha256, item.capture.bytes)
  return store.write(async (writing) => {
    const added: Added[] = []
    for (const item of items) added.push(await keptOne(writing, item, acting))
    return added
  })
}

const inputOf = (item: Looked): string =>
  'refusal' in item ? item.refusal.input : 'known' in item ? item.input : item.capture.input

async function keptOne(writing: Writing, item: Looked, acting: Acting): Promise<Added> {
  const input = inputOf(item)
  if ('known' in item) return { input, capture: 'known', documents: [], refusals: [] }
  if ('refusal' in item) {
    // A name that was mistyped is no part of the collection.
    if (item.refusal.code !== 'not-found') await writing.keepRefusal({ ...item.refusal, at: acting.now() })
    return { input, capture: 'refused', documents: [], refusals: [item.refusal] }
  }
  const { capture, address, sha256, intake } = item
  // Another process may have added the same since it was looked for.
  const last = await writing.latestCapture(address.toWellFormed())
  if (last?.sha256 === sha256 && last.tool === tool) return { input, capture: 'known', documents: [], refusals: [] }
  await writing.forgetRefusal(input)
  for (const refusal of intake.refusals) await writing.keepRefusal({ ...refusal, at: acting.now() })
  const keptCapture = await writing.addCapture(
    {
      address: address.toWellFormed(),
      input: input.toWellFormed(),
      sha256,
      size: capture.bytes.length,
      mediaType: capture.mediaType ?? null,
      retrieval: capture.retrieval ?? null,
      addedAt: acting.now(),
      tool,
    },
    capture.bytes,
  )
  const documents = await keptDocuments(writing, keptCapture, intake.documents)
  await writing.addLine({
    kind: 'capture',
    at: keptCapture.addedAt,
    by: acting.by,
    body: logged(keptCapture, documents),
  })
  return { input, capture: keptCapture, documents, refusals: intake.refusals }
}

/** The documents of a capture, each a new report, a new version of one, or nothing new. */
async function keptDocuments(
  writing: Writing,
  capture: KeptCapture,
  documents: readonly Document[],
): Promise<readonly KeptDocument[]> {
  const kept: KeptDocument[] = []
  const here = new Map<string, string>()
  for (const given of documents) {
    // JSON knows no undefined: what is kept is what will be read again.
    const document = JSON.parse(JSON.stringify(given)) as Document
    const key = await keyFor(writing, document, capture.address, here)
    const earlier = await writing.documentWithKey(key)
    if (earlier && isSame({ ...document, id: earlier.document.id }, earlier.document)) continue
    const next: KeptDocument = earlier
      ? {
          document: { ...document, id: earlier.document.id },
          version: earlier.version + 1,
          key,
          capture: capture.number,
          current: true,
        }
      : {
          document: { ...document, id: await freeId(writing, document) },
          version: 1,
          key,
          capture: capture.number,
          current: true,
        }
    await writing.addDocument(next)
    await writing.keepFindable(next.document.id, `untraced ${document.sha256}`, [wordsOfDocument(next.document)])
    kept.push(next)
  }
  return kept
}

/**
 * The key of a report, told from those of others. Two entries of one capture that name one address but have ids of their own are two
 * reports; so is what shares nothing with what was read there before.
 *
 * @param here the ids that took a key in this capture
 */
async function keyFor(
  writing: Writing,
  document: Document,
  address: string,
  here: Map<string, string>,
): Promise<string> {
  const plain = reportKey(document, address)
  const holder = here.get(plain)
  const earlier = await writing.documentWithKey(plain)
  const isTaken =
    holder === undefined ? earlier !== undefined && !isVersionOf(document, earlier.document) : holder !== document.id
  const key = isTaken ? `${plain} ${holder === undefined ? document.sha256.slice(0, 16) : document.id}` : plain
  here.set(key, document.id)
  return key
}

/** The id as given, or one with the digest of the text behind it where another report has that id. */
async function freeId(writing: Writing, { id, sha256 }: Document): Promise<string> {
  const base = `${id}~${sha256.slice(0, 8)}`
  for (let n = 0; ; n++) {
    const free = n === 0 ? id : n === 1 ? base : `${base}-${n}`
    if ((await writing.versions(free)).length === 0) return free
  }
}

/** A capture as the log has it: enough to prove that nothing of it was changed since. */
export const logged = (capture: KeptCapture, documents: readonly KeptDocument[]): Json => ({
  capture: capture.number,
  address: capture.address,
  input: capture.input,
  sha256: capture.sha256,
  size: capture.size,
  mediaType: capture.mediaType,
  retrieval: capture.retrieval === null ? null : hexOf(canonicalJson(capture.retrieval as unknown as Json)),
  tool: capture.tool,
  documents: documents.map(({ document, version, key }) => ({
    id: document.id,
    version,
    key,
    text: document.sha256,
    digest: hexOf(canonicalJson(document as unknown as Json)),
  })),
})

function addressOf({ input, url, retrieval }: Capture, sha256: string): string {
  const fetched = retrieval?.answered ?? url
  if (fetched !== undefined) return fetched
  return input === '-' ? `stdin:${sha256}` : pathToFileURL(resolve(input)).href
}
