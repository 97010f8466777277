import type { NamedVoice, QuotedStatement, Subject } from '../model/decision.ts'
import type { Annotation, Claim, Report, ReportDocument, ReportStatement } from '../model/report.ts'
import type { Source } from '../model/source.ts'
import { plainName, voicesNamed } from '../provenance/decided/voice-book.ts'
import { addTo } from '../text/listed.ts'
import { byCodeUnit } from '../text/order.ts'
import { statementQuoted } from './anchors.ts'
import type { InForce } from './in-force.ts'

/**
 * A report with what people put on what is in it: grades of sources, notes, tags and states. Decisions that found nothing here to be
 * applied to are told with the reason, so that none is lost.
 */
export function withDecisions(report: Report, decisions: readonly InForce[]): Report {
  if (decisions.length === 0) return report
  const { sources, letters, annotations, unapplied } = putOn(decidableOf(report), decisions)
  return {
    ...report,
    ...(letters.size > 0 ? { sources, claims: withReliability(report.claims, letters) } : {}),
    ...(annotations.length > 0 ? { annotations } : {}),
    ...(unapplied.length > 0 ? { unapplied } : {}),
  }
}

/** What decisions look for in a report, or in the outlines of several. */
export interface Decidable {
  readonly documents: readonly Pick<ReportDocument, 'id' | 'publisher'>[]
  readonly sources: readonly Source[]
  /** The statement that is shown by some words, and its claim. */
  statement(quoted: QuotedStatement): Pick<ReportStatement, 'id' | 'claim'> | undefined
  /** Whether a document has something from a source. */
  isHeardIn(source: string, document: string): boolean
  /** Whether a derivation was made by a decision. */
  isMadeBy(decision: string): boolean
}

/** What people put on what is in a report. */
export interface Put {
  /** All of them, with their grades. */
  readonly sources: readonly Source[]
  /** The letter of every source that is graded, and of every document that such a one published, by id. */
  readonly letters: ReadonlyMap<string, string>
  readonly annotations: readonly Annotation[]
  readonly unapplied: NonNullable<Report['unapplied']>
}

export function putOn(held: Decidable, decisions: readonly InForce[]): Put {
  if (decisions.length === 0) return { sources: held.sources, letters: new Map(), annotations: [], unapplied: [] }
  const places = openPlaces(held)
  const annotations = decisions.flatMap((one) => annotationsOf(one, places))
  const unapplied = decisions.flatMap((one) => {
    const says = objection(one, held, places)
    return says === undefined ? [] : [{ decision: one.id, says }]
  })
  return { ...graded(held, places, decisions), annotations, unapplied }
}

/** Claims with the grades of their origins; an outlet's own report has the grade of the outlet. */
export const withReliability = (claims: readonly Claim[], letters: ReadonlyMap<string, string>): readonly Claim[] =>
  claims.map((claim) => ({ ...claim, reliability: gradesIn(claim, letters) }))

/** The statement of a report that is shown by some words. */
export function statementIn(report: Report, quoted: QuotedStatement): ReportStatement | undefined {
  const document = report.documents.find(({ id }) => id === quoted.document)
  return (
    document &&
    statementOf(
      document,
      report.statements.filter((one) => one.document === document.id),
      quoted,
    )
  )
}

function statementOf(
  { text }: ReportDocument,
  there: readonly ReportStatement[],
  quoted: QuotedStatement,
): ReportStatement | undefined {
  const at = statementQuoted(quoted, text, there)
  return at === undefined ? undefined : there[at]
}

function decidableOf(report: Report): Decidable {
  const documents = new Map(report.documents.map((document) => [document.id, document]))
  const statements = new Map<string, ReportStatement[]>()
  for (const statement of report.statements) addTo(statements, statement.document, statement)
  return {
    documents: report.documents,
    sources: report.sources,
    statement(quoted) {
      const document = documents.get(quoted.document)
      return document && statementOf(document, statements.get(quoted.document) ?? [], quoted)
    },
    isHeardIn: (id, document) =>
      (statements.get(document) ?? []).some(({ attribution }) => attribution.some((voice) => voice.source === id)) ||
      report.derivations.some(({ from, to }) => from === id && to === document),
    isMadeBy: (decision) => report.derivations.some(({ decisions }) => decisions?.includes(decision)),
  }
}

