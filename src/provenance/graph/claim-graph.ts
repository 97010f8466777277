import type { Derivation } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import type { Excerpt } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import type { ClaimGroup } from '../claims/claims.ts'
import { type StatementRef, statementAt } from '../claims/statement-ref.ts'
import type { Voices } from '../sources/voices.ts'
import { firstHand } from './own-authority.ts'
import { citedOutlet, testimonyOf, type VoiceHop } from './testimony.ts'
import type { VoiceRank } from './voice-rank.ts'

/** What the graph of a claim is read off: everything read, who speaks, what was made from what. */
export interface Provenance {
  readonly readings: ReadonlyMap<string, Reading>
  readonly voices: Voices
  readonly sources: ReadonlyMap<string, Source>
  /** What a source is worth as the end of a trail. */
  rankOf(source: string): VoiceRank
  /** The body whose own word a bare sentence of this document is; null for an outlet. */
  issuerOf(document: string): string | null
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
      /** The outlet that the statement cites by name. */
      readonly citing: VoiceHop | null
      /** The voices that the statement names itself. They stand even if the upstream document were not there. */
      readonly named: readonly VoiceHop[]
    }
  /** It names who says so: bodies from the one the outlet heard to the one it goes back to. */
  | { readonly kind: 'voice'; readonly hops: readonly VoiceHop[] }
  /** The outlet says how it knows: it was there, counted, holds the paper. */
  | { readonly kind: 'own'; readonly words: Excerpt }
  /** It names an outlet as the one who reports it, and no further source. */
  | { readonly kind: 'relay'; readonly hops: readonly VoiceHop[] }
  /** The trail ends in nobody named. */
  | { readonly kind: 'nobody' }

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
  return derivation && keys.has(refKey(to)) ? { kind: 'statement', to, derivation, citing: null, named: [] } : undefined
}

/** What the statement's own words and its document's making say; empty when neither says anything. */
function ownSteps(ref: StatementRef, statement: Statement, scene: Scene): readonly Step[] {
  const { provenance } = scene
  const own = firstHand(ref, statement, provenance)
  if (own) return [{ kind: 'own', words: own }]
  const hops = testimonyOf(ref, statement, provenance)
  const last = hops.at(-1)
  if (last && provenance.rankOf(last.source) === 'named') {
    const through = repeatedSteps(ref, scene).flatMap((step) => spoken(step, hops, last, scene) ?? [])
    return through.length > 0 ? through : [{ kind: 'voice', hops }]
  }
  const citing = citedOutlet(hops, ref.document, provenance)
  const needsWord = last !== undefined && last === citing
  const held = repeatedSteps(ref, scene).filter(({ derivation }) => !needsWord || derivation.basis === 'stated')
  if (held.length > 0) return held.map((step) => ({ ...step, citing: citing ?? null }))
  if (citing) return [{ kind: 'relay', hops }]
  return last ? [{ kind: 'nobody' }] : []
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
    if (to) steps.push({ kind: 'statement', to, derivation: by, citing: null, named: [] })
  }
  return steps
}

/** The step to the upstream statement that names the same body itself, where the upstream document has one. */
function spoken(step: StatementStep, hops: readonly VoiceHop[], { body }: VoiceHop, scene: Scene): Step | undefined {
  const { provenance, members, answers } = scene
  const names = (ref: StatementRef) => {
    const statement = statementAt(provenance.readings, ref)
    return statement !== undefined && testimonyOf(ref, statement, provenance).at(-1)?.body === body
  }
  const speaking = (members.get(step.to.document) ?? []).filter(names)
  const answer = answers.get(refKey(step.to))
  const to = speaking.find((ref) => answers.get(refKey(ref)) === answer) ?? speaking[0]
  return to ? { ...step, to, named: hops } : undefined
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
