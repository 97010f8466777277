import { decisionIn } from '../../collection/decision-schema.ts'
import { type Anchor, type ImportedNote, mostOfOne } from '../../collection/imports/imported.ts'
import { notesIn } from '../../collection/imports/notes-in.ts'
import { canonicalJson, type Json } from '../../collection/log.ts'
import { wellFormed } from '../../export/json/pieces.ts'
import { namesIn } from '../../export/naming/names.ts'
import { webAddress } from '../../export/naming/web-address.ts'
import { us } from '../../export/stix/us.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import type { Decision, Subject } from '../../model/decision.ts'
import type { Refusal } from '../../model/document.ts'
import type { Report, ReportDocument, ReportStatement } from '../../model/report.ts'
import { heardOnlyIn } from '../../model/source.ts'
import type { Store, Writing } from '../../ports/store.ts'
import { addTo } from '../../text/listed.ts'
import { statementQuoted } from '../../tracing/anchors.ts'
import type { Acting } from './acting.ts'
import { decisionsBetween, writeDecision } from './decide.ts'

/** What became of the notes of a file. */
export interface Imported {
  readonly format: string | null
  readonly kept: number
  /** Was there already, word for word. */
  readonly known: number
  /** Made by Headwater itself: found anew, not noted. */
  readonly own: number
  /** With the reason, each: nothing of a file is passed over in silence. */
  readonly refused: readonly Refusal[]
}

/**
 * Takes what people wrote elsewhere as notes on what is here. Notes are decisions like others: in the log, to be taken back, and without
 * a say in any count. Those of a file are written together or not at all; what cannot be one is refused by name, and the rest goes on.
 *
 * @param input the file as the user named it
 */
export async function importNotes(
  store: Store,
  report: Report,
  input: string,
  bytes: Uint8Array,
  acting: Acting,
): Promise<Imported> {
  const refusedAs = (code: Refusal['code'], says: string): Imported => ({
    format: null,
    kept: 0,
    known: 0,
    own: 0,
    refused: [{ input, code, says }],
  })
  if (bytes.length > mostBytes)
    return refusedAs('too-large', `It is larger than ${mostBytes / 1e6} MB, and no file of notes is; split it.`)
  const found = notesIn(new TextDecoder().decode(bytes))
  if ('says' in found) return refusedAs('unsupported', found.says)
  const { decided, known, own, refused } = anchored(report, found.notes, input, found.format)
  const kept = decided.length === 0 ? 0 : await store.write((writing) => written(writing, decided, acting))
  return { format: found.format, kept, known: known + decided.length - kept, own, refused }
}

/** More than that is an archive; it is looked at before it is made a text, which has a longest length. */
const mostBytes = 100e6

/** Writes what was not written since the answers were made, and gives how much that is. */
async function written(writing: Writing, decided: Placed['decided'], acting: Acting): Promise<number> {
  const standing = new Map<string, string>()
  const plain = (decision: Decision): string => canonicalJson(JSON.parse(wellFormed(decision)) as Json)
  for (const { id, decision, undoes } of await decisionsBetween(writing, (await writing.tracing())?.upTo ?? 0)) {
    if (decision !== null) standing.set(id, plain(decision))
    if (undoes !== undefined) standing.delete(undoes)
  }
  const here = new Set(standing.values())
  const news = decided.filter(({ decision }) => !here.has(plain(decision)))
  for (const deciding of news) await writeDecision(writing, deciding, acting)
  return news.length
}

interface Placed {
  readonly decided: readonly { readonly decision: Decision; readonly reason: string }[]
  readonly known: number
  readonly own: number
  readonly refused: readonly Refusal[]
}

/** Notes of other people that are taken from one file: each is looked for in the texts. */
const mostNotes = 20_000

