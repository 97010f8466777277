import { bodyNouns, officers, spokespersons } from '../../language/en/voice-words.ts'
import type { Mention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { overlap } from '../../model/span.ts'
import { tokenRange } from '../claims/content.ts'
import { calendar } from './can-speak.ts'
import { listed } from './listed.ts'
import { compare, fold, isAcronym, wordsOf } from './names.ts'
import { openersOf } from './openers.ts'

/** Words that name a person, a body or an outlet in one document. `full` is the fullest name the document gives it. */
export interface Named extends Span {
  readonly words: string
  readonly full: string
  readonly kind: 'person' | 'body' | 'outlet'
}

/** All names of a document that could speak: its mentions, and capitalised names among the words that name sources. */
export function namesIn(reading: Reading): readonly Named[] {
  const fullest = fullestNames(reading)
  const isOpener = openersOf(reading)
  const settled = settlements(reading)
  const found: Named[] = []
  for (const mention of reading.mentions) {
    const kind = kinds[mention.kind]
    if (!kind || isPlainNoun(mention.quote) || isOpener(mention) || isShip(reading, mention)) continue
    if (kind === 'person' && settled.has(mention.entity)) continue
    const full = fullest.get(mention.entity) ?? mention.quote
    found.push({ start: mention.start, end: mention.end, words: mention.quote, full: trim(full), kind })
  }
  return [...found, ...unmentioned(reading, isOpener), ...ministries(reading)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

const kinds: Readonly<Record<string, Named['kind'] | undefined>> = {
  person: 'person',
  organisation: 'body',
  facility: 'body',
  outlet: 'outlet',
}

/** Without article and possessive, and without a noun that only says what it is: "Carmaker Hanse Auto". */
function trim(name: string): string {
  const bare = name.replace(/^(?:the|a|an)\s+/i, '').replace(/['’]s?$/, '')
  const [first, second] = bare.split(/\s+/)
  const noun = fold(first ?? '')
  const describes = bodyNouns[noun] === 'company' && /(?:er|or|company|firm|airline)$/.test(noun)
  return describes && second !== undefined && /^\p{Lu}/u.test(second) ? bare.slice(bare.indexOf(second)) : bare
}

/** "the ministry" names nobody by itself. */
const isPlainNoun = (words: string): boolean => !/\p{Lu}/u.test(trim(words)) && /^\p{Ll}/u.test(trim(words))

function fullestNames(reading: Reading): ReadonlyMap<string, string> {
  const fullest = new Map<string, string>()
  for (const { entity, quote } of reading.mentions) {
    if (isPlainNoun(quote)) continue
    const known = fullest.get(entity)
    if (known === undefined || compareFullness(quote, known) > 0) fullest.set(entity, quote)
  }
  return fullest
}

const compareFullness = (a: string, b: string): number =>
  wordsOf(a).length - wordsOf(b).length || a.length - b.length || -compare(a, b)

const capitalised =
  /\p{Lu}[\p{L}\p{N}&'’.-]*(?:(?: (?:of|for|and|du|de|des|do|da|van|von|der|la|le|the))* \p{Lu}[\p{L}\p{N}&'’.-]*)*/gu

/** Names in source phrases that no mention covers. */
function* unmentioned(reading: Reading, isOpener: (span: Span) => boolean): Generator<Named> {
  const seen = new Set<number>()
  const mentionsAt = overlapping(reading.mentions)
  for (const { source, sourceKind } of reading.attributions) {
    for (const part of source) {
      const known = mentionsAt(part).some(({ kind }) => kind === 'person') ? undefined : listed(part.quote)
      if (known) {
        yield {
          start: part.start,
          end: part.end,
          words: part.quote,
          full: isAcronym(part.quote) ? part.quote : known.name,
          kind: known.kind === 'outlet' || known.kind === 'agency' ? 'outlet' : 'body',
        }
        continue
      }
      for (const match of part.quote.slice(0, 300).matchAll(capitalised)) {
        const article = /^The (?=\p{Lu})/u.exec(match[0])?.[0].length ?? 0
        const words = match[0].slice(article).replace(/['’]s?$|[.'’]$/, '')
        const start = part.start + match.index + article
        const span = { start, end: start + words.length }
        if (seen.has(start) || sentenceOpener.has(fold(words)) || words.length < 2) continue
        seen.add(start)
        if (calendar.test(fold(words)) || isOpener(span)) continue
        const named = mentionsAt(span)
        const isBody = wordsOf(words).some((word) => word in bodyNouns) || !/ /.test(words)
        // "the Northern Labour Inspectorate" holds a place and is more than it.
        const isOther = ({ kind, start: from, end }: Span & { readonly kind: string }): boolean =>
          kind !== 'other' &&
          (kind !== 'place' || !isBody || from <= start || (end === span.end && !ofPlace.test(words)))
        if (named.some(isOther)) continue
        const articled = /\bthe $/i.test(reading.document.text.slice(Math.max(0, start - 4), start))
        if (!opensName(reading, start) && !articled) continue
        const isPerson =
          (sourceKind === 'person' && !isBody && !articled) || isSurname(reading, words) || isOfficer(reading, span)
        yield { ...span, words, full: words, kind: isPerson ? 'person' : sourceKind === 'outlet' ? 'outlet' : 'body' }
      }
    }
  }
}

/** Finds the mentions that share text with a span, without asking all of them. */
function overlapping(mentions: readonly Mention[]): (span: Span) => readonly Mention[] {
  const sorted = [...mentions].sort((a, b) => a.start - b.start)
  const longest = sorted.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  return (span) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.start ?? 0) < span.start - longest) low = middle + 1
      else high = middle
    }
    const found: Mention[] = []
    for (let i = low; i < sorted.length; i++) {
      const mention = sorted[i]
      if (!mention || mention.start >= span.end) break
      if (overlap(mention, span) > 0) found.push(mention)
    }
    return found
  }
}

