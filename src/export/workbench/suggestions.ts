import { canonicalJson, type Json } from '../../collection/log.ts'
import type { Decision, NamedVoice, QuotedStatement } from '../../model/decision.ts'
import type { Claim, ReportStatement } from '../../model/report.ts'
import type { Source } from '../../model/source.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { sorting } from '../../text/sorted.ts'
import type { Steps } from '../../text/steps.ts'
import { isDocument, nameOf, voiceOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import type { Catalogue } from './catalogue.ts'
import type { Shelf } from './shelf.ts'

/** Two things that the machine is unsure of. Nothing follows from a suggestion until a person decides it. */
export interface Suggestion {
  readonly id: string
  readonly kind: 'same-claim' | 'same-source' | 'made-from' | 'statement' | 'attribution' | 'translation'
  readonly a: SuggestedPart
  readonly b: SuggestedPart
  /** In one sentence. */
  readonly why: string
  /** 0..1: how near it is to what the machine would have decided itself; 0 where it does not say. */
  readonly score: number
  /** The model that proposed it; absent where Headwater did itself. */
  readonly by?: SuggestedBy
  /** What is to be decided when a person says that it is so, or that it is not. */
  readonly accept: Decision
  readonly reject: Decision
}

/** Who proposed it, and by which words it was asked. */
export interface SuggestedBy {
  readonly model: string
  readonly host: string
  readonly prompt: string
  readonly at: string
}

/** One side: a statement, a source or a document by its id in the report, or words that stand in none; and its words. */
export interface SuggestedPart {
  readonly id: string
  readonly kind: 'statement' | 'source' | 'document' | 'words'
  readonly words: string
  /** Who printed a statement, and when. */
  readonly outlet?: string
  readonly published?: string | null
}

/**
 * What a person can settle, best first: pairs of statements of which it is doubtful whether they answer one question, names that may be one
 * voice, reports that were made from another as far as can be inferred.
 *
 * @param own all that Headwater is unsure of, best first
 * @param decided what holds already
 * @param proposed what models propose; it stands behind what Headwater proposes itself
 * @param most how many of each
 */
export function suggestions(
  own: readonly Doubt[],
  decided: readonly Decision[] = [],
  most = 500,
  proposed: readonly Suggestion[] = [],
): readonly Suggestion[] {
  const settled = new Set(decided.map(subjectOf))
  const open: Suggestion[] = []
  for (const { suggestion, subject } of own) {
    if (open.length === most) break
    if (!settled.has(subject)) open.push(suggestion)
  }
  if (proposed.length === 0) return open
  const known = new Set(own.map(({ subject }) => subject))
  const further = proposed
    .filter(
      ({ accept, reject }) =>
        !known.has(subjectOf(accept)) && !settled.has(subjectOf(accept)) && !settled.has(subjectOf(reject)),
    )
    .sort((a, b) => b.score - a.score || byCodeUnit(a.id, b.id))
  return [...open, ...further.slice(0, most)]
}

/** Something that Headwater is unsure of. */
export interface Doubt {
  readonly suggestion: Suggestion
  /** What a decision of it would be about. */
  readonly subject: string
}

/** A doubt about what one pile holds, as it is kept with it: the voice that it is about goes by its id there, and why is not told yet. */
export interface KeptDoubt {
  readonly suggestion: Suggestion
  /** The document or source whose answer may be one to another question; null where it is not about that. */
  readonly origin: string | null
}

/** What is doubtful in a report. */
export function* doubtsIn(shelf: Shelf): Generator<KeptDoubt> {
  yield* doubtfulClaims(shelf)
  yield* likelyMakings(shelf)
}

/**
 * All that the machine is unsure of, best first, step by step.
 *
 * @param kept the doubts of all piles, with voices by the ids that they have beside each other
 */
export function* doubting(catalogue: Catalogue, kept: readonly KeptDoubt[]): Steps<readonly Doubt[]> {
  const made: Suggestion[] = []
  for (const { suggestion, origin } of kept)
    made.push(origin === null ? suggestion : { ...suggestion, why: mayAnswerAnother(nameOf(catalogue, origin)) })
  yield
  for (const suggestion of likelyNames(catalogue)) {
    made.push(suggestion)
    if (made.length % 100 === 0) yield
  }
  const sorted = yield* sorting(made, (a, b) => b.score - a.score || byCodeUnit(a.id, b.id))
  return sorted.map((suggestion) => ({ suggestion, subject: subjectOf(suggestion.accept) }))
}

const mayAnswerAnother = (name: string): string => `${name} may be answering another question, and is not counted.`

/** The same for a decision and its opposite, whichever way round its two sides are named and however exactly. */
function subjectOf(decision: Decision): string {
  switch (decision.kind) {
    case 'same-claim':
    case 'not-same-claim':
      return pairOf(
        'same-claim',
        JSON.stringify([decision.a.document, decision.a.quote]),
        JSON.stringify([decision.b.document, decision.b.quote]),
      )
    case 'same-source':
    case 'not-same-source':
      return pairOf('same-source', decision.a.name.toLowerCase(), decision.b.name.toLowerCase())
    case 'made-from':
    case 'not-made-from':
      return JSON.stringify([
        'made-from',
        decision.document,
        decision.from.kind === 'document' ? decision.from.document : decision.from.source.name.toLowerCase(),
      ])
    default:
      return canonicalJson(decision as unknown as Json)
  }
}

const pairOf = (kind: string, ...sides: readonly string[]): string =>
  JSON.stringify([kind, ...[...sides].sort(byCodeUnit)])

/** Origins that hang on a claim by a doubtful pair of statements only. */
function* doubtfulClaims(shelf: Shelf): Generator<KeptDoubt> {
  for (const claim of shelf.report.claims) {
    if (!claim.doubtful?.length) continue
    const sure = statementEnding(shelf, claim, 'origin')
    if (!sure) continue
    const seen = new Set<string>()
    for (const { statement, hops, end } of claim.trails) {
      const held = shelf.statements.get(statement)
      if (end !== 'doubtful' || !held || held.id === sure.id) continue
      const origin = hops.at(-1)?.node ?? held.document
      if (seen.has(origin)) continue
      seen.add(origin)
      const [a, b] = [quoted(sure), quoted(held)]
      const suggestion: Suggestion = {
        id: pairOf('same-claim', sure.id, held.id),
        kind: 'same-claim',
        a: statementPart(shelf, sure),
        b: statementPart(shelf, held),
        why: '',
        score: 0.5,
        accept: { kind: 'same-claim', a, b },
        reject: { kind: 'not-same-claim', a, b },
      }
      yield { suggestion, origin }
    }
  }
}

function statementEnding(shelf: Shelf, { trails }: Claim, wanted: 'origin'): ReportStatement | undefined {
  return shelf.statements.get(trails.find(({ end }) => end === wanted)?.statement ?? '')
}

const statementPart = (shelf: Shelf, { id, document, quote }: ReportStatement): SuggestedPart => ({
  id,
  kind: 'statement',
  words: shorten(oneLine(quote), 300),
  outlet: nameOf(shelf, document),
  published: shelf.documents.get(document)?.published ?? null,
})

const quoted = ({ document, quote, start, end }: ReportStatement): QuotedStatement => ({ document, quote, start, end })

/** Reports that were made from another for reasons that do not settle it. */
function* likelyMakings(shelf: Shelf): Generator<KeptDoubt> {
  for (const { from, to, basis, confidence, evidence, manner } of shelf.report.derivations) {
    if (basis !== 'inferred' || confidence >= sureMaking || !isDocument(shelf, from)) continue
    const subject = { document: to, from: { kind: 'document', document: from } } as const
    const suggestion: Suggestion = {
      id: JSON.stringify(['made-from', to, from]),
      kind: 'made-from',
      a: documentPart(shelf, to),
      b: documentPart(shelf, from),
      why: `It ${manner === 'copies' ? 'shares words' : 'shares details'} with the earlier one, such as “${shorten(oneLine(evidence[0].quote), 160)}”.`,
      score: confidence,
      accept: { kind: 'made-from', ...subject },
      reject: { kind: 'not-made-from', ...subject },
    }
    yield { suggestion, origin: null }
  }
}

/** Inferred derivations below this were wrong often enough to be shown to a person. */
const sureMaking = 0.7

function documentPart(shelf: Shelf, id: string): SuggestedPart {
  const title = shelf.documents.get(id)?.title
  return { id, kind: 'document', words: shorten(oneLine(`${nameOf(shelf, id)}${title ? `: ${title}` : ''}`), 300) }
}

/**
 * Names that may be one voice: a surname beside a full name, an abbreviation beside what it stands for, two spellings. Names are compared
 * within small groups that share a key, never all with all.
 */
function* likelyNames(catalogue: Catalogue): Generator<Suggestion> {
  const named = [...catalogue.sources.values()].filter(({ kind }) => kind !== 'anonymous' && kind !== 'vague')
  const groups = new Map<string, Source[]>()
  for (const source of named) for (const key of keysOf(source)) addTo(groups, key, source)
  const seen = new Set<string>()
  for (const group of groups.values()) {
    if (group.length > mostAlike) continue
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const id = pairOf('same-source', one.id, other.id)
        if (seen.has(id) || one.id === other.id) continue
        seen.add(id)
        const likeness = likenessOf(one, other)
        if (!likeness || voiceOf(catalogue, one.id) === voiceOf(catalogue, other.id)) continue
        const [a, b] = [namedBy(one), namedBy(other)]
        yield {
          id,
          kind: 'same-source',
          a: { id: one.id, kind: 'source', words: one.name },
          b: { id: other.id, kind: 'source', words: other.name },
          ...likeness,
          accept: { kind: 'same-source', a, b },
          reject: { kind: 'not-same-source', a, b },
        }
      }
  }
}

