import { expect, it } from 'vitest'
import type { ReportDocument } from '../../model/report.ts'
import { sharedWords } from './shared-words.ts'

const documentOf = (id: string, text: string, title: string | null = null): ReportDocument => ({
  id,
  title,
  publisher: null,
  byline: null,
  published: null,
  url: null,
  language: 'en',
  sha256: '',
  words: 0,
  text,
})
const passage = (start: number, end: number, from = 'wire') => ({
  document: 'copy',
  start,
  end,
  from,
  fromStart: 2,
  fromEnd: 2 + end - start,
})
const shown = (found: ReturnType<typeof sharedWords>): string =>
  found.pieces.map(({ text, shared }) => (shared ? `[${text}]` : text)).join('')

it('marks what the other report has too, from either side', () => {
  const copy = {
    document: documentOf('copy', 'Nine boats sank off the quay.'),
    passages: [passage(5, 15)],
    derivations: [],
  }
  expect(shown(sharedWords(copy, 'wire'))).toBe('Nine [boats sank] off the quay.')
  const wire = { document: documentOf('wire', '- boats sank, it said.'), passages: [passage(5, 15)], derivations: [] }
  expect(shown(sharedWords(wire, 'copy'))).toBe('- [boats sank], it said.')
  expect(shown(sharedWords(copy, 'somebody'))).toBe('Nine boats sank off the quay.')
})

it('begins behind the title, joins what overlaps, and is cut where it is long', () => {
  const document = documentOf('copy', 'Boats lost\n\nNine boats sank off the quay.', 'Boats lost')
  const found = sharedWords({ document, passages: [passage(17, 27), passage(20, 31)], derivations: [] }, 'wire', 20)
  expect(shown(found)).toBe('Nine [boats sank][ off] ')
  expect([found.cutBefore, found.cutAfter]).toEqual([false, true])
})

it('goes to the place where the two first share words, where that is far down', () => {
  const text = `${'Other words stand here.\n'.repeat(100)}Nine boats sank.`
  const at = text.indexOf('Nine')
  const document = documentOf('copy', text)
  const found = sharedWords({ document, passages: [passage(at, at + 15)], derivations: [] }, 'wire')
  expect(found.cutBefore).toBe(true)
  expect(shown(found)).toMatch(/^Other words[\s\S]*\[Nine boats sank\]\.$/)
})
