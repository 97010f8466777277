import { describe, expect, it } from 'vitest'
import { draftFromText } from './plain-text.ts'

const about = { id: 'x', input: 'x.txt', url: undefined }
const body =
  'The harbour office said forty barges were waiting outside the lock on Monday.\n\nNone would move before noon.'

describe('draftFromText', () => {
  it('takes the first line as title and the rest as body', () => {
    expect(draftFromText(`Barges wait at lock\n\n${body}`, about)).toMatchObject({ title: 'Barges wait at lock', body })
  })

  it('leaves the name and slogan of a site out, and takes it as publisher', () => {
    const text = `canalpost.example\n\nBreaking news and insights at canalpost.example\n\nBarges wait at lock\n\n${body}`
    expect(draftFromText(text, about)).toMatchObject({
      title: 'Barges wait at lock',
      publisher: 'canalpost.example',
      body,
    })
  })

  it.each([
    ['By Ada Lund', { byline: 'Ada Lund' }],
    ['By Ada Lund in Ghent', { byline: 'Ada Lund' }],
    ['11 March 2025', { published: '2025-03-11' }],
    ['Published: Tuesday, March 11, 2025, 09:20', { published: '2025-03-11T09:20' }],
    ['2025-03-11', { published: '2025-03-11' }],
    ['By the time the lock opened, forty barges were waiting', { byline: undefined }],
    ['March of the barges', { published: undefined }],
  ])('reads %j under the title', (line, expected) => {
    expect(draftFromText(`Barges wait at lock\n\n${line}\n\n${body}`, about)).toMatchObject(expected)
  })

  it('keeps a text without a title whole', () => {
    expect(draftFromText(body, about)).toMatchObject({ title: undefined, body })
  })

  it('knows a hard-wrapped paragraph from a title', () => {
    const wrapped =
      'The harbour office said that forty barges were waiting outside the\nlock on Monday, and that none of them would move before noon.'
    expect(draftFromText(wrapped, about)).toMatchObject({ title: undefined, body: wrapped })
  })
})