/** Each note as decisions on what it is about here; what is not found here is refused with the reason. */
export function anchored(report: Report, notes: readonly ImportedNote[], input: string, format: string): Placed {
  const here = thingsOf(report)
  const theirs = notes.filter((note) => !here.isOurs(note))
  const own = notes.length - theirs.length
  if (theirs.length > mostNotes) {
    const says = `It holds ${theirs.length} notes, and ${mostNotes} are taken at once; split it.`
    return { decided: [], known: 0, own, refused: [{ input, code: 'too-large', says }] }
  }
  const subjects = new Map<Anchor, Met>()
  const met = (anchor: Anchor): Met => {
    const known = subjects.get(anchor) ?? subjectOf(here, anchor)
    subjects.set(anchor, known)
    return known
  }
  const decided: { decision: Decision; reason: string }[] = []
  const refused: Refusal[] = []
  let known = 0
  for (const note of theirs) {
    const id = brief(note.id)
    const refuse = (says: string): void => void refused.push({ input: `${input}: ${id}`, code: 'not-found', says })
    if (note.on.length > mostOfOne) {
      refuse(`It is about more than ${mostOfOne} things; a note is about what is read beside it.`)
      continue
    }
    const found = note.on.map(met)
    const placed = found.flatMap((one) => ('on' in one ? [one] : []))
    if (placed.length === 0)
      refuse(found.flatMap((one) => ('says' in one ? [one.says] : []))[0] ?? 'It does not say what it is about.')
    for (const { on, id: place } of new Map(placed.map((one) => [one.id, one])).values()) {
      const key = keyOf(place, note.kind, note.text)
      if (here.written.has(key)) {
        known++
        continue
      }
      const said = note.kind === 'state' ? { state: note.text } : { text: note.text }
      const checked = decisionIn({ kind: note.kind, on, ...said })
      if ('says' in checked) {
        refuse(`It cannot be a ${note.kind}: ${checked.says}.`)
        continue
      }
      here.written.add(key)
      const from = [`from ${input}, ${format} ${id}${note.by === null ? '' : ` by ${brief(note.by)}`}`]
      decided.push({
        decision: checked.decision,
        reason: [...from, ...(note.at === null ? [] : [brief(note.at)])].join(', '),
      })
    }
  }
  return { decided, known, own, refused }
}

/** What a file says of itself stands in the log and in messages: one line, and no more than is read. */
const brief = (words: string): string => shorten(oneLine(words), 200)

interface Things {
  readonly isOurs: (note: ImportedNote) => boolean
  /** By UUID. */
  readonly byUuid: ReadonlyMap<string, { readonly kind: Subject['kind']; readonly id: string }>
  readonly at: (url: string) => readonly ReportDocument[]
  readonly byDigest: ReadonlyMap<string, readonly ReportDocument[]>
  readonly documents: ReadonlyMap<string, ReportDocument>
  readonly statements: ReadonlyMap<string, ReportStatement>
  readonly saidIn: ReadonlyMap<string, readonly ReportStatement[]>
  readonly claims: ReadonlyMap<string, Report['claims'][number]>
  readonly sources: ReadonlyMap<string, Report['sources'][number]>
  /** Sources by every name they go by, in small letters. */
  readonly voices: ReadonlyMap<string, readonly Report['sources'][number][]>
  /** What was written on what already. */
  readonly written: Set<string>
}

function thingsOf(report: Report): Things {
  const names = namesIn(report)
  const byUrl = new Map<string, ReportDocument[]>()
  // A file names an address again and again, and it takes long to be made plain.
  const asked = new Map<string, readonly ReportDocument[]>()
  const byDigest = new Map<string, ReportDocument[]>()
  const saidIn = new Map<string, ReportStatement[]>()
  const voices = new Map<string, Report['sources'][number][]>()
  for (const document of report.documents) {
    if (document.url !== null) addTo(byUrl, plainAddress(document.url), document)
    addTo(byDigest, document.sha256, document)
  }
  for (const statement of report.statements) addTo(saidIn, statement.document, statement)
  for (const source of report.sources)
    for (const form of new Set([source.name, ...source.aliases])) addTo(voices, form.toLowerCase(), source)
  const byUuid = new Map<string, { kind: Subject['kind']; id: string }>([
    ...report.documents.map(({ id }) => [names.document(id), { kind: 'document' as const, id }] as const),
    ...report.sources.map(({ id }) => [names.source(id), { kind: 'source' as const, id }] as const),
    ...report.statements.map(({ id }) => [names.statement(id), { kind: 'statement' as const, id }] as const),
    ...report.claims.map(({ id }) => [names.claim(id), { kind: 'claim' as const, id }] as const),
  ])
  const software = names.of('software', 'headwater')
  const isUs = (maker: string): boolean =>
    maker === us || maker === `urn:uuid:${software}` || /^Headwater \d+\.\d+\.\d+/.test(maker)
  return {
    // Statements and claims of ours are notes in FollowTheMoney and STIX, and bear our own ids.
    isOurs: ({ id, maker }) => byUuid.has(uuidIn(id) ?? '') || (maker !== null && isUs(maker)),
    byUuid,
    at: (url) => {
      const known = asked.get(url) ?? byUrl.get(plainAddress(url)) ?? []
      asked.set(url, known)
      return known
    },
    byDigest,
    documents: new Map(report.documents.map((one) => [one.id, one])),
    statements: new Map(report.statements.map((one) => [one.id, one])),
    saidIn,
    claims: new Map(report.claims.map((one) => [one.id, one])),
    sources: new Map(report.sources.map((one) => [one.id, one])),
    voices,
    written: new Set((report.annotations ?? []).map(({ on, kind, text }) => keyOf(`${on.kind} ${on.id}`, kind, text))),
  }
}

