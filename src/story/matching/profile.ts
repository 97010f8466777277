import { stem } from '../../text/stem.ts'
import { fold, wordPattern } from '../../text/words.ts'
import { isFigure, withFigures } from './figures.ts'
import { meaningOf } from './meanings.ts'

/** One way of looking at a text: how often each of its units occurs. */
export type View = ReadonlyMap<string, number>

/** A text as matching sees it. */
export interface Profile {
  /** Stems in reading order. */
  readonly stems: readonly string[]
  readonly words: View
  /** Words by what they stand for: "dead" and "killed" are one. */
  readonly meanings: View
  /** Runs of four letters inside words: they meet across endings, compounds and spellings, in any language. */
  readonly letters: View
  /** Runs of three, which serve single sentences better. */
  readonly trigrams: View
  readonly pairs: View
  /** Words with a capital. */
  readonly names: View
  /** Numbers by value: "1,200", "1200" and "1.2 thousand" are one. */
  readonly figures: View
  /** The stems of what comes first: a headline, and the opening. */
  readonly head: View
  readonly lead: View
}

export type ViewName = Exclude<keyof Profile, 'stems'>

/** Words of a headline, and of a headline with the first sentence. */
const [headline, opening] = [14, 50]

export function profileOf(text: string): Profile {
  const words = [...text.replace(initials, bare).matchAll(wordPattern)].map((match) => match[0])
  const folded = words.map(fold)
  const valued = withFigures(folded)
  const stems = valued.map(stem)
  return {
    stems,
    words: counted(stems),
    meanings: counted(meaningsOf(words)),
    letters: counted(valued.flatMap((word) => letterRuns(word))),
    trigrams: counted(valued.flatMap((word) => letterRuns(word, 3))),
    pairs: counted(stems.slice(1).map((word, i) => `${stems[i]} ${word}`)),
    names: counted(folded.filter((_, i) => /^\p{Lu}/u.test(words[i] ?? ''))),
    figures: counted(valued.filter(isFigure)),
    head: counted(stems.slice(0, headline)),
    lead: counted(stems.slice(0, opening)),
  }
}

/** "U.S." is read as "US". */
const initials = /(?<!\p{L})(?:\p{Lu}\.){2,}/gu
const bare = (dotted: string): string => dotted.replaceAll('.', '')

function meaningsOf(words: readonly string[]): readonly string[] {
  const valued = withFigures(words.map((word) => (/^\p{Lu}{2,3}$/u.test(word) ? word : fold(word))))
  return valued.map((word) => meaningOf(word, stem(fold(word))))
}

/** Runs of `size` characters of a word with its ends marked; a short word is one run. */
export function letterRuns(word: string, size = 4): readonly string[] {
  const marked = `_${word}_`
  const runs: string[] = []
  for (let from = 0; from + size <= Math.max(size, marked.length); from++) runs.push(marked.slice(from, from + size))
  return runs
}

export function counted(units: readonly string[]): View {
  const counts = new Map<string, number>()
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return counts
}
