import {
  type Decided,
  type Decision,
  type NamedVoice,
  type QuotedStatement,
  quotedIn,
  type Subject,
} from '../../model/decision.ts'
import type { Claim } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { isDocument, type Named, nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { Catalogue } from './catalogue.ts'
import type { Shelf } from './shelf.ts'

/** A line of the log of decisions as people read it. */
export interface DecisionRow extends Decided {
  /** What was decided, in one sentence, with names where the log has ids. */
  readonly words: string
  /** Whether a later line took it back. */
  readonly undone: boolean
  /** Why it changes nothing, in one sentence; null where it does, or needs not. */
  readonly unapplied: string | null
}

/** The lines that decided something, the latest first; what only takes another back shows in that other. */
export function decisionRows(catalogue: Catalogue, log: readonly Decided[]): readonly DecisionRow[] {
  const undone = undoneIn(log)
  const unapplied = new Map(catalogue.unapplied.map(({ decision, says }) => [decision, says]))
  return log.toReversed().flatMap((line): readonly DecisionRow[] => {
    if (line.decision === null) return []
    return [
      {
        ...line,
        words: wordsOf(catalogue, line.decision),
        undone: undone.has(line.id),
        unapplied: unapplied.get(line.id) ?? null,
      },
    ]
  })
}

/** What holds no longer: taken back, and not by a line that was itself taken back. */
function undoneIn(log: readonly Decided[]): ReadonlySet<string> {
  const undone = new Set<string>()
  for (const { id, undoes } of log.toReversed()) if (undoes !== undefined && !undone.has(id)) undone.add(undoes)
  return undone
}

/** Which decisions made a claim what it is: on its statements, on the voices and reports that its trails lead through, on itself. */
export function decisionsOnClaim(shelf: Shelf, claim: Claim): (decided: Decided) => boolean {
  const statements = new Set(claim.statements.map((id) => quoteKey(shelf.statements.get(id))))
  const nodes = new Set<string>([...claim.origins, ...claim.positions.flatMap(({ origins }) => origins)])
  const ids = new Set<string>(claim.decisions ?? [])
  for (const { statement, hops } of claim.trails) {
    let at = shelf.statements.get(statement)?.document ?? ''
    for (const { node } of hops) {
      for (const step of shelf.madeFrom.get(at) ?? [])
        if (step.from === node) for (const id of step.decisions ?? []) ids.add(id)
      nodes.add(node)
      at = node
    }
  }
  const voices = [...nodes].flatMap((node) => shelf.sources.get(node) ?? [])
  for (const { decisions = [] } of voices) for (const id of decisions) ids.add(id)
  for (const { decision } of shelf.annotations.get(`claim ${claim.id}`) ?? []) ids.add(decision)
  return ({ id, decision }) =>
    ids.has(id) ||
    (decision !== null &&
      (quotedIn(decision).some((quoted) => statements.has(quoteKey(quoted))) ||
        (decision.kind === 'grade' && voices.some((voice) => isNamed(voice, decision.source)))))
}

/** Which decisions are about a voice, by its id in what they changed or by a name it bears. */
export function decisionsOnSource(source: Source): (decided: Decided) => boolean {
  const ids = new Set(source.decisions ?? [])
  return ({ id, decision }) =>
    ids.has(id) || (decision !== null && voicesIn(decision).some((voice) => isNamed(source, voice)))
}

/** Which decisions are about a report, or about words in it. */
export function decisionsOnDocument(shelf: Shelf, document: string): (decided: Decided) => boolean {
  const ids = new Set((shelf.derivationsAt.get(document) ?? []).flatMap(({ decisions = [] }) => decisions))
  return ({ id, decision }) =>
    ids.has(id) ||
    (decision !== null &&
      (documentsIn(decision).includes(document) || quotedIn(decision).some((quoted) => quoted.document === document)))
}

const quoteKey = (quoted: Pick<QuotedStatement, 'document' | 'quote'> | undefined): string =>
  JSON.stringify([quoted?.document, quoted?.quote])

const isNamed = ({ name, aliases, kind }: Source, voice: NamedVoice): boolean =>
  (voice.kind === undefined || voice.kind === kind) &&
  [name, ...aliases].some((one) => one.toLowerCase() === voice.name.toLowerCase())

function voicesIn(decision: Decision): readonly NamedVoice[] {
  switch (decision.kind) {
    case 'same-source':
    case 'not-same-source':
      return [decision.a, decision.b]
    case 'alias':
    case 'grade':
      return [decision.source]
    case 'affiliation':
      return decision.of ? [decision.source, decision.of] : [decision.source]
    case 'made-from':
    case 'not-made-from':
      return decision.from.kind === 'source' ? [decision.from.source] : []
    case 'note':
    case 'tag':
    case 'state':
      return decision.on.kind === 'source' ? [decision.on.source] : []
    default:
      return []
  }
}

function documentsIn(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case 'made-from':
    case 'not-made-from':
      return [decision.document, ...(decision.from.kind === 'document' ? [decision.from.document] : [])]
    case 'note':
    case 'tag':
    case 'state':
      return decision.on.kind === 'document' ? [decision.on.document] : []
    default:
      return []
  }
}

