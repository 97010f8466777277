import { placesNamed } from '../../language/places/gazetteer.ts'
import type { PartOfSpeech, Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'

/** A word as a reader sees it: hyphenated names in one piece, possessive endings apart. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
  readonly pos: PartOfSpeech
  readonly capital: boolean
}

/** How a sentence uses capitals: as usual, on nearly every word, or throughout. */
export type Casing = 'plain' | 'title' | 'shout'

/** The words and marks of one sentence. */
export function wordsOf(text: string, sentence: Sentence, tokens: readonly Token[]): readonly Word[] {
  const words: Word[] = []
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i]
    if (!token) continue
    const end = joined(tokens, i, sentence.last)
    const last = tokens[end - 1]
    if (!last) continue
    const whole = text.slice(token.start, last.end)
    words.push({
      start: token.start,
      end: last.end,
      text: whole,
      lower: end - i === 1 ? token.lower : whole.toLowerCase(),
      pos: end - i === 1 ? token.pos : 'PROPN',
      capital: /^\p{Lu}/u.test(whole) || (end - i > 1 && /\p{Lu}/u.test(whole)),
    })
    i = end - 1
  }
  return words
}

/** Prefixes that stand in lower case before a hyphen and a name: "al-Qaim", "el-Sisi". */
const particle = /^(?:al|el|ad|an|ar|as|at|az|ash|bin|ben|ul|ur)$/i

/** One past the last token that belongs to the same word as the one at `from`: "Jean-Pierre", "al-Qaim", but not "U.S.-led" or "Russian-European". */
function joined(tokens: readonly Token[], from: number, last: number): number {
  let end = from + 1
  const most = Math.min(last, from + mostParts)
  while (end < most) {
    const [before, glue, after] = [tokens[end - 1], tokens[end], tokens[end + 1]]
    if (!before || !glue || before.end !== glue.start) break
    if (!after || end + 1 >= most || !/^[-‐‑–]$/.test(glue.text) || glue.end !== after.start) break
    const named = /^\p{Lu}\p{Ll}/u.test(before.text) || particle.test(before.text)
    const lowerJoint = lowerJoints.test(after.text) && end === from + 1
    if (!named || !(/^\p{Lu}\p{Ll}/u.test(after.text) || lowerJoint)) break
    if (isWellKnown(before.text) || (isWellKnown(after.text) && !particle.test(before.text))) break
    end += 2
  }
  return end
}

/** Tokens of one word at most; a longer chain is no name. */
const mostParts = 12

/** Small parts of hyphenated town names: "Stratford-upon-Avon", "Aix-en-Provence". */
const lowerJoints = /^(?:sur|de|on|upon|le|la|en|ye|e|al|el|am|an|ri|do|ku|gu|si)$/

/** Countries, continents and their adjectives stay words of their own beside a hyphen. */
const isWellKnown = (name: string): boolean => {
  const what = placesNamed(name)[0]?.what
  return what === 'country' || what === 'demonym' || what === 'feature'
}

/** Judged by the words that carry meaning, as headlines leave only short ones small. A sentence of the body may be rich in names, so it must have hardly a small one. */
export function casingOf(words: readonly Word[], headline: boolean): Casing {
  let carrying = 0
  let capitals = 0
  let shouted = 0
  for (const { text } of words) {
    if (!/^\p{L}{4,}/u.test(text)) continue
    carrying++
    if (/^\p{Lu}/u.test(text)) capitals++
    if (/^\p{Lu}+$/u.test(text)) shouted++
  }
  if (carrying >= 3 && shouted >= 0.75 * carrying) return 'shout'
  return carrying >= 4 && capitals >= (headline ? 0.7 : 0.88) * carrying ? 'title' : 'plain'
}
