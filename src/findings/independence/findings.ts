import type { Finding, FindingKind } from '../../model/finding.ts'
import type { RuleId } from '../../model/rule.ts'
import { statementId } from '../../provenance/claims/statement-ref.ts'
import { refKey } from '../../provenance/graph/claim-graph.ts'
import type { TracedContext } from '../findings.ts'
import { naming } from '../naming.ts'
import type { TracedClaim } from './independence.ts'

/** Several reports, one origin: everything that is printed goes back to one voice. */
export function singleOrigin(context: TracedContext): readonly Finding[] {
  const name = naming(context)
  return context.traced.flatMap(({ claim }) => {
    const [origin] = claim.origins
    if (claim.independent !== 1 || claim.documents < 2 || origin === undefined) return []
    const others = (claim.doubtful ?? [])
      .map(name)
      .join(', ')
      .replace(/, ([^,]*)$/, ' and $1')
    const says = others
      ? `${claim.documents} documents state this, and one origin is counted, ${name(origin)}: ${others} may be answering another question.`
      : `${claim.documents} documents state this, and every trail that ends in somebody named ends in ${name(origin)}.`
    return [about('single-origin', claim.id, claim.statements, says, 'independence/single-origin')]
  })
}

/** Several origins that reach the reader through fewer hands. */
export function singleRelay(context: TracedContext): readonly Finding[] {
  const name = naming(context)
  return context.traced.flatMap(({ claim }) => {
    if (claim.paths >= claim.independent || claim.cut === null) return []
    const hands = claim.cut.map(name).join(' and ')
    const says = `${claim.independent} origins answer this, but they reach the reader only through ${hands}.`
    return [about('single-relay', claim.id, claim.statements, says, 'independence/single-relay')]
  })
}

/** Outlets that cite each other for the same claim. */
export function circular(context: TracedContext): readonly Finding[] {
  const name = naming(context)
  return context.traced.flatMap(({ claim, graph, rings }) =>
    rings.flatMap((ring) => {
      if (ring.length < 2) return []
      const statements = [...graph.statements.values()].filter(({ ref }) => ring.includes(ref.document))
      const ids = statements.map(({ ref, statement }) => statementId(ref.document, statement)).sort()
      const outlets = [...new Set(ring.map(name))]
      const says = `${outlets.join(' and ')} go back to each other for this: their agreement adds no origin.`
      return [about('circular', claim.id, ids, says, 'independence/circular')]
    }),
  )
}

/** Printed by several and attributed to nobody: not even to somebody unnamed. */
export function unattributed({ traced }: TracedContext): readonly Finding[] {
  return traced.flatMap(({ claim, graph }) => {
    if (claim.independent > 0 || claim.documents < 2 || isAttributed(graph)) return []
    const says = `${claim.documents} documents state this, and none of them says who it is from.`
    return [about('unattributed', claim.id, claim.statements, says, 'independence/unattributed')]
  })
}

const isAttributed = ({ statements }: TracedClaim['graph']): boolean =>
  [...statements.values()].some(({ statement }) => statement.attribution.length > 0)

/** "Reports suggest", "word is": the words stand where a source should. */
export function vagueAttribution(context: TracedContext): readonly Finding[] {
  return context.traced.flatMap(({ claim, graph }) => {
    const vague = vagueIn(graph, context)
    const [first] = vague
    if (first === undefined) return []
    const says = `The source is left vague (“${first.words}”), so this trail ends in nobody named.`
    return [
      about('vague-attribution', claim.id, vague.map(({ id }) => id).sort(), says, 'independence/vague-attribution'),
    ]
  })
}

function vagueIn(graph: TracedClaim['graph'], { readings }: TracedContext) {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  return [...graph.statements.entries()]
    .filter(([key, { ref }]) => key === refKey(ref))
    .flatMap(([, { ref, statement }]) => {
      const at = statement.attribution.at(-1)
      const attribution = at === undefined ? undefined : byId.get(ref.document)?.attributions[at]
      if (attribution?.sourceKind !== 'vague') return []
      const words = attribution.source[0]?.quote ?? attribution.cue[0]?.quote ?? ''
      return [{ id: statementId(ref.document, statement), words }]
    })
}

const about = (
  kind: FindingKind,
  claim: string,
  statements: readonly string[],
  says: string,
  rule: RuleId,
): Finding => ({ kind, aspect: null, claim, from: null, to: null, statements, says, rule })
