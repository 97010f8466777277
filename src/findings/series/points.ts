import { planCues } from '../../language/en/plans.ts'
import type { Reading } from '../../model/reading.ts'
import type { SeriesPoint } from '../../model/report.ts'
import type { Excerpt } from '../../model/span.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { measured } from '../../provenance/claims/figures.ts'
import { fold } from '../../text/words.ts'
import type { Told } from '../told.ts'
import { carriedOver, isBare, isFormer, isLedTo, isOfSubject, movesBefore, rateOf } from './led-to.ts'

/** A figure of one telling that can stand in a series: what it counts, at what rate, for when, and whether it is so yet. */
export interface Point {
  readonly told: Told
  readonly figure: Excerpt & Pick<SeriesPoint, 'low' | 'high'>
  /** What is measured, by which rate: each currency is a kind of its own. */
  readonly kind: string
  /** What is counted, as a concept: what has become of people, else the head of the words; null where the text does not say. */
  readonly thing: string | null
  readonly fate: string | null
  readonly of: string | null
  readonly unit: string | null
  readonly per: string | null
  readonly standing: SeriesPoint['standing']
  /** The date that the text itself gives the figure; null where it gives none. */
  readonly dated: string | null
  /** A word for an amount that moves leads to it: "scale up to 5,000". */
  readonly moves: boolean
}

/** The measure made of a quantity, by its document and its index there. */
export type MeasureLookup = (document: string, quantity: number) => Measure | undefined

/** The figure a telling answers with, and those it gives as the ones before: "40 a day, up from 25 last year". */
export function pointsOf(told: Told, measureAt: MeasureLookup): readonly Point[] {
  const { answer, content, reading } = told
  if (answer === null || content.certainty === 'denied') return []
  const others = content.measures.filter((one) => one !== answer && couldBeOf(one, answer))
  const main = isFormer(answer, reading) ? (others.find((one) => !isFormer(one, reading)) ?? answer) : answer
  const former = main === answer ? others.filter((one) => isFormer(one, reading)) : [answer]
  const carried = isLedTo(main, reading) ? carriedOver(main, reading) : null
  const leftOut = isBare(main) || isOfSubject(main, reading.document.text)
  const counted = (leftOut && carried !== null ? measureAt(told.document, carried) : undefined) ?? main
  const per = rateOf(main, reading)
  const planned = isPlan(told)
  const before: Point['standing'] = planned ? 'actual' : 'former'
  const step = stepOf(main, reading)
  const made: readonly Pick<Point, 'figure' | 'standing'>[] = [
    ...(step ? [{ figure: step[0], standing: before }] : []),
    { figure: step?.[1] ?? figureOf(main), standing: planned ? 'planned' : 'actual' },
    ...former.map((one) => ({ figure: figureOf(one), standing: before })),
  ]
  const dates = datesOf(
    told,
    made.map(({ figure }) => figure),
  )
  return made.map(({ figure, standing }, i): Point => {
    const dated = dates[i] ?? null
    return {
      told,
      figure,
      kind: kindOf(main, per),
      thing: counted.fate ?? counted.head,
      fate: counted.fate,
      of: counted.quantity.of,
      unit: main.quantity.unit,
      per,
      standing: standing !== 'former' && isAhead(dated, told) ? 'planned' : standing,
      dated,
      moves: made.length > 1 || isLedTo(main, reading),
    }
  })
}

/** It is told as a plan, or doubtfully as one: "is reportedly set to". */
function isPlan({ content: { certainty, quote } }: Told): boolean {
  if (certainty !== 'hedged') return certainty === 'planned'
  const words = ` ${fold(quote).replace(/[^\p{L}']+/gu, ' ')} `
  return planCues.some(({ phrases }) => phrases.some((phrase) => words.includes(` ${phrase} `)))
}

function kindOf({ quantity: { unit } }: Measure, per: string | null): string {
  const { dimension } = measured(unit)
  return `${dimension === 'money' ? unit : dimension} per ${per ?? 'all'}`
}

const figureOf = ({ quantity: { start, end, quote, low, high } }: Measure): Point['figure'] => ({
  start,
  end,
  quote,
  low,
  high,
})

/** It counts the same thing, or leaves out what it counts: "40 tonnes a day, up from 25". */
function couldBeOf(one: Measure, main: Measure): boolean {
  const [a, b] = [one.quantity, main.quantity]
  const bare = isBare(one) || one.head === main.head
  if (a.per !== null && b.per !== null && a.per !== b.per) return false
  if (a.unit === null) return bare
  return kindOf(one, null) === kindOf(main, null)
}

/** "Rose from 300 to 700": one range by its words, two figures by what they mean. */
function stepOf({ quantity }: Measure, reading: Reading): readonly [Point['figure'], Point['figure']] | null {
  const { start, end, quote, low, high } = quantity
  if (low === null || high === null || low === high) return null
  const middle = quote.search(/ to /)
  if (middle < 0 || !/\bfrom\s*$/i.test(reading.document.text.slice(Math.max(0, start - 8), start))) return null
  if (!movesBefore(start, reading)) return null
  const first = { start, end: start + middle, quote: quote.slice(0, middle), low, high: low }
  return [first, { start: start + middle + 4, end, quote: quote.slice(middle + 4), low: high, high }]
}

/** The date of each figure: every date in the statement belongs to the figure it stands nearest to, unless it is of another clause. */
function datesOf({ reading, content }: Told, figures: readonly Excerpt[]): readonly (string | null)[] {
  const { text } = reading.document
  const nearest = figures.map((): { readonly value: string; readonly distance: number } | null => null)
  for (const at of reading.statements[content.statement]?.times ?? []) {
    const time = reading.times[at]
    if (time?.type !== 'DATE' || !/^\d{4}(?:-\d\d){0,2}$/.test(time.value)) continue
    const distances = figures.map(({ start, end }) => (time.start >= end ? time.start - end : start - time.end))
    const distance = Math.min(...distances)
    const mine = distances.indexOf(distance)
    const figure = figures[mine]
    if (!figure || / and | but |;/.test(text.slice(Math.min(figure.end, time.end), Math.max(figure.start, time.start))))
      continue
    if (distance < (nearest[mine]?.distance ?? Number.POSITIVE_INFINITY))
      nearest[mine] = { value: time.value, distance }
  }
  return nearest.map((one) => one?.value ?? null)
}

/** It holds for a day after the report came out, so nobody can have counted it yet. */
const isAhead = (dated: string | null, { published }: Told): boolean =>
  dated !== null && published !== undefined && dated > published.slice(0, dated.length)
