import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionsOf } from './regions.ts'

const paragraph =
  'The harbour office said forty barges were waiting outside the lock on Monday, and that none would move before noon.'
const filler = Array.from({ length: 6 }, () => paragraph)

const kindsOf = (blocks: readonly string[]) => {
  const text = blocks.join('\n\n')
  return regionsOf(text, true).regions.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
}

const creditsOf = (line: string) =>
  regionsOf(['Title', ...filler, line].join('\n\n'), true).credits.map(({ name }) => name)

describe('regionsOf', () => {
  it('leaves a report whole', () => {
    expect(kindsOf(['Barges wait', paragraph])).toEqual(['headline: Barges wait', `body: ${paragraph}`])
  })

  it.each([
    ['Original Source: www.lockside.example', ['lockside.example']],
    ['Source: Nordwind Press', ['Nordwind Press']],
    ['Via Canal Post', ['Canal Post']],
    ['This article was originally published by Delta Wire.', ['Delta Wire']],
    ['The post Barges wait appeared first on Harbour Mirror.', ['Harbour Mirror']],
    ['With reporting by Nordwind Press and Delta Wire', ['Nordwind Press', 'Delta Wire']],
    ['Nordwind Press contributed to this report.', ['Nordwind Press']],
    ['(Reporting by Ada Lund; editing by Piet Moor)', []],
    ['Translated from Dutch', []],
    ['© 2025 Delta Wire. All rights reserved.', ['Delta Wire']],
    ['-- Nordwind/DW', ['Nordwind/DW']],
  ])('reads the credit of %j', (line, names) => {
    expect(creditsOf(line)).toEqual(names)
    expect(kindsOf(['Title', ...filler, line]).at(-1)).toBe(`credit: ${line}`)
  })

  it('takes the names of a list of sources, and nothing of a list of topics', () => {
    const text = [
      'Title',
      ...filler,
      '- Sources:\n- lockside.example\n- mdt\n- Topics:\n- Shipping\n- Canals\n(Enrichment data: 15%)',
    ].join('\n\n')
    const { regions, credits } = regionsOf(text, true)
    expect(credits.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['lockside.example', 'lockside.example'],
    ])
    expect(regions.slice(7).map(({ kind }) => kind)).toEqual([
      'credit',
      'credit',
      'credit',
      'clutter',
      'clutter',
      'clutter',
      'clutter',
    ])
  })

  it.each([
    'Leave a Reply',
    'Sign up for our newsletter and never miss a lock',
    'Read also: Ferry fares, what changes in June',
    'Canal Post | News | Sport | Weather | Contact us',
    'Share this article on Facebook',
    'Advertisement',
    'What do you think? Share your thoughts in the comments below!',
  ])('sets %j apart', (line) => {
    expect(kindsOf(['Title', ...filler, line]).at(-1)).toBe(`clutter: ${line}`)
  })

  it('sets a biography and the name above it apart', () => {
    const life = 'Ada Lund is a freelance journalist based in Ghent who has written about rivers for nine years.'
    expect(kindsOf(['Title', ...filler, 'Ada Lund', life]).slice(-2)).toEqual([
      'biography: Ada Lund',
      `biography: ${life}`,
    ])
  })

  it.each([
    'Sources at the ministry: two barges sank.',
    'The lock keeper is a reporter of small things, she said, and then counted forty barges for the ministry again.',
    'Read the river, the old pilots say, and they read it still when forty barges are waiting there.',
    'Subscribers to the water board were told on Monday that levels would fall by 30 centimetres in all locks.',
  ])('leaves %j in the report', (line) => {
    expect(kindsOf(['Title', line, ...filler])[1]).toBe(`body: ${line}`)
  })

  it('puts every visible character into exactly one region', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Sources:', '- a', '\n', 'Leave a Reply'))),
        (parts) => {
          const text = parts.join('\n')
          const seen = new Uint8Array(text.length)
          for (const { start, end } of regionsOf(text, false).regions) seen.fill(1, start, end)
          const missed = [...seen].some((hit, i) => hit === 0 && /[\p{L}\p{N}]/u.test(text[i] ?? ''))
          // A bullet and the digits of a numbered list stand outside the block they head.
          expect(missed && !/^[ \t]*(?:[-*•–‣▪·]|\d{1,2}[.)])[ \t]/m.test(text)).toBe(false)
        },
      ),
    )
  })
})