/** Where the words of decisions are found. */
interface Places {
  statement(quoted: QuotedStatement): Pick<ReportStatement, 'id' | 'claim'> | undefined
  voices(named: NamedVoice): readonly Source[]
  hasDocument(id: string): boolean
}

function openPlaces(held: Decidable): Places {
  const documents = new Map(held.documents.map((document) => [document.id, document]))
  const sources = new Map(held.sources.map((source) => [source.id, source]))
  const bearers = new Map<string, Source[]>()
  for (const source of held.sources)
    for (const name of new Set([source.name, ...source.aliases].map(plainName))) addTo(bearers, name, source)
  const isHeardIn = (id: string, document: string): boolean => {
    const publisher = documents.get(document)?.publisher
    const source = sources.get(id)
    const names = source ? [source.name, ...source.aliases].map(plainName) : []
    return (
      (publisher !== undefined && publisher !== null && names.includes(plainName(publisher))) ||
      held.isHeardIn(id, document)
    )
  }
  return {
    statement: held.statement,
    voices: (named) => voicesNamed(named, bearers.get(plainName(named.name)) ?? [], isHeardIn),
    hasDocument: (id) => documents.has(id),
  }
}

/** Sources with their grades, and whom else these are the grades of. */
function graded(held: Decidable, places: Places, decisions: readonly InForce[]): Pick<Put, 'sources' | 'letters'> {
  const grades = new Map<string, NonNullable<Source['grade']>>()
  for (const { decision } of decisions)
    if (decision.kind === 'grade')
      for (const { id } of onlyOne(places.voices(decision.source)))
        grades.set(id, { letter: decision.letter, reason: decision.reason })
  const letters = new Map<string, string>([...grades].map(([id, { letter }]) => [id, letter]))
  if (grades.size === 0) return { sources: held.sources, letters }
  const sources = held.sources.map((source) => {
    const grade = grades.get(source.id)
    return grade ? { ...source, grade } : source
  })
  const byPublisher = new Map(
    sources.flatMap(({ id, name, aliases }) =>
      grades.has(id) ? [name, ...aliases].map((form) => [plainName(form), id] as const) : [],
    ),
  )
  for (const { id, publisher } of held.documents) {
    const letter = letters.get(byPublisher.get(plainName(publisher ?? '')) ?? '')
    if (letter !== undefined) letters.set(id, letter)
  }
  return { sources, letters }
}

function gradesIn(claim: Claim, letters: ReadonlyMap<string, string>): Claim['reliability'] {
  const nodes = new Set([
    ...claim.origins,
    ...(claim.doubtful ?? []),
    ...claim.positions.flatMap(({ origins }) => origins),
  ])
  return Object.fromEntries(
    [...nodes].sort(byCodeUnit).flatMap((node) => {
      const letter = letters.get(node)
      return letter === undefined ? [] : [[node, letter] as const]
    }),
  )
}

function annotationsOf({ id, by, at, decision }: InForce, places: Places): readonly Annotation[] {
  if (decision.kind !== 'note' && decision.kind !== 'tag' && decision.kind !== 'state') return []
  const text = decision.kind === 'state' ? decision.state : decision.text
  return subjectsOf(decision.on, places).map((on) => ({ on, kind: decision.kind, text, by, at, decision: id }))
}

function subjectsOf(on: Subject, places: Places): readonly Annotation['on'][] {
  if (on.kind === 'document') return places.hasDocument(on.document) ? [{ kind: on.kind, id: on.document }] : []
  if (on.kind === 'source') return onlyOne(places.voices(on.source)).map(({ id }) => ({ kind: on.kind, id }))
  const statement = places.statement(on.statement)
  const id = on.kind === 'claim' ? statement?.claim : statement?.id
  return id ? [{ kind: on.kind, id }] : []
}

