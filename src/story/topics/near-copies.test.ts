import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptInMemory } from '../../../test/fixtures/kept-in-memory.ts'
import { documentOf } from '../../../test/make.ts'
import type { Digest, PlacedReport } from '../../model/placed-report.ts'
import { byCodeUnit } from '../../text/order.ts'
import { digestOf } from './digest.ts'
import { openForest } from './kept-forest.ts'
import { topicOf } from './kept-topics.ts'
import { placedReports, topicsIn } from './topics.ts'

const syllables = ['dru', 'kel', 'mor', 'vash', 'tin', 'pel', 'zog', 'hurn']
/** 512 words that no language has, so that all of them tell as much and only how often they stand decides which lead. */
const words = syllables.flatMap((a) => syllables.flatMap((b) => syllables.map((c) => `${a}${b}${c}`)))

/** A wire report of some sixty words: more than lead to it. The same `event` gives the same. */
const wire = (event: number): readonly string[] =>
  Array.from({ length: 60 }, (_, i) => words[(event * 37 + i * 5) % 512] ?? '')

/** A near-copy: some words fall out, some come in from another event, some are said again and so lead instead of others. */
const report = fc
  .record({
    at: fc.nat(30),
    event: fc.nat(4),
    out: fc.uniqueArray(fc.nat(59), { maxLength: 12 }),
    into: fc.array(fc.nat(511), { maxLength: 8 }),
    again: fc.array(fc.nat(59), { maxLength: 25 }),
    day: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    goes: fc.boolean(),
    isWritten: fc.boolean(),
  })
  .map(({ at, event, out, into, again, day, goes, isWritten }) => {
    const told = wire(event)
    const text = [
      ...told.filter((_, i) => !out.includes(i)),
      ...into.map((n) => words[n] ?? ''),
      ...again.map((n) => told[n] ?? ''),
    ].join(' ')
    const id = `r${at}`
    return {
      id,
      goes,
      isWritten,
      digest: digestOf(documentOf(text, { id, published: day === undefined ? undefined : `2026-03-0${day}` })),
    }
  })

const inOrder = (reports: Iterable<Digest>): readonly PlacedReport[] => placedReports([...reports])

describe('a forest of near-copies that is kept', () => {
  it('has reports with more words than lead to them', () => {
    fc.assert(
      fc.property(report, ({ digest }) => {
        expect(digest.leads.length).toBeLessThan(digest.keys.length)
      }),
    )
  })

  it.each([1, 2, 5, 20])(
    'is the one that all of them make at once, looking back %i places',
    async (back) => {
      await fc.assert(
        fc.asyncProperty(fc.array(report, { maxLength: 60 }), async (steps) => {
          const kept = keptInMemory()
          const here = new Map<string, Digest>()
          let forest = openForest(kept, back)
          for (const { id, goes, isWritten, digest } of steps) {
            if (goes && here.delete(id)) await forest.remove(id)
            else {
              here.set(id, digest)
              await forest.put(digest)
            }
            if (!isWritten) continue
            kept.change(forest.changes())
            forest = openForest(kept, back)
            expect(kept.all()).toEqual(placedReports([...here.values()], back))
          }
          kept.change(forest.changes())
          expect(kept.all()).toEqual(placedReports([...here.values()], back))
        }),
        { numRuns: 60 },
      )
    },
    60_000,
  )

  it('sees again, through a word, what stood behind a report that is taken away', async () => {
    const told = (id: string, day: number, said: string): Digest =>
      digestOf(documentOf(said, { id, published: `2026-03-0${day}` }))
    const [alike, between] = [told('alike', 1, 'druvash keltin'), told('between', 2, 'druvash pelzog hurndru mormor')]
    const rest = [
      told('beside', 3, 'keltin zogpel tintin vashhurn'),
      told('held', 4, 'morkel'),
      told('late', 5, 'druvash keltin morkel'),
    ]
    const nearestOfLate = (): unknown => kept.all().find(({ id }) => id === 'late')?.nearest
    const kept = keptInMemory()
    kept.change(placedReports([alike, between, ...rest], 1).map((is) => ({ id: is.id, was: undefined, is })))
    expect(nearestOfLate()).toBe('held')
    const forest = openForest(kept, 1)
    await forest.remove('between')
    kept.change(forest.changes())
    expect(nearestOfLate()).toBe('alike')
    expect(kept.all()).toEqual(placedReports([alike, ...rest], 1))
  })

  it('gives each the topic that parting all of them gives, however low what is too large lies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(report, { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), async (some, largest) => {
        const placed = inOrder(new Map(some.map(({ id, digest }) => [id, digest])).values())
        const kept = keptInMemory()
        kept.change(placed.map((is) => ({ id: is.id, was: undefined, is })))
        for (const { documents } of topicsIn(placed, 0.08, largest))
          for (const id of documents) {
            const topic = await topicOf(openForest(kept), id, 0.08, largest)
            expect(topic.map(({ id }) => id).sort(byCodeUnit)).toEqual([...documents].sort(byCodeUnit))
          }
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
