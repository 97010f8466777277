import type { Alert, Delivery } from '../../collection/alerts.ts'
import type { Follow } from '../../collection/follow.ts'
import type { KeptCapture, KeptDocument, KeptRefusal } from '../../collection/kept.ts'
import { chained, type LogLine } from '../../collection/log.ts'
import type { KeptModelAnswer } from '../../collection/model-answer.ts'
import type { SavedView } from '../../collection/saved-view.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Looking, Store, Writing } from '../../ports/store.ts'
import type { Database, Queries, Row, Value } from './database.ts'
import { insertAll, whereIn } from './many-rows.ts'
import { migrated } from './migrated.ts'
import { elsewhere, isElsewhere, json, packed, packedJson, unpacked } from './packed.ts'
import { searched } from './searched.ts'
import { lookingAtTraced, writingTraced } from './traced-tables.ts'

/**
 * A collection in the tables of a database, which are brought up to this version's first.
 *
 * @param blobs where the bytes of captures are kept that are added from now on; in the tables where none is given
 * @throws Error when the tables were made by a later version
 */
export async function openSqlStore(database: Database, blobs?: Blobs): Promise<Store> {
  await migrated(database)
  /** Put there for captures that are about to be added. */
  const stowed = new Set<string>()
  return {
    name: database.name,
    isReadOnly: database.isReadOnly,
    ...looking(database),
    // How many there are and which come first are asked one after the other.
    search: (question) => database.atOneMoment((queries) => looking(queries).search(question)),
    write: (work) => database.transaction((queries) => work({ ...looking(queries), ...writing(queries) })),
    atOneMoment: (work) => database.atOneMoment((queries) => work(looking(queries))),
    async stow(sha256, bytes) {
      if (!blobs) return
      const [known] = await database.all(
        'select case when packed = ? then 1 else 0 end as away from blobs where sha256 = ?',
        elsewhere,
        sha256,
      )
      if (known && Number(known.away) === 0) return
      await blobs.keep(sha256, bytes)
      if (!known) stowed.add(sha256)
    },
    async close() {
      await blobs?.close()
      await database.close()
    },
  }

  function looking(queries: Queries): Looking {
    return {
      async counts() {
        const [row] = await queries.all(
          `select (select count(*) from captures) as captures, (select count(*) from documents where current = 1) as documents,
             (select count(*) from documents) as versions, (select count(*) from log) as lines,
             (select count(*) from alerts) as alerts`,
        )
        const count = (name: string): number => Number(row?.[name] ?? 0)
        return {
          captures: count('captures'),
          documents: count('documents'),
          versions: count('versions'),
          lines: count('lines'),
          alerts: count('alerts'),
        }
      },
      captures: () => byNumber(queries, 'captures', captureOf),
      capture: async (number) => (await rows(queries, captureOf, 'select * from captures where number = ?', number))[0],
      latestCapture: async (address) =>
        (
          await rows(
            queries,
            captureOf,
            'select * from captures where address = ? order by number desc limit 1',
            address,
          )
        )[0],
      async bytes(sha256) {
        const [row] = await queries.all('select packed from blobs where sha256 = ?', sha256)
        if (!isElsewhere(row?.packed)) return row && unpacked(row.packed)
        if (!blobs) throw new Error('the bytes of this capture are kept elsewhere; say where with HEADWATER_BLOBS')
        return blobs.bytes(sha256)
      },
      async *documents() {
        let after = ''
        for (;;) {
          const page = await rows(
            queries,
            documentOf,
            'select * from documents where current = 1 and id > ? order by id limit 200',
            after,
          )
          yield* page
          const last = page.at(-1)
          if (!last) return
          after = last.document.id
        }
      },
      latest: async (ids) =>
        (await whereIn(queries, 'select * from documents where current = 1 and id in', ids)).map(documentOf),
      versions: (id) => rows(queries, documentOf, 'select * from documents where id = ? order by version', id),
      documentWithKey: async (key) =>
        (await rows(queries, documentOf, 'select * from documents where report_key = ? and current = 1', key))[0],
      documentsOf: (capture) =>
        rows(queries, documentOf, 'select * from documents where capture = ? order by id, version', capture),
      async reading(id, version, pipeline) {
        const [row] = await queries.all(
          `select r.body as reading, d.body from readings r join documents d on d.id = r.id and d.version = r.version
           where r.id = ? and r.version = ? and r.pipeline = ?`,
          id,
          version,
          pipeline,
        )
        return row && { ...json<Omit<Reading, 'document'>>(row.reading), document: json<Document>(row.body) }
      },
      async unread(reports, pipeline) {
        const ids = [...new Set(reports.map(({ id }) => id))]
        const kept = await whereIn(queries, 'select id, version, pipeline from readings where id in', ids)
        const read = new Set(kept.map((row) => (row.pipeline === pipeline ? `${row.version} ${row.id}` : '')))
        return reports.filter(({ id, version }) => !read.has(`${version} ${id}`))
      },
      async readBy({ id, version }) {
        const [row] = await queries.all('select pipeline from readings where id = ? and version = ?', id, version)
        return row && String(row.pipeline)
      },
      ...lookingAtTraced(queries),
      log: (after, kind) => byNumber(queries, 'log', lineOf, after, kind),
      firstLine: async () => (await rows(queries, lineOf, 'select * from log order by number limit 1'))[0],
      async lastLine(kinds) {
        if (kinds === undefined)
          return (await rows(queries, lineOf, 'select * from log order by number desc limit 1'))[0]
        // One look into the index for each kind, however long the log is.
        const last = 'select * from log where kind = ? order by number desc limit 1'
        const lines: LogLine[] = []
        for (const kind of kinds) lines.push(...(await rows(queries, lineOf, last, kind)))
        return lines.sort((a, b) => b.number - a.number)[0]
      },
      search: (question) => searched(queries, database.dialect.search, question),
      async modelAnswer(digest) {
        const [row] = await queries.all('select body from model_answers where digest = ?', digest)
        return row && json<KeptModelAnswer>(row.body)
      },
      async *modelAnswers() {
        let after = ''
        for (;;) {
          const page = await queries.all(
            'select * from model_answers where digest > ? order by digest limit 200',
            after,
          )
          for (const { body } of page) yield json<KeptModelAnswer>(body)
          const last = page.at(-1)
          if (!last) return
          after = String(last.digest)
        }
      },
      refusals: () => rows(queries, refusalOf, 'select * from refusals order by input'),
      follows: () =>
        rows(queries, (row) => JSON.parse(String(row.body)) as Follow, 'select body from follows order by address'),
      views: () =>
        rows(queries, (row) => JSON.parse(String(row.body)) as SavedView, 'select body from views order by id'),
      alerts: (after) => byNumber(queries, 'alerts', alertOf, after),
      async lastDelivery(to) {
        const [row] = await queries.all('select max(alert) as alert from deliveries where sent_to = ?', to)
        return row?.alert === null || row === undefined ? undefined : Number(row.alert)
      },
      dueDeliveries: (at) =>
        rows(
          queries,
          deliveryOf,
          'select * from deliveries where next_at is not null and next_at <= ? order by next_at, alert, sent_to',
          at,
        ),
    }
  }

  function writing(queries: Queries): Omit<Writing, keyof Looking> {
    const next = async (table: string): Promise<number> => {
      const [row] = await queries.all(`select coalesce(max(number), 0) + 1 as number from ${table}`)
      return Number(row?.number)
    }
    return {
      async addCapture(capture, bytes) {
        await queries.run(
          'insert into blobs (sha256, size, packed) values (?, ?, ?) on conflict do nothing',
          capture.sha256,
          capture.size,
          stowed.delete(capture.sha256) ? elsewhere : packed(bytes),
        )
        const number = await next('captures')
        await queries.run(
          `insert into captures (number, address, input, sha256, size, media_type, retrieval, added_at, tool)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          number,
          capture.address,
          capture.input,
          capture.sha256,
          capture.size,
          capture.mediaType,
          capture.retrieval && JSON.stringify(capture.retrieval),
          capture.addedAt,
          capture.tool,
        )
        return { ...capture, number }
      },
      async addDocument({ document, version, key, capture, current }) {
        if (current) await queries.run('update documents set current = 0 where id = ? and current = 1', document.id)
        await queries.run(
          'insert into documents (id, version, report_key, capture, current, body) values (?, ?, ?, ?, ?, ?)',
          document.id,
          version,
          key,
          capture,
          current ? 1 : 0,
          packedJson(document),
        )
      },
      async keepReading(version, pipeline, { document, ...layers }) {
        await queries.run('delete from readings where id = ? and version = ?', document.id, version)
        await queries.run(
          'insert into readings (id, version, pipeline, body) values (?, ?, ?, ?)',
          document.id,
          version,
          pipeline,
          packedJson(layers),
        )
      },
      ...writingTraced(queries),
      async keepFindable(under, digest, findables) {
        const [known] = await queries.all('select digest from found_under where name = ?', under)
        if (known?.digest === digest) return
        await forgetFindable(queries, under)
        await queries.run('insert into found_under (name, digest) values (?, ?)', under, digest)
        const first = await next('findable')
        await insertAll(
          queries,
          'findable',
          findableColumns,
          findables.map((found, i) => [
            first + i,
            under,
            found.kind,
            found.id,
            found.document,
            found.start,
            found.words,
            found.outlet,
            found.outlet?.toLowerCase() ?? null,
            found.published,
            found.certainty,
            JSON.stringify(found.sources),
            found.sources.join('\n').toLowerCase(),
            JSON.stringify(found.findings),
          ]),
        )
        const figures = findables.flatMap((found, i) => found.figures.map(({ low, high }) => [first + i, low, high]))
        await insertAll(queries, 'figures', ['findable', 'low', 'high'], figures)
      },
      async dropFindable(names) {
        for (const name of names) await forgetFindable(queries, name)
      },
      keepModelAnswer: (answer) =>
        queries.run(
          'insert into model_answers (digest, model, body) values (?, ?, ?) on conflict do nothing',
          answer.digest,
          answer.model,
          packedJson(answer),
        ),
      async forgetModelAnswers(model) {
        const [where, values] = model === undefined ? ['', []] : [' where model = ?', [model]]
        const [row] = await queries.all(`select count(*) as count from model_answers${where}`, ...values)
        await queries.run(`delete from model_answers${where}`, ...values)
        return Number(row?.count ?? 0)
      },
      async addLine(fact) {
        const [before] = await rows(queries, lineOf, 'select * from log order by number desc limit 1')
        const line = chained(before, fact)
        await queries.run(
          'insert into log (number, kind, at, by_whom, body, previous, digest) values (?, ?, ?, ?, ?, ?, ?)',
          line.number,
          line.kind,
          line.at,
          line.by,
          JSON.stringify(line.body),
          line.previous,
          line.digest,
        )
        return line
      },
      async keepRefusal({ input, code, says, at }) {
        await queries.run('delete from refusals where input = ?', input)
        await queries.run('insert into refusals (input, code, says, at) values (?, ?, ?, ?)', input, code, says, at)
      },
      forgetRefusal: (input, code) =>
        code === undefined
          ? queries.run('delete from refusals where input = ?', input)
          : queries.run('delete from refusals where input = ? and code = ?', input, code),
      async keepFollow(follow) {
        await queries.run('delete from follows where address = ?', follow.address)
        await queries.run('insert into follows (address, body) values (?, ?)', follow.address, JSON.stringify(follow))
      },
      async dropFollow(address) {
        const known = await queries.all('select address from follows where address = ?', address)
        await queries.run('delete from follows where address = ?', address)
        return known.length > 0
      },
      async keepView(view) {
        await queries.run('delete from views where id = ?', view.id)
        await queries.run('insert into views (id, body) values (?, ?)', view.id, JSON.stringify(view))
      },
      async dropView(id) {
        const known = await queries.all('select id from views where id = ?', id)
        await queries.run('delete from views where id = ?', id)
        return known.length > 0
      },
      async addAlert(alert) {
        const number = await next('alerts')
        await queries.run('insert into alerts (number, body) values (?, ?)', number, JSON.stringify(alert))
        return { ...alert, number }
      },
      async keepDelivery({ alert, to, attempts, nextAt, deliveredAt, says }) {
        await queries.run('delete from deliveries where alert = ? and sent_to = ?', alert, to)
        await queries.run(
          'insert into deliveries (alert, sent_to, attempts, next_at, delivered_at, says) values (?, ?, ?, ?, ?, ?)',
          alert,
          to,
          attempts,
          nextAt,
          deliveredAt,
          says,
        )
      },
    }
  }
}

const findableColumns = [
  'number',
  'found_under',
  'kind',
  'id',
  'document',
  'starts',
  'words',
  'outlet',
  'outlet_plain',
  'published',
  'certainty',
  'sources',
  'sources_plain',
  'findings',
] as const

async function forgetFindable(queries: Queries, under: string): Promise<void> {
  await queries.run('delete from figures where findable in (select number from findable where found_under = ?)', under)
  await queries.run('delete from findable where found_under = ?', under)
  await queries.run('delete from found_under where name = ?', under)
}

async function rows<T>(
  queries: Queries,
  of: (row: Row) => T,
  sql: string,
  ...values: readonly Value[]
): Promise<readonly T[]> {
  return (await queries.all(sql, ...values)).map(of)
}

/** All rows of a table that has numbers, a page at a time. */
async function* byNumber<T extends { readonly number: number }>(
  queries: Queries,
  table: 'captures' | 'log' | 'alerts',
  of: (row: Row) => T,
  after = 0,
  kind?: string,
): AsyncGenerator<T> {
  for (let last = after; ; ) {
    const page = await rows(
      queries,
      of,
      `select * from ${table} where ${kind === undefined ? '' : 'kind = ? and '}number > ? order by number limit 500`,
      ...(kind === undefined ? [] : [kind]),
      last,
    )
    yield* page
    const end = page.at(-1)
    if (!end) return
    last = end.number
  }
}

const captureOf = (row: Row): KeptCapture => ({
  number: Number(row.number),
  address: String(row.address),
  input: String(row.input),
  sha256: String(row.sha256),
  size: Number(row.size),
  mediaType: textOrNull(row.media_type),
  retrieval: row.retrieval ? (JSON.parse(String(row.retrieval)) as KeptCapture['retrieval']) : null,
  addedAt: String(row.added_at),
  tool: String(row.tool),
})

const documentOf = (row: Row): KeptDocument => ({
  document: json<Document>(row.body),
  version: Number(row.version),
  key: String(row.report_key),
  capture: Number(row.capture),
  current: row.current === 1,
})

const lineOf = (row: Row): LogLine => ({
  number: Number(row.number),
  kind: String(row.kind) as LogLine['kind'],
  at: String(row.at),
  by: String(row.by_whom),
  body: JSON.parse(String(row.body)) as LogLine['body'],
  previous: String(row.previous),
  digest: String(row.digest),
})

const refusalOf = (row: Row): KeptRefusal => ({
  input: String(row.input),
  code: String(row.code) as KeptRefusal['code'],
  says: String(row.says),
  at: String(row.at),
})

const alertOf = (row: Row): Alert => ({
  ...(JSON.parse(String(row.body)) as Omit<Alert, 'number'>),
  number: Number(row.number),
})

const deliveryOf = (row: Row): Delivery => ({
  alert: Number(row.alert),
  to: String(row.sent_to),
  attempts: Number(row.attempts),
  nextAt: textOrNull(row.next_at),
  deliveredAt: textOrNull(row.delivered_at),
  says: textOrNull(row.says),
})

const textOrNull = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
