import type { Hop, Trail } from '../../model/report.ts'
import { statementId } from '../../provenance/claims/statement-ref.ts'
import type { ClaimGraph, Step, TracedStatement } from '../../provenance/graph/claim-graph.ts'
import { refKey } from '../../provenance/graph/claim-graph.ts'
import type { VoiceHop } from '../../provenance/graph/testimony.ts'
import { byCodeUnit } from '../../text/order.ts'

/**
 * One walk upstream for every statement, hop by hop, each with the words that justify it.
 *
 * @param endAt what the end in a body, or in an outlet that says how it knows, amounts to
 */
export function trailsOf(graph: ClaimGraph, endAt: (node: string) => Trail['end']): readonly Trail[] {
  return [...graph.statements.values()]
    .map((traced) => trailFrom(traced, graph, endAt))
    .sort((a, b) => byCodeUnit(a.statement, b.statement))
}

function trailFrom(start: TracedStatement, graph: ClaimGraph, endAt: (node: string) => Trail['end']): Trail {
  const hops: Hop[] = []
  const walked = new Set<string>()
  let at: TracedStatement | undefined = start
  let end: Trail['end'] = 'not-established'
  while (at) {
    if (walked.has(refKey(at.ref))) {
      end = 'circular'
      break
    }
    walked.add(refKey(at.ref))
    const [step]: readonly Step[] = at.steps
    if (!step) break
    hops.push(...hopsOf(step, at))
    end = endsIn(step, endAt)
    at = step.kind === 'statement' ? graph.statements.get(refKey(step.to)) : undefined
  }
  return { statement: statementId(start.ref.document, start.statement), hops, end }
}

function endsIn(step: Step, endAt: (node: string) => Trail['end']): Trail['end'] {
  if (step.kind === 'own') return 'origin'
  if (step.kind !== 'voice' && step.kind !== 'relay') return 'not-established'
  const ends = step.hops.map(({ body }) => endAt(body))
  return ends.find((end) => end === 'origin') ?? ends.find((end) => end === 'doubtful') ?? 'not-established'
}

function hopsOf(step: Step, { ref }: TracedStatement): readonly Hop[] {
  if (step.kind === 'nobody') return []
  if (step.kind === 'own')
    return [
      { node: ref.document, ...stated, document: ref.document, ...step.words, rule: 'independence/own-authority' },
    ]
  if (step.kind !== 'statement') return step.hops.map((hop) => voiceHop(hop, ref.document))
  const { to, derivation } = step
  const [words] = derivation.evidence
  return [
    { node: to.document, basis: derivation.basis, confidence: derivation.confidence, ...words, rule: derivation.rule },
  ]
}

const stated = { basis: 'stated', confidence: 0.95 } as const

const voiceHop = ({ source, words, rule }: VoiceHop, document: string): Hop => ({
  node: source,
  ...stated,
  document,
  start: words.start,
  end: words.end,
  quote: words.quote,
  rule,
})