/** A key that more names share says nothing of any two of them. */
const mostAlike = 12

/** The kind tells two voices of one name apart; a name that is only heard in one report goes by that report. */
const namedBy = ({ id, name, kind }: Source): NamedVoice => {
  const at = id.lastIndexOf('@')
  return { name, kind, ...(at > 0 ? { document: id.slice(at + 1) } : {}) }
}

const wordsIn = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function keysOf({ name, kind, aliases }: Source): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const one of [name, ...aliases]) {
    const words = wordsIn(one).filter((word) => !small.has(word))
    const last = words.at(-1)
    if (last === undefined || last.length < 3) continue
    keys.add(`last ${kind === 'person' ? 'person' : 'body'} ${last}`)
    keys.add(`letters ${words.join('').replace(/[aeiouy]|(.)(?=\1)/g, '')}`)
    if (words.length > 2) keys.add(`initials ${initialsOf(words)}`)
    if (/^\p{Lu}{2,8}$/u.test(one)) keys.add(`initials ${one.toLowerCase()}`)
  }
  return keys
}

const small: ReadonlySet<string> = new Set(['the', 'of', 'for', 'and', 'de', 'da', 'do', 'la', 'le'])

const initialsOf = (words: readonly string[]): string => words.map((word) => word.slice(0, 1)).join('')

