import type { Series, SeriesPoint } from '../../model/report.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { measured } from '../../provenance/claims/figures.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn } from '../told.ts'

/**
 * The figures of each claim over time, each with who gave it and whether it is planned. Only figures of one kind stand in
 * a series: a rate never beside a total, dollars never beside kroner. Claims with one figure only have none.
 */
export function series(context: FindingContext): readonly Series[] {
  return [...toldIn(context)].flatMap(([claim, told]) => {
    const points = mostOfOneKind(told)
      .map(pointOf)
      .sort((a, b) => byCodeUnit(a.when ?? '', b.when ?? '') || byCodeUnit(a.statement, b.statement))
    return points.length > 1 ? [{ claim, points }] : []
  })
}

interface Answered extends Told {
  readonly answer: Measure
}

/** The tellings with a figure of the kind that most of them give; of two kinds with as many, the one told first. */
function mostOfOneKind(told: readonly Told[]): readonly Answered[] {
  const kinds = new Map<string, Answered[]>()
  for (const one of told) {
    const { answer } = one
    if (answer === null || one.content.certainty === 'denied') continue
    const kind = kindOf(answer)
    kinds.set(kind, [...(kinds.get(kind) ?? []), { ...one, answer }])
  }
  return [...kinds.values()].reduce((most, list) => (list.length > most.length ? list : most), [])
}

/** What is measured, by which rate: each currency is a kind of its own. */
function kindOf({ quantity: { unit, per } }: Measure): string {
  const { dimension } = measured(unit)
  return `${dimension === 'money' ? unit : dimension} per ${per ?? 'all'}`
}

const pointOf = (one: Answered): SeriesPoint => ({
  statement: one.id,
  origin: one.body,
  when: whenOf(one),
  low: one.answer.quantity.low,
  high: one.answer.quantity.high,
  planned: one.content.certainty === 'planned',
})

/** The date in the statement that stands nearest to the figure; else the day of publication. */
function whenOf({ reading, content, answer, published }: Answered): string | null {
  const times = reading.statements[content.statement]?.times ?? []
  let best: { readonly value: string; readonly distance: number } | null = null
  for (const at of times) {
    const time = reading.times[at]
    if (time?.type !== 'DATE' || !/^\d{4}(?:-\d\d){0,2}$/.test(time.value)) continue
    const distance = Math.abs(time.start - answer.quantity.start)
    if (best === null || distance < best.distance) best = { value: time.value, distance }
  }
  return best?.value ?? published?.slice(0, 10) ?? null
}
