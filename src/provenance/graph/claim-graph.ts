import type { Derivation } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Source } from '../../model/source.ts'
import type { Excerpt } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { ClaimGroup } from '../claims/claims.ts'
import { type StatementRef, statementAt } from '../claims/statement-ref.ts'
import type { Voices } from '../sources/voices.ts'
import { issuerOf } from './issuer.ts'
import type { VoiceRank } from './voice-rank.ts'

/** What the graph of a claim is read off: everything read, who speaks, what was made from what. */
export interface Provenance {
  readonly readings: ReadonlyMap<string, Reading>
  readonly voices: Voices
  readonly sources: ReadonlyMap<string, Source>
  /** What a source is worth as the end of a trail. */
  rankOf(source: string): VoiceRank
  /** Derivations from document to document, by the later document, surest first. */
  readonly upstream: ReadonlyMap<string, readonly Derivation[]>
  /** For a statement that stands in a copied passage: the statement it copies. Keys are made by `refKey`. */
  readonly copies: ReadonlyMap<string, StatementRef>
}

/** One step upstream from a statement. */
export type Step =
  /** It repeats what an upstream document states. */
  | {
      readonly kind: 'statement'
      readonly to: StatementRef
      readonly derivation: Derivation
      /** The outlet of the upstream document, where the statement cites it by name. */
      readonly citing: VoiceHop | null
    }
  /** It names who says so: bodies from the one the outlet heard to the one it goes back to. */
  | { readonly kind: 'voice'; readonly hops: readonly VoiceHop[] }
  /** The outlet says how it knows: it was there, counted, holds the paper. */
  | { readonly kind: 'own'; readonly words: Excerpt }
  /** It names an outlet as the one who reports it, and no further source. */
  | { readonly kind: 'relay'; readonly hops: readonly VoiceHop[] }
  /** The trail ends in nobody named. */
  | { readonly kind: 'nobody' }

export interface VoiceHop {
  readonly source: string
  readonly body: string
  readonly words: Excerpt
  readonly rule: RuleId
}

/** A statement of a claim with its steps upstream. */
export interface TracedStatement {
  readonly ref: StatementRef
  readonly statement: Statement
  readonly steps: readonly Step[]
}

/** The provenance graph of one claim: its statements, by key, each with where it comes from. */
export interface ClaimGraph {
  readonly claim: ClaimGroup
  readonly statements: ReadonlyMap<string, TracedStatement>
}

export const refKey = ({ document, statement }: StatementRef): string => `${document}\n${statement}`

/** Links every statement of a claim to what it repeats or whom it names. */
export function claimGraph(claim: ClaimGroup, provenance: Provenance): ClaimGraph {
  const statements = new Map<string, TracedStatement>()
  const members = new Map<string, StatementRef[]>()
  for (const ref of claim.statements) {
    const list = members.get(ref.document)
    if (list) list.push(ref)
    else members.set(ref.document, [ref])
  }
  const answers = new Map(
    claim.positions.flatMap((position, i) => position.statements.map((ref) => [refKey(ref), i] as const)),
  )
  const scene: Scene = { provenance, members, answers, keys: new Set(claim.statements.map(refKey)) }
  for (const ref of claim.statements) {
    const statement = statementAt(provenance.readings, ref)
    if (statement) statements.set(refKey(ref), { ref, statement, steps: stepsOf(ref, statement, scene) })
  }
  return { claim, statements }
}

interface Scene {
  readonly provenance: Provenance
  /** Statements of the claim by document. */
  readonly members: ReadonlyMap<string, readonly StatementRef[]>
  /** Which answer a statement gives. */
  readonly answers: ReadonlyMap<string, number>
  readonly keys: ReadonlySet<string>
}

function stepsOf(ref: StatementRef, statement: Statement, scene: Scene): readonly Step[] {
  const copied = scene.provenance.copies.get(refKey(ref))
  const copying = copied && copyingStep(ref, copied, scene)
  if (copying) return [copying]
  const own = ownSteps(ref, statement, scene)
  if (own.length > 0) return own
  return siblingSteps(ref, scene) ?? [{ kind: 'nobody' }]
}

function copyingStep(ref: StatementRef, to: StatementRef, { provenance, keys }: Scene): Step | undefined {
  const derivation = provenance.upstream.get(ref.document)?.find(({ from }) => from === to.document)
  return derivation && keys.has(refKey(to)) ? { kind: 'statement', to, derivation, citing: null } : undefined
}

