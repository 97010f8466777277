import { createHash } from 'node:crypto'
import type { PoolClient, QueryResult, QueryResultRow } from 'pg'
import type { Term } from '../../collection/search.ts'
import type { Database, Dialect, Queries, Row, Value } from './database.ts'
import { openLink } from './link.ts'

/**
 * Opens a schema of PostgreSQL 15 or later, making it where there is none. Each collection is a schema of its own, `headwater` unless
 * the address says otherwise (`?collection=desk`): names are the same in all of them, and Citus shards by schema
 * (`citus.enable_schema_for_sharding`).
 *
 * @param address `postgres://user:password@host/database?collection=desk`
 * @param patience after how long without a word one takes the other for gone
 * @throws Error with `cause` when the server does not answer or refuses
 */
export async function openPostgres(
  address: string,
  { create = true, patience = {} }: { readonly create?: boolean; readonly patience?: Patience } = {},
): Promise<Database> {
  const { silence = 30_000, forAnswer } = patience
  const { default: pg } = await import('pg')
  if (!URL.canParse(address)) throw noCollection(`${address.replace(/\/\/[^@]*@/, '//')} is no address of a database`)
  const url = new URL(address)
  const schema = schemaOf(url.searchParams.get('collection') ?? '')
  url.searchParams.delete('collection')
  // The schema is ours to choose.
  url.searchParams.delete('options')
  const link = openLink(silence / 3)
  const pool = new pg.Pool({
    connectionString: url.href,
    stream: link.socket,
    max: 4,
    options: `-c search_path=${schema} ${settingsFor(silence)}`,
    application_name: 'headwater',
    connectionTimeoutMillis: silence,
    keepAlive: true,
    keepAliveInitialDelayMillis: silence / 3,
    ...(forAnswer === undefined ? {} : { query_timeout: forAnswer }),
    types: { getTypeParser: (type, format) => (type === int8 ? Number : pg.types.getTypeParser(type, format)) },
  })
  // A connection that breaks while nobody uses it is opened anew by the next who asks.
  pool.on('error', () => undefined)
  const name = `${url.protocol}//${url.host}${url.pathname}${schema === 'headwater' ? '' : `?collection=${schema.replace(/^headwater_/, '')}`}`
  try {
    // Who shares a collection need not be allowed to make one.
    const { rows } = await pool.query<{ readonly there: boolean }>('select to_regnamespace($1) is not null as there', [
      schema,
    ])
    if (!rows[0]?.there && !create) throw noneYet(`there is no collection ${name} yet; headwater add makes one`)
    if (!rows[0]?.there) await pool.query(`create schema if not exists ${schema}`).catch(madeByAnother)
  } catch (cause) {
    await pool.end()
    if (cause instanceof Error && 'code' in cause && cause.code === 'NONE_YET') throw cause
    throw noCollection(
      `the collection ${name} cannot be opened; does the server run, and may you make a schema in it?`,
      cause,
    )
  }
  const asked = <R extends QueryResultRow>(
    client: Asked,
    sql: string,
    values: unknown[] = [],
  ): Promise<QueryResult<R>> => link.during(client.query<R>(sql, values))
  const on = (client: Asked): Queries => ({
    all: async (sql, ...values) => (await asked<Row>(client, numbered(sql), values.map(asSent))).rows,
    run: async (sql, ...values) => void (await asked(client, numbered(sql), values.map(asSent))),
  })

  const begun = async <T>(begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    // A connection may break between two statements: the next statement says so, and nobody else needs to hear of it.
    const breaks = (error: Error): void => {
      broken = error
    }
    client.on('error', breaks)
    try {
      await asked(client, begin)
      const result = await work(client)
      await asked(client, 'commit')
      return result
    } catch (error) {
      await asked(client, 'rollback').catch((failure) => {
        broken = failure as Error
      })
      throw error
    } finally {
      client.off('error', breaks)
      client.release(broken)
    }
  }

  return {
    name,
    dialect,
    isReadOnly: false,
    ...on(pool as unknown as Asked),
    transaction: (work) =>
      begun('begin', async (client) => {
        await asked(client, 'select pg_advisory_xact_lock($1)', [lockOf(schema)])
        return work(on(client))
      }),
    atOneMoment: (work) => begun(beginToRead, (client) => work(on(client))),
    async backUp(version) {
      const copy = `${schema}_before_${version}`
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query('select pg_advisory_xact_lock($1)', [lockOf(copy)])
        // A copy that is there was made by another process, before it changed anything: it must not be replaced.
        const made = await client.query<{ readonly there: boolean }>(
          'select to_regnamespace($1) is not null as there',
          [copy],
        )
        if (made.rows[0]?.there) {
          await client.query('commit')
          return `the schema ${copy}`
        }
        await client.query(`create schema ${copy}`)
        const { rows } = await client.query<{ readonly name: string }>(
          `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE'`,
          [schema],
        )
        for (const table of rows)
          await client.query(`create table ${copy}.${table.name} as table ${schema}.${table.name}`)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
      return `the schema ${copy}`
    },
    close: () => pool.end(),
  }
}

