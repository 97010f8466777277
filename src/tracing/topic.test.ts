import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/fixtures/ferry.ts'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import { byCodeUnit } from '../text/order.ts'
import type { InForce } from './in-force.ts'
import { readForTracing, traceTopic } from './topic.ts'

/** A copy of the report, word for word but for its beginning, and an edited version of it. */
const copyOf = (document: Document, id: string): Document => ({ ...document, id, publisher: `Copy ${id}` })
const edited = (document: Document): Document => ({ ...document, text: document.text.replace(/1[49] /g, '17 ') })

const documents = ferryStory.flatMap((document, i) =>
  i % 3 === 0 ? [document, copyOf(document, `${document.id}-copy`)] : [document],
)
const readings = documents.map((document) => [document, edited(document)].map(readForTracing))

const madeFrom = (document: string, from: string, isMade: boolean): InForce => ({
  id: `${document} ${from} ${isMade}`,
  at: '2031-05-06T09:00:00Z',
  by: 'Runa Holt',
  decision: { kind: isMade ? 'made-from' : 'not-made-from', document, from: { kind: 'document', document: from } },
})

/** Readings that nothing is remembered of. */
const afresh = (list: readonly Reading[]): readonly Reading[] => structuredClone(list)

const step = fc.record({
  at: fc.nat(documents.length - 1),
  other: fc.nat(documents.length - 1),
  kind: fc.constantFrom('comes', 'goes', 'edited', 'made', 'not made', 'undone'),
})

describe('a pile that was traced before', () => {
  it('gives, byte for byte, what a pile gives that nothing is remembered of', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 8 }), (steps) => {
        const here = new Map(documents.slice(0, 4).map((_, i) => [i, 0]))
        let decisions: readonly InForce[] = []
        for (const { at, other, kind } of steps) {
          const [one, from] = [documents[at]?.id ?? '', documents[other]?.id ?? '']
          if (kind === 'comes') here.set(at, 0)
          if (kind === 'goes') here.delete(at)
          if (kind === 'edited') here.set(at, 1)
          if (kind === 'made' && one !== from) decisions = [...decisions, madeFrom(one, from, true)]
          if (kind === 'not made' && one !== from) decisions = [...decisions, madeFrom(one, from, false)]
          if (kind === 'undone') decisions = decisions.slice(1)
          const pile = [...here]
            .flatMap(([i, version]) => readings[i]?.[version] ?? [])
            .sort((a, b) => byCodeUnit(a.document.id, b.document.id))
          expect(JSON.stringify(traceTopic(pile, decisions))).toBe(JSON.stringify(traceTopic(afresh(pile), decisions)))
        }
      }),
      { numRuns: 8 },
    )
  })

  it('gives the same from readings as they are kept', () => {
    const pile = readings.flatMap(([reading]) => reading ?? [])
    const kept = JSON.parse(JSON.stringify(pile)) as readonly Reading[]
    expect(JSON.stringify(traceTopic(kept))).toBe(JSON.stringify(traceTopic(pile)))
  })
})
