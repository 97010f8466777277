import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const { record, recorded, regressions } = (await import('../scripts/bench-history.mjs' as string)) as {
  record: (run: Run, file: string) => void
  recorded: (file: string) => readonly Run[]
  regressions: (before: Run, rows: Run['rows']) => readonly string[]
}

interface Run {
  readonly version: string
  readonly rows: readonly {
    readonly name: string
    readonly value: number
    readonly unit: string
    readonly ratio: number | null
  }[]
}

const row = (name: string, ratio: number | null, value = 1) => ({ name, value, unit: 'ms', ratio })

it('remembers what was measured for each release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'headwater-history-'))
  const file = join(folder, 'history.jsonl')
  expect(recorded(file)).toEqual([])
  const runs = ['0.1.0', '0.2.0'].map((version) => ({ version, rows: [row('read', 2)] }))
  for (const run of runs) record(run, file)
  expect(recorded(file)).toEqual(runs)
  rmSync(folder, { recursive: true })
})

it('tells what became slower beside the same work, whatever the machine', () => {
  const before = {
    version: '0.1.0',
    rows: [row('read', 2, 10), row('trace', 8), row('reuse', 4), row('keep', null, 5), row('gone', 1)],
  }
  const now = [row('read', 2.3, 900), row('trace', 9.3), row('reuse', 1), row('keep', null, 500), row('new', 99)]
  expect(regressions(before, now)).toEqual([
    'trace: 9.3 times what is beside it, 8 in 0.1.0',
    'gone: was measured for 0.1.0, and is not any more',
  ])
})
