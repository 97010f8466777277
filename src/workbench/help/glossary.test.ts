import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { helped } from '../words.ts'
import { termsOf } from './glossary.ts'

const terms = termsOf(readFileSync('docs/glossary.md', 'utf8'))

it('reads every row of the glossary', () => {
  expect(terms.length).toBeGreaterThan(30)
  expect(terms.find(({ term }) => term === 'bottleneck')?.means).toBe('that voice')
  expect(terms.every(({ term, means }) => term && means && !/[*`|]/.test(term + means))).toBe(true)
})

it('explains every word that the workbench offers help on', () => {
  const known = new Set(terms.map(({ term }) => term))
  expect(Object.values(helped).filter((term) => !known.has(term))).toEqual([])
})
