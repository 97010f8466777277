import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { glassworks } from '../../test/fixtures/glassworks.ts'
import { large } from '../../test/fixtures/large.ts'
import { eventsOf } from './events.ts'

describe('the events of a report', () => {
  it('stand apart where no claim and no derivation ties their reports', () => {
    const sizes = (times: number) => eventsOf(large(times, 6)).map((pile) => pile.length)

    expect(Math.max(...sizes(1))).toBeGreaterThan(5)
    expect(sizes(3)).toEqual([...sizes(1), ...sizes(1), ...sizes(1)])
  })

  it('hold every report once, in whatever order it comes', () => {
    const report = glassworks()
    fc.assert(
      fc.property(fc.shuffledSubarray([...report.documents], { minLength: report.documents.length }), (documents) => {
        const piles = eventsOf({ ...report, documents })
        const sorted = piles.map((pile) => [...pile].sort().join()).sort()
        expect(piles.flat().sort()).toEqual(report.documents.map(({ id }) => id).sort())
        expect(sorted).toEqual(
          eventsOf(report)
            .map((pile) => [...pile].sort().join())
            .sort(),
        )
      }),
      { numRuns: 25 },
    )
  })
})
