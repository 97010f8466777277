import { plainStrength, type Strength, strengthCues } from '../../language/en/strength.ts'
import { fold } from '../../text/words.ts'

/** Is the later wording surer or more causal than the earlier one? "is associated with" to "causes" is stronger. */
export function driftOf(earlier: string, later: string): 'same' | 'stronger' | 'weaker' {
  const change = strengthOf(later) - strengthOf(earlier)
  return change > 0 ? 'stronger' : change < 0 ? 'weaker' : 'same'
}

/** How much a sentence claims: by the first family of cues that it holds, else as a plain assertion. */
export function strengthOf(sentence: string): Strength {
  const text = ` ${fold(sentence).replace(/[^\p{L}\p{N}']+/gu, ' ')} `
  const family = strengthCues.find(({ phrases }) => phrases.some((phrase) => holds(text, phrase)))
  return family?.strength ?? plainStrength
}

const holds = (text: string, phrase: string): boolean =>
  text.includes(phrase.endsWith('*') ? ` ${phrase.slice(0, -1)}` : ` ${phrase} `)
