import type { PlacedReport } from '../../model/placed-report.ts'
import type { Looking, PlannedPile, Traced, TracedPile, Writing } from '../../ports/store.ts'
import type { Queries, Row } from './database.ts'
import { keepListing, lookingAtListings } from './listed-tables.ts'
import { insertAll, whereIn } from './many-rows.ts'
import { packedReport, reportIn } from './packed-report.ts'
import { packedWords, unpackedWords } from './packed-words.ts'
import { placeOf, placeRead } from './places.ts'

type Looked = Pick<
  Looking,
  | 'tracing'
  | 'builds'
  | 'piles'
  | 'pileKeys'
  | 'tracedPiles'
  | 'lostPiles'
  | 'pile'
  | 'pilesOf'
  | 'keysOf'
  | 'pilesHolding'
  | 'planned'
  | 'countPlanned'
  | 'inPile'
  | 'pilesNaming'
  | 'listings'
  | 'listing'
  | 'unlistedPiles'
  | 'listed'
  | 'listedOf'
  | 'listedWith'
  | 'placed'
  | 'hangingOn'
  | 'ledBy'
>

/** What the machine made of a collection: the forest of its topics, and the piles that were traced. */
export function lookingAtTraced(queries: Queries): Looked {
  const names = (found: readonly Row[]): readonly string[] => found.map(({ name }) => String(name))
  return {
    async tracing() {
      const [row] = await queries.all('select body, (select count(*) from forest) as documents from tracing')
      return row && { ...(JSON.parse(String(row.body)) as Omit<Traced, 'documents'>), documents: Number(row.documents) }
    },
    builds: async () => names(await queries.all('select pipeline as name from builds order by number')),
    async *piles() {
      for (let [place, key] = ['', '']; ; ) {
        const page = await queries.all(
          'select * from traced where place > ? or (place = ? and pile_key > ?) order by place, pile_key limit 200',
          place,
          place,
          key,
        )
        yield* await withDocuments(page)
        const last = page.at(-1)
        if (!last) return
        ;[place, key] = [String(last.place), String(last.pile_key)]
      }
    },
    pileKeys: async () => names(await queries.all('select pile_key as name from traced order by place, pile_key')),
    tracedPiles: async (keys) => withDocuments(await whereIn(queries, 'select * from traced where pile_key in', keys)),
    lostPiles: async () =>
      names(
        await queries.all(
          `select pile_key as name from traced where not exists
             (select 1 from piles where piles.pile_key = traced.pile_key) order by pile_key`,
        ),
      ),
    async pile(key) {
      const [row] = await queries.all('select body from piles where pile_key = ?', key)
      return row && reportIn(row.body)
    },
    async pilesOf(base) {
      const found = await queries.all('select pile_key, body from piles where base = ?', base)
      return new Map(found.map((row) => [String(row.pile_key), reportIn(row.body)]))
    },
    async keysOf(bases) {
      const keys = new Map<string, string[]>()
      for (const row of await whereIn(queries, 'select base, pile_key from piles where base in', [...new Set(bases)]))
        addTo(keys, String(row.base), String(row.pile_key))
      return keys
    },
    async pilesHolding(documents) {
      const found = await whereIn(queries, 'select id, pile_key from traced_documents where id in', documents)
      return new Map(found.map((row) => [String(row.id), String(row.pile_key)]))
    },
    async planned(bases) {
      const found = await whereIn(queries, 'select base, body from planned where base in', bases)
      return new Map(found.map(({ base, body }) => [String(base), JSON.parse(String(body)) as PlannedPile]))
    },
    async countPlanned(bases) {
      const counts = await whereIn(queries, 'select count(*) as count from planned where base in', [...new Set(bases)])
      return counts.reduce((sum, { count }) => sum + Number(count), 0)
    },
    inPile: async (key) =>
      names(await queries.all('select id as name from traced_documents where pile_key = ? order by id', key)),
    pilesNaming: async (known) => [
      ...new Set(names(await whereIn(queries, 'select pile_key as name from traced_names where name in', known))),
    ],
    ...lookingAtListings(queries),
    placed: async (ids) => (await whereIn(queries, 'select * from forest where id in', ids)).map(placedOf),
    hangingOn: async (ids) => names(await whereIn(queries, 'select id as name from forest where nearest in', ids)),
    async ledBy(word, side, order, count) {
      const found = await queries.all(
        side === 'before'
          ? 'select place from leads where word = ? and place < ? order by place desc limit ?'
          : 'select place from leads where word = ? and place > ? order by place limit ?',
        word,
        placeOf(order),
        count,
      )
      return found.map(({ place }) => placeRead(String(place)))
    },
  }

  async function withDocuments(traced: readonly Row[]): Promise<readonly TracedPile[]> {
    const keys = traced.map((row) => String(row.pile_key))
    const [documents, named] = [new Map<string, string[]>(), new Map<string, string[]>()]
    for (const row of await whereIn(queries, 'select id, pile_key from traced_documents where pile_key in', keys))
      addTo(documents, String(row.pile_key), String(row.id))
    for (const row of await whereIn(queries, 'select name, pile_key from traced_names where pile_key in', keys))
      addTo(named, String(row.pile_key), String(row.name))
    return traced.map((row) => ({
      key: String(row.pile_key),
      base: String(row.base),
      order: placeRead(String(row.place)),
      documents: inOrder(documents.get(String(row.pile_key)) ?? []),
      names: inOrder(named.get(String(row.pile_key)) ?? []),
      sources: String(row.sources),
    }))
  }
}

type Written = 'keepPile' | 'keepListing' | 'addBuild' | 'plan' | 'countFailure' | 'keepTracing'