const keyOf = (id: string, kind: string, text: string): string => JSON.stringify([id, kind, text.trim()])

const uuidIn = (id: string): string | undefined => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(id)?.[0]

/** As exports write it, without what does not tell one page from another. */
const plainAddress = (url: string): string =>
  (webAddress(url) ?? url)
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')

type Met = { readonly on: Subject; readonly id: string } | { readonly says: string }

/** What of this collection is meant: by our own id, else by quotation on a page, else the page, else the voice of that name. */
function subjectOf(here: Things, anchor: Anchor): Met {
  for (const id of anchor.ids) {
    const known = here.byUuid.get(uuidIn(id) ?? '')
    if (known && (anchor.quote === null || known.kind !== 'document')) return ofKnown(here, known)
  }
  const documents = [
    ...anchor.ids.flatMap((id) => {
      const known = here.byUuid.get(uuidIn(id) ?? '')
      return known?.kind === 'document' ? [here.documents.get(known.id)] : []
    }),
    ...anchor.digests.flatMap((digest) => here.byDigest.get(digest.toLowerCase()) ?? []),
    ...anchor.urls.flatMap(here.at),
  ].filter((document) => document !== undefined)
  const [document] = documents
  if (document) return anchor.quote === null ? onDocument(document) : quoted(here, documents, anchor.quote)
  const [voice, ...more] = here.voices.get(anchor.voice?.toLowerCase() ?? '') ?? []
  if (voice && more.length === 0)
    return { on: { kind: 'source', source: { name: voice.name, kind: voice.kind } }, id: `source ${voice.id}` }
  if (voice) return { says: `Several voices here go by the name “${brief(anchor.voice ?? '')}”.` }
  const [about] = [...anchor.urls, anchor.voice, ...anchor.ids].flatMap((one) => (one === null ? [] : [brief(one)]))
  return {
    says:
      about === undefined
        ? 'It does not say what it is about.'
        : `It is about ${about}, which is not in this collection.`,
  }
}

const onDocument = ({ id }: ReportDocument): Met => ({ on: { kind: 'document', document: id }, id: `document ${id}` })

function ofKnown(here: Things, { kind, id }: { readonly kind: Subject['kind']; readonly id: string }): Met {
  if (kind === 'document') return { on: { kind, document: id }, id: `document ${id}` }
  const source = here.sources.get(id)
  if (kind === 'source' && source) {
    const { document = '' } = heardOnlyIn(id) ?? {}
    const named = { name: source.name, kind: source.kind, ...(here.documents.has(document) ? { document } : {}) }
    return { on: { kind: 'source', source: named }, id: `source ${id}` }
  }
  const statement = here.statements.get(kind === 'claim' ? (here.claims.get(id)?.statements[0] ?? '') : id)
  if (!statement || kind === 'source') return { says: 'What it is about is not in this collection any more.' }
  return { on: { kind, statement: wordsOf(statement) }, id: `${kind} ${id}` }
}

const wordsOf = ({ document, quote, start, end }: ReportStatement) => ({ document, quote, start, end })

/** The statement that stands where the quotation does, in the first document that has it; the document where the words make no statement. */
function quoted(here: Things, documents: readonly ReportDocument[], quote: NonNullable<Anchor['quote']>): Met {
  const { exact, prefix, suffix } = quote
  for (const document of documents) {
    const whole = document.text.indexOf(`${prefix}${exact}${suffix}`)
    const start = whole >= 0 ? whole + prefix.length : document.text.indexOf(exact)
    if (start < 0) continue
    const said = here.saidIn.get(document.id) ?? []
    const found = statementQuoted({ document: document.id, quote: exact, start }, document.text, said)
    const statement = said[found ?? -1]
    return statement
      ? { on: { kind: 'statement', statement: wordsOf(statement) }, id: `statement ${statement.id}` }
      : onDocument(document)
  }
  const [first] = documents
  if (quote.orPage && first) return onDocument(first)
  const where = brief(documents.map(({ id }) => id).join(', '))
  return { says: `The words “${shorten(oneLine(exact), 100)}” do not stand in ${where}.` }
}
