import { describe, expect, it } from 'vitest'
import { docxFile, paragraph, row } from '../../../test/fixtures/docx-file.ts'
import { readCapture } from '../readers.ts'

const read = (bytes: Uint8Array, input = 'note.docx') =>
  readCapture({ input, bytes, url: undefined, mediaType: undefined })

const first = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'
const second = 'Eleven barges were waiting upstream by the evening.'

describe('a Word document', () => {
  it('gives its paragraphs under the one that is set as the title', async () => {
    const { documents, refusals } = await read(
      docxFile(
        paragraph('Gate shut for two days', 'Title') +
          paragraph('12 March 2024') +
          paragraph(first) +
          paragraph(second),
      ),
    )
    expect(refusals).toEqual([])
    expect(documents).toMatchObject([
      {
        id: 'note',
        title: 'Gate shut for two days',
        published: '2024-03-12',
        text: `Gate shut for two days\n\n12 March 2024\n\n${first}\n\n${second}`,
      },
    ])
  })

  it('takes title and author from its properties, and its making for no publication', async () => {
    const { documents } = await read(
      docxFile(paragraph(first), {
        core: '<dc:title>Gate shut for two days</dc:title><dc:creator>Ada Quill</dc:creator><dcterms:created>2024-03-11T08:00:00Z</dcterms:created>',
      }),
    )
    expect(documents).toMatchObject([
      { title: 'Gate shut for two days', byline: 'Ada Quill', published: undefined, created: '2024-03-11T08:00:00Z' },
    ])
  })

  it('keeps tables in rows, and links with their words', async () => {
    const link =
      '<w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:hyperlink r:id="l1"><w:r><w:t>the log</w:t></w:r></w:hyperlink></w:p>'
    const { documents } = await read(
      docxFile(`${paragraph(first)}${link}<w:tbl>${row('Quay', 'Barges')}${row('North', '11')}</w:tbl>`),
    )
    expect(documents[0]?.text).toContain('Quay | Barges\nNorth | 11')
    expect(documents[0]?.links).toMatchObject([{ url: 'https://port.example/log', words: { quote: 'the log' } }])
  })

  it('leaves out what was struck out', async () => {
    const struck =
      '<w:p><w:r><w:t>Nine barges wait.</w:t></w:r><w:del><w:r><w:delText> Perhaps ten.</w:delText></w:r></w:del></w:p>'
    const { documents } = await read(docxFile(paragraph(first) + struck))
    expect(documents[0]?.text).toMatch(/Nine barges wait\.$/)
  })
})

describe('a hostile Word document', () => {
  it.each([
    ['an entity from outside', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['entities in entities', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
  ])('is refused for %s', async (_, before) => {
    const { documents, refusals } = await read(docxFile(paragraph('&e;'), { before }))
    expect(documents).toEqual([])
    expect(refusals).toMatchObject([{ input: 'note.docx', code: 'malformed' }])
  })

  it('is refused when a part is a bomb', async () => {
    const { refusals } = await read(
      docxFile(paragraph(first), { members: { 'word/footnotes.xml': new Uint8Array(80 * 1024 * 1024) } }),
    )
    expect(refusals).toMatchObject([{ code: 'too-large' }])
  }, 20_000)

  it('is not unpacked where it holds no words', async () => {
    const { documents } = await read(
      docxFile(paragraph(first), { members: { 'word/media/a.bmp': new Uint8Array(80 * 1024 * 1024) } }),
    )
    expect(documents).toHaveLength(1)
  }, 20_000)

  it.each([
    [
      'nested ten thousand deep',
      '<w:sdt><w:sdtContent>'.repeat(10_000) + paragraph(first) + '</w:sdtContent></w:sdt>'.repeat(10_000),
    ],
    ['no XML', '<w:p><w:r'],
  ])('gives a refusal or a document, never an exception: %s', async (_, body) => {
    const { documents, refusals } = await read(docxFile(body))
    expect(documents.length + refusals.length).toBe(1)
  })
})
