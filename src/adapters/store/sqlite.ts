import { link, mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Term } from '../../collection/search.ts'
import type { Database, Dialect, Queries, Row, Value } from './database.ts'

/** What both engines offer of `node:sqlite`. */
interface Engine {
  exec(sql: string): void
  prepare(sql: string): { all(...values: Value[]): unknown[]; run(...values: Value[]): unknown }
  close(): void
}

/**
 * Opens a file of SQLite 3.43 or later. Several processes may use it at once: who wants to write waits. One that may not be written, on a disc or
 * for want of rights, can still be read.
 *
 * @param create makes it where there is none
 * @throws Error with `cause` when the file is none of ours or cannot be opened, or is not there and not to be made
 */
export async function openSqlite(path: string, { create = true } = {}): Promise<Database> {
  const there = await stat(path).catch(() => undefined)
  if (!there && !create) throw noneYet(`there is no collection ${path} yet; headwater add makes one`)
  const DatabaseSync = await engine()
  let file: Engine
  let isReadOnly = false
  try {
    if (!there) await mkdir(dirname(path), { recursive: true })
    // Whoever is first makes the file a write-ahead one, which shuts all others out for a moment.
    const opened = await patiently(path, () => openFile(DatabaseSync, path, there !== undefined))
    file = opened.file
    isReadOnly = opened.isReadOnly
  } catch (cause) {
    if (isBusyForLong(cause)) throw cause
    const why =
      cause instanceof Error && /not a database/.test(cause.message)
        ? 'it is another kind of file'
        : 'may you write there?'
    throw noCollection(`${path} cannot be opened as a collection: ${why}`, cause)
  }
  try {
    const isMarked = (): Promise<boolean> => patiently(path, () => isOurs(file))
    if (!isReadOnly && !(await isMarked())) await claim(file, path)
    if (!(await isMarked())) throw noCollection(`${path} is a database of another program; name another file`)
  } catch (error) {
    file.close()
    throw error
  }
  const prepared = new Map<string, ReturnType<Engine['prepare']>>()
  const statement = (sql: string): ReturnType<Engine['prepare']> => {
    const known = prepared.get(sql) ?? file.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const direct: Queries = {
    all: async (sql, ...values) => statement(sql).all(...values) as Row[],
    run: async (sql, ...values) => void statement(sql).run(...values),
  }

  // One connection: whoever comes while a transaction is open waits for its end, or would see half of it.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  const ended = async <T>(work: (queries: Queries) => Promise<T>): Promise<T> => {
    try {
      const result = await work(direct)
      file.exec('commit')
      return result
    } catch (error) {
      file.exec('rollback')
      throw error
    }
  }

  return {
    name: path,
    dialect,
    isReadOnly,
    all: (sql, ...values) => inTurn(() => patiently(path, () => statement(sql).all(...values) as Row[])),
    run: (sql, ...values) => inTurn(() => patiently(path, () => void statement(sql).run(...values))),
    transaction: (work) =>
      inTurn(async () => {
        await patiently(path, () => file.exec('begin immediate'))
        return ended(work)
      }),
    atOneMoment: (work) =>
      inTurn(async () => {
        await patiently(path, () => beginToRead(file))
        return ended(work)
      }),
    async backUp(version) {
      // A copy that is there was made by another process, before it changed anything: it must not be replaced.
      const copy = `${path}.before-${version}`
      if (!(await stat(copy).catch(() => undefined))) {
        const draft = `${copy}.${process.pid}.part`
        await rm(draft, { force: true })
        statement('vacuum into ?').run(draft)
        await link(draft, copy).catch(() => undefined)
        await rm(draft, { force: true })
      }
      return copy
    },
    async close() {
      await last
      // What another process is busy with is its to tidy up.
      for (const tidying of isReadOnly ? [] : ['pragma optimize', 'pragma wal_checkpoint(truncate)'])
        try {
          file.exec(tidying)
        } catch (error) {
          if (!isBusy(error)) throw error
        }
      prepared.clear()
      file.close()
    },
  }
}

/** How long a writing waits for others, in milliseconds; and between two tries, in which this process can do its other work. */
const patience = { longest: 60_000, between: 15 }

/**
 * Does what another process may be in the way of, as soon as it is not. The engine waits by doing nothing at all: whoever writes in this same process
 * would never come to an end.
 */
async function patiently<T>(path: string, work: () => T): Promise<T> {
  const started = performance.now()
  for (;;) {
    try {
      return work()
    } catch (cause) {
      if (!isBusy(cause)) throw cause
      if (performance.now() - started > patience.longest)
        throw Object.assign(
          new Error(`another process has been writing to ${path} for a minute; end it and try again`, { cause }),
          { code: 'BUSY' },
        )
      await new Promise((again) => setTimeout(again, patience.between))
    }
  }
}

