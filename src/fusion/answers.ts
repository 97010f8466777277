import { byCodeUnit } from '../text/order.ts'
import { keyOf, type Value, type ValueKind } from './values.ts'

/** One source's answer to one question. */
export interface Row {
  /** The question: "flight 12/actual departure". */
  readonly item: string
  readonly source: string
  readonly value: Value
  readonly kind?: ValueKind | undefined
}

/** One question with every answer given to it. */
export interface Item {
  readonly item: string
  readonly kind: ValueKind
  readonly answers: readonly Answer[]
}

/** One value and who gives it. */
export interface Answer {
  readonly key: string
  readonly value: Value
  /** Indices into the list of sources, in order. */
  readonly sources: readonly number[]
}

/** All rows, put in an order of their own, so that the order of the input never matters. */
export interface Table {
  readonly sources: readonly string[]
  readonly items: readonly Item[]
}

export function tableOf(rows: readonly Row[]): Table {
  const sources = [...new Set(rows.map(({ source }) => source))].sort(byCodeUnit)
  const places = new Map(sources.map((source, i) => [source, i]))
  const byItem = new Map<string, Row[]>()
  for (const row of rows) {
    const list = byItem.get(row.item)
    if (list === undefined) byItem.set(row.item, [row])
    else list.push(row)
  }
  return {
    sources,
    items: [...byItem.keys()].sort(byCodeUnit).map((item) => itemOf(item, byItem.get(item) ?? [], places)),
  }
}

function itemOf(item: string, rows: readonly Row[], places: ReadonlyMap<string, number>): Item {
  const kind = rows.map((row) => row.kind ?? guess(row.value)).sort(byCodeUnit)[0] ?? 'text'
  const answers = new Map<string, { value: Value; spelling: string; sources: Set<number> }>()
  for (const { source, value } of rows) {
    const key = keyOf(value, kind)
    const spelling = JSON.stringify(value)
    const answer = answers.get(key) ?? { value, spelling, sources: new Set<number>() }
    // Of two spellings of one value the first by code unit is shown, whatever came first.
    if (spelling < answer.spelling) Object.assign(answer, { value, spelling })
    answer.sources.add(places.get(source) ?? 0)
    answers.set(key, answer)
  }
  return {
    item,
    kind,
    answers: [...answers]
      .sort((x, y) => byCodeUnit(x[0], y[0]))
      .map(([key, { value, sources }]) => ({ key, value, sources: [...sources].sort((x, y) => x - y) })),
  }
}

const guess = (value: Value): ValueKind =>
  typeof value === 'number' ? 'number' : typeof value === 'string' ? 'text' : 'set'