/** Why a decision could not be applied; undefined where it could. */
function objection({ id, decision }: InForce, held: Decidable, places: Places): string | undefined {
  switch (decision.kind) {
    case 'same-claim':
    case 'not-same-claim': {
      const missing = wordsMissing(decision.a, places) ?? wordsMissing(decision.b, places)
      if (missing !== undefined) return missing
      const [a, b] = [places.statement(decision.a)?.claim ?? null, places.statement(decision.b)?.claim ?? null]
      const isOne = a !== null && a === b
      if (decision.kind === 'same-claim') return isOne ? undefined : 'A later decision parts the two statements.'
      return isOne ? 'A later decision joins the two statements, or one repeats the other word for word.' : undefined
    }
    case 'not-same-source': {
      const [a, b] = [decision.a, decision.b].map((named) => onlyOne(places.voices(named))[0])
      if (a && b && a.id !== b.id) return undefined
      return voiceMissing(decision.a, places) ?? voiceMissing(decision.b, places) ?? unmarked(id, held)
    }
    case 'same-source':
      return voiceMissing(decision.a, places) ?? voiceMissing(decision.b, places) ?? unmarked(id, held)
    case 'alias':
      return voiceMissing(decision.source, places) ?? unmarked(id, held)
    case 'affiliation':
      return voiceMissing(decision.source, places) ?? unmarked(id, held)
    case 'grade':
      return voiceMissing(decision.source, places) ?? severalVoices(decision.source, places)
    case 'made-from':
    case 'not-made-from': {
      const { document, from } = decision
      const missing =
        documentMissing(document, places) ??
        (from.kind === 'document' ? documentMissing(from.document, places) : undefined)
      if (missing !== undefined || decision.kind === 'not-made-from') return missing
      return held.isMadeBy(id) ? undefined : 'A later decision says otherwise, or several voices bear this name.'
    }
    case 'decline':
      return undefined
    case 'note':
    case 'tag':
    case 'state':
      return subjectsOf(decision.on, places).length > 0 ? undefined : subjectMissing(decision.on, places)
  }
}

function subjectMissing(on: Subject, places: Places): string {
  if (on.kind === 'document') return documentMissing(on.document, places) ?? ''
  if (on.kind === 'source') return voiceMissing(on.source, places) ?? severalVoices(on.source, places) ?? ''
  return wordsMissing(on.statement, places) ?? `“${on.statement.quote}” is in no claim.`
}

const documentMissing = (id: string, places: Places): string | undefined =>
  places.hasDocument(id) ? undefined : `There is no report ${id} here.`

const wordsMissing = (quoted: QuotedStatement, places: Places): string | undefined =>
  documentMissing(quoted.document, places) ??
  (places.statement(quoted) ? undefined : `“${quoted.quote}” is no longer stated in ${quoted.document}.`)

const voiceMissing = (named: NamedVoice, places: Places): string | undefined =>
  places.voices(named).length > 0
    ? undefined
    : `No voice called “${named.name}” is heard ${named.document === undefined ? 'here' : `in ${named.document}`}.`

const severalVoices = (named: NamedVoice, places: Places): string | undefined =>
  places.voices(named).length > 1
    ? `Several voices are called “${named.name}”: a document has to be named too.`
    : undefined

/** Where several bear a name, none of them is meant for sure. */
const onlyOne = <One>(list: readonly One[]): readonly One[] => (list.length === 1 ? list : [])

/** Every voice that a decision made what it is bears its id. */
const unmarked = (id: string, { sources }: Decidable): string | undefined =>
  sources.some(({ decisions }) => decisions?.includes(id))
    ? undefined
    : 'A later decision stands against it, or the names do not tell which of several voices is meant.'
