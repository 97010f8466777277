import type { Figure } from '../../model/report.ts'
import { rememberedWithin } from '../../text/remembered.ts'
import { placing } from '../../text/sparse-vector.ts'
import type { ClaimPosition } from './claims.ts'
import type { Content, Measure } from './content.ts'
import { agree, pointOf, rangeOf } from './figures.ts'
import { apart, comparable, comparableKey } from './similarity.ts'

/** The different answers to one question: by figure where the question asks for one, else affirmed and denied. */
export function positionsOf(contents: readonly Content[]): readonly ClaimPosition[] {
  const answerOf = answersAmong(contents)
  const answers = contents.map((content) => ({ content, measure: answerOf(content) }))
  const groups: {
    readonly polarity: 'affirmed' | 'denied'
    readonly measure: Measure | null
    readonly members: Content[]
  }[] = []
  for (const { content, measure } of answers) {
    const polarity = content.certainty === 'denied' ? 'denied' : 'affirmed'
    const group = groups.find(
      (one) =>
        one.polarity === polarity &&
        (one.measure === null) === (measure === null) &&
        (measure === null || one.measure === null || sameAnswer(one.measure, measure)),
    )
    if (group) group.members.push(content)
    else groups.push({ polarity, measure, members: [content] })
  }
  return groups.map(({ polarity, measure, members }) => ({
    figures: measure ? [figureOf(measure)] : null,
    polarity,
    statements: members.map(({ document, statement }) => ({ document, statement })),
  }))
}

/** Which of its figures a statement answers the question of some statements with: the one most others of them can be compared with. */
export function answersAmong(contents: readonly Content[]): (content: Content) => Measure | null {
  // Copies give the same figures: each is compared once with each that is not the same.
  const [figure, figures] = [placing(), placing()]
  const kindOf = rememberedWithin((measure: Measure): number => figure(comparableKey(measure)))
  const kindsOf = rememberedWithin((content: Content): number => figures(content.measures.map(kindOf).join(' ')))
  const kinds = contents.map(kindsOf)
  const supports = new Map<number, Map<number, number>>()
  return (content) => {
    if (content.measures.length < 2) return content.measures[0] ?? null
    let best: { readonly measure: Measure; readonly support: number } | null = null
    for (const measure of content.measures) {
      let support = 0
      const known = supports.get(kindOf(measure)) ?? new Map<number, number>()
      supports.set(kindOf(measure), known)
      for (const [i, other] of contents.entries()) {
        if (other === content) continue
        const kind = kinds[i] ?? 0
        const found = known.get(kind) ?? supportBy(other, measure)
        known.set(kind, found)
        support += found
      }
      if (best === null || support > best.support + 1e-9) best = { measure, support }
    }
    return best?.measure ?? null
  }
}

/** How well a figure can be compared with those of a statement. */
function supportBy({ measures }: Content, measure: Measure): number {
  const scores = measures.map((one) => comparable(measure, one)).filter((score) => score !== apart)
  return scores.length > 0 ? Math.max(...scores) : 0
}

/** Equal, or one is the other rounded: "around 25,000" and "25,000". Bounds that do not name the same number stay apart. */
export function sameAnswer(a: Measure, b: Measure): boolean {
  const [x, y] = [rangeOf(a.quantity), rangeOf(b.quantity)]
  const close = Math.abs(pointOf(x) - pointOf(y)) <= 0.03 * Math.max(Math.abs(pointOf(x)), Math.abs(pointOf(y)))
  return close && agree(x, y) && (a.quantity.unit ?? '') === (b.quantity.unit ?? '')
}

const figureOf = ({ quantity }: Measure): Figure => ({
  start: quantity.start,
  end: quantity.end,
  quote: quantity.quote,
  low: quantity.low,
  high: quantity.high,
  approximate: quantity.approximate,
  vague: quantity.vague,
  of: quantity.of,
  unit: quantity.unit,
  per: quantity.per,
})
