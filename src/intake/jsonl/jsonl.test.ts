import { expect, it } from 'vitest'
import { readCapture } from '../readers.ts'

const text = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'
const read = (...lines: readonly object[]) =>
  readCapture({
    input: 'reports.jsonl',
    bytes: new TextEncoder().encode(lines.map((line) => JSON.stringify(line)).join('\n')),
    url: undefined,
    mediaType: undefined,
  })

it.each([
  ['2025-03-11', '2025-03-11'],
  ['2025-03-11T09:20:00+01:00', '2025-03-11T09:20:00+01:00'],
  ['Tue, 11 Mar 2025 09:20:00 GMT', '2025-03-11T09:20:00Z'],
  ['11 March 2025', '2025-03-11'],
  ['', undefined],
  [null, undefined],
])('reads “%s” as the day of publication %s', async (published, iso) => {
  const { documents, refusals } = await read({ id: 'a', text, published })
  expect([refusals, documents[0]?.published]).toEqual([[], iso])
})

it('refuses a line whose day of publication is none, by its number, with the remedy, and reads the others', async () => {
  const { documents, refusals } = await read(
    { id: 'a', text, published: 'last Tuesday, or so they say' },
    { id: 'b', text, published: '2025-13-45' },
    { id: 'c', text, published: '2025-03-11' },
  )
  expect(documents.map(({ id }) => id)).toEqual(['c'])
  expect(refusals).toEqual([
    {
      input: 'reports.jsonl:1',
      code: 'malformed',
      says: '“last Tuesday, or so they say” is no day of publication; write 2026-02-03 or 2026-02-03T09:10:00Z, or leave it out',
    },
    expect.objectContaining({ input: 'reports.jsonl:2', code: 'malformed' }),
  ])
})
