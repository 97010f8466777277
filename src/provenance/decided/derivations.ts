import type { MakingDecision } from '../../model/decision.ts'
import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import { excerpt, type NonEmpty, type Span } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import { creditSource } from '../citing/credits.ts'
import type { ClaimGroup } from '../claims/claims.ts'
import { readingsById, type StatementRef, statementAt } from '../claims/statement-ref.ts'
import type { Reuse } from '../copying/reuse.ts'
import { derive } from '../derivations.ts'
import { copied, type Taking, takings } from '../rewriting/copied.ts'
import type { Ruling } from '../rewriting/ruling.ts'
import type { Voices } from '../sources/voices.ts'
import { voicesNamed } from './voice-book.ts'
import type { Ruled } from './voices.ts'

/** Who was made from whom, and whose passages stand where. */
export interface Making {
  readonly derivations: readonly Derivation[]
  readonly taken: readonly Taking[]
  /** Voices that only a person named. */
  readonly named?: readonly Source[]
}

/** What the machine found before, for the evidence of what a person says beside it. */
export interface Found extends Making {
  readonly readings: readonly Reading[]
  readonly voices: Voices
  readonly reuse: readonly Reuse[]
  readonly claims: readonly ClaimGroup[]
}

/**
 * Derivations as people corrected them. A rejected one is gone, and what its document was made from is looked for anew without it;
 * an accepted one is as sure as can be, and stays inferred unless the text says so itself. Other documents keep what they were made from.
 */
export function decidedMaking(found: Found, decided: readonly Ruled<MakingDecision>[]): Making {
  if (decided.length === 0) return found
  const pairs = rulingsOf(found, decided)
  if (pairs.size === 0) return found
  const ruling: Ruling = {
    isMade: (from, to) => pairs.get(keyOf(from, to))?.made === true,
    isRejected: (from, to) => pairs.get(keyOf(from, to))?.made === false,
  }
  const { readings, voices, reuse } = found
  const anew = new Set(
    [...pairs.values()].flatMap(({ from, to, made, turned }) => (made && turned ? [from, to] : [to])),
  )
  const isOverturned = (from: string, to: string, basis: Derivation['basis']): boolean => {
    const opposite = pairs.get(keyOf(to, from))
    return opposite?.made === true && (basis === 'inferred' || opposite.turned)
  }
  const ruled = takings(readings, reuse, ruling)
  const again = derive(readings, voices, reuse, ruled, ruling)
  const only = <One extends { readonly to: string }>(before: readonly One[], now: readonly One[]): readonly One[] => [
    ...before.filter(({ to }) => !anew.has(to)),
    ...now.filter(({ to }) => anew.has(to)),
  ]
  const taken = only(found.taken, ruled)
  const kept = only(found.derivations, again).filter(
    ({ from, to, basis }) => !ruling.isRejected(from, to) && !isOverturned(from, to, basis),
  )
  const known = new Map(kept.map((one) => [keyOf(one.from, one.to), one]))
  for (const { id, from, to, made } of pairs.values()) {
    if (!made) continue
    const one = known.get(keyOf(from, to)) ?? saidOf(from, to, { ...found, taken })
    if (one) known.set(keyOf(from, to), accepted(one, id))
  }
  return {
    taken,
    named: [...pairs.values()].flatMap(({ made, source }) => (made && source ? [source] : [])),
    derivations: [...known.values()].sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.from, b.from)),
  }
}

const keyOf = (from: string, to: string): string => `${from}\n${to}`

interface Pair {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly made: boolean
  /** What it was made from, where that is a voice. */
  readonly source: Source | undefined
  /** The machine has it the other way round only. */
  readonly turned: boolean
}

