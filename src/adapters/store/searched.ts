import type { Found, Hit, Question } from '../../collection/search.ts'
import { cutAround } from '../../collection/search.ts'
import type { Queries, Row, SearchWords, Value } from './database.ts'

/**
 * What is found so often or oftener is not ranked but given the newest first, and counted no further: a word that every tenth statement
 * holds says little, and to rank by it the index has to be read from end to end.
 */
const mostRanked = 10_000

/** Answers a question from the table `findable`. */
export async function searched(queries: Queries, search: SearchWords, question: Question): Promise<Found> {
  const words = search.query(question.terms)
  if (words === undefined) return question.terms.length > 0 ? { hits: [], total: 0 } : filtered(queries, question)
  const { rank, marked, number, joined } = search
  const conditions = [{ sql: search.matches, values: [words] }, ...filters(question)]
  const from = `from ${conditions.length > 1 ? joined : search.alone} where ${conditions.map(({ sql }) => sql).join(' and ')}`
  const values = conditions.flatMap((condition) => condition.values)
  const again = (times: number): readonly Value[] => Array.from({ length: times }, () => words)

  const [{ total } = { total: 0 }] = await queries.all(
    `select count(*) as total from (select ${number} ${from} limit ${mostRanked}) c`,
    ...values,
  )
  const isRanked = Number(total) < mostRanked
  const best = await queries.all(
    isRanked
      ? `select ${number} as number, ${rank.sql} as score ${from} order by score, number limit ? offset ?`
      : `select ${number} as number ${from} order by ${number} desc limit ? offset ?`,
    ...(isRanked ? again(rank.values) : []),
    ...values,
    question.limit,
    question.skip,
  )
  const numbers = best.map((row) => Number(row.number))
  const rows = await queries.all(
    `select f.*, ${marked.sql} as marked from ${joined}
     where ${search.matches} and ${number} in (${numbers.map(() => '?').join(', ') || 'null'})`,
    ...again(marked.values),
    words,
    ...numbers,
  )
  const byNumber = new Map(rows.map((row) => [Number(row.number), row]))
  return {
    hits: numbers
      .map((found) => byNumber.get(found))
      .filter((row) => row !== undefined)
      .map(hitOf),
    total: Number(total),
  }
}

/** What satisfies filters alone, the newest first. */
async function filtered(queries: Queries, question: Question): Promise<Found> {
  const conditions = filters(question)
  const where = conditions.length === 0 ? '' : `where ${conditions.map(({ sql }) => sql).join(' and ')}`
  const values = conditions.flatMap((condition) => condition.values)
  const rows = await queries.all(
    `select f.*, f.words as marked from findable f ${where} order by coalesce(f.published, '') desc, f.number limit ? offset ?`,
    ...values,
    question.limit,
    question.skip,
  )
  const [count] = await queries.all(
    `select count(*) as total from (select f.number from findable f ${where} limit ${mostRanked}) c`,
    ...values,
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
