import {
  capitalisedCommon,
  eventHeads,
  eventOpeners,
  facilityHeads,
  facilityOpeners,
  givenNames,
  nameJoints,
  organisationHeads,
  organisationLabels,
  organisationOpeners,
  outletHeads,
  outletLabels,
  outletOpeners,
  personTitles,
  placeHeads,
  placePrepositions,
  placeSides,
  productHeads,
  sayingVerbs,
  sentenceOpeners,
  shipPrefixes,
  stateStyles,
  strongPlacePrepositions,
  titleParts,
  townOpeners,
  townsLikeWords,
} from '../../language/en/name-words.ts'
import { findKnown, findNamed, type KnownEntity, startsKnown } from '../../language/entities.ts'
import { type Place, placesNamed, stateAbbreviated } from '../../language/places/gazetteer.ts'
import type { MentionKind } from '../../model/mention.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Draft } from './draft.ts'
import type { Casing, Word } from './words.ts'

/** What the whole document tells about its words' capitals. */
export interface Usage {
  /** Words that stand somewhere in small letters. */
  readonly small: ReadonlySet<string>
  /** Words with a capital inside a sentence, where grammar does not ask for one. */
  readonly capital: ReadonlySet<string>
}

/** The names of one sentence, left to right; a place inside another name follows that name. */
export function namesIn(text: string, words: readonly Word[], casing: Casing, usage: Usage): readonly Draft[] {
  const reader: Reader = { text, words, usage, casing, found: [] }
  let at = 0
  while (at < words.length) at = Math.max(at + 1, readAt(reader, at))
  return reader.found
}

interface Reader {
  readonly text: string
  readonly words: readonly Word[]
  readonly usage: Usage
  readonly casing: Casing
  readonly found: Draft[]
}

const none: readonly Place[] = []

/** Reads what begins at a word and answers where to go on. */
function readAt(reader: Reader, at: number): number {
  const { words } = reader
  const word = words[at]
  if (!word) return at + 1
  const domain =
    word.text.includes('.') &&
    /^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?$/u.test(word.text)
  if (domain && !/^(?:\p{L}\.)+\p{L}?\.?$/u.test(word.text)) return readDomain(reader, at)
  const known = readKnown(reader, at)
  if (known > 0) return known
  const state = readState(reader, at)
  if (state > 0) return state
  if (!isName(reader, at)) return at + 1
  const described = readDescribed(reader, at)
  if (described > 0) return described
  return readRun(reader, at, runEnd(reader, at))
}

function put(
  reader: Reader,
  from: number,
  to: number,
  kind: MentionKind,
  rule: RuleId,
  more: Partial<Draft> = {},
): number {
  const first = reader.words[from]
  const last = reader.words[to - 1]
  if (!first || !last) return to
  const text = reader.text.slice(first.start, last.end)
  reader.found.push({
    start: first.start,
    end: last.end,
    text,
    kind,
    rule,
    sure: 2,
    known: undefined,
    places: none,
    within: undefined,
    ...more,
  })
  return to
}

const kindOf = ({ kind }: KnownEntity): MentionKind =>
  kind === 'outlet' || kind === 'agency' ? 'outlet' : 'organisation'

function readDomain(reader: Reader, at: number): number {
  const entity = findKnown(reader.words[at]?.text ?? '')
  return put(reader, at, at + 1, entity ? kindOf(entity) : 'outlet', 'mentions/domain', { sure: 3, known: entity?.id })
}

/** The "Ill." of "Springfield, Ill.", right after the town that it belongs to. */
function readState(reader: Reader, at: number): number {
  const { words, found } = reader
  const within = found.at(-1)?.within
  const word = words[at]
  if (!within || !word || words[at - 1]?.text !== ',' || found.at(-1)?.end !== words[at - 1]?.start) return 0
  if (stateAbbreviated(word.text)?.name !== within.name) return 0
  return put(reader, at, at + 1, 'place', 'mentions/state', { sure: 3, places: [within] })
}

const longestKnown = 8

