import { type Strength, strengthCues } from '../../language/en/strength.ts'
import { fold } from '../../text/words.ts'

/** Is the later wording surer or more causal than the earlier one? "is associated with" to "causes" is stronger. */
export function driftOf(earlier: string, later: string): 'same' | 'stronger' | 'weaker' {
  const change = strengthOf(later) - strengthOf(earlier)
  return change > 0 ? 'stronger' : change < 0 ? 'weaker' : 'same'
}

/** How much a sentence claims. A causal word under "may" is a conditional claim. */
export function strengthOf(sentence: string): Strength {
  const text = ` ${fold(sentence).replace(/[^\p{L}\p{N}']+/gu, ' ')} `
  const found = new Set(
    strengthCues
      .filter(({ phrases }) => phrases.some((phrase) => starts(text, phrase)))
      .map(({ strength }) => strength),
  )
  if (found.has(3)) return found.has(2) ? 2 : found.has(1) ? 1 : 3
  return found.has(1) ? 1 : found.has(2) ? 2 : 0
}

/** A phrase of six letters or fewer, and one of several words, must end where a word ends; a longer one may be a stem. */
const starts = (text: string, phrase: string): boolean =>
  text.includes(
    phrase.includes(' ') || phrase.length <= 5 || /(?:s|d|e|ing)$/.test(phrase) ? ` ${phrase} ` : ` ${phrase}`,
  )
