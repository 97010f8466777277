import { fenceFor } from '../../text/fence.ts'
import { withoutHidden } from '../../text/hidden.ts'
import { shorten } from '../view/plain.ts'

/** Words that were taken from an article, or that somebody else than Headwater chose: a title, a name, a quotation. */
export interface Words {
  readonly article: string
}

/** At most `most` code units of them, on one line. */
export const words = (article: string, most = 300): Words => ({
  article: shorten(
    article
      .slice(0, most * 4)
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  ),
})

/** The same over several lines, as they stand. */
export const passage = (article: string): Words => ({ article })

/** An answer in which all words of articles stand between marks. */
export type Sealed<T> = T extends Words
  ? string
  : T extends readonly (infer One)[]
    ? readonly Sealed<One>[]
    : T extends object
      ? { readonly [K in keyof T]: Sealed<T[K]> }
      : T

/** What an agent is told of the marks of an answer. */
export interface Marks {
  /** The mark; null where the answer holds no words of articles. */
  readonly id: string | null
  /** Characters that nobody can see, which were left out of the words. */
  readonly hidden_characters_left_out: number
}

/**
 * Puts the words of articles in an answer between marks, `[3f2a9c41: … :3f2a9c41]`, that none of them holds: whatever an article says, it
 * cannot make itself look like a part of the answer that is Headwater's own.
 */
export function sealed<T extends object>(answer: T): Sealed<T> & { readonly marks: Marks } {
  const found: string[] = []
  let hidden = 0
  const shown = mapped(answer, (article) => {
    const { text, hidden: left } = withoutHidden(article)
    hidden += left
    found.push(text)
    return { article: text }
  })
  const id = found.length > 0 ? fenceFor(found) : null
  const marked = mapped(shown, (article) => `[${id}: ${article} :${id}]`) as Sealed<T> & object
  return { marks: { id, hidden_characters_left_out: hidden }, ...marked }
}

/** A copy with every `Words` in it replaced. */
function mapped(value: unknown, each: (article: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, each))
  if (typeof value !== 'object' || value === null) return value
  if (isWords(value)) return each(value.article)
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, mapped(held, each)]))
}

const isWords = (value: object): value is Words => 'article' in value && Object.keys(value).length === 1
