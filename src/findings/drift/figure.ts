import type { RuleId } from '../../model/rule.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { agree, measured, pointOf, rangeOf, rounding, samePoint } from '../../provenance/claims/figures.ts'
import { apart, comparable } from '../../provenance/claims/similarity.ts'
import type { Told } from '../told.ts'
import type { Compared } from './changes.ts'

/** Another number, a bound lost or gained, another unit or rate. Losing "about" is none, nor is rounding. */
export function figureChange(compared: Compared): RuleId | null {
  const { to, earlier } = compared
  const figures = comparedFigures(compared)
  if (!figures || to.content.certainty === 'denied') return null
  const [own, answer] = figures
  const before = earlier
    .flatMap(({ content }) => content.measures)
    .filter((measure) => comparable(measure, answer) !== apart)
  if (before.some((measure) => sameFigure(measure, answer))) return null
  if (to.content.measures.some((one) => sameFigure(own, one) && !isFormer(one, to))) return null
  const [a, b] = [own.quantity, answer.quantity]
  const [x, y] = [rangeOf(a), rangeOf(b)]
  if (a.unit !== b.unit && measured(a.unit).dimension === 'money') return 'drift/other-unit'
  if (samePoint(x, y)) return a.vague || b.vague || boundsOf(own) === boundsOf(answer) ? null : 'drift/bound'
  if ((a.vague || b.vague) && agree(x, y)) return null
  const gap = Math.abs(pointOf(x) - pointOf(y)) / Math.max(Math.abs(pointOf(x)), Math.abs(pointOf(y)))
  return gap > (inWords(own) || inWords(answer) ? roundingInWords : rounding) ? 'drift/other-figure' : null
}

/** The figure of each telling that answers the question, if the two can be compared. What is given as the one before is no answer. */
export function comparedFigures({ from, to }: Compared): readonly [before: Measure, after: Measure] | null {
  const answer = to.answer && isFormer(to.answer, to) ? (nowOf(to, to.answer) ?? to.answer) : to.answer
  if (!answer) return null
  const own =
    from.answer && comparable(from.answer, answer) !== apart && !isFormer(from.answer, from)
      ? from.answer
      : nowOf(from, answer)
  return own ? [own, answer] : null
}

/** Of the figures given for now, the one most like another; of those given as the one before, where there is no other. */
const nowOf = (told: Told, like: Measure): Measure | null =>
  closest(
    told.content.measures.filter((one) => one !== like && !isFormer(one, told)),
    like,
  ) ??
  closest(
    told.content.measures.filter((one) => one !== like),
    like,
  )

/** The figure is given as the one before: "27, up from 11", "96 and not 110". */
const isFormer = ({ quantity }: Measure, { reading }: Told): boolean =>
  /\b(?:from|against|than|not|instead of|earlier|previous|initial|first|compared with)(?: (?:the|its|an?|about|some|around))?\s*$/i.test(
    reading.document.text.slice(Math.max(0, quantity.start - 40), quantity.start),
  )

/** "One in seven" for 15 per cent is a rounding too: shares in words are coarser than numbers. */
const roundingInWords = 0.06

const inWords = ({ quantity: { unit, quote } }: Measure): boolean => unit === 'percentage' && !/\d/.test(quote)

const boundsOf = ({ quantity: { low, high, approximate } }: Measure): string =>
  approximate && (low === null || high === null)
    ? 'about'
    : low === null
      ? 'at most'
      : high === null
        ? 'at least'
        : low === high
          ? 'exact'
          : 'range'

function sameFigure(a: Measure, b: Measure): boolean {
  const [x, y] = [rangeOf(a.quantity), rangeOf(b.quantity)]
  if (a.quantity.unit !== b.quantity.unit && measured(a.quantity.unit).dimension === 'money') return false
  if (samePoint(x, y)) return boundsOf(a) === boundsOf(b) || boundsOf(a) === 'about' || boundsOf(b) === 'about'
  return (a.quantity.vague || b.quantity.vague) && agree(x, y)
}

function closest(measures: readonly Measure[], to: Measure): Measure | null {
  let best: { readonly measure: Measure; readonly score: number } | null = null
  for (const measure of measures) {
    const score = comparable(measure, to)
    if (score !== apart && (best === null || score > best.score)) best = { measure, score }
  }
  return best?.measure ?? null
}
