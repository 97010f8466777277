import { decisionIn } from '../../collection/decision-schema.ts'
import type { Anchor, ImportedNote } from '../../collection/imports/imported.ts'
import { notesIn } from '../../collection/imports/notes-in.ts'
import { namesIn } from '../../export/naming/names.ts'
import { us } from '../../export/stix/us.ts'
import type { Decision, Subject } from '../../model/decision.ts'
import type { Refusal } from '../../model/document.ts'
import type { Report, ReportDocument, ReportStatement } from '../../model/report.ts'
import type { Store } from '../../ports/store.ts'
import { addTo } from '../../text/listed.ts'
import { statementQuoted } from '../../tracing/anchors.ts'
import type { Acting } from './acting.ts'
import { decide } from './decide.ts'

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
 * a say in any count.
 *
 * @param input the file as the user named it
 */
export async function importNotes(
  store: Store,
  report: Report,
  input: string,
  text: string,
  acting: Acting,
): Promise<Imported> {
  const found = notesIn(text)
  if ('says' in found)
    return { format: null, kept: 0, known: 0, own: 0, refused: [{ input, code: 'unsupported', says: found.says }] }
  const placed = anchored(report, found.notes, input, found.format)
  for (const { decision, reason } of placed.decided) await decide(store, { decision, reason }, acting)
  return {
    format: found.format,
    kept: placed.decided.length,
    known: placed.known,
    own: placed.own,
    refused: placed.refused,
  }
}

interface Placed {
  readonly decided: readonly { readonly decision: Decision; readonly reason: string }[]
  readonly known: number
  readonly own: number
  readonly refused: readonly Refusal[]
}

/** Each note as decisions on what it is about here; what is not found here is refused with the reason. */
export function anchored(report: Report, notes: readonly ImportedNote[], input: string, format: string): Placed {
  const here = thingsOf(report)
  const decided: { decision: Decision; reason: string }[] = []
  const refused: Refusal[] = []
  let [known, own] = [0, 0]
  for (const note of notes) {
    if (here.isOurs(note)) {
      own++
      continue
    }
    const refuse = (says: string): void => void refused.push({ input: `${input}: ${note.id}`, code: 'not-found', says })
    const subjects = note.on.map((anchor) => subjectOf(here, anchor))
    const met = subjects.flatMap((one) => ('on' in one ? [one] : []))
    if (met.length === 0)
      refuse(subjects.flatMap((one) => ('says' in one ? [one.says] : []))[0] ?? 'It does not say what it is about.')
    for (const { on, id } of new Map(met.map((one) => [one.id, one])).values()) {
      const key = keyOf(id, note.kind, note.text)
      if (here.written.has(key)) {
        known++
        continue
      }
      here.written.add(key)
      const by = note.by === null ? '' : ` by ${note.by}`
      const checked = decisionIn({
        kind: note.kind,
        on,
        ...(note.kind === 'state' ? { state: note.text } : { text: note.text }),
      })
      if ('says' in checked) refuse(`It cannot be a ${note.kind}: ${checked.says}.`)
      else
        decided.push({
          decision: checked.decision,
          reason: `from ${input}, ${format} ${note.id}${by}${note.at === null ? '' : `, ${note.at}`}`,
        })
    }
  }
  return { decided, known, own, refused }
}

interface Things {
  readonly isOurs: (note: ImportedNote) => boolean
  /** By UUID. */
  readonly byUuid: ReadonlyMap<string, { readonly kind: Subject['kind']; readonly id: string }>
  readonly byUrl: ReadonlyMap<string, readonly ReportDocument[]>
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
  return {
    isOurs: ({ maker }) =>
      maker !== null &&
      (maker === us ||
        maker === `urn:uuid:${software}` ||
        /^Headwater \d/.test(maker) ||
        byUuid.has(uuidIn(maker) ?? '')),
    byUuid,
    byUrl,
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

/** Without what does not tell one page from another. */
const plainAddress = (url: string): string =>
  (URL.canParse(url) ? new URL(url).href : url)
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
    ...anchor.urls.flatMap((url) => here.byUrl.get(plainAddress(url)) ?? []),
  ].filter((document) => document !== undefined)
  const [document] = documents
  if (document) return anchor.quote === null ? onDocument(document) : quoted(here, documents, anchor.quote)
  const [voice, ...more] = here.voices.get(anchor.voice?.toLowerCase() ?? '') ?? []
  if (voice && more.length === 0)
    return { on: { kind: 'source', source: { name: voice.name, kind: voice.kind } }, id: `source ${voice.id}` }
  if (voice) return { says: `Several voices here go by the name “${anchor.voice}”.` }
  const about = anchor.urls[0] ?? anchor.voice ?? anchor.ids[0]
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
    const [, , where = ''] = /^(.*)@(.*)$/s.exec(id) ?? []
    const named = { name: source.name, kind: source.kind, ...(here.documents.has(where) ? { document: where } : {}) }
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
  return { says: `The words “${exact.slice(0, 100)}” do not stand in ${documents.map(({ id }) => id).join(', ')}.` }
}