/** The longest listed name that begins here; "the" before it is left outside unless it belongs to the name. */
function readKnown(reader: Reader, at: number): number {
  const { words, text, casing } = reader
  const first = words[at]
  if (!first) return 0
  const lead = first.lower === 'the' && words[at + 1]?.capital ? words[at + 1] : first
  if (!lead || !(lead.capital || /^[\p{N}+]/u.test(lead.text)) || !startsKnown(lead.lower)) return 0
  for (let size = Math.min(longestKnown, words.length - at); size > 0; size--) {
    const last = words[at + size - 1]
    if (!last || !/[\p{L}\p{N}]$/u.test(last.text.replace(/\.$/, ''))) continue
    if (size > 1 && !last.capital && !/^(?:company|agency|service|news|press|\d+)$/.test(last.lower)) continue
    const entity = findNamed(text.slice(first.start, last.end))
    // The Holy See is a place that speaks, as capitals do.
    if (!entity || entity.role === 'church' || !isMeant(reader, at, size, entity)) continue
    const from = first.lower === 'the' && !/^The /.test(entity.name) ? at + 1 : at
    const started = reader.found.length
    const end = put(reader, from, at + size, kindOf(entity), 'mentions/known', { sure: 3, known: entity.id })
    if (casing !== 'shout') putPlacesInside(reader, from, end)
    return reader.found.length > started ? end : 0
  }
  return 0
}

/** Common words and small acronyms are names only where something says so. */
function isMeant(reader: Reader, at: number, size: number, entity: KnownEntity): boolean {
  const { words, usage, casing } = reader
  const word = words[at]
  if (!word) return false
  // "The Daily Express Tribune" or "Amnesty Road" is longer than the listed name.
  const next = words[at + size]
  const longer = next?.capital && casing === 'plain' && /^\p{Lu}\p{Ll}/u.test(next.text)
  if (size === 1 && longer && (organisationHeads.has(next.lower) || placeHeads.has(next.lower))) return false
  if (size === 2 && word.lower === 'the') return casing === 'plain' && !(longer && !sayingVerbs.has(next.lower))
  if (size > 1) return true
  if (/^[\p{Lu}\p{N}.&+/-]+$/u.test(word.text)) return casing !== 'shout' || word.text.length > 4
  if (longer && !sayingVerbs.has(next.lower)) return false
  if (usage.small.has(word.lower) || casing !== 'plain')
    return entity.role !== 'magazine' && !usage.small.has(word.lower)
  if (givenNames.has(word.lower) || placesNamed(word.text).length > 0) return isPressContext(reader, at, entity)
  return at > 0 || usage.capital.has(word.lower)
}

/** "Mint reported", "in Time", "according to Focus" against the month, the town or the person of the same name. */
function isPressContext({ words }: Reader, at: number, entity: KnownEntity): boolean {
  if (entity.kind !== 'outlet' && entity.kind !== 'agency') return true
  const before = words[at - 1]?.lower ?? ''
  const after = words[at + 1]?.lower ?? ''
  return before === 'to' || before === 'by' || sayingVerbs.has(after) || outletHeads.has(before)
}

/** "Japan's public broadcaster", "the Ghanaian health ministry": a country, then small words that say which of its bodies. */
function readDescribed(reader: Reader, at: number): number {
  const { words, text } = reader
  const first = words[at]
  if (!first) return 0
  for (let size = 6; size >= 2; size--) {
    const last = words[at + size - 1]
    if (!last || last.capital || !/^\p{L}+$/u.test(last.text)) continue
    const entity = findKnown(text.slice(first.start, last.end))
    if (!entity) continue
    const end = put(reader, at, at + size, kindOf(entity), 'mentions/described', { sure: 3, known: entity.id })
    putPlacesInside(reader, at, end)
    return end
  }
  return 0
}

