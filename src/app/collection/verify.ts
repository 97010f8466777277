import type { X509Certificate } from 'node:crypto'
import type { KeptCapture, KeptDocument } from '../../collection/kept.ts'
import { canonicalJson, flawOf, type Json, type LogLine } from '../../collection/log.ts'
import { openViewsByLog } from '../../collection/saved-view.ts'
import type { Report } from '../../model/report.ts'
import type { Looking, Store } from '../../ports/store.ts'
import { logged } from './add.ts'
import { openStampCheck, type StampsChecked } from './check-stamps.ts'
import { hexOf } from './digest.ts'
import type { Progress } from './refresh.ts'

/** What checking a collection has shown. */
export interface Verified {
  readonly captures: number
  readonly versions: number
  readonly lines: number
  readonly quotations: number
  /** Each one sentence that names what is wrong; empty when all holds together. */
  readonly flaws: readonly string[]
  /** Number and digest of the last line of the log: kept elsewhere, it shows whether the end was cut off. */
  readonly head: Anchor | null
  readonly stamps: StampsChecked
}

/** A line of the log by its number and digest. */
export type Anchor = Pick<LogLine, 'number' | 'digest'>

/** What no check of a collection by itself can show. */
export const unproven: readonly string[] = [
  'that the end of the log was not cut off: compare its last digest with one you kept elsewhere, or with a time-stamp',
  'when something was captured, beyond the clock of the machine that did it; a time-stamp shows that it was no later',
  'that the certificate of an authority for time-stamps was not revoked, or its key stolen',
  'that a page said to every reader what it said to this machine, or that what it says is so',
  'that the whole collection was not made anew by somebody who had it alone: only what others keep of it shows that',
]

/**
 * Checks that everything in a collection still is as it was written: the chain of the log; every capture and every version of a report
 * against its line; the bytes and the text against their digests; every quotation of the report against the text; every time-stamp against
 * the line it names; every saved view against the last line that tells of it. All of it as it was at one moment: what others write meanwhile is
 * neither missed by one part of the check and met by another, nor taken for something that no line tells of.
 *
 * @param anchor a line of the log as it was noted elsewhere: all that was written up to it is still there, unchanged, if it still is
 * @param authorities certificates of which one has to stand above every time-stamp; who signed is not checked when none are given
 */
export function verify(
  store: Store,
  anchor?: Anchor,
  progress: Progress = () => undefined,
  authorities?: readonly X509Certificate[],
): Promise<Verified> {
  return store.atOneMoment((looking) => verified(looking, anchor, progress, authorities))
}

/** The same of a collection that stands still. */
export async function verified(
  store: Looking,
  anchor?: Anchor,
  progress: Progress = () => undefined,
  authorities?: readonly X509Certificate[],
): Promise<Verified> {
  const flaws: string[] = []
  const { captures, versions, lines } = await store.counts()
  const captured = new Map<number, LogLine>()
  const stamps = openStampCheck(authorities)
  const views = openViewsByLog()
  let isWhole = true
  /** Of every report the digests of its versions, and the number of the last one, as the log has them. */
  const texts = new Map<string, Set<string>>()
  const latest = new Map<string, number>()
  let last: LogLine | undefined
  for await (const line of store.log()) {
    const flaw = flawOf(line, last)
    if (flaw) flaws.push(flaw)
    isWhole &&= flaw === undefined
    flaws.push(...(await stamps.flawsOf(line, isWhole)))
    views.take(line)
    if (line.kind === 'capture') {
      captured.set((line.body as { readonly capture: number }).capture, line)
      for (const { id, version, text } of (line.body as unknown as Logged).documents) {
        texts.set(id, (texts.get(id) ?? new Set()).add(text))
        latest.set(id, Math.max(version, latest.get(id) ?? 0))
      }
    }
    if (line.number === anchor?.number && line.digest !== anchor.digest)
      flaws.push(`line ${line.number} of the log is not the one that was noted: its digest is ${line.digest}`)
    last = line
  }
  if (anchor && (last?.number ?? 0) < anchor.number)
    flaws.push(`the log ends at line ${last?.number ?? 0}; line ${anchor.number}, which was noted, was cut off`)

  let ready = 0
  for await (const capture of store.captures()) {
    flaws.push(...(await flawsOf(store, capture, captured.get(capture.number))))
    captured.delete(capture.number)
    progress(++ready, captures)
  }
  for (const [number, line] of captured)
    flaws.push(`capture ${number}, which line ${line.number} of the log tells of, is not there`)

  const { quotations, misquoted } = await quoted(store, texts)
  flaws.push(...(await wrongVersions(store, latest)))
  flaws.push(...views.flawsOf(await store.views()))
  return {
    captures,
    versions,
    lines,
    quotations,
    flaws: [...flaws, ...misquoted],
    head: last ? { number: last.number, digest: last.digest } : null,
    stamps: stamps.result(),
  }
}

