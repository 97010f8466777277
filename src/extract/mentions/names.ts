import { givenNames, organisationLabels, personTitles, titleParts } from '../../language/en/name-words.ts'
import { findKnown } from '../../language/entities.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import type { RuleId } from '../../model/rule.ts'
import { isName, runEnd } from './capitals.ts'
import type { Draft } from './draft.ts'
import { headOf, isSchool } from './heads.ts'
import { readDescribed, readDomain, readKnown } from './listed.ts'
import { acceptPlace, putPlace, putPlacesInside, readPlaceStart, readState } from './placing.ts'
import { none, put, type Reader, sliced, type Usage } from './reader.ts'
import { readUnknown } from './unknown.ts'
import type { Casing, Word } from './words.ts'

/** The names of one sentence, left to right; a place inside another name follows that name. */
export function namesIn(text: string, words: readonly Word[], casing: Casing, usage: Usage): readonly Draft[] {
  const reader: Reader = { text, words, usage, casing, found: [] }
  let at = 0
  while (at < words.length) at = Math.max(at + 1, readAt(reader, at))
  return reader.found
}

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

function putPerson(reader: Reader, at: number, to: number, rule: RuleId, sure: 1 | 2 | 3): number {
  return put(reader, at, to, 'person', rule, { sure })
}
