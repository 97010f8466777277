import { shownWords } from '../findings/shown-words.ts'
import type { ClaimDecision, Decision, MakingDecision, VoiceDecision } from '../model/decision.ts'
import type { Finding } from '../model/finding.ts'
import type { Reading } from '../model/reading.ts'
import type { ClaimGroup } from '../provenance/claims/claims.ts'
import { readingsById, type StatementRef, statementId } from '../provenance/claims/statement-ref.ts'
import { decidedClaims } from '../provenance/decided/claims.ts'
import type { StatementPair } from '../provenance/decided/constraints.ts'
import { decidedMaking, type Found } from '../provenance/decided/derivations.ts'
import { decidedVoices, type Ruled } from '../provenance/decided/voices.ts'
import { derive } from '../provenance/derivations.ts'
import type { Provenance } from '../provenance/graph/claim-graph.ts'
import { copiedStatements } from '../provenance/graph/copied-statements.ts'
import { laidOut } from '../provenance/graph/provenance.ts'
import { statementQuoted } from './anchors.ts'
import type { InForce } from './in-force.ts'
import { namesOf, touching } from './touching.ts'

/** What was found of a pile: who speaks, who was made from whom, what they claim, and what all counts are read off. */
export interface Laid extends Found {
  readonly provenance: Provenance
}

/**
 * Applies decisions to what the machine found. Each changes what it names and what follows from that by counting. Nothing else is judged
 * anew: statements are grouped by the voices as the machine heard them, so that joining two voices never moves a statement.
 */
export function corrected(found: Laid, all: readonly InForce[]): Laid {
  const { readings, reuse } = found
  const documents = readings.map(({ document }) => document.id)
  const decisions = touching(all, documents, namesOf(found.voices.sources))
  if (decisions.length === 0) return found
  const voices = decidedVoices(found.voices, readings, ofKind<VoiceDecision>(decisions, voiceKinds))
  const derivations = voices === found.voices ? found.derivations : derive(readings, voices, reuse, found.taken)
  const claims = decidedClaims(found, pairsIn(readings, decisions), found.provenance.copies)
  const named = { ...found, voices, derivations, claims }
  const making = decidedMaking(named, ofKind<MakingDecision>(decisions, makingKinds))
  const copied = copiedStatements(readingsById(readings), making.taken)
  return { ...named, ...making, provenance: laidOut(readings, voices, making.derivations, copied, making.named) }
}

/** Findings without conflicts between claims that a person parted: what answers two questions cannot clash. */
export function withoutParted(
  findings: readonly Finding[],
  claims: readonly ClaimGroup[],
  readings: readonly Reading[],
  decisions: readonly InForce[],
): readonly Finding[] {
  const byId = readingsById(readings)
  const claimOf = new Map<string, string>()
  for (const { id, statements } of claims)
    for (const { document, statement } of statements) {
      const at = byId.get(document)?.statements[statement]
      if (at) claimOf.set(statementId(document, at), id)
    }
  const parted = new Set(
    pairsIn(readings, decisions)
      .filter(({ same }) => !same)
      .map(({ a, b }) => pairKey(claimOf.get(idOf(a)), claimOf.get(idOf(b)))),
  )
  if (parted.size === 0) return findings
  return findings.filter(
    ({ kind, from, to }) => kind !== 'conflict' || !parted.has(pairKey(claimOf.get(from ?? ''), claimOf.get(to ?? ''))),
  )

  function idOf({ document, statement }: StatementRef): string {
    const at = byId.get(document)?.statements[statement]
    return at ? statementId(document, at) : ''
  }
}

const pairKey = (a = '', b = ''): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

const voiceKinds: ReadonlySet<Decision['kind']> = new Set(['same-source', 'not-same-source', 'alias', 'affiliation'])
const makingKinds: ReadonlySet<Decision['kind']> = new Set(['made-from', 'not-made-from'])

const ofKind = <Kind extends Decision>(
  decisions: readonly InForce[],
  kinds: ReadonlySet<Decision['kind']>,
): readonly Ruled<Kind>[] =>
  decisions.flatMap(({ id, decision }) => (kinds.has(decision.kind) ? [{ id, decision: decision as Kind }] : []))

/** The pairs of statements that decisions are about, where both are still there. */
function pairsIn(readings: readonly Reading[], decisions: readonly InForce[]): readonly StatementPair[] {
  const byId = readingsById(readings)
  const shown = new Map<string, ReturnType<typeof shownWords>>()
  const find = (quoted: ClaimDecision['a']): StatementRef | undefined => {
    const reading = byId.get(quoted.document)
    if (!reading) return undefined
    const words = shown.get(quoted.document) ?? shownWords(reading)
    shown.set(quoted.document, words)
    const statement = statementQuoted(quoted, reading.document.text, words)
    return statement === undefined ? undefined : { document: quoted.document, statement }
  }
  return decisions.flatMap(({ id, decision }): readonly StatementPair[] => {
    if (decision.kind !== 'same-claim' && decision.kind !== 'not-same-claim') return []
    const [a, b] = [find(decision.a), find(decision.b)]
    return a && b ? [{ id, same: decision.kind === 'same-claim', a, b }] : []
  })
}
