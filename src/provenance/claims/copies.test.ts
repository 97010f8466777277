import { describe, expect, it } from 'vitest'
import { documentOf, readingOf } from '../../../test/make.ts'
import { contentsOf } from './content.ts'
import { copyLinks } from './copies.ts'

const told = (id: string, text: string) => contentsOf(readingOf(documentOf(`${text}.`, { id }), { statements: [text] }))

describe('copyLinks', () => {
  it('links equal words of two documents, whatever their case', () => {
    const contents = [...told('a1', 'The mill dismissed its weavers'), ...told('a2', 'The mill dismissed its Weavers')]
    expect(copyLinks(contents, [0, 1], [])).toEqual([{ a: 0, b: 1, score: 1 }])
  })

  it('takes a few words for no copy', () => {
    const contents = [...told('a1', 'Nobody left'), ...told('a2', 'Nobody left')]
    expect(copyLinks(contents, [0, 1], [])).toEqual([])
  })

  it('looks only at the statements that are asked for', () => {
    const contents = ['a1', 'a2', 'a3'].flatMap((id) => told(id, 'The mill dismissed its weavers'))
    expect(copyLinks(contents, [0, 2], [])).toEqual([{ a: 0, b: 2, score: 1 }])
  })
})
