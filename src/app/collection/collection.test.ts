import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { each, floodReport, openedOf } from '../../../test/fixtures/reports.ts'
import type { Database } from '../../adapters/store/database.ts'
import { openSqlStore } from '../../adapters/store/sql-store.ts'
import { openSqlite } from '../../adapters/store/sqlite.ts'
import { decisionIn } from '../../collection/decision-schema.ts'
import type { LogLine } from '../../collection/log.ts'
import type { SavedView } from '../../collection/saved-view.ts'
import type { Document } from '../../model/document.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { trace } from '../../tracing/trace.ts'
import type { Acting } from './acting.ts'
import { addAll, type Opened } from './add.ts'
import { decide, decisionsOf } from './decide.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'
import { changeView, removeView, saveView, viewsOf } from './views.ts'

let folder = ''
let database: Database
let store: Store
let clock = 0
const acting: Acting = { by: 'ana', now: () => new Date(Date.UTC(2026, 1, 3) + clock++ * 1000).toISOString() }

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-collection-'))
  database = await openSqlite(join(folder, 'c.db'))
  store = await openSqlStore(database)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const add = (...opened: readonly Opened[]) => all(addAll(store, each(...opened), acting))
const documents = async (): Promise<readonly Document[]> =>
  (await all(store.documents())).map(({ document }) => document)

describe('adding to a collection', () => {
  it('keeps the bytes, the reading and a line of the log', async () => {
    const [added] = await add(openedOf('/r/mayo.txt', floodReport(0)))
    expect(added?.documents.map(({ document: { id }, version }) => [id, version])).toEqual([['mayo', 1]])
    const capture = await store.capture(1)
    expect(new TextDecoder().decode(await store.bytes(capture?.sha256 ?? ''))).toBe(floodReport(0))
    expect(capture).toMatchObject({ address: 'file:///r/mayo.txt', addedAt: '2026-02-03T00:00:00.000Z' })
    expect(await store.lastLine()).toMatchObject({
      kind: 'capture',
      by: 'ana',
      body: { capture: 1, address: 'file:///r/mayo.txt' },
    })
  })

  it('changes nothing when the same comes again', async () => {
    const same = () => openedOf('/r/mayo.txt', floodReport(0))
    await add(same())
    const before = await store.counts()
    const [again] = await add(same())
    expect(again).toMatchObject({ capture: 'known', documents: [] })
    expect(await store.counts()).toEqual(before)
  })

  it('keeps an edited report as a new version under the same id', async () => {
    await add(openedOf('/r/mayo.txt', floodReport(0)))
    const [edited] = await add(openedOf('/r/mayo.txt', floodReport(0).replace('10 houses', '90 houses')))
    expect(edited?.documents.map(({ document: { id }, version }) => [id, version])).toEqual([['mayo', 2]])
    expect((await documents()).map(({ text }) => text.includes('90 houses'))).toEqual([true])
    expect((await store.versions('mayo')).map(({ current }) => current)).toEqual([false, true])
  })

  it('keeps the page but no new version when only what is around the report changed', async () => {
    const page = (advert: string) =>
      openedOf(
        '/r/page.html',
        `<html><body><!--${advert}--><article><h1>Dam holds</h1><p>${'The dam at Mayo held on Monday, the mayor said. '.repeat(5)}</p></article></body></html>`,
      )
    await add(page('buy'))
    const [again] = await add(page('sell'))
    expect(again?.documents).toEqual([])
    expect(await store.counts()).toMatchObject({ captures: 2, versions: 1 })
  })

  it('takes what shares nothing with what stood at its address for another report', async () => {
    await add(openedOf('/r/front.txt', floodReport(0)))
    await add(
      openedOf(
        '/r/front.txt',
        'Ferry sails again\n\nThe ferry to the islands sails again from Friday, the company wrote to its customers.',
      ),
    )
    expect(await documents()).toHaveLength(2)
  })

  it('gives reports of one name ids of their own, and two entries of one address', async () => {
    await add(openedOf('/one/mayo.txt', floodReport(0)), openedOf('/two/mayo.txt', floodReport(6)))
    const line = (id: string, n: number) =>
      JSON.stringify({ id, text: floodReport(n), url: 'https://mayo.example/live' })
    await add(openedOf('/l.jsonl', [line('x', 1), line('y', 2)].join('\n')))
    const ids = (await documents()).map(({ id }) => id)
    expect(ids).toHaveLength(4)
    expect(ids.filter((id) => id.startsWith('mayo'))).toHaveLength(2)
  })

  it('remembers what was refused until it comes well', async () => {
    const [refused] = await add(openedOf('/r/mayo.txt', ''))
    expect(refused?.refusals).toMatchObject([{ code: 'empty' }])
    expect((await reportOf(store)).refusals).toMatchObject([{ input: '/r/mayo.txt', code: 'empty' }])
    await add(openedOf('/r/mayo.txt', floodReport(0)))
    expect(await store.refusals()).toEqual([])
  })
})