async function flawsOf(store: Looking, capture: KeptCapture, line: LogLine | undefined): Promise<readonly string[]> {
  const name = `capture ${capture.number} (${capture.address})`
  const documents = await store.documentsOf(capture.number)
  const flaws: string[] = []
  if (!line) flaws.push(`${name} stands in no line of the log`)
  else flaws.push(...differences(name, line, capture, documents))
  const bytes = await bytesOf(store, capture)
  if (!bytes) flaws.push(`the bytes of ${name} cannot be read`)
  else if (hexOf(bytes) !== capture.sha256) flaws.push(`the bytes of ${name} are not those that were captured`)
  for (const { document, version } of documents)
    if (hexOf(document.text) !== document.sha256)
      flaws.push(`the text of ${document.id}, version ${version}, is not the one that was read`)
  return flaws
}

/** Bytes that cannot even be unpacked are as good as gone. */
const bytesOf = (store: Looking, { sha256 }: KeptCapture): Promise<Uint8Array | undefined> =>
  store.bytes(sha256).catch(() => undefined)

function differences(
  name: string,
  { number, body }: LogLine,
  capture: KeptCapture,
  documents: readonly KeptDocument[],
): readonly string[] {
  const { documents: listed, ...told } = body as unknown as ReturnType<typeof parts>
  const { documents: found, ...is } = parts(capture, documents)
  const byName = new Map(found.map((document) => [`${document.id} ${document.version}`, document]))
  const flaws: string[] = []
  if (canonicalJson(told as unknown as Json) !== canonicalJson(is as unknown as Json))
    flaws.push(`${name} is not as line ${number} of the log has it`)
  for (const document of listed) {
    const held = byName.get(`${document.id} ${document.version}`)
    byName.delete(`${document.id} ${document.version}`)
    if (!held) flaws.push(`${document.id}, version ${document.version}, of ${name} is not there`)
    else if (canonicalJson(held as unknown as Json) !== canonicalJson(document as unknown as Json))
      flaws.push(`${document.id}, version ${document.version}, is not as line ${number} of the log has it`)
  }
  for (const held of byName.keys())
    flaws.push(`${held.replace(/ (\d+)$/, ', version $1,')} of ${name} stands in no line of the log`)
  return flaws
}

const parts = (capture: KeptCapture, documents: readonly KeptDocument[]) =>
  logged(capture, documents) as unknown as {
    readonly documents: readonly { readonly id: string; readonly version: number }[]
  }

/** Which version of a report is the last is not written down but found; it must be what the log tells. */
async function wrongVersions(store: Looking, latest: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const flaws: string[] = []
  const left = new Map(latest)
  for await (const { document, version } of store.documents()) {
    if (left.get(document.id) !== version)
      flaws.push(
        `version ${version} of ${document.id} is taken for the last; by the log it is ${left.get(document.id) ?? 'none'}`,
      )
    left.delete(document.id)
  }
  for (const id of left.keys()) flaws.push(`no version of ${id} is taken for the last`)
  return flaws
}

/** Every quotation of the answers that are kept, against a text that was read. */
async function quoted(
  store: Looking,
  texts: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<{ readonly quotations: number; readonly misquoted: readonly string[] }> {
  const misquoted: string[] = []
  let quotations = 0
  for await (const { key } of store.piles()) {
    const report = await store.pile(key).catch((error: Error) => error)
    if (report instanceof Error) {
      misquoted.push(`a part of the answers cannot be read (${report.message})`)
      continue
    }
    if (!report) {
      misquoted.push('a part of the answers is not there; it is traced again when they are next asked for')
      continue
    }
    for (const { id, text } of report.documents)
      if (!texts.get(id)?.has(hexOf(text)))
        misquoted.push(`the answers stand on a text of ${id} that no version of it has`)
    for (const { document, start, end, quote, text } of quotationsOf(report)) {
      quotations++
      if (text?.slice(start, end) !== quote)
        misquoted.push(`“${quote}” does not stand in ${document} where the answers say, at ${start}`)
    }
  }
  return { quotations, misquoted }
}

interface Logged {
  readonly documents: readonly { readonly id: string; readonly version: number; readonly text: string }[]
}

function* quotationsOf({ documents, statements, derivations, claims }: Report) {
  const texts = new Map(documents.map(({ id, text }) => [id, text]))
  const lists = [
    statements,
    derivations.flatMap(({ evidence }) => evidence),
    claims.flatMap(({ trails }) => trails.flatMap(({ hops }) => hops)),
  ]
  for (const list of lists)
    for (const { document, start, end, quote } of list) yield { document, start, end, quote, text: texts.get(document) }
}
