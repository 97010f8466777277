import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { RuleId } from '../../model/rule.ts'
import { contains, excerpt, type NonEmpty } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Voices } from '../sources/voices.ts'
import type { FactIndex, WeighedFact } from './fact-index.ts'
import { factsOf } from './facts.ts'
import type { Ruling } from './ruling.ts'
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
  readonly ruling: Ruling
}

/** The own outlet's earlier report must have at least this likeness to count as retold. */
const ownEnough = 0.015
/** A further parent must explain this share of what the first one does, in details that the first does not. */
const addsEnough = 0.35
/** How many times the likeness to the average document a parent must have when nothing else speaks for it. */
const standsOut = 2
/** From this number of reports on, a collection is taken to hold more than one story. */
export const manyStories = 20
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
  const { voices, index, ruling } = known
  const id = reading.document.id
  if (known.readings.length >= manyStories) return alike(reading, byId, known)
  const standing = standingOf(reading, voices)
  const candidates = index
    .neighbours(id)
    .flatMap((other) => byId.get(other) ?? [])
    .filter((other) => isUpstream(other, reading) && !ruling.isRejected(other.document.id, id))
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

/**
 * In a collection of many stories: the reports that are far more alike than the average two, the most alike first. An
 * outlet builds on its own reports more often than on those of others.
 */
function alike(
  reading: Reading,
  byId: ReadonlyMap<string, Reading>,
  { readings, voices, index, ruling }: Known,
): readonly Retelling[] {
  const { id } = reading.document
  const outlet = voices.outletOf(id)
  const isOwn = (other: string) => outlet !== null && voices.outletOf(other) === outlet
  const isRejected = (other: string) => {
    const relative = byId.get(other)
    if (!relative) return false
    return isUpstream(relative, reading) ? ruling.isRejected(other, id) : ruling.isRejected(id, other)
  }
  const likeness = [...index.overlaps(id)].map(([other, weight]) => {
    const size = Math.sqrt(index.total(id) * index.total(other))
    return { other, likeness: size === 0 ? 0 : weight / size }
  })
  const bar = (standsOut * likeness.reduce((sum, { likeness }) => sum + likeness, 0)) / readings.length
  return likeness
    .filter((one) => one.likeness >= bar && !isRejected(one.other))
    .map(({ other, likeness }) => ({ other, likeness: likeness * (isOwn(other) ? ownPull : othersPull) }))
    .sort((a, b) => b.likeness - a.likeness || byCodeUnit(a.other, b.other))
    .slice(0, mostAlike)
    .flatMap(({ other, likeness }): readonly Retelling[] => {
      const relative = byId.get(other)
      if (!relative) return []
      const [from, to] = isUpstream(relative, reading) ? [other, id] : [id, other]
      const rule = isOwn(other) ? 'rewriting/own-earlier-report' : 'rewriting/rare-details'
      return [{ from, to, likeness, facts: index.shared(to, from), rule }]
    })
}

/** Most relatives, parents or children, that likeness alone may give a report. */
const mostAlike = 4
/** How much likeness counts between reports of one outlet, and of two. Chosen on news of one week with known links. */
const ownPull = 1.2
const othersPull = 0.7

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
