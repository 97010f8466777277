import type { Measure } from '../../provenance/claims/content.ts'
import { rangeOf, samePoint } from '../../provenance/claims/figures.ts'
import type { Told } from '../told.ts'

/** The figures that two tellings share: the same number in the same unit, telling enough not to be chance. */
export function sharedFigures(from: Told, to: Told): readonly (readonly [before: Measure, after: Measure])[] {
  return to.content.measures.flatMap((after) =>
    from.content.measures.flatMap((before): readonly (readonly [Measure, Measure])[] =>
      before.quantity.unit === after.quantity.unit &&
      samePoint(rangeOf(before.quantity), rangeOf(after.quantity)) &&
      isTelling(before)
        ? [[before, after]]
        : [],
    ),
  )
}

/** One, two and three stand everywhere. */
const isTelling = ({ quantity: { low, high, unit } }: Measure): boolean => unit !== null || (low ?? high ?? 0) > 3
