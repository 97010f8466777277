import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { annotationContext } from '../../../test/fixtures/annotation-context.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport, noted } from '../../../test/fixtures/noted.ts'
import type { Report } from '../../model/report.ts'
import { codePointsOf } from './code-points.ts'
import { webAnnotations } from './web-annotation.ts'

interface Written {
  readonly id: string
  readonly motivation: string
  readonly target: { readonly source: string; readonly selector: readonly Readonly<Record<string, unknown>>[] } | string
  readonly body: readonly Readonly<Record<string, string>>[]
}
interface Collection {
  readonly total: number
  readonly first: { readonly items: readonly Written[] }
}

const written = (report: Report): Collection => JSON.parse([...webAnnotations(report)].join(''))
const oa = 'http://www.w3.org/ns/oa#'

describe.each([
  ['the glassworks', glassworks()],
  ['what people wrote', noted()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
])('%s as web annotations', (_, report) => {
  const collection = written(report)
  const { items } = collection.first

  it('has one for every statement, voice, hedge, figure and note', () => {
    const parts = report.statements.flatMap(({ attribution, hedges, figures }) => [
      ...attribution,
      ...hedges,
      ...figures,
    ])
    expect(items.length).toBe(report.statements.length + parts.length + (report.annotations?.length ?? 0))
    expect(collection.total).toBe(items.length)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  })

  it('points at the words, by code points', () => {
    const texts = report.documents.map(({ text }) => [...text])
    for (const { target } of items) {
      if (typeof target === 'string') continue
      const [quote, position] = target.selector
      const { start, end } = position as { start: number; end: number }
      expect(texts.some((text) => text.slice(start, end).join('') === quote?.exact)).toBe(true)
    }
  })

  it('expands, without a term that nobody knows', async () => {
    const nodes = await jsonld.expand(collection, {
      documentLoader: async (url: string) => {
        expect(url).toBe('http://www.w3.org/ns/anno.jsonld')
        return { document: annotationContext, documentUrl: url }
      },
      safe: true,
    })
    const text = JSON.stringify(nodes)
    expect(text.split(`"@type":["${oa}Annotation"]`)).toHaveLength(items.length + 1)
    expect(text.split(`"${oa}hasTarget"`)).toHaveLength(items.length + 1)
  })
})

it('counts letters beyond the basic plane as one', () => {
  const letters = fc.array(fc.constantFrom('a', '🏭', 'é', '𝔄', ' ', '👩‍🏭')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (text, a, b) => {
      const units = [...text].map((_, n, all) => all.slice(0, n).join('').length).concat(text.length)
      const [i, j] = [a % units.length, b % units.length].sort((x, y) => x - y) as [number, number]
      const at = codePointsOf(text)
      const [start, end] = [units[i] ?? 0, units[j] ?? 0]
      expect([...text].slice(at(start), at(end)).join('')).toBe(text.slice(start, end))
    }),
  )
})

it('says in the body who is named, how sure and what was found', () => {
  const { items } = written(glassworks()).first
  const bodies = (exact: string) =>
    items
      .filter(({ target }) => typeof target !== 'string' && target.selector[0]?.exact === exact)
      .flatMap(({ body }) => body.map(({ value }) => value))
  expect(bodies('may')).toContain('hedge')
  const said = bodies('Sweden-based Halvar will cut more than 300 jobs at its Norrvik glassworks').join(' ')
  expect(said).toContain('planned')
  expect(said).toContain('Attributed to Norrvik Courier (“reported”) and there to Norrvik plant council')
  expect(said).toContain('independent origins')
})
