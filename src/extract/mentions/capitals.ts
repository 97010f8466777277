import {
  capitalisedCommon,
  givenNames,
  nameJoints,
  organisationHeads,
  organisationOpeners,
  personTitles,
  sentenceOpeners,
} from '../../language/en/name-words.ts'
import { placesNamed } from '../../language/places/gazetteer.ts'
import { isBig } from './placing.ts'
import { bare, isVoice, type Reader, sliced } from './reader.ts'
import type { Word } from './words.ts'

/** Does a name begin, or go on, with this word? */
export function isName(reader: Reader, at: number): boolean {
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

/** One past the last word of the run of capitals: "Ministry of Water Resources", "Josef van der Berg". */
export function runEnd(reader: Reader, from: number): number {
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
