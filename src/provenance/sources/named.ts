import { bodyNouns } from '../../language/en/voice-words.ts'
import { findKnown } from '../../language/entities.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'
import { overlap } from '../../model/span.ts'
import { tokenRange } from '../claims/content.ts'
import { compare, fold, wordsOf } from './names.ts'

/** Words that name a person, a body or an outlet in one document. `full` is the fullest name the document gives it. */
export interface Named extends Span {
  readonly words: string
  readonly full: string
  readonly kind: 'person' | 'body' | 'outlet'
}

/** All names of a document that could speak: its mentions, and capitalised names among the words that name sources. */
export function namesIn(reading: Reading): readonly Named[] {
  const fullest = fullestNames(reading)
  const found: Named[] = []
  for (const mention of reading.mentions) {
    const kind = kinds[mention.kind]
    if (!kind || isPlainNoun(mention.quote)) continue
    const full = fullest.get(mention.entity) ?? mention.quote
    found.push({ start: mention.start, end: mention.end, words: mention.quote, full: trim(full), kind })
  }
  return [...found, ...unmentioned(reading)].sort((a, b) => a.start - b.start || b.end - a.end)
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
function* unmentioned(reading: Reading): Generator<Named> {
  const seen = new Set<number>()
  for (const { source, sourceKind } of reading.attributions) {
    for (const part of source) {
      const known = reading.mentions.some((mention) => overlap(mention, part) > 0 && mention.kind === 'person')
        ? undefined
        : findKnown(part.quote)
      if (known) {
        yield {
          start: part.start,
          end: part.end,
          words: part.quote,
          full: known.name,
          kind: known.kind === 'outlet' || known.kind === 'agency' ? 'outlet' : 'body',
        }
        continue
      }
      for (const match of part.quote.slice(0, 300).matchAll(capitalised)) {
        const words = match[0].replace(/['’]s?$|[.'’]$/, '')
        const start = part.start + match.index
        const span = { start, end: start + words.length }
        if (seen.has(start) || sentenceOpener.has(fold(words)) || words.length < 2) continue
        seen.add(start)
        if (reading.mentions.some((mention) => overlap(mention, span) > 0) || !opensName(reading, start)) continue
        const isBody = wordsOf(words).some((word) => word in bodyNouns) || !/ /.test(words)
        yield {
          ...span,
          words,
          full: words,
          kind: sourceKind === 'person' && !isBody ? 'person' : sourceKind === 'outlet' ? 'outlet' : 'body',
        }
      }
    }
  }
}

/** "Recent satellite imagery" opens with a capital and names nothing. */
function opensName(reading: Reading, start: number): boolean {
  const token = reading.tokens[tokenRange(reading.tokens, { start, end: start + 1 })[0]]
  return token === undefined || token.pos === 'PROPN' || token.pos === 'X'
}

const sentenceOpener = new Set(
  'you your i recent new latest monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december late early former the a an he she they we it i one two both some many several officials authorities residents survivors eyewitnesses witnesses sources experts reports people police analysts critics observers our their its his her this that these those another no local state media word government'.split(
    ' ',
  ),
)
