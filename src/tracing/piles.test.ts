import { expect, it } from 'vitest'
import { documentFrom } from '../intake/document-from.ts'
import type { Document } from '../model/document.ts'
import { pilesOf } from './piles.ts'
import { trace } from './trace.ts'

const made = (id: string, text: string): Document => {
  const document = documentFrom({ id, text })
  if (!('text' in document)) throw new Error(document.says)
  return document
}

/** Two events that are told of in much the same words, and have nothing to do with each other. */
const mixed = [
  made(
    'dam-1',
    'An earth dam on the Orlo river broke on Sunday night and killed at least 17 people in the village of Tamm, the rescue ministry said.',
  ),
  made(
    'dam-2',
    'Rescuers in Tamm counted 17 people dead below the broken Orlo dam, the rescue ministry said on Monday.',
  ),
  made(
    'ferry-1',
    'A ferry overturned off Kesto island before dawn and at least 11 people drowned, the coast guard in Kesto said.',
  ),
  made('ferry-2', 'The coast guard said 11 people drowned when the ferry Alma overturned off Kesto.'),
]

it('parts a few reports that have next to nothing in common', () => {
  expect(pilesOf(mixed).map((pile) => pile.map(({ id }) => id))).toEqual([
    ['dam-1', 'dam-2'],
    ['ferry-1', 'ferry-2'],
  ])
})

it('makes no claim of two events, however alike their figures are put', () => {
  const { claims, statements } = trace(mixed)
  const eventsOf = new Map(claims.map(({ id }) => [id, new Set<string>()]))
  for (const { claim, document } of statements) if (claim) eventsOf.get(claim)?.add(document.replace(/-.*/, ''))
  expect(claims.some(({ documents }) => documents > 1)).toBe(true)
  expect([...eventsOf.values()].filter((events) => events.size > 1)).toEqual([])
})