describe('the answers of a collection', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  const traced = async () => plain(trace(await documents()))

  it('are those of tracing all at once, however it grew', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 12 }), fc.boolean()), {
          minLength: 1,
          maxLength: 6,
        }),
        async (steps) => {
          for (const [place, n, isTraced] of steps) {
            await add(openedOf(`/r/${place}.txt`, floodReport(n)))
            if (isTraced) await refresh(store, acting)
          }
          await refresh(store, acting)
          expect(plain(await reportOf(store))).toEqual(await traced())
        },
      ),
      { numRuns: 8 },
    )
  }, 120_000)

  it('are not worked out again when nothing came in', async () => {
    await add(openedOf('/r/mayo.txt', floodReport(0)))
    expect(await refresh(store, acting)).toMatchObject({ traced: 1 })
    expect(await refresh(store, acting)).toEqual({ traced: 0, alerts: [] })
    await add(openedOf('/r/mayo.txt', floodReport(0)))
    expect(await refresh(store, acting)).toMatchObject({ traced: 0 })
  })

  it('tell what a report that came in has changed', async () => {
    const report = (id: string, text: string) => openedOf(`/r/${id}.txt`, text)
    await add(
      report('a', 'Flood in Mayo\n\nFlood water destroyed 40 houses in Mayo on Monday, the Mayo fire brigade said.'),
    )
    expect((await refresh(store, acting)).alerts).toEqual([])
    await add(
      report(
        'b',
        'Flood\n\nFlood water destroyed 60 houses in Mayo on Monday, the provincial governor Ana Ruiz told reporters.',
      ),
    )
    const { alerts } = await refresh(store, acting)
    expect(alerts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['second-origin', 'conflict']))
    expect((await all(store.alerts())).map(({ kind }) => kind)).toEqual(alerts.map(({ kind }) => kind))
  })

  it('tell what an outlet edited, and never of commas', async () => {
    const text =
      'Flood in Mayo\n\nFlood water destroyed 40 houses in Mayo on Monday, the fire brigade said. The lower town was empty.'
    await add(openedOf('/r/a.txt', text))
    await refresh(store, acting)
    await add(openedOf('/r/a.txt', text.replace('Monday, the', 'Monday the')))
    expect((await refresh(store, acting)).alerts).toEqual([])
    await add(openedOf('/r/a.txt', text.replace('40', '60')))
    const { alerts } = await refresh(store, acting)
    expect(alerts.filter(({ kind }) => kind === 'edited').map(({ says }) => says)).toEqual([
      'a edited it: figure “40” became “60”.',
    ])
  })

  it('can be found by their words', async () => {
    await add(openedOf('/r/a.txt', floodReport(0)))
    await refresh(store, acting)
    const { hits } = await store.search({
      terms: [{ words: ['flooded'], not: false, begins: false }],
      kinds: ['statement'],
      limit: 5,
      skip: 0,
    })
    const [document] = await documents()
    expect(hits.length).toBeGreaterThan(0)
    for (const { start, quote } of hits) expect(document?.text.slice(start, start + quote.length)).toBe(quote)
  })
})