/** Does a name begin, or go on, with this word? */
function isName(reader: Reader, at: number): boolean {
  const { words, usage, casing } = reader
  const word = words[at]
  if (!word?.capital || word.text === 'I') return false
  if (capitalisedCommon.has(bare(word))) return false
  if (/^(?:AD|BC|BCE|CE)$/.test(word.text) && /\d$/.test(words[at - 1]?.text ?? '')) return false
  const opening = at === 0 || /^["'“‘«(:;–—-]$/.test(words[at - 1]?.text ?? '')
  if (casing === 'plain' && !opening) return !small.test(word.text)
  // "New" opens many sentences, and "New York" some.
  if (words[at + 1]?.capital && placesNamed(sliced(reader, at, at + 2)).length > 0) return true
  if (sentenceOpeners.has(word.lower)) return false
  if (usage.capital.has(word.lower)) return true
  if (usage.small.has(word.lower) && !/^\p{Lu}[\p{Lu}.]+$/u.test(word.text)) return false
  return casing === 'plain' ? opensName(reader, at) : isBig(word.text) || givenNames.has(word.lower)
}

const small =
  /^(?:The|A|An|And|Or|Of|In|On|At|To|For|By|With|From|But|As|It|He|She|They|We|You|His|Her|Their|This|That)$/

/** A word that has its capital from opening a sentence is a name only where more speaks for it. */
function opensName(reader: Reader, at: number): boolean {
  const word = reader.words[at]
  if (!word) return false
  const next = reader.words[at + 1]
  if (givenNames.has(word.lower) || next?.capital) return true
  if (personTitles.has(word.lower.replace(/\.$/, '')) && next?.text === '.') return true
  if (isBig(word.text) || /^\p{Lu}[\p{Lu}\d.-]/u.test(word.text)) return true
  if (word.pos !== 'PROPN') return false
  return placesNamed(word.text).length > 0 || (isVoice(reader, at + 1) && !word.lower.endsWith('s'))
}

/** "Centre", "Mission", "Star": words that say what something is, also where a town bears them. */
const isHead = (word: string): boolean =>
  organisationHeads.has(word) ||
  facilityHeads.has(word) ||
  placeHeads.has(word) ||
  outletHeads.has(word) ||
  eventHeads.has(word)

const bare = (word: Word | undefined): string => word?.lower.replace(/\.$/, '') ?? ''

/** A place that everybody knows: a country, a state, a feature, or a city of some size. */
function isBig(name: string): boolean {
  if (townsLikeWords.has(name.toLowerCase()) || isHead(name.toLowerCase())) return false
  const [first] = placesNamed(name)
  return first !== undefined && (first.what === 'town' || first.what === 'county' ? first.size >= 24 : first.size >= 22)
}

/** One past the last word of the run of capitals: "Ministry of Water Resources", "Josef van der Berg". */
function runEnd(reader: Reader, from: number): number {
  const { words } = reader
  let end = from + 1
  while (end < words.length && end - from < 12) {
    const word = words[end]
    if (!word) break
    if (word.capital && isName(reader, end)) end++
    else if (
      isNumber(word) &&
      words[end - 1]?.end === word.start - 1 &&
      /^\p{Lu}/u.test(words[end - 1]?.text ?? '') &&
      word.text.length < 4 &&
      !words[end + 1]?.text.startsWith('%')
    )
      break
    else if (nameJoints.has(word.lower) && joins(reader, from, end)) end += words[end + 1]?.lower === 'the' ? 2 : 1
    else break
  }
  while (end > from + 1 && !words[end - 1]?.capital) end--
  return end
}

const isNumber = ({ text }: Word): boolean => /^\d+$/.test(text)

/** Does a small word between two capitals belong to the name? */
function joins(reader: Reader, from: number, at: number): boolean {
  const { words } = reader
  const joint = words[at]?.lower ?? ''
  const next = words[at + 1]
  const after = next?.lower === 'the' && joint === 'of' ? words[at + 2] : next
  if (!after?.capital)
    return /^(?:de|van|von|of)$/.test(joint) && words[at + 2]?.capital === true && nameJoints.has(next?.lower ?? '')
  const before = words[at - 1]?.lower ?? ''
  if (joint === 'of' || joint === 'for')
    return (
      organisationOpeners.has(before) ||
      organisationHeads.has(before) ||
      /^(?:gulf|bay|isle|strait|republic|state|horn|cape|battle|treaty|siege|kingdom|emirate|city|duchy|sea|port|tower|states|town|county|province|commonwealth|federation|principality|sultanate|territory|district|island)$/.test(
        before,
      )
    )
  if (joint === 'and' || joint === '&') {
    if (joint === '&') return true
    if (placesNamed(sliced(reader, at - 1, at + 2)).length > 0) return true
    // "Ministry of Trade and Industry", "Food and Drug Administration", never "Paris and London".
    for (let i = from; i < at; i++)
      if (/^(?:ministry|department|office|committee|institute)$/.test(words[i]?.lower ?? '')) return true
    const tail = words[at + 2]
    return tail?.capital === true && organisationHeads.has(tail.lower) && !organisationHeads.has(before)
  }
  if (
    joint === 'on' ||
    joint === 'upon' ||
    joint === 'e' ||
    joint === 'y' ||
    joint === 'und' ||
    joint === 'et' ||
    joint === 'the'
  )
    return joint !== 'on' && joint !== 'the' && false
  return true
}

/** A run may hold several names: "California Gov. Jerry Brown", "Ukrainian President Volodymyr Zelensky". */
function readRun(reader: Reader, from: number, to: number): number {
  const { words } = reader
  let at = from
  let titled = titleBefore(reader, from)
  // "Carmaker Hanseat Automobil" opens a sentence: the label is no part of the name.
  if (organisationLabels.has(words[from]?.lower ?? '') && from + 1 < to) at++
  while (at < to) {
    const word = words[at]
    if (!word) break
    if (isTitle(reader, at, to)) {
      titled = true
      at++
      if (words[at]?.text === '.') at++
      continue
    }
    if (!word.capital) {
      at++
      continue
    }
    const known = at > from ? readKnown(reader, at) : 0
    at = known > 0 ? known : readName(reader, at, to, titled)
    titled = false
  }
  return to
}

/** A word that only announces a person: not the head of "Attorney General's Office", not the last word but before a surname. */
function isTitle({ words }: Reader, at: number, to: number): boolean {
  const word = words[at]
  if (!word) return false
  const bare = word.lower.replace(/\.$/, '')
  if (personTitles.has(bare)) return at + 1 < to || !givenNames.has(bare)
  // "Foreign Minister", "Deputy Prime Minister".
  if (!titleParts.has(bare)) return false
  for (let i = at + 1; i < Math.min(to, at + 5); i++) {
    const next = words[i]?.lower.replace(/\.$/, '') ?? ''
    if (personTitles.has(next)) return true
    if (!titleParts.has(next)) return false
  }
  return false
}

/** "prime minister Ana Lobe", "minister for dams Josue Etoga": a title in small letters right before or a few words back. */
function titleBefore({ words }: Reader, from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 4); i--) {
    const word = words[i]
    if (!word || /^[,;:()"“”]$/.test(word.text) || word.pos === 'VERB' || word.pos === 'AUX') return false
    if (personTitles.has(word.lower.replace(/\.$/, '')))
      return (
        i === from - 1 ||
        (/^(?:for|of)$/.test(words[i + 1]?.lower ?? '') &&
          !/^(?:of|in|for|from|and|the|at)$/.test(words[from - 1]?.lower ?? ''))
      )
  }
  return false
}

/** One name of a run, from `at`; answers where the next begins. */
function readName(reader: Reader, at: number, to: number, titled: boolean): number {
  const { words } = reader
  const place = readPlaceStart(reader, at, to)
  // An adjective or country before a title or another name: "Ukrainian President", "US Special Forces".
  if (place && place.end < to && isTitle(reader, place.end, to)) return putPlace(reader, at, place)
  const head = headOf(reader, at, to, place)
  if (head) {
    const end = put(reader, at, head.end, head.kind, head.rule, {
      sure: 3,
      known: head.kind === 'organisation' ? findKnown(sliced(reader, at, head.end))?.id : undefined,
      places: head.kind === 'place' || head.kind === 'facility' ? placesNamed(sliced(reader, at, head.end)) : none,
    })
    if (head.kind !== 'place' && head.kind !== 'facility' && !isSchool(reader, at, end))
      putPlacesInside(reader, at, end)
    return end
  }
  if (titled && (!place || place.end < to || !place.strong || to - at > 1))
    return putPerson(reader, at, to, 'mentions/title', 3)
  const first = words[at]
  if (
    first &&
    givenNames.has(first.lower.replace(/-.*$/, '')) &&
    to - at >= 2 &&
    !(place && place.end === to && (place.strong || (place.places[0]?.size ?? 0) >= 19))
  ) {
    return putPerson(reader, at, Math.min(to, at + 5), 'mentions/given-name', 3)
  }
  if (place) {
    if (place.end === to || !words[place.end]?.capital) return acceptPlace(reader, at, place)
    if (place.adjective) return putPlace(reader, at, place)
    // "Flora Msigwa" is no namesake of a village called Flora.
    if (!place.strong && place.end - at === 1) return readUnknown(reader, at, to)
    // "Boston Marathon", "Kansas City Chiefs": the name of something else, with the place in it.
    const end = put(reader, at, to, 'other', 'mentions/named-after-place', { sure: 1 })
    putPlacesInside(reader, at, end)
    return end
  }
  return readUnknown(reader, at, to)
}

const sliced = ({ text, words }: Reader, from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)

interface PlaceAt {
  readonly end: number
  readonly places: readonly Place[]
  /** A state, country or feature, or a city of some size. */
  readonly strong: boolean
  readonly adjective: boolean
}

/** The longest place name that begins at a word of the run: "South Florida" and "Republic of Armenia" lie where the rest does. */
function readPlaceStart(reader: Reader, at: number, to: number): PlaceAt | undefined {
  const plain = readListed(reader, at, to)
  const first = reader.words[at]?.lower ?? ''
  const from = placeSides.has(first)
    ? at + 1
    : stateStyles.has(first) && reader.words[at + 1]?.lower === 'of'
      ? at + 2
      : at
  if (from === at || from >= to || !reader.words[from]?.capital) return plain
  const rest = readListed(reader, from, to)
  if (!rest?.strong || rest.adjective || (plain && plain.end >= rest.end)) return plain
  return { ...rest, places: rest.places.filter(({ what }) => what !== 'demonym') }
}

/** The longest name of the gazetteer that begins here. */
function readListed(reader: Reader, at: number, to: number): PlaceAt | undefined {
  for (let end = Math.min(to, at + 5); end > at; end--) {
    if (!reader.words[end - 1]?.capital) continue
    const name = sliced(reader, at, end)
    if (
      name.length < 2 ||
      (/^\p{Lu}{2,5}$/u.test(name) &&
        !/^(?:US|USA|UK|UAE|DRC|DPRK|PRC|PNG|CAR|ROK|BC|NSW|DC|NYC|USSR)$/.test(name) &&
        reader.casing === 'plain' &&
        name.length < 5)
    )
      continue
    const places = placesNamed(name)
    const [first] = places
    if (!first) continue
    return {
      end,
      places,
      strong: isBig(name),
      adjective: first.what === 'demonym',
    }
  }
  return undefined
}

function putPlace(reader: Reader, at: number, place: PlaceAt): number {
  return put(reader, at, place.end, 'place', place.adjective ? 'mentions/demonym' : 'mentions/gazetteer', {
    sure: place.strong ? 3 : 2,
    places: place.places,
    within: place.adjective ? undefined : stateAfter(reader, place.end),
  })
}

/** A town's name is the town where it is a large one, or the words around it say place. */
function acceptPlace(reader: Reader, at: number, place: PlaceAt): number {
  const { words, usage, casing } = reader
  const before = words[at - 1]?.lower ?? ''
  const word = words[at]
  const within = stateAfter(reader, place.end)
  const located = strongPlacePrepositions.has(before) || within !== undefined || isDateline(reader, at, place.end)
  const single = place.end - at === 1
  if (
    single &&
    !located &&
    word &&
    ((usage.small.has(word.lower) && !/^[\p{Lu}.]+$/u.test(word.text)) ||
      (givenNames.has(word.lower) && place.places[0]?.what !== 'country') ||
      townsLikeWords.has(word.lower) ||
      isHead(word.lower) ||
      (!place.strong && !placePrepositions.has(before) && (place.places[0]?.size ?? 0) < 19) ||
      (casing !== 'plain' && !place.strong && !usage.capital.has(word.lower)))
  )
    return casing === 'plain' && !townsLikeWords.has(word.lower) && !isHead(word.lower)
      ? put(reader, at, place.end, 'other', 'mentions/unsure', { sure: 1, places: place.places })
      : place.end
  if (single && !located && !place.strong && isVoice(reader, place.end) && !placePrepositions.has(before))
    return put(reader, at, place.end, 'other', 'mentions/voice', { sure: 1, places: place.places })
  const capital = within?.name === 'District of Columbia' ? 2 : 0
  return put(
    reader,
    at,
    place.end + capital,
    'place',
    place.adjective ? 'mentions/demonym' : located ? 'mentions/located' : 'mentions/gazetteer',
    {
      sure: located || place.strong ? 3 : placePrepositions.has(before) ? 2 : 1,
      places: place.places,
      within,
    },
  )
}

/** The state or country that follows a comma and is followed by a comma or an end: "Springfield, Ill.", "Lagos, Nigeria". */
function stateAfter({ words, text }: Reader, at: number): Place | undefined {
  if (words[at]?.text !== ',') return undefined
  const next = words[at + 1]
  if (!next?.capital) return undefined
  const state = stateAbbreviated(next.text)
  if (state && (next.text.length > 2 || /^\p{Lu}{2}$/u.test(next.text))) return state
  for (let size = 3; size > 0; size--) {
    const last = words[at + size]
    if (!last?.capital) continue
    const [place] = placesNamed(text.slice(next.start, last.end))
    if (place && (place.what === 'country' || place.what === 'state')) return place
  }
  return undefined
}

/** "YAOUNDE, Sept 15 (SCA) -", "KYIV (AP) —": the place a report is sent from. */
function isDateline({ words, text }: Reader, from: number, to: number): boolean {
  if (from > 1) return false
  const after = text.slice(words[to - 1]?.end ?? 0, (words[to - 1]?.end ?? 0) + 60)
  return (
    /^(?:, [\p{L}.]{2,20})?(?:, \p{L}{3,9}\.? \d{1,2}(?:, \d{4})?)?(?: \([^)\n]{2,30}\))? ?(?:[-–—]{1,2}) /u.test(
      after,
    ) || /^ \((?:AP|Reuters|AFP|UPI|Xinhua|TASS|dpa|EFE|CNN)\)/.test(after)
  )
}

