import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { manyEvents } from '../../../test/fixtures/many-events.ts'
import { each, openedOf } from '../../../test/fixtures/reports.ts'
import type { Document } from '../../model/document.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { trace } from '../../tracing/trace.ts'
import { addAll } from './add.ts'
import { decide, decisionsOf } from './decide.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'
import { reportOf } from './report.ts'

const acting = { by: 'ana', now: () => '2031-06-01T00:00:00.000Z' }
let folder = ''
let store: Store
let serial = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'headwater-growth-'))
  store = await openCollection(join(folder, 'c.db'))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const lineOf = ({ id, text, publisher, published }: Document, edit = ''): string =>
  JSON.stringify({ id, text: `${text}${edit}`, publisher, published, url: `https://news.example/${id}` })

const add = (...lines: readonly string[]) =>
  all(addAll(store, each(openedOf(`/r/${serial++}.jsonl`, lines.join('\n'))), acting))

/** What tracing all at once gives, as JSON keeps it. */
async function fromScratch(): Promise<unknown> {
  const documents = (await all(store.documents())).map(({ document }) => document)
  return JSON.parse(JSON.stringify(trace(documents, [], inForce(await decisionsOf(store)))))
}

const kept = async (): Promise<unknown> => JSON.parse(JSON.stringify(await reportOf(store)))

describe('a collection that grows', () => {
  it('answers as if all of it were traced at once, in whatever order reports, edits and decisions come', async () => {
    const some = manyEvents.slice(0, 46)
    const step = fc.record({
      at: fc.nat(some.length - 1),
      kind: fc.constantFrom('refresh', 'edit', 'tie', 'untie', 'alias'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...some], { minLength: 44 }),
        fc.array(step, { maxLength: 6 }),
        async (come, steps) => {
          store = await openCollection(join(folder, `${serial++}.db`))
          const cut = come.length - steps.length - 1
          await add(...come.slice(0, cut).map((one) => lineOf(one)))
          await refresh(store, acting)
          for (const [i, { at, kind }] of steps.entries()) {
            const [next, other] = [come[cut + i], some[at]]
            if (!next || !other) continue
            await add(lineOf(next))
            if (kind === 'edit') {
              const { versions, documents } = await store.counts()
              await add(lineOf(other, ' It rained on that day.'))
              const isKnown = come.indexOf(other) >= 0 && come.indexOf(other) <= cut + i
              const after = await store.counts()
              if (isKnown) expect(after).toMatchObject({ documents })
              expect(after.versions).toBeGreaterThanOrEqual(versions)
            }
            if (kind === 'tie')
              await decide(
                store,
                { decision: { kind: 'made-from', document: next.id, from: { kind: 'document', document: other.id } } },
                acting,
              )
            if (kind === 'untie') {
              const last = (await decisionsOf(store)).at(-1)
              if (last) await decide(store, { undoes: last.id }, acting)
            }
            if (kind === 'alias')
              await decide(
                store,
                {
                  decision: {
                    kind: 'same-source',
                    a: { name: 'Tammsen' },
                    b: { name: `${other.id.split('-')[0]}sen` },
                  },
                },
                acting,
              )
            await refresh(store, acting)
          }
          await add(...come.slice(cut + steps.length).map((one) => lineOf(one)))
          await refresh(store, acting)
          expect(await kept()).toEqual(await fromScratch())
          await store.close()
          store = await openCollection(join(folder, 'c.db'))
        },
      ),
      { numRuns: 8 },
    )
  }, 240_000)

  it('traces the pile that a report came to, and no other', async () => {
    const late = manyEvents.find(({ id }) => id === 'Tamm-3')
    if (!late) throw new Error('no such report')
    await add(...manyEvents.filter((one) => one !== late).map((one) => lineOf(one)))
    await refresh(store, acting)
    const before = new Set((await all(store.piles())).map(({ key }) => key))
    await add(lineOf(late))
    expect(await refresh(store, acting)).toMatchObject({ traced: 4 })
    const after = await all(store.piles())
    expect(after.filter(({ key }) => !before.has(key)).map(({ documents }) => documents)).toEqual([
      ['Tamm-1', 'Tamm-2', 'Tamm-3', 'Tamm-4'],
    ])
    expect(await kept()).toEqual(await fromScratch())
  })

  it('is parted anew where what was kept of it is damaged', async () => {
    await add(...manyEvents.map((one) => lineOf(one)))
    await refresh(store, acting)
    const whole = await kept()
    const reports = await store.placed(manyEvents.slice(0, 9).map(({ id }) => id))
    await store.write(async (writing) => {
      const { pipeline = '', upTo = 0 } = (await writing.tracing()) ?? {}
      const placed = reports.map((was) => ({ was, is: undefined }))
      await writing.keepTracing({ pipeline, upTo }, { isWhole: false, gone: [], come: [], placed })
    })
    await add(lineOf({ ...(manyEvents[0] as Document), id: 'new' }, ' It rained.'))
    await refresh(store, acting)
    expect((await store.tracing())?.documents).toBe(manyEvents.length + 1)
    expect(await kept()).not.toEqual(whole)
    expect(await kept()).toEqual(await fromScratch())
  })
})