describe('checking a collection', () => {
  beforeEach(async () => {
    await add(openedOf('/r/a.txt', floodReport(0)), openedOf('/r/b.txt', floodReport(1)))
    await add(openedOf('/r/a.txt', floodReport(0).replace('houses', 'homes')))
    await refresh(store, acting)
  })

  it('finds nothing where nothing was touched', async () => {
    const found = await verify(store)
    expect(found).toMatchObject({ captures: 3, versions: 3, lines: 3, flaws: [] })
    expect(found.quotations).toBeGreaterThan(5)
  })

  it.each<[string, string, RegExp]>([
    [
      'bytes that were changed',
      `update blobs set packed = x'0041' where sha256 = (select sha256 from captures where number = 1)`,
      /bytes of capture 1 .* are not those/,
    ],
    [
      'bytes that cannot be read',
      `update blobs set packed = x'0141' where sha256 = (select sha256 from captures where number = 1)`,
      /bytes of capture 1 .* cannot be read/,
    ],
    [
      'an address that was changed',
      `update captures set address = 'https://b.example' where number = 2`,
      /capture 2 .* is not as line 2/,
    ],
    [
      'a time that was changed in the log',
      `update log set at = '2020-01-01' where number = 2`,
      /line 2 of the log was changed/,
    ],
    [
      'a capture that is gone',
      'delete from documents where capture = 2; delete from captures where number = 2',
      /capture 2, which line 2 .* is not there/,
    ],
    ['a version that is gone', `delete from documents where id = 'a' and version = 1`, /a, version 1, .* is not there/],
    ['a line that is gone', 'delete from log where number = 2', /line 2 of the log is missing/],
    [
      'a document that was put in another’s place',
      `update documents set body = (select body from documents where id = 'b') where id = 'a' and version = 1`,
      /a, version 1, .* is not|b, version 1/,
    ],
  ])('finds %s', async (_, sql, flaw) => {
    for (const one of sql.split('; ')) await database.run(one)
    expect((await verify(store)).flaws.join('\n')).toMatch(flaw)
  })

  it('finds views that are not as the log has them', async () => {
    const saved = await saveView(store, 'Single', { origins: '1' }, acting)
    const { id } = saved as SavedView
    await changeView(store, id, { name: 'One origin' }, { ...acting, by: 'bo' })
    const gone = (await saveView(store, 'Drift', { finding: 'drift' }, acting)) as SavedView
    await removeView(store, gone.id, { ...acting, by: 'bo' })
    const lines: LogLine[] = []
    for await (const line of store.log(3)) lines.push(line)
    expect(lines.map(({ kind, by, body }) => [kind, by, (body as { view?: SavedView }).view?.name])).toEqual([
      ['view-saved', 'ana', 'Single'],
      ['view-changed', 'bo', 'One origin'],
      ['view-saved', 'ana', 'Drift'],
      ['view-removed', 'bo', 'Drift'],
    ])
    expect((await verify(store)).flaws).toEqual([])
    // What changes no answer makes none anew.
    expect((await refresh(store, acting)).traced).toBe(0)
    expect((await store.tracing())?.upTo).toBe(3)

    const view = (await viewsOf(store))[0] as SavedView
    const forged = async (...views: readonly SavedView[]): Promise<string> => {
      await database.run('delete from views')
      await store.write(async (writing) => {
        for (const one of views) await writing.keepView(one)
      })
      return (await verify(store)).flaws.join('\n')
    }
    expect(await forged({ ...view, by: 'bo' })).toBe('the view “One origin” is not as line 5 of the log has it')
    expect(await forged()).toBe('the view “One origin”, which line 5 of the log tells of, is not there')
    expect(await forged(view, gone)).toBe('the view “Drift” is there, though line 7 of the log removed it')
    expect(await forged(view, { ...gone, id: 'other' })).toBe('the view “Drift” stands in no line of the log')
  })

  it('finds that the end of the log was cut off, where somebody noted it', async () => {
    const { head } = await verify(store)
    await database.run('delete from documents where capture = 3')
    await database.run('delete from captures where number = 3')
    await database.run('delete from log where number = 3')
    await database.run(`update documents set current = 1 where id = 'a'`)
    for (const table of ['tracing', 'traced']) await database.run(`delete from ${table}`)
    expect((await verify(store)).flaws).toEqual([])
    expect((await verify(store, head ?? undefined)).flaws.join()).toMatch(/line 3, which was noted, was cut off/)
  })
})

