import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptInMemory } from '../../test/fixtures/kept-in-memory.ts'
import { documentOf } from '../../test/make.ts'
import type { Document } from '../model/document.ts'
import { digestOf } from '../story/topics/digest.ts'
import { placedReports } from '../story/topics/topics.ts'
import type { InForce } from './in-force.ts'
import { openWholeParting, partedAgain } from './kept-piles.ts'
import { pilesIn } from './piles.ts'
import { concernedBy } from './touching.ts'

const places = ['Vell', 'Orsund', 'Tamm', 'Quarrel', 'Ebbing', 'Lisk', 'Dorn']
const things = ['bakery', 'rye', 'choir', 'bells', 'ammonia', 'tunnel', 'silos', 'sheep']
const id = (n: number): string => `r${String(n).padStart(2, '0')}`
const told = (n: number, seed: number): Document =>
  documentOf(
    `In ${places[seed % 7]} the ${things[seed % 8]} of ${places[(seed >> 2) % 7]} met the ${things[(seed >> 3) % 8]}.`,
    { id: id(n), published: seed % 11 === 0 ? undefined : `2031-05-0${1 + (seed % 9)}` },
  )

const made = (a: number, b: number, n: number): InForce => ({
  id: `d${n}`,
  at: '2031-05-06',
  by: 'Runa Holt',
  decision: { kind: 'made-from', document: id(a), from: { kind: 'document', document: id(b) } },
})

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('comes'), n: fc.nat(79), seed: fc.nat(500) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('tied'), n: fc.nat(79), seed: fc.nat(79) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('untied'), n: fc.nat(9), seed: fc.constant(0) }) },
)

describe('the parting of a collection that grows', () => {
  it('is that of all that is in it, whatever came, was edited, tied and untied, one or several at a time', async () => {
    const first = Array.from({ length: 45 }, (_, n) => told(n, n * 13))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), async (rounds) => {
        const kept = keptInMemory()
        const here = new Map(first.map((document) => [document.id, document]))
        const whole = openWholeParting()
        for (const document of first) whole.add(document)
        const parted = whole.parted([])
        kept.change(parted.placed)
        kept.part(parted)
        let decisions: readonly InForce[] = []
        let serial = 0
        for (const steps of rounds) {
          const was = decisions
          const changed = new Map<string, Document>()
          for (const { kind, n, seed } of steps)
            if (kind === 'comes') changed.set(id(n), told(n, seed))
            else if (kind === 'tied') decisions = [...decisions, made(n, seed, serial++)]
            else decisions = decisions.toSpliced(n % (decisions.length + 1), 1)
          for (const [id, document] of changed) here.set(id, document)
          const parted = await partedAgain(
            kept,
            [...changed.values()],
            concernedBy(was, decisions).documents,
            decisions,
          )
          kept.change(parted.placed)
          kept.part(parted)
          const placed = placedReports([...here.values()].map(digestOf))
          expect(kept.all()).toEqual(placed)
          expect(kept.piles()).toEqual(pilesIn(placed, decisions))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('leaves every pile as it is where what comes has nothing to do with it', async () => {
    const kept = keptInMemory()
    const whole = openWholeParting()
    for (const place of ['Vell', 'Orsund', 'Tamm'])
      for (let n = 0; n < 20; n++)
        whole.add(documentOf(`Gate ${n} of the ${place} weir was shut by ${place}sen.`, { id: `${place}-${n}` }))
    const parted = whole.parted([])
    kept.change(parted.placed)
    kept.part(parted)
    const late = documentOf('The Tamm weir has a gate of which Tammsen knows nothing.', { id: 'late' })
    const { gone, come } = await partedAgain(kept, [late], [], [])
    const tamm = parted.come.find(({ documents }) => documents.includes('Tamm-0'))
    expect(gone).toHaveLength(1)
    expect(come.map(({ documents }) => documents)).toEqual([[...(tamm?.documents ?? []), 'late']])
  })
})