/** "HWTR" in the header of a file tells that it is a collection. */
const applicationId = 0x48575452

/** Nothing is broken: it only has not been made. */
const noneYet = (says: string): Error => Object.assign(new Error(says), { code: 'NONE_YET' })

const noCollection = (says: string, cause?: unknown): Error =>
  Object.assign(new Error(says, { cause }), { code: 'NO_COLLECTION' })

type OpenEngine = new (path: string | URL, options?: { readonly readOnly: boolean }) => Engine

function openFile(
  DatabaseSync: OpenEngine,
  path: string,
  isThere: boolean,
): { readonly file: Engine; readonly isReadOnly: boolean } {
  const file = new DatabaseSync(path)
  try {
    // A writing that was answered for stays, also when the power fails; readers do not wait for writers.
    for (const setting of ['busy_timeout = 50', 'journal_mode = wal', 'synchronous = full', 'foreign_keys = on'])
      file.exec(`pragma ${setting}`)
    return { file, isReadOnly: false }
  } catch (error) {
    file.close()
    if (!isThere || !(error instanceof Error) || !/readonly|read-only|unable to open/.test(error.message)) throw error
    // Nobody writes there, so it can be read without the files that writers leave beside it.
    const asItIs = new URL(`${pathToFileURL(path).href}?immutable=1`)
    return { file: new DatabaseSync(asItIs, { readOnly: true }), isReadOnly: true }
  }
}

/** Begins with a look, for the moment that is seen is that of the first look, not of the beginning. */
function beginToRead(file: Engine): void {
  file.exec('begin')
  try {
    file.prepare('select count(*) from sqlite_master').all()
  } catch (error) {
    file.exec('rollback')
    throw error
  }
}

/** Whether a file is marked as a collection. */
function isOurs(file: Engine): boolean {
  const [mark] = file.prepare('pragma application_id').all() as readonly { readonly application_id: number }[]
  return mark?.application_id === applicationId
}

/** Marks a file that nobody has put anything into. Of several processes that find it empty, one marks it and the others see that. */
async function claim(file: Engine, path: string): Promise<void> {
  await patiently(path, () => file.exec('begin immediate'))
  const [made] = file.prepare('select count(*) as tables from sqlite_master').all() as readonly {
    readonly tables: number
  }[]
  if (made?.tables === 0) file.exec(`pragma application_id = ${applicationId}`)
  file.exec('commit')
}

const isBusyForLong = (error: unknown): boolean => (error as { readonly code?: unknown } | undefined)?.code === 'BUSY'

const isBusy = (error: unknown): boolean => error instanceof Error && /database is (?:locked|busy)/.test(error.message)

/** The built-in module has the same interface, on Node 22.5 and later; it serves where no engine was built for this machine. */
async function engine(): Promise<OpenEngine> {
  try {
    return (await import('@photostructure/sqlite')).DatabaseSync as unknown as OpenEngine
  } catch (cause) {
    const builtIn = 'node:sqlite'
    const found = (await import(builtIn).catch(() => {
      throw new Error('there is no SQLite for this machine; use Node 22.5 or later, or --collection postgres://…', {
        cause,
      })
    })) as { readonly DatabaseSync: OpenEngine }
    return found.DatabaseSync
  }
}

const dialect: Dialect = {
  engine: 'sqlite',
  types: { text: 'text', bytes: 'blob', integer: 'integer', real: 'real' },
  keyedTable: ' without rowid',
  searchSchema: [
    `create virtual table found_words using fts5 (words, content = 'findable', content_rowid = 'number',
       tokenize = 'porter unicode61 remove_diacritics 2', prefix = '3 4 5')`,
    `create trigger findable_comes after insert on findable begin
       insert into found_words (rowid, words) values (new.number, new.words); end`,
    `create trigger findable_goes after delete on findable begin
       insert into found_words (found_words, rowid, words) values ('delete', old.number, old.words); end`,
  ],
  search: {
    query(terms) {
      const wanted = terms.filter(({ not }) => !not).map(expression)
      const unwanted = terms.filter(({ not }) => not).map(expression)
      if (wanted.length === 0) return undefined
      return unwanted.length === 0 ? wanted.join(' AND ') : `(${wanted.join(' AND ')}) NOT (${unwanted.join(' OR ')})`
    },
    alone: 'found_words',
    joined: 'found_words join findable f on f.number = found_words.rowid',
    number: 'found_words.rowid',
    matches: 'found_words match ?',
    rank: { sql: 'bm25(found_words)', values: 0 },
    marked: { sql: 'highlight(found_words, 0, char(2), char(3))', values: 0 },
  },
}

/** A phrase of FTS5; terms hold letters and digits only. */
const expression = ({ words, begins }: Term): string => `"${words.join(' ')}"${begins ? ' *' : ''}`
