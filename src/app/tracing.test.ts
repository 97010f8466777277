import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manyEvents as pile } from '../../test/fixtures/many-events.ts'
import { trace } from '../tracing/trace.ts'
import { traceCollection } from './tracing.ts'

type Bundle = (entryPoints: Readonly<Record<string, string>>, folder: string) => Promise<void>

let folder = ''
beforeAll(async () => {
  const { bundle } = (await import('../../scripts/bundle.mjs' as string)) as { bundle: Bundle }
  folder = await mkdtemp(join(process.cwd(), 'node_modules', '.headwater-threads-'))
  await bundle({ 'trace-worker': 'src/app/trace-worker.ts' }, folder)
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

describe('tracing a collection', () => {
  it('gives the same report in threads as in one go, and says how far it has come', async () => {
    const script = pathToFileURL(join(folder, 'trace-worker.js'))
    const heard: number[] = []
    const report = await traceCollection(pile, [], { threads: 2, script, done: (ready) => heard.push(ready) })
    expect(JSON.stringify(report)).toBe(JSON.stringify(trace(pile)))
    expect(heard.length).toBeGreaterThan(1)
    expect(heard.at(-1)).toBe(pile.length)
  }, 60_000)

  it('tells every thread what people decided', async () => {
    const script = pathToFileURL(join(folder, 'trace-worker.js'))
    const of = { name: 'Port Office' }
    const decision = { kind: 'affiliation' as const, source: { name: 'Hask Courier' }, of }
    const decisions = [{ id: 'd1', at: '2031-05-09T08:00:00Z', by: 'Runa Holt', decision }]
    const report = await traceCollection(pile, [], { threads: 2, script, decisions })
    expect(report.sources.find(({ name }) => name === 'Hask Courier')?.affiliation).toBe('port-office')
    expect(JSON.stringify(report)).toBe(JSON.stringify(trace(pile, [], decisions)))
  }, 60_000)

  it('does without threads where their script is not', async () => {
    const script = pathToFileURL(join(folder, 'nothing.js'))
    const report = await traceCollection(pile.slice(0, 44), [], { threads: 2, script })
    expect(report).toEqual(trace(pile.slice(0, 44)))
  }, 60_000)
})