function wordsOf(held: Named, decision: Decision): string {
  switch (decision.kind) {
    case 'same-claim':
      return `${quoted(decision.a)} and ${quoted(decision.b)} answer one question.`
    case 'not-same-claim':
      return `${quoted(decision.a)} and ${quoted(decision.b)} answer different questions.`
    case 'same-source':
      return `${oneLine(decision.a.name)} and ${oneLine(decision.b.name)} are one voice.`
    case 'not-same-source':
      return `${oneLine(decision.a.name)} and ${oneLine(decision.b.name)} are two voices.`
    case 'alias':
      return `${oneLine(decision.source.name)} is also called ${oneLine(decision.name)}.`
    case 'affiliation':
      return decision.of
        ? `${oneLine(decision.source.name)} belongs to ${oneLine(decision.of.name)}.`
        : `${oneLine(decision.source.name)} belongs to nobody else.`
    case 'grade':
      return `Reliability of ${oneLine(decision.source.name)}: ${decision.letter}, ${oneLine(decision.reason)}`
    case 'made-from':
    case 'not-made-from': {
      const from =
        decision.from.kind === 'document'
          ? reportWords(held, decision.from.document)
          : oneLine(decision.from.source.name)
      return `${reportWords(held, decision.document)} was ${decision.kind === 'made-from' ? '' : 'not '}made from ${from}.`
    }
    case 'note':
      return `Note on ${subjectWords(held, decision.on)}: ${oneLine(decision.text)}`
    case 'decline':
      return `A suggestion of a model is not made again: ${oneLine(decision.suggestion)}`
    case 'tag':
      return `Tag on ${subjectWords(held, decision.on)}: ${oneLine(decision.text)}`
    case 'state':
      return `State of the work on ${subjectWords(held, decision.on)}: ${decision.state.replaceAll('-', ' ')}`
  }
}

const quoted = ({ quote }: QuotedStatement): string => `“${shorten(oneLine(quote.slice(0, 1_000)), 120)}”`

/** The outlet and the title; a report that is not held any more goes by the id that the log has. */
function reportWords(held: Named, id: string): string {
  const title = held.documents.get(id)?.title
  const name = nameOf(held, id)
  return isDocument(held, id) && title && oneLine(title) !== name ? `${name} (“${shorten(oneLine(title), 80)}”)` : name
}

function subjectWords(held: Named, on: Subject): string {
  switch (on.kind) {
    case 'document':
      return reportWords(held, on.document)
    case 'source':
      return oneLine(on.source.name)
    case 'statement':
    case 'claim':
      return quoted(on.statement)
  }
}
