import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { traceExample } from '../../../test/example-reports.ts'
import { awkward, lone, nothing } from '../../../test/fixtures/edge-reports.ts'
import { glassworks } from '../../../test/fixtures/glassworks.ts'
import { hostileReport } from '../../../test/fixtures/noted.ts'
import { pythonWith } from '../../../test/fixtures/python.ts'
import { written } from '../../../test/fixtures/written.ts'
import { timestamp } from '../naming/moments.ts'
import type { Cell } from './sheet.ts'
import { workbook } from './workbook.ts'
import { sheetsOf, xlsx } from './xlsx.ts'

const python = pythonWith('openpyxl')
const bytesOf = (pieces: Iterable<Uint8Array>): Uint8Array => Buffer.concat([...pieces])
const opened = (bytes: Uint8Array): Record<string, Cell[][]> =>
  JSON.parse(
    python?.run(
      `import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cell = lambda c: [c.data_type, c.value.isoformat() if hasattr(c.value, 'isoformat') else c.value]
print(json.dumps({sheet.title: [[cell(c) for c in row] for row in sheet.iter_rows()] for sheet in book}))`,
      written('book.xlsx', bytes),
    ) ?? '{}',
  )
const small = (rows: Iterable<readonly Cell[]>, limit?: number) =>
  bytesOf(workbook([{ name: 'one', columns: [{ title: 'a', width: 9 }], rows }], limit))

describe.each([
  ['the glassworks', glassworks()],
  ['hostile words', hostileReport()],
  ['reports as they really come', awkward()],
  ['one claim without an origin', lone()],
  ['nothing', nothing()],
  ['the story of tank seven', await traceExample('tank-seven')],
  ['the story of Herring Quay', await traceExample('herring-quay')],
])('%s as a workbook', (_, report) => {
  it.skipIf(!python)('is opened by openpyxl with every row and value', () => {
    const book = opened(bytesOf(xlsx(report)))
    expect(Object.keys(book)).toEqual([
      'about',
      'claims',
      'statements',
      'origins',
      'derivations',
      'findings',
      'refusals',
    ])
    for (const { name, rows } of sheetsOf(report)) {
      const wanted = [...rows].map((row) => row.map(shown))
      const found = (book[name] ?? []).slice(1).map((row) => row.map((cell) => (cell as unknown as Cell[])[1] ?? ''))
      expect(found.map((row) => row.map(shown))).toEqual(wanted)
    }
  })

  it.skipIf(!python)('holds no formula, and numbers and days as such', () => {
    const cells = Object.values(opened(bytesOf(xlsx(report)))).flat(2) as unknown as [string, unknown][]
    expect(cells.filter(([type]) => type === 'f')).toEqual([])
    for (const [type] of cells) expect(['s', 'n', 'd']).toContain(type)
  })

  it('is the same each time', () => {
    expect(bytesOf(xlsx(report))).toEqual(bytesOf(xlsx(report)))
  })
})

/** A cell as it comes back: without what XML has no place for, days as Python says them. */
function shown(cell: Cell | undefined): Cell {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object')
    return cell.date.length < 10 ? cell.date : (timestamp(cell.date)?.slice(0, 19) ?? cell.date)
  if (typeof cell !== 'string') return cell
  const held = cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff\ud800]/g, '')
  return held.length > 32_767 ? `${held.slice(0, 32_766)}…` : held
}

it.skipIf(!python).each([
  ['=1+1', '=1+1'],
  ['+1', '+1'],
  ['@SUM(A1)', '@SUM(A1)'],
  ['-cmd|calc', '-cmd|calc'],
  [' kept  blanks ', ' kept  blanks '],
  ['🏭 <&>', '🏭 <&>'],
])('keeps the words %j', (text, kept) => {
  expect(opened(small([[text]])).one?.[1]).toEqual([['s', kept]])
})

it.skipIf(!python).each([
  [{ date: '2025-06-19' }, ['d', '2025-06-19T00:00:00']],
  [{ date: '2025-06-19T09:30:00+02:00' }, ['d', '2025-06-19T07:30:00']],
  [{ date: '2025-06' }, ['s', '2025-06']],
  [{ date: '2025-02-30' }, ['s', '2025-02-30']],
  [{ date: 'last week' }, ['s', 'last week']],
  [-2.5, ['n', -2.5]],
])('types %j', (cell, found) => {
  expect(opened(small([[cell]])).one?.[1]).toEqual([found])
})

it('marks what begins like a formula as words, also when it is typed over', () => {
  const { 'xl/worksheets/sheet1.xml': xml, 'xl/styles.xml': styles } = unzipSync(small([['=1+1'], ['plain']]))
  expect(strFromU8(styles ?? new Uint8Array())).toContain('<xf quotePrefix="1"/>')
  expect(strFromU8(xml ?? new Uint8Array())).toContain('<c r="A2" s="4" t="inlineStr">')
})

it('writes letters that look like an escape so that they stay as they are', () => {
  const { 'xl/worksheets/sheet1.xml': xml } = unzipSync(small([['a _x0041_ b']]))
  expect(strFromU8(xml ?? new Uint8Array())).toContain('>a _x005F_x0041_ b<')
})

it('cuts a cell at what Excel holds', () => {
  const { 'xl/worksheets/sheet1.xml': xml } = unzipSync(small([['🏭'.repeat(20_000)]]))
  const [, text = ''] = /r="A2".*?preserve">([^<]*)</.exec(strFromU8(xml ?? new Uint8Array())) ?? []
  expect(text.length).toBeLessThanOrEqual(32_767)
  expect(text.endsWith('🏭…')).toBe(true)
})

it.skipIf(!python)('goes on in another sheet where one is full', () => {
  const book = opened(
    small(
      Array.from({ length: 7 }, (_, i) => [i]),
      4,
    ),
  )
  expect(Object.entries(book).map(([name, rows]) => [name, rows.length])).toEqual([
    ['one', 4],
    ['one 2', 4],
    ['one 3', 2],
  ])
})

it('keeps the head in sight and lets it be filtered', () => {
  const { 'xl/worksheets/sheet1.xml': xml } = unzipSync(small([['x']]))
  expect(strFromU8(xml ?? new Uint8Array())).toMatch(/state="frozen".*<autoFilter ref="A1:A2"\/>/)
})
