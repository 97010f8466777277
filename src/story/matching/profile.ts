import { stem } from '../../text/stem.ts'
import { fold, wordPattern } from '../../text/words.ts'

/** One way of looking at a text: how often each of its units occurs. */
export type View = ReadonlyMap<string, number>

/** A text as matching sees it. */
export interface Profile {
  /** Stems in reading order. */
  readonly stems: readonly string[]
  readonly words: View
  /** Runs of four letters inside words: they meet across endings, compounds and spellings, in any language. */
  readonly letters: View
  readonly pairs: View
  /** Words with a capital. */
  readonly names: View
  /** Figures, without separators, so that "1,200" and "1200" are one. */
  readonly figures: View
  /** The stems of what comes first: a headline, and the opening. */
  readonly head: View
  readonly lead: View
}

export type ViewName = Exclude<keyof Profile, 'stems'>

/** Words of a headline, and of a headline with the first sentence. */
const [headline, opening] = [14, 50]

export function profileOf(text: string): Profile {
  const words = [...text.matchAll(wordPattern)].map((match) => match[0])
  const folded = words.map(fold)
  const stems = folded.map(stem)
  return {
    stems,
    words: counted(stems),
    letters: counted(folded.flatMap(letterRuns)),
    pairs: counted(stems.slice(1).map((word, i) => `${stems[i]} ${word}`)),
    names: counted(folded.filter((_, i) => /^\p{Lu}/u.test(words[i] ?? ''))),
    figures: counted(folded.filter((word) => /^\p{N}/u.test(word)).map((figure) => figure.replaceAll(',', ''))),
    head: counted(stems.slice(0, headline)),
    lead: counted(stems.slice(0, opening)),
  }
}

/** Runs of four characters of a word with its ends marked; a short word is one run. */
export function letterRuns(word: string): readonly string[] {
  const marked = `_${word}_`
  const runs: string[] = []
  for (let from = 0; from + 4 <= Math.max(4, marked.length); from++) runs.push(marked.slice(from, from + 4))
  return runs
}

export function counted(units: readonly string[]): View {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}