/** Is the name before this word one that speaks? */
function isVoice({ words }: Reader, at: number): boolean {
  const next = words[at]?.lower ?? ''
  if (sayingVerbs.has(next)) return true
  if (next === ',' && /^\d{1,3}$/.test(words[at + 1]?.text ?? '')) return true
  return next === ',' && /^(?:who|whose)$/.test(words[at + 1]?.lower ?? '')
}

/** "University of California" stands where its place is, and the place is not spoken of apart. */
const isSchool = (reader: Reader, from: number, to: number): boolean =>
  /\b(?:university|college|school|academy)\b/i.test(sliced(reader, from, to))

interface Head {
  readonly end: number
  readonly kind: MentionKind
  readonly rule: RuleId
}

/** The last word of the run, or the small word after it, that says what the whole thing is. */
function headOf(reader: Reader, at: number, to: number, place: PlaceAt | undefined): Head | undefined {
  const { words } = reader
  const after = smallHead(reader, at, to)
  if (after) return after
  const first = words[at]?.lower.replace(/\.$/, '') ?? ''
  for (let end = to; end > at; end--) {
    const word = words[end - 1]?.lower.replace(/\.$/, '') ?? ''
    const size = end - at
    if (size === 1) break
    if (place && place.end === end && !organisationHeads.has(word)) break
    if (/^(?:of|for)$/.test(words[end - 1]?.lower ?? '')) continue
    if (facilityHeads.has(word)) return { end, kind: 'facility', rule: 'mentions/facility-head' }
    // "Mississippi State" is a team or its university; "Borno State" is a state.
    if (
      word === 'state' &&
      place?.end === end - 1 &&
      place.places[0]?.what === 'state' &&
      place.places[0].country === 'US'
    )
      return { end, kind: 'organisation', rule: 'mentions/organisation-head' }
    if (placeHeads.has(word)) return { end, kind: 'place', rule: 'mentions/place-head' }
    if (organisationHeads.has(word)) return { end, kind: 'organisation', rule: 'mentions/organisation-head' }
    if (outletHeads.has(word)) return { end, kind: 'outlet', rule: 'mentions/outlet-head' }
    if (eventHeads.has(word)) return { end, kind: 'event', rule: 'mentions/event-head' }
    if (productHeads.has(word)) return { end, kind: 'product', rule: 'mentions/product-head' }
    break
  }
  if (to - at < 2) return undefined
  if (organisationOpeners.has(first) && /^(?:of|for)$/.test(words[at + 1]?.lower ?? ''))
    return { end: to, kind: 'organisation', rule: 'mentions/organisation-opener' }
  if (
    /^(?:lake|mount|mt|cape|gulf|strait|loch|rio|river|isle|fort|bay)$/.test(first) &&
    (to - at === 2 || words[at + 1]?.lower === 'of')
  )
    return { end: to, kind: 'place', rule: 'mentions/place-opener' }
  if (eventOpeners.has(first)) return { end: to, kind: 'event', rule: 'mentions/event-opener' }
  if (facilityOpeners.has(first)) return { end: to, kind: 'facility', rule: 'mentions/facility-opener' }
  return undefined
}

