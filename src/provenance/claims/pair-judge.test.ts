import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { read } from '../../extract/read.ts'
import type { Reading } from '../../model/reading.ts'
import { resolveVoices } from '../sources/voices.ts'
import { pairJudge } from './pair-judge.ts'

const texts = [
  'Seventeen people were killed when the crane fell on Pier Nine. The harbour office shut the whole pier.',
  'The crane fell and killed 17 people, the harbour office said. The pier will open on Friday.',
  'Nineteen dockers died under a crane, the union said. A falling mast had killed two in March.',
  'The union counts 19 dead. The harbour office counts seventeen people killed by the crane.',
]
const readings = texts.map((text, i) => read(documentOf(text, { id: `d${i}` })))
const voices = resolveVoices(readings)

/** Readings that nothing is remembered of. */
const afresh = (list: readonly Reading[]): readonly Reading[] => list.map((reading) => ({ ...reading }))

/** All sureties, by the places of the statements. */
function sureties(list: readonly Reading[]): ReadonlyMap<string, number> {
  const { contents, surety } = pairJudge(list, voices)
  const place = (i: number): string => `${contents[i]?.document} ${contents[i]?.statement}`
  return new Map(
    contents.flatMap((_, a) =>
      contents.slice(a + 1).map((_, k) => [`${place(a)}, ${place(a + 1 + k)}`, surety(a, a + 1 + k)] as const),
    ),
  )
}

describe('the judge of pairs', () => {
  it('judges two statements by their own documents, to the last digit, whatever else there is', () => {
    const all = sureties(afresh(readings))
    expect([...all.values()].some((score) => score > 0.5)).toBe(true)
    for (const one of readings)
      for (const other of readings)
        for (const [pair, score] of sureties(afresh(one === other ? [one] : [one, other])))
          expect(score, pair).toBe(all.get(pair))
  })

  it('remembers what it found for as long as it is asked about the same readings', () => {
    const some = afresh(readings.slice(1))
    const before = sureties(some)
    const all = sureties([...afresh(readings.slice(0, 1)), ...some])
    for (const [pair, score] of before) expect(all.get(pair), pair).toBe(score)
    expect(all).toEqual(sureties(afresh(readings)))
  })

  it('does not take what it found of two bodies for what it would find of one', () => {
    const some = afresh(readings)
    const asTwo = sureties(some)
    const { contents, surety } = pairJudge(some, { ...voices, bodyOf: () => 'one body' })
    const again = pairJudge(afresh(readings), { ...voices, bodyOf: () => 'one body' })
    const pairs = contents.flatMap((_, a) => contents.slice(a + 1).map((_, k) => [a, a + 1 + k] as const))
    expect(pairs.map(([a, b]) => surety(a, b))).toEqual(pairs.map(([a, b]) => again.surety(a, b)))
    expect(pairs.map(([a, b]) => surety(a, b))).not.toEqual([...asTwo.values()])
  })
})
