import { describe, expect, it } from 'vitest'
import { contextOf, dated, told } from '../../../test/findings.ts'
import type { Reading } from '../../model/reading.ts'
import type { Certainty } from '../../model/statement.ts'
import { series } from './series.ts'

const cargo = (id: string, published: string, words: string, per: string | null, certainty: Certainty): Reading =>
  told(id, published, `Gara harbour moves ${words} of salt by June.`, {
    quantities: [{ words, unit: 'tonne', of: 'salt', per }],
    statements: [{ words: `Gara harbour moves ${words} of salt by June`, certainty }],
  })

describe('series', () => {
  it('puts the figures of a claim in order of time and marks the planned ones', () => {
    const readings = [
      cargo('a2', '2025-05-03', '34 tonnes', null, 'asserted'),
      cargo('a1', '2025-05-01', '11 tonnes', null, 'asserted'),
      dated(cargo('a3', '2025-05-02', '90 tonnes', null, 'planned'), 'June', '2025-06'),
      cargo('a4', '2025-05-02', '70 tonnes', null, 'denied'),
    ]
    const [found] = series(contextOf(readings))
    expect(found?.points.map(({ when, low, planned }) => [when, low, planned])).toEqual([
      ['2025-05-01', 11, false],
      ['2025-05-03', 34, false],
      ['2025-06', 90, true],
    ])
  })

  it('keeps rates and totals apart', () => {
    const readings = [
      cargo('a1', '2025-05-01', '11 tonnes', null, 'asserted'),
      cargo('a2', '2025-05-02', '12 tonnes', 'day', 'asserted'),
      cargo('a3', '2025-05-03', '34 tonnes', null, 'asserted'),
    ]
    expect(series(contextOf(readings)).flatMap(({ points }) => points.map(({ low }) => low))).toEqual([11, 34])
  })
})