/** "Heathrow airport", "Alabuga drone factory", "Mississippi river": a head in small letters, at most one noun between. */
function smallHead(reader: Reader, at: number, to: number): Head | undefined {
  const { words } = reader
  for (let size = 1; size <= 3; size++) {
    const word = words[to + size - 1]
    if (!word || word.capital || !/^\p{L}+$/u.test(word.text)) return undefined
    const last = words[to + size - 2]
    if (last && word.start - last.end > 1) return undefined
    if (
      facilityHeads.has(word.lower) &&
      !/^(?:base|station|club|camp|complex|bar|hall|school|plant|palace|lock|mine|mill|castle|fort|church)s?$/.test(
        word.lower,
      )
    )
      return { end: to + size, kind: 'facility', rule: 'mentions/facility-head' }
    if (
      size === 1 &&
      /^(?:river|sea|island|islands|province|county|oblast|district|peninsula|region|street|road|valley|desert|strait|governorate|state)$/.test(
        word.lower,
      ) &&
      !isAdjective(reader, at, to)
    )
      return {
        end: to + (/^(?:river|sea|oblast|island|islands|peninsula|strait|desert|state)$/.test(word.lower) ? 1 : 0),
        kind: 'place',
        rule: 'mentions/place-head',
      }
    if (word.pos !== 'NOUN' && word.pos !== 'ADJ') return undefined
    if (size === 1 && isAdjective(reader, at, to)) return undefined
  }
  return undefined
}

