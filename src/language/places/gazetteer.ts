import type { Extent } from '../../model/mention.ts'
import { countries } from './countries.ts'
import { features } from './features.ts'
import { foldName } from './fold.ts'
import { gazetteerData } from './gazetteer.data.ts'
import { provinces, usStates } from './states.ts'

/** A place that a name may mean. */
export interface Place {
  /** Its own name, for a country or state also where the text has an adjective or abbreviation of it. */
  readonly name: string
  /** Degrees, WGS 84. */
  readonly latitude: number
  readonly longitude: number
  /** ISO 3166-1 alpha-2; empty for what lies in no single state. */
  readonly country: string
  /** First-level division as GeoNames codes it: `IL` within the United States. */
  readonly admin1: string
  /** 1.4 times the binary logarithm of its inhabitants, 0..35; a million are 28. */
  readonly size: number
  readonly what: 'country' | 'demonym' | 'state' | 'county' | 'town' | 'feature'
  /** What its degrees stand for; undefined for a people, which lies nowhere. */
  readonly extent: Extent | undefined
}

/** All places known by this name, the states and features before the towns, the towns by size. */
export function placesNamed(name: string): readonly Place[] {
  if (name.length > longestName) return []
  const asked = answers.get(name)
  if (asked) return asked
  const found = lookUp(name)
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(name, found)
  return found
}

const longestName = 60

/** What was asked lately: a report asks for the same few names again and again. */
const answers = new Map<string, readonly Place[]>()
const mostAnswers = 4096

function lookUp(name: string): readonly Place[] {
  const { exact, folded } = overlay()
  const written = exact.get(name)
  if (written) return written
  if (/^[\p{Lu}.]{2,5}$/u.test(name) && name.includes('.')) return []
  const key = foldName(name)
  return [...(folded.get(key) ?? []), ...towns(key)]
}

/** The state that an abbreviation after a comma means: "Springfield, Ill." and "Portland, ME". */
export function stateAbbreviated(text: string): Place | undefined {
  const bare = text.replace(/\.$/, '')
  return overlay().abbreviations.get(bare)
}

interface Overlay {
  readonly exact: ReadonlyMap<string, readonly Place[]>
  readonly folded: ReadonlyMap<string, readonly Place[]>
  readonly abbreviations: ReadonlyMap<string, Place>
}

let built: Overlay | undefined

/** Countries, states, adjectives and features, keyed once at the first question. */
function overlay(): Overlay {
  if (built) return built
  const exact = new Map<string, Place[]>()
  const folded = new Map<string, Place[]>()
  const abbreviations = new Map<string, Place>()
  const put = (name: string, place: Place): void => {
    const short = /^[\p{Lu}.]{2,6}$/u.test(name)
    const map = short ? exact : folded
    const key = short ? name : foldName(name)
    const list = map.get(key)
    if (list) list.push(place)
    else map.set(key, [place])
  }
  for (const [country, name, demonyms, others, , latitude, longitude] of countries) {
    const land: Place = { name, latitude, longitude, country, admin1: '', size: 35, what: 'country', extent: 'country' }
    for (const other of [name, ...others.split('|')]) if (other !== '') put(other.replace(/^The /, ''), land)
    for (const word of demonyms.split('|'))
      for (const form of [word, `${word}s`]) put(form, { ...land, what: 'demonym', extent: undefined })
  }
  for (const [admin1, short, name, latitude, longitude] of usStates) {
    const state: Place = { name, latitude, longitude, country: 'US', admin1, size: 31, what: 'state', extent: 'area' }
    put(name, state)
    abbreviations.set(admin1, state)
    for (const form of short.split('|')) {
      abbreviations.set(form.replace(/\.$/, ''), state)
      if (/\.\p{Lu}|\p{Lu}\.\p{Lu}/u.test(form)) put(form, state)
    }
  }
  for (const [country, admin1, short, name, latitude, longitude] of provinces) {
    const province: Place = { name, latitude, longitude, country, admin1, size: 30, what: 'state', extent: 'area' }
    if (name !== 'Victoria') put(name, province)
    for (const form of short.split('|')) {
      const bare = form.replace(/\.$/, '')
      if (!abbreviations.has(bare)) abbreviations.set(bare, province)
      if (/\.\p{Lu}/u.test(form) || form === 'BC' || form === 'NSW') put(form, province)
    }
  }
  for (const [names, latitude, longitude, what] of features) {
    const [first = names] = names.split('|')
    const place: Place = {
      name: first,
      latitude,
      longitude,
      country: '',
      admin1: '',
      size: 30,
      what: what === 'people' ? 'demonym' : 'feature',
      extent: what === 'people' ? undefined : what === 'site' || what === 'area' ? 'spot' : 'area',
    }
    for (const name of names.split('|')) put(name, place)
  }
  built = { exact, folded, abbreviations }
  return built
}

/** Looked up in the packed text itself, by halving: nothing is parsed before it is asked for. */
function towns(key: string): readonly Place[] {
  let low = 0
  let high = gazetteerData.length
  while (low < high) {
    const start = gazetteerData.lastIndexOf('\n', (low + high) >> 1) + 1
    const end = gazetteerData.indexOf('\n', start)
    const tab = gazetteerData.indexOf('\t', start)
    if (end < 0 || tab < 0) return []
    const here = gazetteerData.slice(start, tab)
    if (here === key) return unpack(key, gazetteerData.slice(tab + 1, end))
    if (here < key) low = end + 1
    else high = start - 1
    if (high < 0) return []
  }
  return []
}

/** Two letters of country, three digits to base 36 of latitude and of longitude in hundredths, size, type, division. */
function unpack(name: string, packed: string): readonly Place[] {
  return packed.split(',').flatMap((entry): readonly Place[] => {
    const country = entry.slice(0, 2)
    const what = entry[9] === 'A' ? 'state' : entry[9] === 'B' ? 'county' : 'town'
    // The list of states has better middles than the mean of their towns.
    if (what === 'state' && country === 'US') return []
    return [
      {
        name,
        latitude: (Number.parseInt(entry.slice(2, 5), 36) - 9000) / 100,
        longitude: (Number.parseInt(entry.slice(5, 8), 36) - 18000) / 100,
        country,
        admin1: entry.slice(10),
        size: Number.parseInt(entry[8] ?? '0', 36),
        what,
        extent: what === 'town' ? 'spot' : 'area',
      },
    ]
  })
}
