import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptInMemory } from '../../../test/fixtures/kept-in-memory.ts'
import { documentOf } from '../../../test/make.ts'
import type { Digest } from '../../model/placed-report.ts'
import { digestOf } from './digest.ts'
import { openForest } from './kept-forest.ts'
import { topicOf } from './kept-topics.ts'
import { placedReports, topicsIn } from './topics.ts'

const words = ['lock', 'barge', 'sluice', 'heron', 'gravel', 'dredger', 'towpath', 'weir']
const digest = (id: string, text: string, day: string): Digest => digestOf(documentOf(text, { id, published: day }))

const report = fc.record({
  at: fc.nat(24),
  text: fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' ')),
  day: fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`),
  goes: fc.boolean(),
  /** After which step what was changed is written, and the forest opened anew. */
  isWritten: fc.boolean(),
})

describe('a forest that is kept', () => {
  it.each([1, 2, 3, 20])(
    'is the one that all reports make at once, whatever came and went, looking back %i places',
    async (back) => {
      await fc.assert(
        fc.asyncProperty(fc.array(report, { maxLength: 50 }), async (steps) => {
          const kept = keptInMemory()
          const here = new Map<string, Digest>()
          let forest = openForest(kept, back)
          for (const { at, text, day, goes, isWritten } of steps) {
            const id = `r${at}`
            if (goes) {
              await forest.remove(id)
              here.delete(id)
            } else {
              here.set(id, digest(id, text, day))
              await forest.put(digest(id, text, day))
            }
            if (!isWritten) continue
            kept.change(forest.changes())
            forest = openForest(kept, back)
          }
          kept.change(forest.changes())
          expect(kept.all()).toEqual(placedReports([...here.values()], back))
        }),
        { numRuns: 150 },
      )
    },
  )

  it('gives the topic of each report that parting all of it gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(report, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), async (some, largest) => {
        const digests = new Map(some.map(({ at, text, day }) => [`r${at}`, digest(`r${at}`, text, day)]))
        const placed = placedReports([...digests.values()])
        const kept = keptInMemory()
        kept.change(placed.map((is) => ({ id: is.id, was: undefined, is })))
        for (const { documents } of topicsIn(placed, 0.08, largest))
          for (const id of documents) {
            const topic = await topicOf(openForest(kept), id, 0.08, largest)
            expect(topic.map(({ id }) => id).sort()).toEqual([...documents].sort())
          }
      }),
      { numRuns: 200 },
    )
  })

  it('reads no more of a forest of 2,000 reports than of one of 500 for one report more', async () => {
    const read = async (count: number): Promise<number> => {
      const all = Array.from({ length: count }, (_, i) => {
        const some = words.map((word, w) => (((i * 31 + w * 17) >> 2) % 3 === 0 ? `${word} ${word}${i % 40}` : ''))
        return digest(`r${i}`, some.join(' '), `2026-0${1 + (i % 9)}-01`)
      })
      const kept = keptInMemory()
      kept.change(placedReports(all).map((is) => ({ id: is.id, was: undefined, is })))
      const forest = openForest(kept)
      await forest.put(digest('late', words.join(' '), '2026-05-01'))
      return kept.read()
    }
    const [few, many] = [await read(500), await read(2_000)]
    expect(few).toBeGreaterThan(0)
    expect(many).toBeLessThan(1.5 * few)
  })
})
