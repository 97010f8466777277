import type { Quantity } from '../../model/quantity.ts'
import type { Reading } from '../../model/reading.ts'
import { contains, excerpt, type Span } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { asideOf, jointIn } from './asides.ts'
import { plainScores } from './plain-scores.ts'
import { wordsWithin } from './words-within.ts'

/**
 * A reading with one statement for each question that a figure answers: "800 of its 2,600 jobs" says how many go, and how many there
 * are. What is said aside ("its 2,600 jobs", "which employs 90", "last year's 12 tonnes") becomes a statement of its own and its figure
 * is taken from the whole; what "and" joins is cut off where it counts something else. Who says so stays.
 */
export function withAnswersApart(reading: Reading): Reading {
  const known = new Set(reading.statements.map(placeOf))
  const statements = reading.statements.flatMap((statement) => {
    const [main = statement, ...others] = answersOf(reading, statement)
    return [main, ...others.filter((other) => !known.has(placeOf(other)))]
  })
  return { ...reading, statements }
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`

/** A statement that gives more figures is a table. */
const most = 12

/** The statement, or the parts of it that "and" joins, then what it says aside. */
function answersOf(reading: Reading, statement: Statement): readonly Statement[] {
  const { quantities } = statement
  if (quantities.length < 2 || quantities.length > most) return [statement]
  const words = wordsWithin(reading.tokens, statement)
  const figures = quantities.flatMap((at) => reading.quantities[at] ?? [])
  const asides = quantities.flatMap((at) => {
    const quantity = reading.quantities[at]
    const span = quantity && asideOf(words, quantity, figures)
    return span ? [{ at, span }] : []
  })
  const own = quantities.filter((at) => asides.every((aside) => aside.at !== at))
  if (own.length === 0) return [statement]
  const joint = jointIn(words, figuresAt(reading, own))
  const main = joint
    ? [
        part(reading, statement, { start: statement.start, end: joint.end }, own),
        part(reading, statement, { start: joint.next, end: statement.end }, own),
      ]
    : [{ ...statement, quantities: own }]
  // What is said aside is taken for granted, whatever becomes of the rest.
  return [
    ...main,
    ...asides.map(
      ({ at, span }): Statement => ({
        ...part(reading, statement, span, [at]),
        certainty: 'asserted',
        certaintyScore: plainScores.asserted,
      }),
    ),
  ]
}

const figuresAt = (reading: Reading, indices: readonly number[]): readonly Quantity[] =>
  indices.flatMap((at) => reading.quantities[at] ?? [])

/** A stretch of a statement, with what stands in it of the given figures. */
function part(
  { document, times, quantities }: Reading,
  whole: Statement,
  span: Span,
  figures: readonly number[],
): Statement {
  const inside =
    (layer: readonly Span[]) =>
    (at: number): boolean => {
      const other = layer[at]
      return other !== undefined && contains(span, other)
    }
  return {
    ...whole,
    ...excerpt(document.text, span.start, span.end),
    hedges: whole.hedges.filter((hedge) => contains(span, hedge)),
    quantities: figures.filter(inside(quantities)),
    times: whole.times.filter(inside(times)),
  }
}
