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

  it.each(['Radio Lindholm', 'The Canal Post', 'Lock & Quay Weekly'])(
    'takes %j above a headline as publisher',
    (name) => {
      const text = `${name}\n\nForty barges wait at the lock\n\n11 March 2025\n\nBy Ada Lund\n\n${body}`
      expect(draftFromText(text, about)).toMatchObject({
        publisher: name,
        title: 'Forty barges wait at the lock',
        published: '2025-03-11',
        byline: 'Ada Lund',
      })
    },
  )

  it.each([
    ['a part of a paper', 'World News', 'Forty barges wait at the lock', '11 March 2025'],
    ['a place', 'North Lindholm', 'Forty barges wait at the lock', '11 March 2025'],
    ['a headline in capitals with a longer one below', 'Barges Wait', 'Forty barges wait at the lock', '11 March 2025'],
    ['a name that no headline follows', 'The Canal Post', '11 March 2025', 'By Ada Lund'],
    ['a name whose next line may be text', 'The Canal Post', 'Forty barges wait at the lock', 'None would move'],
  ])('takes no publisher from %s', (_, ...lines) => {
    const draft = draftFromText(`${lines.join('\n\n')}\n\n${body}`, about)
    expect(draft).toMatchObject({ publisher: undefined, title: lines[0] })
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
