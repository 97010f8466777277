import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import { contains, excerpt, type NonEmpty } from '../../model/span.ts'
import type { Voices } from '../sources/voices.ts'
import type { FactIndex, WeighedFact } from './fact-index.ts'
import { isUpstream } from './upstream.ts'

/** A document and an earlier one whose rare details it repeats. */
export interface Retelling {
  readonly from: string
  readonly to: string
  /** Weight of the details that this parent explains and the parents before it do not, in nats. */
  readonly explains: number
  /** The same as a share of what two texts of their size could have in common, 0..1. */
  readonly likeness: number
  readonly facts: readonly WeighedFact[]
}

/** Most parents that one report is taken to be put together from. */
const mostParents = 3

/**
 * Whose rare details each document retells without copying words: for each report the earlier one that explains most of
 * its surprising details, then any that explain what is left. What a report has from a voice that it names itself speaks
 * little for a parent: two reports of one news conference share the speaker, not the telling.
 */
export function retellings(readings: readonly Reading[], voices: Voices, index: FactIndex): readonly Retelling[] {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  return readings.flatMap((reading) => {
    const id = reading.document.id
    const heard = firstHand(reading, voices)
    const shared = index
      .neighbours(id)
      .flatMap((other) => byId.get(other) ?? [])
      .filter((other) => isUpstream(other, reading))
      .map((other) => ({
        other,
        facts: index.shared(id, other.document.id).map(({ fact, weight }) => ({
          fact,
          weight: heard(fact.start) ? weight * heardShare : weight,
        })),
      }))
    return parents(id, shared, index)
  })
}

/** How much a shared detail still speaks for a parent when the report has it from a voice it names. */
const heardShare = 0.4

interface Candidate {
  readonly other: Reading
  readonly facts: readonly WeighedFact[]
}

function parents(id: string, candidates: readonly Candidate[], index: FactIndex): readonly Retelling[] {
  const explained = new Set<string>()
  const chosen: Retelling[] = []
  let left = candidates
  while (left.length > 0 && chosen.length < mostParents) {
    const open = left.map(({ other, facts }) => {
      const rest = facts.filter(({ fact }) => !explained.has(fact.key))
      const explains = weigh(rest)
      const size = Math.sqrt(index.total(id) * index.total(other.document.id))
      return { other, facts: rest, explains, likeness: size === 0 ? 0 : explains / size }
    })
    const [best] = [...open].sort((a, b) => b.likeness - a.likeness || (isUpstream(a.other, b.other) ? -1 : 1))
    if (!best || best.explains <= 0) break
    chosen.push({
      from: best.other.document.id,
      to: id,
      explains: best.explains,
      likeness: best.likeness,
      facts: best.facts,
    })
    for (const { fact } of best.facts) explained.add(fact.key)
    left = left.filter(({ other }) => other !== best.other)
  }
  return chosen
}

const weigh = (facts: readonly WeighedFact[]): number => facts.reduce((total, { weight }) => total + weight, 0)

/** Does this place stand in words that the report has from a voice which it names and which publishes nothing itself here? */
function firstHand({ document, attributions }: Reading, voices: Voices): (place: number) => boolean {
  const named = new Set(['person', 'institution', 'document', 'imagery', 'data'])
  const spans = attributions.flatMap(({ sourceKind, content, within }, i) => {
    const voice = voices.voiceOf(document.id, i)
    const relayed = voice !== null && voices.documentsOf(voice).length > 0
    return named.has(sourceKind) && within === null && !relayed ? content : []
  })
  return (place) => spans.some((span) => contains(span, { start: place, end: place }))
}

/** The derivation that a retelling amounts to; its heaviest shared details are quoted on both sides. */
export function retold(
  { from, to, facts, likeness }: Retelling,
  readings: ReadonlyMap<string, Reading>,
  index: FactIndex,
): Derivation | undefined {
  const [parent, child] = [readings.get(from), readings.get(to)]
  const heaviest = [...facts].sort((a, b) => b.weight - a.weight).slice(0, 3)
  const evidence: Evidence[] = heaviest.flatMap(({ fact }) => {
    const source = index.facts.get(from)?.get(fact.key)
    if (!parent || !child || !source) return []
    return [
      { document: to, ...excerpt(child.document.text, fact.start, fact.end) },
      { document: from, ...excerpt(parent.document.text, source.start, source.end) },
    ]
  })
  const [first, ...rest] = evidence
  if (!first) return undefined
  const quoted: NonEmpty<Evidence> = [first, ...rest]
  const confidence = Math.min(0.9, likeness * 3)
  return {
    from,
    to,
    manner: 'rewrites',
    basis: 'inferred',
    confidence,
    evidence: quoted,
    rule: 'rewriting/rare-details',
  }
}
