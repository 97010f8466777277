import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { RuleId } from '../../model/rule.ts'
import { contains, excerpt, type NonEmpty } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Voices } from '../sources/voices.ts'
import type { FactIndex, WeighedFact } from './fact-index.ts'
import { factsOf } from './facts.ts'
import { type Standing, standingOf } from './standing.ts'
import { isUpstream } from './upstream.ts'

/** A document and an earlier one whose rare details it repeats. */
export interface Retelling {
  readonly from: string
  readonly to: string
  /** Weight of the details that only this parent explains, as a share of what two texts of their size could share, 0..1. */
  readonly likeness: number
  readonly facts: readonly WeighedFact[]
  readonly rule: RuleId
}

/** What is known before details are compared. */
export interface Known {
  readonly readings: readonly Reading[]
  readonly voices: Voices
  readonly index: FactIndex
  /** Documents that a document itself says it was made from. */
  readonly stated: ReadonlyMap<string, ReadonlySet<string>>
}

/** The own outlet's earlier report must have at least this likeness to count as retold. */
const ownEnough = 0.015
/** A further parent must explain this share of what the first one does, in details that the first does not. */
const addsEnough = 0.3
/** How many times the likeness to the average document a parent must have when nothing else speaks for it. */
const standsOut = 5
/** Collections smaller than this show no average to stand out from. */
const fewest = 20
/** How much a shared detail still speaks for a parent when the report has it from a voice it names. */
const heardShare = 0.4

/**
 * Whose rare details each document retells without copying words. First what the document says itself and what its own
 * outlet printed before explain what they can. What is left needs a parent only where the report shows no asking of its
 * own: two reports of one news conference share the speaker, not the telling.
 */
export function retellings(known: Known): readonly Retelling[] {
  const byId = new Map(known.readings.map((reading) => [reading.document.id, reading]))
  return known.readings.flatMap((reading) => retellingsOf(reading, byId, known))
}

function retellingsOf(reading: Reading, byId: ReadonlyMap<string, Reading>, known: Known): readonly Retelling[] {
  const { voices, index } = known
  const id = reading.document.id
  const standing = standingOf(reading, voices)
  const candidates = index
    .neighbours(id)
    .flatMap((other) => byId.get(other) ?? [])
    .filter((other) => isUpstream(other, reading))
  const explained = new Set<string>()
  const explain = (from: string) => {
    for (const { fact } of index.shared(id, from)) explained.add(fact.key)
  }
  const compare = (others: readonly Reading[]) => best(reading, others, standing, explained, index)
  const stated = known.stated.get(id) ?? new Set<string>()
  const outlet = voices.outletOf(id)
  const own = compare(
    outlet === null ? [] : candidates.filter((other) => voices.outletOf(other.document.id) === outlet),
  )
  const chosen: Retelling[] = own && own.likeness >= ownEnough ? [{ ...own, rule: 'rewriting/own-earlier-report' }] : []
  for (const { from } of chosen) explain(from)
  for (const from of stated) explain(from)
  const others = candidates.filter(
    ({ document }) => !stated.has(document.id) && voices.outletOf(document.id) !== outlet,
  )
  const wanted = standing.secondHand && stated.size === 0 ? 3 : 1
  const average = others.reduce(
    (sum, other) => sum + likenessOf(reading, other, standing, new Set(), index).likeness,
    0,
  )
  const bar = known.readings.length < fewest ? Number.POSITIVE_INFINITY : (standsOut * average) / known.readings.length
  if (bar < Number.POSITIVE_INFINITY) return [...chosen, ...alike(reading, candidates, bar, standing, index, chosen)]
  let left = others
  let first = 0
  for (let n = 0; n < wanted; n++) {
    const next = compare(left)
    if (!next || next.likeness < addsEnough * first) break
    if (n === 0) first = next.likeness
    if (!standing.secondHand || stated.size > 0) break
    chosen.push(next)
    explain(next.from)
    left = left.filter(({ document }) => document.id !== next.from)
  }
  return chosen
}

/** In a collection of many stories: the reports that are far more alike than the average two, the most alike first. */
function alike(
  reading: Reading,
  candidates: readonly Reading[],
  bar: number,
  standing: Standing,
  index: FactIndex,
  chosen: readonly Retelling[],
): readonly Retelling[] {
  return candidates
    .filter(({ document }) => !chosen.some(({ from }) => from === document.id))
    .map((other) => likenessOf(reading, other, standing, new Set(), index))
    .filter(({ likeness }) => likeness >= bar)
    .sort((a, b) => b.likeness - a.likeness || byCodeUnit(a.from, b.from))
    .slice(0, mostAlike)
}

/** Most parents that likeness alone may give a report. */
const mostAlike = 3

function best(
  reading: Reading,
  others: readonly Reading[],
  standing: Standing,
  explained: ReadonlySet<string>,
  index: FactIndex,
): Retelling | undefined {
  let found: { readonly other: Reading; readonly retelling: Retelling } | undefined
  for (const other of others) {
    const retelling = likenessOf(reading, other, standing, explained, index)
    const more = retelling.likeness - (found?.retelling.likeness ?? 0)
    if (!found ? more > 0 : more > 0 || (more === 0 && isUpstream(other, found.other))) found = { other, retelling }
  }
  return found?.retelling
}

function likenessOf(
  reading: Reading,
  other: Reading,
  { heard }: Standing,
  explained: ReadonlySet<string>,
  index: FactIndex,
): Retelling {
  const [from, to] = [other.document.id, reading.document.id]
  const facts = index
    .shared(to, from)
    .filter(({ fact }) => !explained.has(fact.key))
    .map(({ fact, weight }) =>
      heard.some((span) => contains(span, fact)) ? { fact, weight: weight * heardShare } : { fact, weight },
    )
  const size = Math.sqrt(index.total(to) * index.total(from))
  const explains = facts.reduce((total, { weight }) => total + weight, 0)
  return { from, to, likeness: size === 0 ? 0 : explains / size, facts, rule: 'rewriting/rare-details' }
}

/** The derivation that a retelling amounts to; its heaviest shared details are quoted on both sides. */
export function retold(
  { from, to, facts, likeness, rule }: Retelling,
  readings: ReadonlyMap<string, Reading>,
  index: FactIndex,
): Derivation | undefined {
  const [parent, child] = [readings.get(from), readings.get(to)]
  const heaviest = [...facts].sort((a, b) => b.weight - a.weight).slice(0, 3)
  const evidence: Evidence[] = heaviest.flatMap(({ fact }) => {
    const source = parent && (index.facts.get(from) ?? factsOf(parent)).get(fact.key)
    if (!parent || !child || !source) return []
    return [
      { document: to, ...excerpt(child.document.text, fact.start, fact.end) },
      { document: from, ...excerpt(parent.document.text, source.start, source.end) },
    ]
  })
  const [first, ...rest] = evidence
  if (!first) return undefined
  const quoted: NonEmpty<Evidence> = [first, ...rest]
  const confidence = Math.min(0.9, 0.4 + likeness)
  return { from, to, manner: 'rewrites', basis: 'inferred', confidence, evidence: quoted, rule }
}