/** What holds of each pair of a document and another one or a voice: the last word. Two documents are never made from each other. */
function rulingsOf(found: Found, decided: readonly Ruled<MakingDecision>[]): ReadonlyMap<string, Pair> {
  const { readings, derivations } = found
  const here = new Set(readings.map(({ document }) => document.id))
  const machine = new Set(derivations.map(({ from, to }) => keyOf(from, to)))
  const pairs = new Map<string, Pair>()
  for (const { id, decision } of [...decided].reverse()) {
    const to = decision.document
    const upstream = upstreamOf(decision, found, here)
    const from = typeof upstream === 'object' ? upstream.id : upstream
    const made = decision.kind === 'made-from'
    if (from === undefined || !here.has(to) || from === to || pairs.has(keyOf(from, to))) continue
    if (made && pairs.get(keyOf(to, from))?.made) continue
    const turned = machine.has(keyOf(to, from)) && !machine.has(keyOf(from, to))
    const source = typeof upstream === 'object' ? upstream : undefined
    pairs.set(keyOf(from, to), { id, from, to, made, source, turned })
  }
  return pairs
}

/** The document or voice that a decision names; a voice that nobody here has heard of is one as a credit line names it. */
function upstreamOf(
  { from }: MakingDecision,
  { voices, derivations }: Found,
  here: ReadonlySet<string>,
): string | Source | undefined {
  if (from.kind === 'document') return here.has(from.document) ? from.document : undefined
  const bearers = voicesNamed(from.source, voices.sources, (id, document) =>
    derivations.some((one) => one.from === id && one.to === document),
  )
  return bearers.length > 1 ? undefined : (bearers[0] ?? creditSource(from.source.name, voices))
}

const accepted = (one: Derivation, decision: string): Derivation => ({
  ...one,
  confidence: 1,
  rule: one.basis === 'stated' ? one.rule : 'decision/made-from',
  decisions: [decision],
})

/** A derivation that nobody but a person saw: with the words that both share, or else with both headlines. */
function saidOf(from: string, to: string, found: Found): Derivation | undefined {
  const byId = readingsById(found.readings)
  const [parent, child] = [byId.get(from), byId.get(to)]
  if (!child) return undefined
  const taking = found.taken.find((one) => one.from === from && one.to === to)
  const passages = taking && copied(taking, byId)
  if (passages) return passages
  const common = parent ? statementsShared(parent, child, found, byId) : []
  const headlines = [child, ...(parent ? [parent] : [])].map(headlineOf)
  const [first, ...rest] = common.length > 0 ? common : headlines
  if (!first) return undefined
  const evidence: NonEmpty<Evidence> = [first, ...rest]
  const manner = parent ? (parent.document.language === child.document.language ? 'rewrites' : 'translates') : 'cites'
  return { from, to, manner, basis: 'inferred', confidence: 1, evidence, rule: 'decision/made-from' }
}

/** Statements of one claim that stand in both, or else the longest words that both print. */
function statementsShared(
  parent: Reading,
  child: Reading,
  { claims, reuse }: Found,
  byId: ReadonlyMap<string, Reading>,
): readonly Evidence[] {
  const [from, to] = [parent.document.id, child.document.id]
  const common = claims.flatMap(({ statements }) => {
    const inDocument = (id: string): StatementRef | undefined => statements.find(({ document }) => document === id)
    return [inDocument(to), inDocument(from)].every((ref) => ref) ? [[inDocument(to), inDocument(from)]] : []
  })
  const quoted = common.slice(0, mostQuoted).flatMap((refs) =>
    refs.flatMap((ref): readonly Evidence[] => {
      const [reading, statement] = ref ? [byId.get(ref.document), statementAt(byId, ref)] : []
      return reading && statement ? [words(reading, statement)] : []
    }),
  )
  if (quoted.length > 0) return quoted
  const shared = reuse.find(({ a, b }) => (a === from && b === to) || (a === to && b === from))
  const [longest] = [...(shared?.passages ?? [])].sort((x, y) => y.a.end - y.a.start - (x.a.end - x.a.start))
  if (!shared || !longest) return []
  return shared.a === to
    ? [words(child, longest.a), words(parent, longest.b)]
    : [words(child, longest.b), words(parent, longest.a)]
}

/** Pairs of statements that are quoted for a derivation. */
const mostQuoted = 3

const words = ({ document }: Reading, { start, end }: Span): Evidence => ({
  document: document.id,
  ...excerpt(document.text, start, end),
})

const headlineOf = (reading: Reading): Evidence => {
  const { text, title } = reading.document
  return words(reading, { start: 0, end: title?.length ?? Math.min(text.length, 80) })
}