describe('what people decide in a collection', () => {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  const answers = async () => {
    await refresh(store, acting)
    const report = await reportOf(store)
    expect(plain(report)).toEqual(plain(trace(await documents(), [], inForce(await decisionsOf(store)))))
    return report
  }
  const brigade = { name: 'the fire brigade' }
  const count = async () => Math.max(...(await answers()).claims.map(({ independent }) => independent))

  beforeEach(async () => {
    const story = (houses: number, who: string) =>
      `Flood in Mayo\n\nFlood water destroyed ${houses} houses in Mayo on Monday, ${who} said.`
    await add(openedOf('/r/a.txt', story(40, 'Governor Ana Ruiz')), openedOf('/r/b.txt', story(60, 'Mayor Pedro Lanz')))
  })

  it('changes the answers, stands in the log, and can be taken back', async () => {
    expect(await count()).toBe(2)
    const decided = await decide(
      store,
      {
        decision: { kind: 'same-source', a: { name: 'Ana Ruiz' }, b: { name: 'Pedro Lanz' } },
        reason: 'one statement for both',
      },
      acting,
    )
    expect(await store.lastLine()).toMatchObject({
      kind: 'decision',
      by: 'ana',
      body: { reason: 'one statement for both' },
    })
    expect(await count()).toBe(1)
    await decide(store, { undoes: decided.id }, acting)
    expect(await count()).toBe(2)
    expect((await verify(store)).flaws).toEqual([])
  })

  it('survives that a report is edited and read again', async () => {
    await decide(
      store,
      { decision: { kind: 'same-source', a: { name: 'Ana Ruiz' }, b: { name: 'Pedro Lanz' } } },
      acting,
    )
    await add(
      openedOf(
        '/r/b.txt',
        'Flood in Mayo\n\nFlood water destroyed 61 houses in Mayo on Monday, Mayor Pedro Lanz said.',
      ),
    )
    expect(await count()).toBe(1)
  })

  it('traces again only what a decision concerns', async () => {
    await answers()
    await decide(
      store,
      { decision: { kind: 'note', on: { kind: 'document', document: 'a' }, text: 'called them' } },
      acting,
    )
    expect(await refresh(store, acting)).toMatchObject({ traced: 0 })
    expect((await reportOf(store)).annotations).toMatchObject([{ text: 'called them', by: 'ana' }])
    await decide(store, { decision: { kind: 'same-source', a: brigade, b: { name: 'nobody heard of' } } }, acting)
    expect(await refresh(store, acting)).toMatchObject({ traced: 0 })
    await decide(
      store,
      { decision: { kind: 'not-made-from', document: 'b', from: { kind: 'document', document: 'a' } } },
      acting,
    )
    expect(await refresh(store, acting)).toMatchObject({ traced: 2 })
  })

  it.each<[string, unknown, RegExp]>([
    ['an unknown kind', { kind: 'true', claim: 'c1' }, /kind/],
    ['a truth word', { kind: 'state', on: { kind: 'document', document: 'a' }, state: 'verified' }, /state/],
    ['a field too many', { kind: 'alias', source: brigade, name: 'x', because: 'y' }, /because/],
    ['no words', { kind: 'note', on: { kind: 'document', document: 'a' }, text: ' ' }, /text/],
    ['nothing', null, /decision/],
  ])('refuses %s', (_, json, says) => {
    expect(decisionIn(json)).toMatchObject({ says: expect.stringMatching(says) })
  })
})

