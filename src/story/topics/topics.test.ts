import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Document } from '../../model/document.ts'
import { openTopics, topicsOf } from './topics.ts'

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

  it('takes an earlier report that comes late for the first of its topic', () => {
    const topics = openTopics()
    topics.add(pile.slice(1, 3))
    expect(topics.all(0.2)[0]?.id).toBe('dam-1')
    topics.add(pile.slice(0, 1))
    expect(topics.all(0.2)).toEqual([{ id: 'dam-0', documents: ['dam-0', 'dam-1', 'dam-2'] }])
  })

  it('is the same at any time as if all that is in it had come at once', () => {
    const step = fc.record({ at: fc.nat(pile.length - 1), goes: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const topics = openTopics()
        const here = new Map<string, Document>()
        for (const { at, goes } of steps) {
          const document = pile[at]
          if (document === undefined) continue
          if (goes) {
            topics.remove([document.id])
            here.delete(document.id)
          } else {
            topics.add([document])
            here.set(document.id, document)
          }
        }
        expect(topics.all(0.2)).toEqual(of([...here.values()]))
      }),
    )
  })

  it('is the same whatever came late or went, where words lead back to few of those that hold them', () => {
    const words = ['lock', 'barge', 'sluice', 'heron', 'gravel', 'dredger', 'towpath', 'weir']
    const text = fc.uniqueArray(fc.constantFrom(...words), { minLength: 2, maxLength: 6 }).map((some) => some.join(' '))
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-03-0${n}`)
    const report = fc.record({ text, day })
    fc.assert(
      fc.property(fc.array(report, { maxLength: 40 }), fc.array(fc.nat(39), { maxLength: 9 }), (reports, gone) => {
        const all = reports.map(({ text, day }, i) => documentOf(text, { id: `r${i}`, published: day }))
        const left = all.filter((_, i) => !gone.includes(i))
        const [grown, whole] = [openTopics(2), openTopics(2)]
        for (const one of all) grown.add([one])
        grown.remove(gone.map((i) => `r${i}`))
        whole.add(left)
        for (const least of [0.01, 0.5, 0.8]) expect(grown.all(least)).toEqual(whole.all(least))
      }),
      { numRuns: 300 },
    )
  })

  it('keeps long copies together however many they are', () => {
    const long = Array.from({ length: 60 }, (_, i) => `${dam[i % 3]} Gate ${i} of ${ferry[i % 3]} x${i}y`).join(' ')
    const copies = Array.from({ length: 9 }, (_, i) => report(`copy-${i}`, long))
    expect(topicsOf(copies, 0.1, 3)).toHaveLength(1)
  })

  it('looks at a late arrival and those near it when the pile is large, with the same outcome', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      report(`r${String(i).padStart(2, '0')}`, `${dam[i % 3]} ${ferry[(i * 7) % 3]} Berth ${i % 5} was painted.`),
    )
    const topics = openTopics()
    topics.add(many.filter((_, i) => i % 9 !== 4))
    for (const late of many.filter((_, i) => i % 9 === 4)) topics.add([late])
    expect(topics.all(0.2)).toEqual(of(many))
  })
})