const isAdjective = (reader: Reader, at: number, to: number): boolean =>
  placesNamed(sliced(reader, at, to))[0]?.what === 'demonym'

function putPerson(reader: Reader, at: number, to: number, rule: RuleId, sure: 1 | 2 | 3): number {
  return put(reader, at, to, 'person', rule, { sure })
}

/** "on the A417", "off the M25", "along the I-95". */
function isRoad({ words }: Reader, at: number): boolean {
  const before = words[at - 1]?.lower === 'the' ? words[at - 2]?.lower : undefined
  return (
    /^(?:[ABM]\d{1,4}|I-\d{1,3})$/.test(words[at]?.text ?? '') &&
    /^(?:on|along|off|near|of|and|from|to|via|between|closed)$/.test(before ?? '')
  )
}

/** Names that no list and no head explains: the words around them and their shape have to do. */
function readUnknown(reader: Reader, at: number, to: number): number {
  const { words, casing } = reader
  const word = words[at]
  if (!word) return to
  const before = words[at - 1]?.lower ?? ''
  const size = to - at
  const text = sliced(reader, at, to)
  const as = (kind: MentionKind, rule: RuleId, sure: 1 | 2 | 3): number =>
    put(reader, at, to, kind, rule, { sure, within: kind === 'place' ? stateAfter(reader, to) : undefined })
  if (/^(?=.*\p{L})(?=.*\d)[\p{L}\p{N}-]+$/u.test(text))
    return isRoad(reader, at) ? as('place', 'mentions/road', 2) : as('product', 'mentions/model-number', 2)
  if (size > 1 && shipPrefixes.has(word.lower)) return as('product', 'mentions/ship', 3)
  if (outletLabels.has(before) || (size > 1 && outletOpeners.has(word.lower))) return as('outlet', 'mentions/label', 3)
  if (organisationLabels.has(before)) return as('organisation', 'mentions/label', 3)
  if (before === 'of' && placeHeads.has(words[at - 2]?.lower ?? '')) return as('place', 'mentions/place-of', 3)
  if (isDateline(reader, at, to) && /^\p{Lu}{3,}/u.test(text)) return as('place', 'mentions/dateline', 2)
  if (size === 1 && /^[\p{Lu}&]{2,7}s?$/u.test(text))
    return isAcronym(reader, at) ? as('organisation', 'mentions/acronym', 1) : to
  if (strongPlacePrepositions.has(before) && size <= 2) return as('place', 'mentions/after-preposition', 1)
  if (size >= 2 && townOpeners.has(bare(word))) return as('place', 'mentions/town-opener', 2)
  if (isBody(reader, at, to)) return as('organisation', 'mentions/ordinary-words', 1)
  if (isVoice(reader, to) || sayingVerbs.has(before))
    return size > 1 ? as('person', 'mentions/voice', 2) : as('other', 'mentions/voice', 1)
  if (size >= 2 && casing === 'plain' && isBig(words[to - 1]?.text ?? '')) {
    const end = as('other', 'mentions/named-after-place', 1)
    putPlacesInside(reader, at, end)
    return end
  }
  if (casing !== 'plain') return to
  if (size >= 2 && size <= 4 && /^[\p{L}'’. -]+$/u.test(text)) return as('person', 'mentions/two-names', 1)
  return size === 1 && isOrdinary(reader, word) ? to : as('other', 'mentions/capitals', 1)
}

/** Capitals that are not shouted: "SECURITY:" heads a paragraph, GUR is a name. */
function isAcronym({ words, usage, casing }: Reader, at: number): boolean {
  const word = words[at]
  if (!word || casing !== 'plain') return false
  const label = at === 0 && /^[:.]$/.test(words[at + 1]?.text ?? '')
  return !label && !(word.text.length > 4 && usage.small.has(word.lower))
}

/** A word that the report, or the language, has in small letters too. */
const isOrdinary = ({ usage }: Reader, { lower, text }: Word): boolean =>
  text.length < 2 || usage.small.has(lower) || townsLikeWords.has(lower) || isHead(lower)

/** "International Office for Food Relief", "Tamarisk Clinics": names made of ordinary words are bodies, not people. */
function isBody(reader: Reader, from: number, to: number): boolean {
  if (to - from < 2) return false
  for (let i = from; i < to; i++) {
    const word = reader.words[i]
    if (!word) break
    if (/^(?:for|and|&)$/.test(word.lower)) return true
    if (i > from && reader.usage.small.has(word.lower) && word.text.length > 3 && !nameJoints.has(word.lower))
      return true
  }
  return false
}

/** Places named inside a longer name: "Russian" in "Russian Foreign Ministry". They are mentions of the place too. */
function putPlacesInside(reader: Reader, from: number, to: number): void {
  const { words } = reader
  for (let at = from; at < to; at++) {
    if (!words[at]?.capital) continue
    const place = readPlaceStart(reader, at, to)
    if (!place || (at === from && place.end === to)) continue
    if (!place.strong && !place.adjective) continue
    if (
      place.end - at === 1 &&
      (givenNames.has(words[at]?.lower ?? '') ||
        (sentenceOpeners.has(words[at]?.lower ?? '') && !/^\p{Lu}{2}/u.test(words[at]?.text ?? '')))
    )
      continue
    put(reader, at, place.end, 'place', 'mentions/inside-a-name', { sure: 2, places: place.places })
    at = place.end - 1
  }
}
