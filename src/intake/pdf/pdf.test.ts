import pako from 'pako'
import { describe, expect, it } from 'vitest'
import { column, pdfFile } from '../../../test/fixtures/pdf-file.ts'
import { readCapture } from '../readers.ts'

const read = (bytes: Uint8Array, input = 'note.pdf') =>
  readCapture({ input, bytes, url: undefined, mediaType: undefined })

const note = [
  { text: 'Northern gate of the canal stays shut', y: 760, size: 20 },
  ...column(
    [
      'The northern gate of the canal stayed shut on Monday, the port office said in a note',
      'to skippers. Eleven barges were waiting upstream by the evening, and their crews were',
      'told to expect two days of delay, which the long-standing rules of the water-',
      'way allow.',
    ],
    720,
  ),
  ...column(
    [
      'The office named no reason. A spokesman pointed to divers who had been seen at the',
      'gate on Sunday, and to the under-',
      'standing that long-standing orders are not ex-',
      'plained to the press.',
    ],
    650,
  ),
]

describe('a PDF', () => {
  it('gives its paragraphs, with words put together that a line had parted', async () => {
    const { documents, refusals } = await read(pdfFile([note], { packed: true }))
    expect(refusals).toEqual([])
    expect(documents[0]?.text).toBe(
      'Northern gate of the canal stays shut\n\n' +
        'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers. Eleven barges were waiting ' +
        'upstream by the evening, and their crews were told to expect two days of delay, which the long-standing rules of the waterway allow.\n\n' +
        'The office named no reason. A spokesman pointed to divers who had been seen at the gate on Sunday, and to the understanding ' +
        'that long-standing orders are not explained to the press.',
    )
  })

  it('is read column by column under a headline that runs across', async () => {
    const left = [
      'Eleven barges waited above the',
      'northern gate by the evening,',
      'and the crews slept on board,',
      'the port office said in a note.',
    ]
    const right = [
      'On Tuesday the divers came back',
      'to the gate with a new cable,',
      'and by noon the first of them',
      'was through to the lower quay.',
    ]
    const rows = left.flatMap((text, i) => [
      { text, x: 60, y: 700 - i * 14 },
      { text: right[i] ?? '', x: 320, y: 700 - i * 14 },
    ])
    const { documents } = await read(
      pdfFile([
        [
          { text: 'Barges wait a night and a day at the northern gate', x: 60, y: 760, size: 22 },
          ...rows,
          { text: 'Counted by the port office', x: 60, y: 600 },
        ],
      ]),
    )
    expect(documents[0]?.text).toContain(
      'on board, the port office said in a note.\n\nOn Tuesday the divers came back to the gate',
    )
    expect(documents[0]?.text).toMatch(/lower quay\.\n\nCounted by the port office$/)
  })

  it('keeps the cells of a table in their rows', async () => {
    const table = [
      ['Quay', 'Barges'],
      ['North', '11'],
      ['South', '4'],
    ].flatMap(([a = '', b = ''], i) => [
      { text: a, x: 72, y: 500 - i * 14 },
      { text: b, x: 300, y: 500 - i * 14 },
    ])
    const { documents } = await read(pdfFile([[...note, ...table]]))
    expect(documents[0]?.text).toContain('Quay | Barges\nNorth | 11\nSouth | 4')
  })

  it('leaves out what stands on every page, and joins a paragraph across the break', async () => {
    const page = (number: number, lines: readonly string[]) => [
      { text: 'Port of Marlow, quarterly paper', y: 810, size: 9 },
      ...column(lines, 700),
      { text: `Page ${number} of 3`, x: 280, y: 30, size: 9 },
    ]
    const { documents } = await read(
      pdfFile([
        page(1, [
          'The office counted the barges that waited at the gate through all of the autumn and',
          'found that most of them were',
        ]),
        page(2, ['turned away at night. The crews were told nothing of it, as the harbour master wrote', 'in March.']),
        page(3, ['A second count is planned for the spring, the paper says, when the gate is mended.']),
      ]),
    )
    expect(documents[0]?.text).toContain('most of them were turned away at night.')
    expect(documents[0]?.text).not.toMatch(/quarterly paper|Page \d/)
  })

  it.each([
    ['https://courier.example/gate', 'https://courier.example/gate', 'courier.example'],
    ['https://courier.example/2024/03/the-northern-gate-of-the\u0085', undefined, undefined],
    ['file:///home/ada/gate.html', undefined, undefined],
  ])(
    'that a browser printed is read without what the browser put there, which says where it is from: %s',
    async (address, url, publisher) => {
      const edge = [
        { text: '3/12/24, 9:10 AM', x: 24, y: 820, size: 8 },
        { text: 'Gate shut - Courier', x: 250, y: 820, size: 8 },
        { text: address, x: 24, y: 17, size: 8 },
        { text: '1/1', x: 570, y: 17, size: 8 },
      ]
      const { documents } = await read(pdfFile([[...note, ...edge]]))
      expect(documents[0]).toMatchObject({ url, publisher, published: undefined })
      expect(documents[0]?.text).toMatch(/^Northern gate[\s\S]*to the press\.$/)
    },
  )

  it('keeps links with their words', async () => {
    const lines = [
      { text: 'The gate stays shut, and the crews were told to wait, says', y: 700 },
      { text: 'the port log', x: 72, y: 686 },
      { text: 'of Monday night.', x: 136, y: 686 },
    ]
    const link = { url: 'https://port.example/log', rect: [72, 684, 131, 697] }
    const { documents } = await read(
      pdfFile([lines], { links: [link, { url: 'javascript:alert(1)', rect: link.rect }] }),
    )
    expect(documents[0]?.links).toMatchObject([{ url: 'https://port.example/log', words: { quote: 'the port log' } }])
  })

  it('takes title and author from what it says of itself, and its making for no publication', async () => {
    const lines = column(
      [
        'Barges wait at the gate',
        'for a second night, says the office, and the crews are told to expect two days of delay.',
      ],
      700,
    )
    const { documents } = await read(
      pdfFile([lines], {
        info: { Title: 'Barges wait at the gate', Author: 'Ada Quill', CreationDate: "D:20240312091000+01'00'" },
      }),
    )
    expect(documents[0]).toMatchObject({
      title: 'Barges wait at the gate',
      byline: 'Ada Quill',
      published: undefined,
      created: '2024-03-12T09:10:00+01:00',
    })
  })

  it.each(['Microsoft Word - draft7.doc', 'untitled', 'scan0012.pdf'])('believes no title like %s', async (Title) => {
    const { documents } = await read(pdfFile([note], { info: { Title, Author: 'user1' } }))
    expect(documents[0]).toMatchObject({ title: 'Northern gate of the canal stays shut', byline: undefined })
  })
})