/** One who can be asked: a connection, or any of several. */
type Asked = Pick<PoolClient, 'query'>

/** Milliseconds. */
export interface Patience {
  /** After how long without a word one takes the other for gone, the server those who write, and they the server. */
  readonly silence?: number | undefined
  /** How long an answer may take, though the server can be reached; as long as it takes when not given. */
  readonly forAnswer?: number | undefined
}

/** Whoever is cut off in the midst of a writing keeps others waiting no longer than this; so does a machine that is gone without a word. */
function settingsFor(silence: number): string {
  const inWriting = Math.ceil((2 / 3) * silence)
  const seconds = (share: number): number => Math.max(1, Math.round((share * silence) / 1000))
  return [
    `idle_in_transaction_session_timeout=${inWriting}`,
    `tcp_keepalives_idle=${seconds(1 / 3)}`,
    `tcp_keepalives_interval=${seconds(1 / 6)}`,
    'tcp_keepalives_count=4',
    `tcp_user_timeout=${inWriting}`,
  ]
    .map((setting) => `-c ${setting}`)
    .join(' ')
}

/** Nobody waits for one who only reads: it may think between two questions for as long as it likes. */
const beginToRead =
  'begin isolation level repeatable read, read only; set local idle_in_transaction_session_timeout = 0'

/** Two that make one schema at the same moment: one of them is told that it is there, "if not exists" or not. */
function madeByAnother(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== uniqueViolation && code !== duplicateSchema) throw error
}

const [uniqueViolation, duplicateSchema] = ['23505', '42P06']

/** Nothing is broken: it only has not been made. */
const noneYet = (says: string): Error => Object.assign(new Error(says), { code: 'NONE_YET' })

const noCollection = (says: string, cause?: unknown): Error =>
  Object.assign(new Error(says, { cause }), { code: 'NO_COLLECTION' })

/** The type of 64-bit whole numbers, which come as text unless told otherwise. */
const int8 = 20

/** A name that needs no quotation marks in SQL. */
function schemaOf(collection: string): string {
  if (collection === '') return 'headwater'
  if (/^[a-z][a-z0-9_]{0,40}$/.test(collection)) return `headwater_${collection}`
  throw noCollection(
    `a collection is named by small letters, digits and _, beginning with a letter; "${collection}" is not`,
  )
}

/** `?` to `$1`, `$2` …; none of the statements has one in quotation marks. */
function numbered(sql: string): string {
  let number = 0
  return sql.replace(/\?/g, () => `$${++number}`)
}

/** Text of PostgreSQL cannot hold the character NUL. */
const asSent = (value: Value): Value | Buffer =>
  typeof value === 'string'
    ? value.replaceAll('\0', '\uFFFD')
    : value instanceof Uint8Array
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
      : value

/** A lock is a number of 64 bits. */
const lockOf = (schema: string): string =>
  createHash('sha256').update(`headwater ${schema}`).digest().readBigInt64BE(0).toString()

/** More letters of a text than this are not looked into: the index of one text must stay below a megabyte. */
const lookedInto = 300_000

/** Addresses and figures are looked for by their parts, as FTS5 does; as many letters as before, so that places stay. */
const parted = `translate(left(words, ${lookedInto}), '.,:/@-_''’', '         ')`

const dialect: Dialect = {
  engine: 'postgres',
  types: { text: 'text collate "C"', bytes: 'bytea', integer: 'bigint', real: 'double precision' },
  keyedTable: '',
  searchSchema: [
    // The stems of English without its list of words that are not looked for: "who" is a word of reports.
    'create text search dictionary stems (template = snowball, language = english)',
    'create text search configuration words (copy = pg_catalog.simple)',
    `alter text search configuration words alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with stems`,
    `alter table findable add column vector tsvector generated always as (to_tsvector('words', ${parted})) stored`,
    'create index findable_by_words on findable using gin (vector)',
  ],
  search: {
    query(terms) {
      const wanted = terms.filter(({ not }) => !not)
      if (wanted.length === 0) return undefined
      return terms.map(expression).join(' & ')
    },
    alone: 'findable f',
    joined: 'findable f',
    number: 'f.number',
    matches: `f.vector @@ to_tsquery('words', ?)`,
    rank: { sql: `-ts_rank_cd(f.vector, to_tsquery('words', ?), 1)`, values: 1 },
    marked: {
      sql: `ts_headline('words', ${parted.replace('words,', 'f.words,')}, to_tsquery('words', ?),
        'HighlightAll=true, StartSel="' || chr(2) || '", StopSel="' || chr(3) || '"')`,
      values: 1,
    },
  },
}

/** A phrase of `to_tsquery`; terms hold letters and digits only. */
const expression = ({ words, not, begins }: Term): string =>
  `${not ? '!' : ''}(${words.map((word, i) => `'${word}'${begins && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`