/** "Exchange of Sarnia" ends in a place and is no place. */
const ofPlace = /\p{L} (?:of|for) \p{Lu}\S*$/u

/** "Lorenz, the spokeswoman,": one name, and what it does. */
function isOfficer({ document: { text } }: Reading, { start, end }: Span): boolean {
  if (/\s/.test(text.slice(start, end))) return false
  const role = /^, (?:the|its|his|her|their) (\p{Ll}[\p{L}-]*)(?=[,.])/u.exec(text.slice(end, end + 60))?.[1]
  return role !== undefined && (spokespersons.has(role) || officers.has(role))
}

/** "Recent satellite imagery" opens with a capital and names nothing. */
function opensName(reading: Reading, start: number): boolean {
  const token = reading.tokens[tokenRange(reading.tokens, { start, end: start + 1 })[0]]
  return token === undefined || token.pos === 'PROPN' || token.pos === 'X'
}

/** Names read as a person's that people live in: "the headman of Tarn Obo", "the village of Tarn Obo". */
const settlements = ({ document: { text }, mentions }: Reading): ReadonlySet<string> =>
  new Set(
    mentions
      .filter(({ start }) => settledBefore.test(text.slice(Math.max(0, start - 24), start)))
      .map(({ entity }) => entity),
  )

const settledBefore =
  /\b(?:headman|mayor|elders?|residents|inhabitants|villagers|village|town|city|district|province|island) of $/i

/** "MV Imara": a ship says nothing. */
const isShip = ({ document: { text } }: Reading, { start, end }: Span): boolean =>
  /\b(?:MV|MT|SS|HMS|USS|RMS)\s(?:\S+)?$/.test(`${text.slice(Math.max(0, start - 5), start)}${text.slice(start, end)}`)

/** "Lorenz, the spokeswoman": the surname of somebody named in full. */
const isSurname = (reading: Reading, words: string): boolean =>
  !/ /.test(words) &&
  reading.mentions.some(
    ({ kind, quote }) => kind === 'person' && / /.test(quote) && wordsOf(quote).at(-1) === fold(words),
  )

/**
 * "Lakeland's ministry of grain and water": a name although most of it has no capital. A "minister for grain and water" has that
 * ministry too, whether or not a report names it.
 */
function* ministries({ document: { text }, mentions }: Reading): Generator<Named> {
  const mentionsAt = overlapping(mentions)
  for (const match of text.matchAll(ministryPattern)) {
    const words = fieldOnly(match[0])
    const parts = words.split(' ')
    const span = { start: match.index, end: match.index + words.length }
    if (parts.length < 3 || noField.test(words) || mentionsAt(span).some(({ kind }) => kind === 'organisation'))
      continue
    const full = /^ministry/i.test(words)
      ? words.replace(/^m/, 'M')
      : `Ministry of ${parts.slice(parts[2] === 'the' ? 3 : 2).join(' ')}`
    yield { ...span, words: full, full, kind: 'body' }
  }
}

const field = '\\p{Ll}{3,20}(?: (?:and )?\\p{Ll}{3,20}){0,3}'
const ministryPattern = new RegExp(
  `\\b(?:[Mm]inistry (?:of|for)|(?<![Pp]rime )[Mm]inister (?:of|for)) (?:the )?${field}`,
  'gu',
)
/** "Minister for years", "minister of state": no ministry of that. */
const noField =
  /(?:of|for) (?:the )?(?:years|months|decades|weeks|days|life|now|state|more|nearly|almost|about|over|only|just|two|three|four|five|six|seven|eight|nine|ten)\b/

/** Up to the word that goes on with the sentence: "ministry of grain and water said on". */
function fieldOnly(words: string): string {
  const parts = words.split(' ')
  const from = parts[2] === 'the' ? 3 : 2
  let end = from + 1
  if (parts[end] === 'and' && parts[end + 1] !== undefined) end += 2
  if (/^(?:resources|affairs|services|protection|security|development|works)$/.test(parts[end] ?? '')) end++
  return parts.slice(0, end).join(' ')
}

const sentenceOpener = new Set(
  'you your i recent new latest monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december late early former the a an he she they we it i one two both some many several officials authorities residents survivors eyewitnesses witnesses sources experts reports people police analysts critics observers our their its his her this that these those another no local state media word government'.split(
    ' ',
  ),
)
