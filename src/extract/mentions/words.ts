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

/** One past the last token that is glued by hyphens to the one at `from`: "Jean-Pierre", "al-Qaim", but not "U.S.-led". */
function joined(tokens: readonly Token[], from: number, last: number): number {
  let end = from + 1
  while (end + 1 < last) {
    const [before, hyphen, after] = [tokens[end - 1], tokens[end], tokens[end + 1]]
    if (!before || !hyphen || !after) break
    if (!/^[-‐‑–]$/.test(hyphen.text) || before.end !== hyphen.start || hyphen.end !== after.start) break
    const named = /^\p{Lu}\p{Ll}/u.test(before.text) || particle.test(before.text)
    const lowerJoint =
      /^(?:sur|de|on|upon|le|la|en|ye|e|al|el|am|an|ri|do|ku|gu|si)$/.test(after.text) && end === from + 1
    if (!named || !(/^\p{Lu}\p{Ll}/u.test(after.text) || (lowerJoint && tokens[end + 2]?.text !== ' '))) break
    end += 2
  }
  return end
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
