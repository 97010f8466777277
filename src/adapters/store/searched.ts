import type { Found, Hit, Question } from '../../collection/search.ts'
import { cutAround } from '../../collection/search.ts'
import type { Queries, Row, SearchWords, Value } from './database.ts'

/** Answers a question from the table `findable`. */
export async function searched(queries: Queries, search: SearchWords, question: Question): Promise<Found> {
  const words = search.query(question.terms)
  if (words === undefined && question.terms.length > 0) return { hits: [], total: 0 }
  const conditions = [...(words === undefined ? [] : [{ sql: search.matches, values: [words] }]), ...filters(question)]
  const from = `from findable f ${words === undefined ? '' : search.join} ${
    conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`
  }`
  const values = conditions.flatMap((condition) => condition.values)
  const again = (times: number): readonly Value[] => Array.from({ length: times }, () => words ?? '')
  const marked = words === undefined ? { sql: 'f.words', values: 0 } : search.marked
  const order =
    words === undefined
      ? { sql: `coalesce(f.published, '') desc, f.id`, values: 0 }
      : { ...search.rank, sql: `${search.rank.sql}, f.id` }
  const [count] = await queries.all(`select count(*) as total ${from}`, ...values)
  const rows = await queries.all(
    `select f.*, ${marked.sql} as marked ${from} order by ${order.sql} limit ? offset ?`,
    ...again(marked.values),
    ...values,
    ...again(order.values),
    question.limit,
    question.skip,
  )
  return { hits: rows.map(hitOf), total: Number(count?.total ?? 0) }
}

function filters(question: Question): readonly { readonly sql: string; readonly values: readonly Value[] }[] {
  const { kinds, source, outlet, from, to, atLeast, atMost, finding, certainty } = question
  const when = (sql: string, ...values: readonly (Value | undefined)[]) =>
    values.some((value) => value === undefined) ? [] : [{ sql, values: values as readonly Value[] }]
  return [
    ...(kinds.length === 0 ? [] : [{ sql: `f.kind in (${kinds.map(() => '?').join(', ')})`, values: kinds }]),
    ...when(`f.sources_plain like ? escape '~'`, within(source)),
    ...when(`f.outlet_plain like ? escape '~'`, within(outlet)),
    ...when('f.published >= ?', from),
    // A day includes all its hours.
    ...when('f.published <= ?', to === undefined ? undefined : `${to}~`),
    ...when(
      'exists (select 1 from figures g where g.findable = f.number and (g.high is null or g.high >= ?))',
      atLeast,
    ),
    ...when('exists (select 1 from figures g where g.findable = f.number and (g.low is null or g.low <= ?))', atMost),
    ...when(`f.findings like ? escape '~'`, finding === undefined ? undefined : `%"${escaped(finding)}"%`),
    ...when('f.certainty = ?', certainty),
  ]
}

const within = (part: string | undefined): string | undefined =>
  part === undefined ? undefined : `%${escaped(part.toLowerCase())}%`

const escaped = (text: string): string => text.replace(/[%_~]/g, '~$&')

function hitOf(row: Row): Hit {
  const { quote, at, marks } = cutAround(
    String(row.words),
    String(row.marked),
    row.kind === 'document' ? 240 : Number.POSITIVE_INFINITY,
  )
  return {
    kind: String(row.kind) as Hit['kind'],
    id: String(row.id),
    document: row.document === null ? null : String(row.document),
    start: Number(row.starts) + at,
    quote,
    marks,
    outlet: row.outlet === null ? null : String(row.outlet),
    published: row.published === null ? null : String(row.published),
    certainty: row.certainty as Hit['certainty'],
    sources: JSON.parse(String(row.sources)) as readonly string[],
    findings: JSON.parse(String(row.findings)) as readonly string[],
  }
}
