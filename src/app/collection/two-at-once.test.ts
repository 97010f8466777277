import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { all } from '../../../test/conformance/store.ts'
import { manyEvents } from '../../../test/fixtures/many-events.ts'
import { each, openedOf } from '../../../test/fixtures/reports.ts'
import type { Store } from '../../ports/store.ts'
import { inForce } from '../../tracing/in-force.ts'
import { trace } from '../../tracing/trace.ts'
import { addAll } from './add.ts'
import { decide, decisionsOf } from './decide.ts'
import { openCollection } from './open.ts'
import { refresh } from './refresh.ts'
import { reportOf } from './report.ts'
import { verify } from './verify.ts'

const acting = { by: 'ana', now: () => '2031-06-01T00:00:00.000Z' }
const folder = mkdtempSync(join(tmpdir(), 'headwater-two-'))
afterAll(() => rmSync(folder, { recursive: true }))
let serial = 0

/** What papers print beside a wire report: any of it may be there or not, so that copies are near each other and never the same. */
const beside = [
  'Divers searched the quay until dusk.',
  'A tram stood empty beside the granary.',
  'Farmers brought straw, blankets and kettles.',
  'The organist refused to leave the gallery.',
  'Nobody had mended the parapet since the flood.',
  'Two apprentices carried the ledgers outside.',
  'The mayor of Ostrell promised lanterns.',
  'Gulls circled above the brewery chimney.',
  'A surveyor measured the cracked abutment.',
  'Fishwives counted 19 missing baskets.',
]

const copy = fc.record({
  kind: fc.constant('copy' as const),
  of: fc.nat(manyEvents.length - 1),
  /** Under few ids, so that many a report comes in another version. */
  at: fc.nat(9),
  sentences: fc.uniqueArray(fc.nat(beside.length - 1), { minLength: 3, maxLength: 7 }),
  day: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
})
const tie = fc.record({ kind: fc.constant('tie' as const), at: fc.nat(9), of: fc.nat(manyEvents.length - 1) })
const untie = fc.record({ kind: fc.constant('untie' as const), at: fc.nat(9) })
const step = fc.record({
  what: fc.oneof({ weight: 4, arbitrary: copy }, { weight: 1, arbitrary: tie }, { weight: 1, arbitrary: untie }),
  /** Who does it, and who brings the answers up to date after it: nobody, one of the two, or both at the same moment. */
  by: fc.nat(1),
  refreshed: fc.constantFrom([], [0], [1], [0, 1], [1, 0]),
})

async function take(
  store: Store,
  what: (typeof step extends fc.Arbitrary<infer S> ? S : never)['what'],
): Promise<void> {
  if (what.kind === 'copy') {
    const { id, text, publisher } = manyEvents[what.of] ?? {}
    const line = {
      id: `copy-${what.at}`,
      text: [text, ...what.sentences.map((n) => beside[n])].join('\n\n'),
      publisher: `${publisher} ${what.at} after ${id}`,
      published: what.day === undefined ? undefined : `2031-05-0${what.day}`,
      url: `https://news.example/copy-${what.at}`,
    }
    await all(addAll(store, each(openedOf(`/r/${serial++}.jsonl`, JSON.stringify(line))), acting))
    return
  }
  if (what.kind === 'tie') {
    const [document, other] = [`copy-${what.at}`, manyEvents[what.of]?.id ?? '']
    if ((await store.latest([document])).length === 0) return
    const from = { kind: 'document' as const, document: other }
    await decide(store, { decision: { kind: 'made-from', document, from } }, acting)
    return
  }
  const known = inForce(await decisionsOf(store))
  const undone = known[what.at % Math.max(1, known.length)]
  if (undone) await decide(store, { undoes: undone.id }, acting)
}

const lines = manyEvents.map(({ id, text, publisher, published }) =>
  JSON.stringify({ id, text, publisher, published, url: `https://news.example/${id}` }),
)

describe('one collection that two have open', () => {
  it('answers both as if all of it were traced at once, whoever added, edited, decided and refreshed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const place = join(folder, `${serial++}.db`)
        const stores = [await openCollection(place), await openCollection(place)] as const
        await all(addAll(stores[0], each(openedOf(`/r/${serial++}.jsonl`, lines.join('\n'))), acting))
        await refresh(stores[1], acting)
        for (const { what, by, refreshed } of steps) {
          await take(stores[by as 0 | 1], what)
          await Promise.all(refreshed.map((i) => refresh(stores[i as 0 | 1], acting)))
        }
        await refresh(stores[0], acting)
        const documents = (await all(stores[0].documents())).map(({ document }) => document)
        const whole = JSON.stringify(trace(documents, [], inForce(await decisionsOf(stores[0]))))
        for (const store of stores) {
          expect(JSON.stringify(await reportOf(store))).toEqual(whole)
          expect((await verify(store)).flaws).toEqual([])
          await store.close()
        }
      }),
      { numRuns: 6 },
    )
  }, 240_000)
})
