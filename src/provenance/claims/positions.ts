import type { Figure } from '../../model/report.ts'
import type { ClaimPosition } from './claims.ts'
import type { Content, Measure } from './content.ts'
import { agree, pointOf, rangeOf } from './figures.ts'
import { apart, comparable } from './similarity.ts'

/** The different answers to one question: by figure where the question asks for one, else affirmed and denied. */
export function positionsOf(contents: readonly Content[]): readonly ClaimPosition[] {
  const answers = contents.map((content) => ({ content, measure: answerOf(content, contents) }))
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

/** Which of its figures a statement answers the question with: the one most other statements can be compared with. */
export function answerOf(content: Content, others: readonly Content[]): Measure | null {
  let best: { readonly measure: Measure; readonly support: number } | null = null
  for (const measure of content.measures) {
    let support = 0
    for (const other of others) {
      if (other === content) continue
      const scores = other.measures.map((one) => comparable(measure, one)).filter((score) => score !== apart)
      if (scores.length > 0) support += Math.max(...scores)
    }
    if (best === null || support > best.support + 1e-9) best = { measure, support }
  }
  return best?.measure ?? null
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