export function writingTraced(queries: Queries): Pick<Writing, Written> {
  return {
    async keepPile(key, base, report) {
      await queries.run(
        'insert into piles (pile_key, base, body) values (?, ?, ?) on conflict do nothing',
        key,
        base,
        packedReport(report),
      )
      await queries.run('insert into pending_piles (pile_key) values (?) on conflict do nothing', key)
    },
    keepListing: (key, version, listing) => keepListing(queries, key, version, listing),
    async addBuild(pipeline) {
      const [last] = await queries.all('select max(number) as number from builds')
      await queries.run('delete from builds where pipeline = ?', pipeline)
      await queries.run('insert into builds (pipeline, number) values (?, ?)', pipeline, Number(last?.number ?? 0) + 1)
    },
    plan: (piles) =>
      insertAll(
        queries,
        'planned',
        ['base', 'body'],
        piles.map((pile) => [pile.base, JSON.stringify(pile)]),
        'on conflict (base) do update set body = excluded.body',
      ),
    async countFailure(about) {
      const [known] = await queries.all('select times from failures where about = ?', about)
      const times = Number(known?.times ?? 0) + 1
      await queries.run('delete from failures where about = ?', about)
      await queries.run('insert into failures (about, times) values (?, ?)', about, times)
      return times
    },
    async keepTracing({ pipeline, upTo }, { isWhole, gone, come, placed }) {
      await queries.run('delete from tracing')
      await queries.run(
        'insert into tracing (one, body) values (?, ?)',
        'tracing',
        JSON.stringify({ pipeline, upTo } satisfies Omit<Traced, 'documents'>),
      )
      for (const table of ['planned', 'failures']) await queries.run(`delete from ${table}`)
      if (isWhole) await forgetAll()
      for (const key of gone) await forget(key)
      await insertAll(
        queries,
        'traced',
        ['pile_key', 'base', 'place', 'sources'],
        come.map((pile) => [pile.key, pile.base, placeOf(pile.order), pile.sources]),
      )
      await insertAll(
        queries,
        'traced_documents',
        ['id', 'pile_key'],
        come.flatMap(({ key, documents }) => documents.map((id) => [id, key])),
      )
      await insertAll(
        queries,
        'traced_names',
        ['name', 'pile_key'],
        come.flatMap(({ key, names }) => [...new Set(names)].map((name) => [name, key])),
      )
      await forgetPending()
      await keepPlaced(placed)
    },
  }

  async function forgetAll(): Promise<void> {
    await queries.run(
      'insert into pending_piles (pile_key) select pile_key from traced where true on conflict do nothing',
    )
    for (const table of ['traced', 'traced_documents', 'traced_names', 'forest', 'leads'])
      await queries.run(`delete from ${table}`)
  }

  async function forget(key: string): Promise<void> {
    await queries.run('insert into pending_piles (pile_key) values (?) on conflict do nothing', key)
    for (const table of ['traced', 'traced_documents', 'traced_names'])
      await queries.run(`delete from ${table} where pile_key = ?`, key)
  }

  /** Piles that the report was made of, or that were traced for one that did not come to be. */
  async function forgetPending(): Promise<void> {
    await queries.run(
      `delete from piles where pile_key in (select pile_key from pending_piles)
         and not exists (select 1 from traced where traced.pile_key = piles.pile_key)`,
    )
    for (const table of ['listings', 'listed'])
      await queries.run(
        `delete from ${table} where pile_key in (select pile_key from pending_piles)
           and not exists (select 1 from traced where traced.pile_key = ${table}.pile_key)`,
      )
    await queries.run('delete from pending_piles')
  }

  async function keepPlaced(
    changes: readonly { readonly was: PlacedReport | undefined; readonly is: PlacedReport | undefined }[],
  ) {
    const [rows, leads]: [(readonly (string | number | null | Uint8Array)[])[], (readonly [number, string])[]] = [
      [],
      [],
    ]
    for (const { was, is } of changes) {
      if (was && is && isInPlace(was, is)) {
        await queries.run('update forest set nearest = ?, likeness = ? where id = ?', is.nearest, is.likeness, is.id)
        continue
      }
      if (was) {
        await queries.run('delete from forest where id = ?', was.id)
        for (const word of was.leads)
          await queries.run('delete from leads where word = ? and place = ?', word, placeOf(was.order))
      }
      if (is) {
        rows.push([is.id, placeOf(is.order), is.day ?? null, packedWords(is), is.nearest, is.likeness])
        for (const word of is.leads) leads.push([word, placeOf(is.order)])
      }
    }
    await insertAll(queries, 'forest', ['id', 'place', 'day', 'words', 'nearest', 'likeness'], rows)
    await insertAll(queries, 'leads', ['word', 'place'], leads)
  }
}

const inOrder = (texts: string[]): readonly string[] => texts.sort((a, b) => (a < b ? -1 : 1))

function addTo(lists: Map<string, string[]>, key: string, text: string): void {
  const list = lists.get(key)
  if (list) list.push(text)
  else lists.set(key, [text])
}

/** Whether only what a report hangs on may be another. */
const isInPlace = (was: PlacedReport, is: PlacedReport): boolean =>
  was.order === is.order && Buffer.from(packedWords(was)).equals(packedWords(is))

const placedOf = (row: Row): PlacedReport => ({
  id: String(row.id),
  order: placeRead(String(row.place)),
  day: row.day === null ? undefined : Number(row.day),
  ...unpackedWords(row.words),
  nearest: row.nearest === null || row.nearest === undefined ? null : String(row.nearest),
  likeness: Number(row.likeness),
})
