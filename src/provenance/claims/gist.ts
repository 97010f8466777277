import { leaning, pointing } from '../../language/en/clause-openings.ts'
import { byCodeUnit } from '../../text/order.ts'
import { fold } from '../../text/words.ts'
import type { Content } from './content.ts'

/** Longest gist, in characters: one line on a screen. */
const longest = 110

/**
 * A short phrase that stands for a claim: the words of the statement that says most of what the others say too, and can
 * be read alone. Rather a sentence of the body with its figure and its source than a headline or half a clause.
 */
export function gistOf(contents: readonly Content[]): string {
  const counts = new Map<string, number>()
  for (const { terms } of contents) for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const figures = contents.filter(({ measures }) => measures.length > 0).length >= contents.length / 2
  const scored = contents.map((content) => {
    const words = bare(content.quote)
    return { content, words, score: central(content, counts) + readable(content, words, figures) }
  })
  const [best] = scored.sort(
    (a, b) => b.score - a.score || a.words.length - b.words.length || byCodeUnit(a.content.plain, b.content.plain),
  )
  return shorten(best?.words ?? '')
}

/** Share, 0..1, of the other statements that hold a word of this one, over its words; long statements gain no more. */
function central({ terms }: Content, counts: ReadonlyMap<string, number>): number {
  const most = Math.max(1, ...counts.values())
  const shared = [...terms.keys()].reduce((sum, term) => sum + (counts.get(term) ?? 0) / most, 0)
  return shared / Math.sqrt(3 + terms.size)
}

function readable(content: Content, words: string, figures: boolean): number {
  const [first = '', ...rest] = words.split(' ')
  const opening = fold(first).replace(/[^\p{L}'-]/gu, '')
  return (
    (figures && content.measures.length === 0 ? -0.6 : 0) +
    (content.attributed ? 0.15 : 0) -
    (content.headline ? 0.25 : 0) -
    (words.length > longest ? 0.5 : 0) -
    (rest.length < 3 ? 0.8 : 0) -
    (leaning.has(opening) || /ing$/.test(opening) ? 0.7 : 0) -
    (pointing.has(opening) ? 0.4 : 0) -
    (/["“”]/.test(words) ? 0.15 : 0) -
    (/[([]/.test(words) ? 0.1 : 0)
  )
}

const dateline = /^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:\([^()]{1,30}\) ?)?[—–-]{1,2} /u
const speaker = /^(?:Q|A|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}): /u
const joint = /^(?:and|but|that|or|while|which|so|yet|however|moreover|meanwhile|in addition|also|then|now),? /iu

/** Without the place it was filed from, the name of who speaks, and what ties it to the words before. */
const bare = (quote: string): string =>
  capital(
    quote
      .replace(/\s+/g, ' ')
      .trim()
      .replace(dateline, '')
      .replace(speaker, '')
      .replace(joint, '')
      .replace(/^["“'‘\s]+|["”'’.,;:\s–—-]+$/gu, ''),
  )

const capital = (words: string): string => words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

function shorten(words: string): string {
  if (words.length <= longest) return words
  const cut = words.slice(0, longest - 2)
  const at = cut.lastIndexOf(' ')
  return `${(at > longest / 2 ? cut.slice(0, at) : cut).toWellFormed().replace(/[\s,;:–—-]+$/u, '')} …`
}
