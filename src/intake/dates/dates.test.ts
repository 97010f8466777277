import { describe, expect, it } from 'vitest'
import { statedDate } from './stated-date.ts'
import { writtenDates } from './written-date.ts'

describe('a date in a field for machines', () => {
  it.each([
    ['2024-03-12', '2024-03-12'],
    ['2024-03', '2024-03'],
    ['2024-03-12T09:10:11.123+0100', '2024-03-12T09:10:11+01:00'],
    ['2024-03-12 09:10', '2024-03-12T09:10'],
    ['2024-3-2', '2024-03-02'],
    ['20240312', '2024-03-12'],
    ['20240312T091000Z', '2024-03-12T09:10:00Z'],
    ['Tue, 12 Mar 2024 09:10:00 GMT', '2024-03-12T09:10:00Z'],
    ['12 Mar 24 09:10 EST', '2024-03-12T09:10-05:00'],
    ['Tue Mar 12 09:10:00 CET 2024', '2024-03-12T09:10:00+01:00'],
    ['March 12, 2024', '2024-03-12'],
    ['2024-02-30', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s', (text, expected) => {
    expect(statedDate(text)).toBe(expected)
  })
})

describe('a date in words', () => {
  it.each([
    ['Posted on 3rd of May 2023', ['2023-05-03']],
    ['May 3rd, 2023 at 4:05 p.m.', ['2023-05-03T16:05']],
    ['am 3. März 2023 um 16:05 Uhr', ['2023-03-03T16:05']],
    ['le 1er août 2023', ['2023-08-01']],
    ['3 de septiembre de 2023', ['2023-09-03']],
    ['3 вересня 2023', ['2023-09-03']],
    ['2023年5月3日', ['2023-05-03']],
    ['03.05.2023', ['2023-05-03']],
    ['from 1 May 2023 to 3 May 2023', ['2023-05-01', '2023-05-03']],
    ['version 1.2.2023.4 and 31.02.2023', []],
    ['May 2023', []],
  ])('%s', (text, expected) => {
    expect(writtenDates(text).map(({ iso }) => iso)).toEqual(expected)
  })

  it('in figures is read in the order of its country', () => {
    expect(writtenDates('04/05/2024')[0]?.iso).toBe('2024-05-04')
    expect(writtenDates('04/05/2024', 'month-first')[0]?.iso).toBe('2024-04-05')
    expect(writtenDates('25/05/2024', 'month-first')[0]?.iso).toBe('2024-05-25')
  })

  it('is cut out of its text exactly', () => {
    const text = 'Paris, 12 March 2024, 10:30 – The gate'
    const [found] = writtenDates(text)
    expect(text.slice(found?.start, found?.end)).toBe('12 March 2024, 10:30')
  })
})
