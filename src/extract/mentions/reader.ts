import { sayingVerbs } from '../../language/en/name-words.ts'
import type { Place } from '../../language/places/gazetteer.ts'
import type { MentionKind } from '../../model/mention.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Draft } from './draft.ts'
import type { Casing, Word } from './words.ts'

/** What the whole document tells about its words' capitals. */
export interface Usage {
  /** Words that stand somewhere in small letters. */
  readonly small: ReadonlySet<string>
  /** Words with a capital inside a sentence, where grammar does not ask for one. */
  readonly capital: ReadonlySet<string>
}

/** One sentence being read: its words, how it writes capitals, and what has been found so far. */
export interface Reader {
  readonly text: string
  readonly words: readonly Word[]
  readonly usage: Usage
  readonly casing: Casing
  readonly found: Draft[]
}

/** Nothing on the map. */
export const none: readonly Place[] = []

/** Keeps the words from one index to another as a name, and answers where to go on. */
export function put(
  reader: Reader,
  from: number,
  to: number,
  kind: MentionKind,
  rule: RuleId,
  more: Partial<Draft> = {},
): number {
  const first = reader.words[from]
  const last = reader.words[to - 1]
  if (!first || !last) return to
  const text = reader.text.slice(first.start, last.end)
  reader.found.push({
    start: first.start,
    end: last.end,
    text,
    kind,
    rule,
    sure: 2,
    known: undefined,
    places: none,
    within: undefined,
    ...more,
  })
  return to
}

/** The text from one word to before another. */
export const sliced = ({ text, words }: Reader, from: number, to: number): string =>
  text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0)

/** A word in small letters, without the full stop of an abbreviation. */
export const bare = (word: Word | undefined): string => word?.lower.replace(/\.$/, '') ?? ''

/** Is the name before this word one that speaks? */
export function isVoice({ words }: Reader, at: number): boolean {
  const next = words[at]?.lower ?? ''
  if (sayingVerbs.has(next)) return true
  if (next === ',' && /^\d{1,3}$/.test(words[at + 1]?.text ?? '')) return true
  return next === ',' && /^(?:who|whose)$/.test(words[at + 1]?.lower ?? '')
}