/** What the statement's own words and its document's making say; empty when neither says anything. */
function ownSteps(ref: StatementRef, statement: Statement, scene: Scene): readonly Step[] {
  const { voices, rankOf } = scene.provenance
  const hops = hopsOf(ref, statement, scene)
  const last = hops.at(-1)
  const outlet = voices.outletOf(ref.document)
  const rank = last && rankOf(last.source)
  if (last !== undefined && last.source === outlet) return issued(ref, statement, scene, last.words)
  if (last === undefined || rank === 'unnamed') {
    const repeated = repeatedSteps(ref, scene)
    if (repeated.length > 0) return repeated
    if (last === undefined) return issued(ref, statement, scene)
    const relayed = hops.some(({ source }) => rankOf(source) === 'outlet' && source !== outlet)
    return relayed ? [{ kind: 'relay', hops }] : [{ kind: 'nobody' }]
  }
  const through = repeatedSteps(ref, scene).filter(({ to }) => speaks(to, last.body, scene))
  if (through.length > 0) return through
  if (rank !== 'outlet') return [{ kind: 'voice', hops }]
  const held = repeatedSteps(ref, scene).filter(({ derivation }) => derivation.basis === 'stated')
  return held.length > 0 ? held.map((step) => ({ ...step, citing: last })) : [{ kind: 'relay', hops }]
}

/** Whose a sentence is that names nobody but the publisher: the issuer's of a release; the outlet's own where it says "we". */
function issued(ref: StatementRef, statement: Statement, scene: Scene, words?: Excerpt): readonly Step[] {
  const { readings, voices } = scene.provenance
  const reading = readings.get(ref.document)
  const issuer = reading ? issuerOf(reading, voices) : null
  const place = words ?? { start: statement.start, end: statement.end, quote: statement.quote }
  if (issuer !== null)
    return [
      {
        kind: 'voice',
        hops: [{ source: issuer, body: voices.bodyOf(issuer), words: place, rule: 'graph/own-release' }],
      },
    ]
  return words ? [{ kind: 'own', words }] : []
}

/** The voices that the text names for a statement, outermost first, each body once. */
function hopsOf(ref: StatementRef, statement: Statement, { provenance }: Scene): readonly VoiceHop[] {
  const reading = provenance.readings.get(ref.document)
  const hops: VoiceHop[] = []
  for (const index of statement.attribution) {
    const source = provenance.voices.voiceOf(ref.document, index)
    const attribution = reading?.attributions[index]
    const words = attribution?.source[0] ?? attribution?.cue[0]
    if (source === null || !attribution || !words) continue
    const body = provenance.voices.bodyOf(source)
    if (hops.at(-1)?.body === body) hops.pop()
    hops.push({ source, body, words, rule: attribution.rule })
  }
  return hops
}

type StatementStep = Extract<Step, { readonly kind: 'statement' }>

/** Statements of the same claim in the documents that this one was made from; a document that is silent on it is looked through. */
function repeatedSteps(ref: StatementRef, { provenance, members, answers }: Scene): readonly StatementStep[] {
  const steps: StatementStep[] = []
  const seen = new Set([ref.document])
  const queue = (provenance.upstream.get(ref.document) ?? []).map((derivation) => ({ derivation, by: derivation }))
  for (const { derivation, by } of queue) {
    if (seen.has(derivation.from)) continue
    seen.add(derivation.from)
    const there = members.get(derivation.from)
    if (there === undefined) {
      queue.push(...(provenance.upstream.get(derivation.from) ?? []).map((next) => ({ derivation: next, by })))
      continue
    }
    const answer = answers.get(refKey(ref))
    const same = there.filter((other) => answers.get(refKey(other)) === answer)
    const [to] = same.length > 0 ? same : there
    if (to) steps.push({ kind: 'statement', to, derivation: by, citing: null })
  }
  return steps
}

/** Does an upstream statement's document name this body for the claim, itself? */
function speaks(to: StatementRef, body: string, scene: Scene): boolean {
  const { provenance, members } = scene
  const reading = provenance.readings.get(to.document)
  const issuer = reading ? issuerOf(reading, provenance.voices) : null
  if (issuer !== null && provenance.voices.bodyOf(issuer) === body) return true
  return (members.get(to.document) ?? []).some((ref) => {
    const statement = statementAt(provenance.readings, ref)
    return statement !== undefined && hopsOf(ref, statement, scene).some((hop) => hop.body === body)
  })
}

/** A headline or a bare sentence has its source from another sentence of the same document that gives the same answer. */
function siblingSteps(ref: StatementRef, scene: Scene): readonly Step[] | undefined {
  const answer = scene.answers.get(refKey(ref))
  for (const sibling of scene.members.get(ref.document) ?? []) {
    if (sibling.statement === ref.statement || scene.answers.get(refKey(sibling)) !== answer) continue
    const statement = statementAt(scene.provenance.readings, sibling)
    const steps = statement ? ownSteps(sibling, statement, scene) : []
    if (steps.length > 0 && steps.every(({ kind }) => kind !== 'nobody')) return steps
  }
  return undefined
}
