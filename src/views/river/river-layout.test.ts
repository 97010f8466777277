import { describe, expect, it } from 'vitest'
import type { River, RiverNode } from '../../export/workbench/river.ts'
import { riverLayout, rowHeight } from './river-layout.ts'

const none = new Set<string>()
const report = (id: string, published: string | null): RiverNode => ({
  id,
  kind: 'document',
  name: id,
  published,
  column: 1,
})
const origin = (id: string): RiverNode => ({ id, kind: 'origin', name: id, published: null, column: 0 })
const flows = (from: string, to: string, shared = 1, basis: 'stated' | 'inferred' = 'stated') => ({
  from,
  to,
  shared,
  basis,
  confidence: 1,
  manner: 'cites' as const,
})

const small: River = {
  nodes: [report('copy', '2025-03-05'), report('wire', '2025-03-04'), origin('mayor'), origin('nobody cites')],
  links: [flows('mayor', 'wire', 4), flows('wire', 'copy', 3, 'inferred'), flows('mayor', 'copy')],
  bottlenecks: ['mayor'],
}

describe('the river', () => {
  it('has reports in order of time and origins that something comes from', () => {
    const { reports, origins, feeds, relays } = riverLayout(small, undefined, none)
    expect(reports.map(({ id }) => id)).toEqual(['wire', 'copy'])
    expect(origins.map(({ id, isBottleneck }) => [id, isBottleneck])).toEqual([['mayor', true]])
    expect(feeds.length).toBe(2)
    expect(relays.map(({ from, to, isStated }) => [from, to, isStated])).toEqual([['wire', 'copy', false]])
    expect(feeds[0]?.width).toBeGreaterThan(feeds[1]?.width ?? 0)
  })

  it('keeps three hundred reports readable: a row for each day, one day opened', () => {
    const nodes = Array.from({ length: 300 }, (_, n) =>
      report(`r${n}`, `2025-03-${String((n % 10) + 1).padStart(2, '0')}`),
    )
    const voices = Array.from({ length: 60 }, (_, n) => origin(`o${n}`))
    const river = {
      nodes: [...nodes, ...voices],
      links: nodes.map(({ id }, n) => flows(`o${n % 60}`, id)),
      bottlenecks: [],
    }
    const closed = riverLayout(river, undefined, none)
    expect(closed.reports.map(({ kind, holds }) => `${kind} ${holds}`)).toEqual(Array(10).fill('day 30'))
    expect(closed.origins.length).toBe(25)
    expect(closed.origins.find(({ kind }) => kind === 'rest')?.holds).toBe(36)
    expect(riverLayout(river, undefined, new Set(['2025-03-02'])).reports.length).toBe(39)
  })

  it('never puts a box over another, and none outside', () => {
    const nodes = [report('a', null), ...Array.from({ length: 12 }, (_, n) => origin(`o${n}`))]
    const { origins, height } = riverLayout(
      { nodes, links: nodes.slice(1).map(({ id }) => flows(id, 'a')), bottlenecks: [] },
      undefined,
      none,
    )
    const places = origins.map(({ y }) => y).sort((a, b) => a - b)
    for (const [index, y] of places.slice(1).entries())
      expect(y - (places[index] ?? 0)).toBeGreaterThanOrEqual(rowHeight - 0.01)
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(Math.max(...places)).toBeLessThan(height)
  })

  it('leaves with a focus only what it is tied to', () => {
    const river = {
      ...small,
      nodes: [...small.nodes, report('other', '2025-03-06'), origin('elsewhere')],
      links: [...small.links, flows('elsewhere', 'other')],
    }
    const { reports, origins } = riverLayout(river, 'copy', none)
    expect([...origins, ...reports].map(({ id }) => id)).toEqual(['mayor', 'wire', 'copy'])
  })

  it('shows reports that the server gathered as one row that says how many they are', () => {
    const group = { ...report('group:copy', '2025-03-05'), kind: 'group' as const, members: ['copy', 'other'] }
    const { reports } = riverLayout({ ...small, nodes: [...small.nodes, group] }, undefined, none)
    expect(reports.find(({ id }) => id === 'group:copy')).toMatchObject({ kind: 'group', holds: 2 })
  })
})
