import type { Reading } from '../../model/reading.ts'
import type { Series, SeriesPoint } from '../../model/report.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn } from '../told.ts'

/** The figures of each claim over time, each with who gave it and whether it is planned. Claims with one figure only have none. */
export function series(context: FindingContext): readonly Series[] {
  const found: Series[] = []
  const readings = new Map(context.readings.map((reading) => [reading.document.id, reading]))
  for (const [claim, told] of toldIn(context)) {
    const points = told
      .flatMap((one) => pointOf(one, readings))
      .sort((a, b) => byCodeUnit(a.when ?? '', b.when ?? '') || byCodeUnit(a.statement, b.statement))
    if (points.length > 1) found.push({ claim, points })
  }
  return found
}

type Readings = ReadonlyMap<string, Reading>

function pointOf(one: Told, readings: Readings): readonly SeriesPoint[] {
  if (!one.answer || one.content.certainty === 'denied') return []
  const { low, high } = one.answer.quantity
  return [
    {
      statement: one.id,
      origin: one.body,
      when: whenOf(one, readings),
      low,
      high,
      planned: one.content.certainty === 'planned',
    },
  ]
}

/** The date the statement gives; else when it was published. */
function whenOf(one: Told, readings: Readings): string | null {
  const reading = readings.get(one.document)
  const times = reading?.statements[one.content.statement]?.times ?? []
  const dated = times.flatMap((at) => {
    const time = reading?.times[at]
    return time?.type === 'DATE' && /^\d{4}(?:-\d\d){0,2}$/.test(time.value) ? [time.value] : []
  })
  return dated[0] ?? one.published?.slice(0, 10) ?? null
}
