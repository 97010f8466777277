import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import type { Quantity } from '../../model/quantity.ts'
import { analyse } from '../read.ts'
import { times } from '../times/times.ts'
import { tokens } from '../tokens/tokens.ts'
import { quantities } from './quantities.ts'

const quantitiesIn = (body: string): readonly Quantity[] =>
  analyse(documentOf(body, { published: '2025-06-19' }), [tokens, times, quantities]).quantities

/** "words: low..high unit of what per what", as a reader would note it down. */
const noted = ({ quote, low, high, approximate, vague, unit, of, per }: Quantity): string =>
  `${quote}: ${low ?? ''}..${high ?? ''}${approximate ? '~' : ''}${vague ? '?' : ''}` +
  `${unit ? ` ${unit}` : ''}${of ? ` of ${of}` : ''}${per ? ` per ${per}` : ''}`

describe('quantities', () => {
  it.each([
    ['The yard hired 340 military builders.', ['340: 340..340 of military builders']],
    ['More than 200 people live in each block.', ['More than 200: 200.. of people']],
    ['At least twenty-six sailors were found.', ['At least twenty-six: 26.. of sailors']],
    ['Up to 12 tankers wait outside.', ['Up to 12: ..12 of tankers']],
    ['The yard will scale up to 5,000 boats.', ['5,000: 5000..5000 of boats']],
    ['The yard will ramp its output up to 90 boats.', ['90: 90..90 of boats']],
    ['The yard will add more, and up to 90 boats wait.', ['up to 90: ..90 of boats']],
    ['The yard raised its fleet to 90 boats.', ['90: 90..90 of boats']],
    ['Fewer than twenty houses stand.', ['Fewer than twenty: ..20 of houses']],
    ['Nearly 30 doctors resigned.', ['Nearly 30: ..30~ of doctors']],
    ['Around 25,000 workers will come.', ['Around 25,000: 25000..25000~ of workers']],
    ['Some 1,200 tents were sent.', ['Some 1,200: 1200..1200~ of tents']],
    ['Half a million votes were counted.', ['Half a million: 500000..500000 of votes']],
    [
      'Two thousand four hundred and eighty persons slept there.',
      ['Two thousand four hundred and eighty: 2480..2480 of persons'],
    ],
    ['A 120-seat ferry sank.', ['120: 120..120 of seat']],
    ['A dozen ships left.', ['A dozen: 12..12 of ships']],
    ['He sold two dozen carpets.', ['two dozen: 24..24 of carpets']],
  ])('reads how many in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected)
  })

  it.each([
    ['Dozens of cars burned.', ['Dozens: 24..99? of cars']],
    ['Hundreds of thousands of voters stayed away.', ['Hundreds of thousands: 200000..999999? of voters']],
    [
      'They waited with several hundred others for tens of thousands of visas.',
      ['several hundred: 200..999? of others', 'tens of thousands: 20000..99999? of visas'],
    ],
  ])('keeps a vague magnitude as an interval in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected)
  })

  it.each([
    ['The firm paid $1.2bn for it.', ['$1.2bn: 1200000000..1200000000 dollar']],
    ['It costs €3m.', ['€3m: 3000000..3000000 euro']],
    ['They lost 340 million CFA francs.', ['340 million CFA francs: 340000000..340000000 CFA franc']],
    ['The dam is 31 metres high.', ['31 metres: 31..31 metre of dam']],
    ['A storm of 50mph hit the coast.', ['50mph: 50..50 mile per hour of storm']],
    [
      'Fires burned 2.3 million hectares of spring wheat.',
      ['2.3 million hectares: 2300000..2300000 hectare of spring wheat'],
    ],
    [
      'The lake lost 9 million cubic metres of water.',
      ['9 million cubic metres: 9000000..9000000 cubic metre of water'],
    ],
    ['Only 61 percent of the cells could be sold.', ['61 percent: 61..61 percentage of cells']],
    ['Children under the age of 5 years stay free.', ['under the age of 5 years: ..5 year of age']],
    ['The median age was 38.', ['38: 38..38 year of age of median age']],
    ['The ferry line paid PS21,700 for it.', ['PS21,700: 21700..21700 pound sterling']],
    ['A grain weighs 2.5×10−6 grams.', ['2.5×10−6 grams: 0.0000025..0.0000025 gram of grain']],
    ['The forward averages 15.3 ppg.', ['15.3 ppg: 15.3..15.3 point per game']],
    ['A third of the staff left.', ['A third: 33.3333..33.3333~ percentage of staff']],
    ['One in five nurses is ill.', ['One in five: 20..20 percentage of nurses']],
  ])('reads how much in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected)
  })

  it.each([
    ['They send from 2,000 to 5,000 workers a month.', ['2,000 to 5,000: 2000..5000 of workers per month']],
    ['Between 5 and 7 buses came.', ['5 and 7: 5..7 of buses']],
    ['The hall holds 10-15 people.', ['10-15: 10..15 of people']],
    ['It will take four to five thousand tonnes.', ['four to five thousand tonnes: 4000..5000 tonne']],
    [
      'The scars cover 46,100 hectares, give or take 2,000.',
      ['46,100 hectares, give or take 2,000: 44100..48100~ hectare of scars'],
    ],
    [
      'It is a trade of 9 million pesos ($160,000) a year.',
      ['9 million pesos: 9000000..9000000 peso of trade per year', '$160,000: 160000..160000 dollar of trade'],
    ],
    ['The plant loses 38 million euros a month.', ['38 million euros a month: 38000000..38000000 euro per month']],
  ])('reads ranges and rates in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected)
  })

  it.each([
    ['At least 17 dead after the flood.', ['At least 17: 17.. of people']],
    ['The fire injured 11.', ['11: 11..11 of people']],
    [
      'Crews saved 412 people, compared with about 340 on Monday.',
      ['412: 412..412 of people', 'about 340: 340..340~ of people'],
    ],
    ['Turnout was 62 percent.', ['62 percent: 62..62 percentage of Turnout']],
    ['Regulator puts harbour leak at 14 tonnes\n\nThe gate is shut.', ['14 tonnes: 14..14 tonne of harbour leak']],
    ['The firm cut its orders for next year by 30 percent.', ['30 percent: 30..30 percentage of orders']],
    [
      'The damage was put at 48 million pesos ($830,000).',
      ['48 million pesos: 48000000..48000000 peso of damage', '$830,000: 830000..830000 dollar of damage'],
    ],
    ['It buys 40 boats today and 70 next year.', ['40: 40..40 of boats', '70: 70..70 of boats']],
    ['She wrote a 12 page letter.', ['12: 12..12 of page']],
    ['He made a mistake or two.', ['two: 2..2 of mistake']],
    ['The gauge showed 1,204.5, up 8.2 points.', ['1,204.5: 1204.5..1204.5 of points', '8.2: 8.2..8.2 of points']],
    ['It has 35m of its Kettle devices in use.', ['35m: 35000000..35000000 of Kettle devices']],
    ['Of these, 11 of the 23 members who boarded died.', ['11: 11..11 of members', '23: 23..23 of members']],
  ])('finds what an elided number counts in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(noted)).toEqual(expected)
  })

  it.each([
    ['The talks began on 14 March 2024 at 10:40 p.m.'],
    ['A T-72, a Geran-2 and a Boeing 737 were seen.'],
    ['No one came to Room 14 of No. 5.'],
    ['They won 3-1 in the 1990s.'],
    ['Call 555-010-1234.'],
    ['Covid-19 came in 2020.'],
    ['It stands at 49 Harbour Road.'],
    ['The S&P 500 and a PS5 were named.'],
    ['A six-speed gearbox is fitted.'],
  ])('counts nothing in "%s"', (text) => {
    expect(quantitiesIn(text).map(noted)).toEqual([])
  })

  it.each([
    ['Shares rose 6.5%.', 'up'],
    ['Exports fell by 7 percent.', 'down'],
    ['The mill grew sales by 35 percent.', 'up'],
    ['The mill cut its sales of flour by 35 percent.', 'down'],
    ['It holds more than 9 litres.', '>'],
    ['It holds less than 9 litres.', '<'],
    ['It holds about 9 litres.', '~'],
    ['It holds 9 litres.', '='],
  ])('tells the change in "%s"', (text, expected) => {
    expect(quantitiesIn(text).map(({ change }) => change)).toEqual([expected])
  })

  it('lends the change to the same amount said another way', () => {
    expect(quantitiesIn('The index lost 190 points, or 0.6%.').map(({ change }) => change)).toEqual(['down', 'down'])
    expect(quantitiesIn('It lies some seven miles (11 km) out.').map(({ change }) => change)).toEqual(['~', '='])
  })

  it('gives spans whose words stand in the text, whatever the text', () => {
    const text = '“İstanbul: 1,200 people”, 3½ km — $-50.8bn … half a m 12 12 12 , , 1,1,1,1 a a a 10-10-10 𝟙 9 %'
    for (const { start, end, quote } of quantitiesIn(text)) expect(text.slice(start, end)).toBe(quote)
  })
})
