import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { addressesIn } from './addresses.ts'
import { tokens } from './tokens.ts'

const wordsOf = (text: string) => tokens.run(documentOf(text), {}).tokens.map((token) => token.text)

describe('tokens', () => {
  it.each([
    ['Crews left Košice and Žižkov.', ['Crews', 'left', 'Košice', 'and', 'Žižkov', '.']],
    ['Łódź asked Đorđe Şahin.', ['Łódź', 'asked', 'Đorđe', 'Şahin', '.']],
    ['The gate opened at 10.45pm on Friday.', ['The', 'gate', 'opened', 'at', '10.45pm', 'on', 'Friday', '.']],
    ['It rose by 10.45 per cent.', ['It', 'rose', 'by', '10.45', 'per', 'cent', '.']],
    ['Kystposten.example and twz.com-led crews', ['Kystposten.example', 'and', 'twz.com', '-', 'led', 'crews']],
    ['Write to desk@kystposten.example today', ['Write', 'to', 'desk@kystposten.example', 'today']],
    ["It wasn't near al-Qaim", ['It', 'was', "n't", 'near', 'al', '-', 'Qaim']],
  ])('cuts "%s" where a reader would', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected)
  })

  it('takes a word with a foreign letter for the name it is', () => {
    const { tokens: found } = tokens.run(documentOf('Ships reached Košice.'), {})
    expect(found.map(({ lemma, pos }) => [lemma, pos])).toContainEqual(['košice', 'PROPN'])
  })

  it('gives offsets whose words stand there', () => {
    const pieces = [
      'Košice',
      ' ',
      '10.45pm',
      'twz.com',
      '-',
      '.',
      '@',
      'Ǆ',
      'İ',
      'ﬁ',
      '“',
      '\u030c',
      'https://a.example/b).',
      '🙂',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const document = documentOf(parts.join(''))
        const { tokens: found } = tokens.run(document, {})
        let before = 0
        for (const { start, end, text } of found) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(document.text.slice(start, end)).toBe(text)
          before = end
        }
      }),
    )
  })

  it('cuts a chain of a hundred thousand hyphens in time', () => {
    const started = process.cpuUsage()
    expect(wordsOf('Jean-'.repeat(100_000))).toHaveLength(200_000)
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000)
  })
})

describe('addresses', () => {
  const addresses = (text: string) => addressesIn(text).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['as twz.com and news.gov.uk wrote', ['twz.com', 'news.gov.uk']],
    ['see (https://polar.example/a?b=c).', ['https://polar.example/a?b=c']],
    ['from www.kystposten.example/tank today', ['www.kystposten.example']],
    ['press@kystposten.example said', ['press@kystposten.example']],
    ['the U.S. Navy, 3.5 m, at 9.am, J. K. Holm and the U.S.in error', []],
    ['It ended.Then it rained... and so on', []],
    ['twz.com.', ['twz.com']],
    ['..twz.com..org.example', ['twz.com', 'org.example']],
  ])('finds those in "%s"', (text, expected) => {
    expect(addresses(text)).toEqual(expected)
  })

  it.each(['a.', 'a-', 'a-b.', '.com', 'a@', 'https:', 'x.co@'])('walks once over a long run of "%s"', (unit) => {
    const started = process.cpuUsage()
    addressesIn(unit.repeat(200_000))
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000)
  })
})
