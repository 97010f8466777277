import type { Aspect, Finding } from '../../model/finding.ts'
import type { Weigher } from '../../provenance/claims/similarity.ts'
import type { FindingContext } from '../context.ts'
import { retells } from '../drift/counterparts.ts'
import { standingIn } from '../drift/standing.ts'
import { type Told, toldIn, upstreamOf, weigherIn } from '../told.ts'
import { clashesAcrossClaims } from './across-claims.ts'
import { clash } from './clash.ts'
import { rejectedFigures } from './rejected.ts'
import { sentenceFor } from './says.ts'

/** Statements from different origins that cannot both hold. One finding per claim and aspect, and per pair of claims: the pair most alike. */
export function conflicts(context: FindingContext): readonly Finding[] {
  const upstream = upstreamOf(context)
  const standing = standingIn(context.voices)
  const byClaim = toldIn(context)
  const weigh = weigherIn(context)
  const rejected = rejectedFigures([...byClaim.values()].flat(), weigh)
  const sidesOf = new Map(
    [...byClaim].map(([claim, told]) => {
      const documents = new Set(told.map(({ document }) => document))
      return [claim, told.filter((one) => hasOrigin(one, upstream, documents))] as const
    }),
  )
  const across = clashesAcrossClaims([...sidesOf.values()].flat(), weigh)
  return [...sidesOf].flatMap(([claim, sides]) => {
    const others = (across.get(claim) ?? []).map((pair) => ['figure', pair] as const)
    const pairs = [...new Map([...(rejected.get(claim) ?? []), ...clearest(sides, weigh)]), ...others]
    return pairs.map(([aspect, { a, b }]) => ({
      kind: 'conflict' as const,
      aspect,
      claim,
      from: a.id,
      to: b.id,
      statements: [a.id, b.id],
      says: sentenceFor(aspect, a, b, context.voices),
      rule: rules[aspect] ?? 'conflict/figure',
    }))
  })

  /** Somebody stands behind it: a voice that can be asked, or the outlet itself where it retells nobody. */
  function hasOrigin(one: Told, above: typeof upstream, documents: ReadonlySet<string>): boolean {
    if (one.content.headline) return false
    const issuing = new Set(one.issuing && one.publisher !== null ? [one.publisher] : [])
    if (one.body !== null) return one.voices.some((voice) => standing(voice, issuing) > 0)
    return !above(one.document).some((level) => level.some((id) => documents.has(id)))
  }
}

const rules: Readonly<Partial<Record<Aspect, Finding['rule']>>> = {
  figure: 'conflict/figure',
  polarity: 'conflict/denial',
  time: 'conflict/time',
}

/** Two statements that cannot both hold, and how alike they are. */
export interface Pair {
  readonly a: Told
  readonly b: Told
  readonly likeness: number
}

/** Statements of one claim that are compared with each other; what a crowd of outlets repeats adds no side. */
const most = 200

function clearest(sides: readonly Told[], weigh: Weigher): ReadonlyMap<Aspect, Pair> {
  const best = new Map<Aspect, Pair>()
  const compared = sides.slice(0, most)
  for (const [i, a] of compared.entries()) {
    for (const b of compared.slice(i + 1)) {
      if (sideOf(a) === sideOf(b)) continue
      const likeness = retells(a, b, weigh)
      const aspect = clash(a, b, likeness)
      if (aspect && likeness > (best.get(aspect)?.likeness ?? -1)) best.set(aspect, { a, b, likeness })
    }
  }
  return best
}

const sideOf = ({ body, publisher, document }: Told): string => body ?? publisher ?? document
