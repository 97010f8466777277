import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { topicsOf } from './topics.ts'

const report = (id: string, body: string, published?: string): Document => documentOf(body, { id, published })

const dam = [
  'Engineers at the Orlo dam found a crack in the eastern spillway and lowered the lake by two metres.',
  'The lake behind the Orlo dam was lowered after a crack was found in its eastern spillway, engineers said.',
  'Lake Orlo will stay low until the crack in the dam is filled, the water board of Orlo said.',
]
const ferry = [
  'Ferry crews in Tamm harbour began a strike over night shifts, and all crossings were cancelled.',
  'All crossings from Tamm harbour are cancelled as ferry crews strike over night shifts.',
  'The ferry strike in Tamm ended; crews keep their night shifts until spring.',
]
const pile: readonly Document[] = [
  ...dam.map((text, i) => report(`dam-${i}`, text, `2026-03-0${i + 1}`)),
  ...ferry.map((text, i) => report(`ferry-${i}`, text, `2026-03-0${i + 1}`)),
  report('rain', 'Growers in the valley expect the first rain in seven weeks.'),
  report(
    'both',
    'Ferry crews in Tamm harbour carried engineers to the Orlo dam and its cracked spillway.',
    '2026-03-04',
  ),
]

const of = (documents: readonly Document[]) => topicsOf(documents, 0.2)

describe('topicsOf', () => {
  it('keeps together what may concern each other, and names a topic by its first report', () => {
    expect(of(pile.filter(({ id }) => id !== 'both'))).toEqual([
      { id: 'dam-0', documents: ['dam-0', 'dam-1', 'dam-2'] },
      { id: 'ferry-0', documents: ['ferry-0', 'ferry-1', 'ferry-2'] },
      { id: 'rain', documents: ['rain'] },
    ])
  })

  it('does not join two topics by a report that tells of both: it goes with the nearer one', () => {
    const topics = of(pile)
    expect(topics.map(({ id }) => id)).toEqual(['dam-0', 'ferry-0', 'rain'])
  })

  it('does not gather reports by their common words', () => {
    const plain = [
      'He said that it was not what they had been told about it, and that there would be more of it.',
      'They were there when it was said, and it had not been more than what there would be.',
    ]
    expect(of(plain.map((text, i) => report(`p${i}`, text)))).toHaveLength(2)
  })

  it('parts a topic that is too large where it hangs together least', () => {
    const strikes = ferry.map((text, i) => report(`orlo-${i}`, `${text} Nobody from Orlo came.`))
    const all = [...pile.slice(0, 3), ...strikes]
    expect(topicsOf(all, 0.01)).toHaveLength(1)
    expect(topicsOf(all, 0.01, 3).map(({ documents }) => documents)).toEqual([
      ['dam-0', 'dam-1', 'dam-2'],
      ['orlo-0', 'orlo-1', 'orlo-2'],
    ])
  })

  it('keeps copies together however many they are', () => {
    const copies = Array.from({ length: 9 }, (_, i) => report(`copy-${i}`, dam[0] ?? ''))
    expect(topicsOf(copies, 0.1, 3)).toHaveLength(1)
  })

  it('keeps long copies together however many they are', () => {
    const long = Array.from({ length: 60 }, (_, i) => `${dam[i % 3]} Gate ${i} of ${ferry[i % 3]} x${i}y`).join(' ')
    const copies = Array.from({ length: 9 }, (_, i) => report(`copy-${i}`, long))
    expect(topicsOf(copies, 0.1, 3)).toHaveLength(1)
  })

  it('is the same in whatever order the reports come', () => {
    expect(of([...pile].reverse())).toEqual(of(pile))
  })
})