describe('a PDF that cannot be read', () => {
  it('is refused when it has no text, with what to do', async () => {
    const { refusals } = await read(pdfFile([[], []]))
    expect(refusals).toMatchObject([{ input: 'note.pdf', code: 'no-text', says: expect.stringContaining('OCR') }])
  })

  it('is refused when it is protected by a password', async () => {
    const key = '00'.repeat(32)
    const { refusals } = await read(
      pdfFile([note], {
        trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -44 >> /ID [<00> <00>]`,
      }),
    )
    expect(refusals).toMatchObject([{ code: 'unreadable', says: expect.stringContaining('password') }])
  })

  it.each([
    ['cut in the middle of its first page', pdfFile([note]).slice(0, 300)],
    ['nothing but its first line', new TextEncoder().encode('%PDF-1.7\n')],
  ])('is refused when it is %s', async (_, bytes) => {
    const { documents, refusals } = await read(bytes)
    expect(documents).toEqual([])
    expect(refusals).toHaveLength(1)
  })

  it('is read all the same when its table of objects is broken', async () => {
    const text = String.fromCharCode(...pdfFile([note])).replace(/startxref\n\d+/, 'startxref\n7')
    const { documents } = await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
    expect(documents[0]?.title).toBe('Northern gate of the canal stays shut')
  })

  it('runs no script in it', async () => {
    const { documents } = await read(
      pdfFile([note], { catalogue: '/OpenAction << /S /JavaScript /JS (globalThis.ran = true; app.alert\\(1\\)) >>' }),
    )
    expect(documents).toHaveLength(1)
    expect('ran' in globalThis).toBe(false)
  })

  it('is refused when it has more pages than any report, without reading them', async () => {
    const { refusals } = await read(pdfFile(Array.from({ length: 10_000 }, () => [])))
    expect(refusals).toMatchObject([{ code: 'too-large', says: expect.stringContaining('10000 pages') }])
  })

  it('is refused when a stream in it is a bomb', async () => {
    const { refusals } = await read(
      pdfFile([[...note, { text: 'x'.repeat(1), y: 50 }]], { packed: true, catalogue: bomb() }),
    )
    expect(refusals).toMatchObject([{ code: 'too-large' }])
  })

  it('leaves the bytes it was given as they were, of whatever kind', async () => {
    const bytes = Buffer.from(pdfFile([note]))
    expect((await read(bytes)).documents).toHaveLength(1)
    expect(bytes.length).toBeGreaterThan(500)
  })
})

/** The dictionary of an object that would be unpacked to 80 MB of nothing. */
function bomb(): string {
  const data = String.fromCharCode(...pako.deflate(new Uint8Array(80 * 1024 * 1024)))
  return `>>\nendobj\n99 0 obj\n<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data}\nendstream\nendobj\n98 0 obj\n<<`
}
