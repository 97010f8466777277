import { expect, it } from 'vitest'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { jsonReport } from './json.ts'

it('gives back the report, without the texts', () => {
  const { documents, ...rest } = glassworks()

  expect(JSON.parse(jsonReport(glassworks()))).toEqual({
    ...rest,
    documents: documents.map(({ text, ...document }) => document),
  })
})

it('holds the texts when asked', () => {
  expect(JSON.parse(jsonReport(glassworks(), { text: true })).documents[0].text).toContain('NORRVIK')
})

it('is the same bytes whatever order the keys were made in', () => {
  expect(jsonReport(reversed(glassworks()))).toBe(jsonReport(glassworks()))
})

it('begins as the contract lists it', () => {
  expect(Object.keys(JSON.parse(jsonReport(glassworks())))).toEqual([
    'schema',
    'documents',
    'sources',
    'statements',
    'claims',
    'derivations',
    'series',
    'findings',
    'refusals',
    'coverage',
  ])
})

function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, held]) => [key, reversed(held)]),
  ) as T
}

it('is written as every other program writes JSON with two blanks', () => {
  const written = jsonReport(glassworks(), { text: true })
  expect(written).toBe(`${JSON.stringify(JSON.parse(written), null, 2)}\n`)
})