function likenessOf(one: Source, other: Source): { readonly why: string; readonly score: number } | undefined {
  if ((one.kind === 'person') !== (other.kind === 'person')) return undefined
  const [shorter, longer] = [one, other].sort((a, b) => a.name.length - b.name.length)
  if (!shorter || !longer) return undefined
  const [few, many] = [wordsIn(shorter.name), wordsIn(longer.name)].map((words) =>
    words.filter((word) => !small.has(word)),
  )
  if (!few || !many || few.length === 0) return undefined
  if (few.join(' ') === many.join(' ')) return { why: 'The two names have the same words.', score: 0.9 }
  if (/^\p{Lu}{2,8}$/u.test(shorter.name) && initialsOf(many) === shorter.name.toLowerCase())
    return { why: `“${shorter.name}” may stand for “${longer.name}”.`, score: 0.7 }
  if (few.every((word) => many.includes(word)))
    return few.at(-1) === many.at(-1)
      ? { why: `“${shorter.name}” is a part of “${longer.name}”.`, score: one.kind === 'person' ? 0.6 : 0.4 }
      : undefined
  return few.length === many.length && few.every((word, i) => isSpelling(word, many[i] ?? ''))
    ? { why: `“${shorter.name}” and “${longer.name}” may be two spellings of one name.`, score: 0.55 }
    : undefined
}

/** Two words that differ in vowels or doubled letters only, as names written from another script do. */
function isSpelling(a: string, b: string): boolean {
  const bones = (word: string): string => word.replace(/[aeiouy]|(.)(?=\1)/g, '')
  if (a === b) return true
  return !/\d/.test(a + b) && a.slice(0, 1) === b.slice(0, 1) && bones(a) === bones(b) && bones(a).length > 1
}
