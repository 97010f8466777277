import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { read } from '../../extract/read.ts'
import { resolveVoices } from '../sources/voices.ts'
import { pairJudge, remembering } from './pair-judge.ts'

const readings = [
  read(
    documentOf(
      'Seventeen people were killed when the crane fell on Pier Nine. The harbour office shut the whole pier.',
      { id: 'a' },
    ),
  ),
  read(documentOf('The crane fell and killed 17 people. The pier will open on Friday.', { id: 'b' })),
]
const plain = pairJudge(readings, resolveVoices(readings))
const pairs = plain.contents.flatMap((_, a) => plain.contents.slice(a + 1).map((_, k) => [a, a + 1 + k] as const))

describe('a judge who remembers', () => {
  it('is asked once for each pair and answers as before', () => {
    const asked: string[] = []
    const judge = remembering({
      contents: plain.contents,
      surety(a, b) {
        asked.push(`${a} ${b}`)
        return plain.surety(a, b)
      },
    })
    for (const [a, b] of [...pairs, ...pairs]) expect(judge.surety(a, b)).toBe(plain.surety(a, b))
    expect(asked).toEqual(pairs.map(([a, b]) => `${a} ${b}`))
    expect(pairs.length).toBeGreaterThan(1)
  })
})
