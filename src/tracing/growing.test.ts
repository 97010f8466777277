import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/fixtures/ferry.ts'
import { manyEvents as pile } from '../../test/fixtures/many-events.ts'
import type { Document } from '../model/document.ts'
import type { Reading } from '../model/reading.ts'
import { openTracing } from './growing.ts'
import { readForTracing } from './topic.ts'
import { trace } from './trace.ts'

/** Reads as tracing does, each document once, and counts for how many it was asked. */
function counting() {
  const known = new Map<Document, Reading>()
  const asked: string[] = []
  return {
    asked,
    read(document: Document): Reading {
      asked.push(document.id)
      const reading = known.get(document) ?? readForTracing(document)
      known.set(document, reading)
      return reading
    },
  }
}

describe('a collection that grows', () => {
  it('gives the same report as one that came at once, whatever came and went before', () => {
    const reader = counting()
    const some = [...ferryStory, ...pile.slice(0, 3)]
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(some.length - 1), goes: fc.boolean() }), { minLength: 1, maxLength: 8 }),
        (steps) => {
          const tracing = openTracing(reader.read)
          const here = new Map<string, Document>()
          for (const { at, goes } of steps) {
            const document = some[at]
            if (!document || here.has(document.id) !== goes) continue
            if (goes) tracing.remove([document.id])
            else tracing.add([document])
            if (goes) here.delete(document.id)
            else here.set(document.id, document)
            if (at % 2 === 0) tracing.report()
          }
          expect(JSON.stringify(tracing.report())).toBe(JSON.stringify(trace([...here.values()])))
        },
      ),
      { numRuns: 6 },
    )
  })

  it('gives the same report of many stories, one report more at a time', () => {
    const reader = counting()
    const tracing = openTracing(reader.read)
    tracing.add(pile.slice(0, 38))
    tracing.report()
    for (let n = 38; n < pile.length; n++) {
      tracing.add(pile.slice(n, n + 1))
      const report = tracing.report()
      if (n === 39 || n === 40 || n === pile.length - 1)
        expect(JSON.stringify(report)).toBe(JSON.stringify(trace(pile.slice(0, n + 1))))
    }
  })

  it('traces only the pile again that a report came to', () => {
    const reader = counting()
    const tracing = openTracing(reader.read)
    const late = pile.find(({ id }) => id === 'Tamm-3')
    if (!late) throw new Error('no such report')
    tracing.add(pile.filter((document) => document !== late))
    tracing.report()
    reader.asked.length = 0
    tracing.add([late])
    const report = tracing.report()
    expect(reader.asked.sort()).toEqual(['Tamm-1', 'Tamm-2', 'Tamm-3', 'Tamm-4'])
    expect(JSON.stringify(report)).toBe(JSON.stringify(trace(pile)))
  })

  it('takes a report that was corrected for another', () => {
    const tracing = openTracing()
    tracing.add(pile.slice(0, 4))
    tracing.report()
    const [first] = pile
    if (!first) throw new Error('the pile is empty')
    const dated = { ...first, published: '2031-06-01T00:00:00Z' }
    tracing.remove([first.id])
    tracing.add([dated])
    expect(tracing.report()).toEqual(trace([dated, ...pile.slice(1, 4)]))
  })
})

describe('tracing a large collection', () => {
  const report = trace(pile)

  it('keeps the stories apart and loses nothing', () => {
    expect(report.documents).toHaveLength(pile.length)
    const portOf = (statement: string) => statement.split('-')[0]
    for (const claim of report.claims) expect(new Set(claim.statements.map(portOf)).size, claim.gist).toBe(1)
    for (const { from, to } of report.derivations)
      if (report.documents.some(({ id }) => id === from)) expect(portOf(from)).toBe(portOf(to))
  })

  it('gives every claim an id of its own, known wherever it is named', () => {
    const ids = new Set(report.claims.map(({ id }) => id))
    expect(ids.size).toBe(report.claims.length)
    for (const { claim } of report.statements) if (claim !== null) expect(ids).toContain(claim)
    for (const { claim } of report.findings) if (claim !== null) expect(ids).toContain(claim)
    for (const { claims } of report.series) for (const claim of claims) expect(ids).toContain(claim)
  })

  it('knows every source that it names', () => {
    const known = new Set([...report.sources.map(({ id }) => id), ...report.documents.map(({ id }) => id)])
    expect(known.size).toBe(report.sources.length + report.documents.length)
    for (const { origins, trails, cut } of report.claims)
      for (const node of [...origins, ...(cut ?? []), ...trails.flatMap(({ hops }) => hops.map((hop) => hop.node))])
        expect(known).toContain(node)
    for (const { attribution } of report.statements)
      for (const { source } of attribution) expect(known).toContain(source)
  })

  it('gives the same report whatever the order of the input', () => {
    expect(JSON.stringify(trace([...pile].reverse()))).toBe(JSON.stringify(report))
  })
})
