import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { analyse } from '../read.ts'
import { tokens } from '../tokens/tokens.ts'
import { times } from './times.ts'

/** Thursday, 19 June 2025. */
const timesIn = (body: string, published: string | undefined = '2025-06-19'): readonly string[] =>
  analyse(documentOf(body, { published }), [tokens, times]).times.map(
    ({ quote, type, value }) => `${quote} = ${type} ${value}`,
  )

describe('times', () => {
  it('counts nothing on from the date of a paper', () => {
    expect(
      timesIn('The quay broke on April 6. A work order dated January 22 was seen. The first call came at 16:12.'),
    ).toEqual(['April 6 = DATE 2025-04-06', 'January 22 = DATE 2025-01-22', '16:12 = TIME 2025-04-06T16:12'])
  })

  it('puts an hour on the last day told of, whatever month or year is named in between', () => {
    expect(
      timesIn('The weir broke on May 3. It was last dredged in January, and built in 1961. At 16:12 the siren failed.'),
    ).toContain('16:12 = TIME 2025-05-03T16:12')
    expect(timesIn('The weir was built in 1961. At 16:12 the siren failed.')).toContain('16:12 = TIME 2025-06-19T16:12')
  })

  it.each([
    ['The plant closed on Tuesday.', ['Tuesday = DATE 2025-06-17']],
    ['The plant will close on Tuesday.', ['Tuesday = DATE 2025-06-24']],
    ['It opened last month.', ['last month = DATE 2025-05']],
    ['It opened two weeks ago.', ['two weeks ago = DATE 2025-W23']],
    ['In June of this year it opened.', ['June of this year = DATE 2025-06']],
    ['It opened on Sept. 14.', ['Sept. 14 = DATE 2024-09-14']],
    ['It opens in mid-2026.', ['mid-2026 = DATE 2026']],
    ['They had answered by Tuesday.', ['Tuesday = DATE 2025-06-17']],
    ['They must answer by Tuesday.', ['Tuesday = DATE 2025-06-24']],
    ['It opened almost two years ago.', ['almost two years ago = DATE 2023']],
    ['It was built in the 1990s.', ['the 1990s = DATE 199']],
    ['Sales fell in the third quarter of 2024.', ['the third quarter of 2024 = DATE 2024-Q3']],
    ['It failed early last year.', ['early last year = DATE 2024']],
    ['It stood in the summer of 1944.', ['the summer of 1944 = DATE 1944-SU']],
    ['He spoke at around 10:40 p.m. on Friday.', ['around 10:40 p.m. on Friday = TIME 2025-06-13T22:40']],
    ['She left this morning.', ['this morning = TIME 2025-06-19TMO']],
    ['The mayor said people could probably go home on Saturday evening.', ['Saturday evening = TIME 2025-06-21TEV']],
    ['The mayor said people could go home on Thursday.', ['Thursday = DATE 2025-06-19']],
    ['The mayor said crews could enter on Tuesday.', ['Tuesday = DATE 2025-06-17']],
    ['She said they could see the smoke on Saturday.', ['Saturday = DATE 2025-06-14']],
    ['Crews could hear it on Saturday.', ['Saturday = DATE 2025-06-14']],
    ['She said crews could not get in on Saturday.', ['Saturday = DATE 2025-06-14']],
    ['The lock may open on Tuesday.', ['Tuesday = DATE 2025-06-24']],
    ['The lock may have opened on Tuesday.', ['Tuesday = DATE 2025-06-17']],
    ['The mine extended its deadline until 9 a.m. Tuesday.', ['9 a.m. Tuesday = TIME 2025-06-24T09:00']],
    ['The boat sails as soon as Tuesday.', ['Tuesday = DATE 2025-06-24']],
    ['The mill agreed to buy the barge in September.', ['September = DATE 2025-09']],
    ['The mill bought the barge in September.', ['September = DATE 2024-09']],
    ['The case is heard in December.', ['December = DATE 2025-12']],
    ['It opened in January nineteen ninety-seven.', ['January nineteen ninety-seven = DATE 1997-01']],
    ['He left at 4 in the morning.', ['4 in the morning = TIME 2025-06-19T04:00']],
    ['It sank on the night of 3 May 2024.', ['the night of 3 May 2024 = TIME 2024-05-03TNI']],
    ['They met from July to November 1954.', ['July = DATE 1954-07', 'November 1954 = DATE 1954-11']],
    ['They met on May 6 and 7, 2024.', ['May 6 = DATE 2024-05-06', '7, 2024 = DATE 2024-05-07']],
    ['Monday, June 16: the lock opened.', ['Monday, June 16 = DATE 2025-06-16']],
    ['It shuts by the end of the year.', ['the end of the year = DATE 2025']],
    ['It shuts by year end.', ['year end = DATE 2025']],
    ['Sales for the full year were flat.', ['the full year = DATE 2025']],
    ['The quay broke last Oct. 23.', ['last Oct. 23 = DATE 2024-10-23']],
    ['The quay set a record on Oct. 6.', ['Oct. 6 = DATE 2024-10-06']],
    ['The quay is set to open on Aug. 6.', ['Aug. 6 = DATE 2025-08-06']],
    ['She will succeed the mayor on Feb. 1.', ['Feb. 1 = DATE 2026-02-01']],
    ['The lease had been scheduled to end on Friday.', ['Friday = DATE 2025-06-13']],
    ['The lease was extended through October.', ['October = DATE 2025-10']],
    ['It earned more in the second half of 2024.', ['the second half of 2024 = DATE 2024-H2']],
    ['It earned more in the first half of this year.', ['the first half of this year = DATE 2025-H1']],
    ['The hearing is in the week of June 23.', ['the week of June 23 = DATE 2025-W26']],
    ['It will one day be the largest.', ['one day = DATE FUTURE_REF']],
    ['One day, a barge came.', ['One day = DATE PAST_REF']],
  ])('dates "%s"', (text, expected) => {
    expect(timesIn(text)).toEqual(expected)
  })

  it.each([
    ['It took four days.', ['four days = DURATION P4D']],
    ['It took only one day.', ['one day = DURATION P1D']],
    ['It took nearly two years.', ['nearly two years = DURATION P2Y']],
    ['The fire burned for half an hour.', ['half an hour = DURATION PT30M']],
    ['They met every month.', ['every month = SET P1M']],
    ['The mill runs daily.', ['daily = SET P1D']],
    ['They met in recent years.', ['recent years = DATE PAST_REF']],
    ['It is closed now.', ['now = DATE PRESENT_REF']],
    ['It earned 3 million in the year ended May 31.', ['the year = DURATION P1Y', 'May 31 = DATE 2025-05-31']],
    ['It lost money in the past two quarters.', ['the past two quarters = DURATION P6M']],
    ['It took weeks or months.', ['weeks or months = DURATION PXW']],
    ['It was a day-long meeting.', ['day-long = DURATION P1D']],
    ['The song lasts a minute and a half.', ['a minute and a half = DURATION PT1M30S']],
    ['The line runs four boats a week.', ['a week = SET P1W']],
    ['It flies on Tuesday nights.', ['Tuesday nights = SET XXXX-WXX-2TNI']],
  ])('measures "%s"', (text, expected) => {
    expect(timesIn(text)).toEqual(expected)
  })

  it.each([
    ['He told USA Today so.'],
    ['She was a guest of "This Week" there.'],
    ['The minister told 60 Minutes that it was closed.'],
    ['The party daily Morgenrot wrote it.'],
    ['It does 15 million sums per second.'],
  ])('takes no name or speed for a time in "%s"', (text) => {
    expect(timesIn(text)).toEqual([])
  })

  it('compares quarters with quarters, and longer accounts with the year before', () => {
    const report = 'In the first quarter it earned 3 million, against 2 million a year earlier.'
    expect(timesIn(report).at(-1)).toBe('a year earlier = DATE 2024-Q1')
    expect(timesIn(`${report} In the nine months it earned 8 million, against 7 million a year earlier.`).at(-1)).toBe(
      'a year earlier = DATE 2024',
    )
  })

  it('compares a quarter with the same period of the year before', () => {
    const report = 'In the first quarter it earned 3 million, against 2 million in the same period last year.'
    expect(timesIn(report).at(-1)).toBe('the same period last year = DATE 2024-Q1')
  })

  it('is no history when the text keeps pointing at its own week', () => {
    const profile =
      'He left in 1962. She followed in 1979. They met in 1980. A son was born in 1991. They came in 1994. It stopped in 1996. This week they met in court on Tuesday.'
    expect(timesIn(profile).slice(-2)).toEqual(['This week = DATE 2025-W25', 'Tuesday = DATE 2025-06-17'])
  })

  it('counts on from the date last told of', () => {
    expect(
      timesIn('The bridge fell on 3 May 2024. Two months later it was rebuilt. The next day it fell again.'),
    ).toEqual(['3 May 2024 = DATE 2024-05-03', 'Two months later = DATE 2024-07', 'The next day = DATE 2024-07-02'])
  })

  it('takes the year of a history from the history', () => {
    const history =
      'War began in 1805. In 1806 he fled. By 1807 it spread. In 1808 it grew. In 1809 it ended. In March peace was made.'
    expect(timesIn(history, '2025-06-19').at(-1)).toBe('March = DATE 1809-03')
  })

  it.each([
    ['It closed on Tuesday.', ['Tuesday = DATE XXXX-WXX-2']],
    ['It closed yesterday.', ['yesterday = DATE XXXX-XX-XX']],
    ['It closed last month.', ['last month = DATE XXXX-XX']],
    ['It closed on Sept. 14.', ['Sept. 14 = DATE XXXX-09-14']],
  ])('invents no date for "%s" when publication is unknown', (text, expected) => {
    expect(timesIn(text, '')).toEqual(expected)
  })

  it.each([['They may march on.'], ['It cost 1999 dollars.'], ['The 12-year-old second violin sat down.']])(
    'finds no time in "%s"',
    (text) => {
      expect(timesIn(text)).toEqual([])
    },
  )
})