describe('a place', () => {
  const at = (name: string) => join(folder, name)

  it('is made only by who may make one', async () => {
    await expect(openCollection(at('new.db'), { create: false })).rejects.toThrow(
      /there is no collection .*new\.db yet/,
    )
    expect(existsSync(at('new.db'))).toBe(false)
    await (await openCollection(at('new.db'))).close()
    await (await openCollection(at('new.db'), { create: false })).close()
  })

  it('is the one that the environment names, where none is given', async () => {
    const named = await openCollection(undefined, { env: { HEADWATER_COLLECTION: at('env.db') } })
    expect(named.name).toBe(at('env.db'))
    await named.close()
  })

  it('is refused where it is something else, and left as it is', async () => {
    writeFileSync(at('notes.txt'), 'Buy milk. '.repeat(200))
    const other = new DatabaseSync(at('cookies.db'))
    other.exec('create table cookies (name text)')
    other.close()
    const before = ['notes.txt', 'cookies.db'].map((name) => readFileSync(at(name)))
    await expect(openCollection(at('notes.txt'))).rejects.toThrow(/another kind of file/)
    await expect(openCollection(at('cookies.db'))).rejects.toThrow(/another program/)
    await expect(openCollection('mysql://a.example/b')).rejects.toThrow(/no place for a collection/)
    await expect(openCollection('postgres://bad host/x')).rejects.toThrow(/no address of a database/)
    expect(readFileSync(at('notes.txt'))).toEqual(before[0])
    expect(readFileSync(at('cookies.db')).subarray(100)).toEqual(before[1]?.subarray(100))
  })

  it('can be read, checked and asked where nothing may be written', async () => {
    await add(openedOf('/r/a.txt', floodReport(0)))
    await refresh(store, acting)
    await store.close()
    const { DatabaseSync: Engine } = await import('@photostructure/sqlite')
    const url = `${pathToFileURL(at('c.db')).href}?immutable=1`
    new Engine(url, { readOnly: true }).close()
    store = await openSqlStore({ ...(await openSqlite(at('c.db'))), isReadOnly: true })
    expect(await refresh(store, acting)).toEqual({ traced: 0, alerts: [] })
    expect((await reportOf(store)).documents).toHaveLength(1)
    expect((await verify(store)).flaws).toEqual([])
  })
})

describe('answers that were spoiled', () => {
  beforeEach(async () => {
    await add(openedOf('/r/a.txt', floodReport(0)))
    await add(openedOf('/r/a.txt', floodReport(0).replace('houses', 'homes')))
    await refresh(store, acting)
  })

  it('are found where their text is none that was read', async () => {
    const { value: pile } = await store.piles()[Symbol.asyncIterator]().next()
    const report = await store.pile(pile?.key ?? '')
    const forged = JSON.stringify(report).replaceAll('10 homes', '97 homes')
    await database.run('update piles set body = ?', Buffer.concat([Buffer.of(0), Buffer.from(forged)]))
    expect((await verify(store)).flaws.join()).toMatch(/stand on a text of a that no version of it has/)
  })

  it('are found where an earlier version was put in the place of the last', async () => {
    await database.run('update documents set current = 1 - current')
    expect((await verify(store)).flaws.join()).toMatch(/version 1 of a is taken for the last; by the log it is 2/)
  })

  it('are traced again where they are gone', async () => {
    const before = await reportOf(store)
    await database.run('delete from piles')
    await expect(reportOf(store)).rejects.toThrow(/are damaged; run headwater verify/)
    expect((await verify(store)).flaws.join()).toMatch(/a part of the answers is not there/)
    expect(await refresh(store, acting)).toMatchObject({ traced: 1 })
    expect(await reportOf(store)).toEqual(before)
  })
})
