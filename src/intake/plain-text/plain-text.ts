import { isOutletName } from '../../language/en/outlet-names.ts'
import { bylinePattern, dateLinePattern, furniture } from '../../language/en/page-furniture.ts'
import type { PromptReader } from '../capture.ts'
import { statedDate } from '../dates/stated-date.ts'
import { decodeText } from '../decode.ts'
import { type Draft, toDocument, plainText as toPlain } from '../draft.ts'
import { nameOf } from '../names.ts'
import { blocksOf } from '../regions/blocks.ts'

/** A report as a text file, pasted from a page or written by hand. Reads whatever no other reader claims and is no binary. */
export const plainText: PromptReader = {
  ref: 'plain-text@1',
  accepts: () => true,
  read(capture) {
    const { text } = decodeText(capture.bytes, capture.mediaType)
    const draft = draftFromText(toPlain(text), { id: nameOf(capture.input), input: capture.input, url: capture.url })
    const read = toDocument({ ...draft, title: draft.title ?? capture.title })
    return 'code' in read ? { documents: [], refusals: [read] } : { documents: [read], refusals: [] }
  },
}

/**
 * Finds the title of a pasted text: the first block that is not page furniture, where it is short and ends no sentence.
 * What stands above it (a site's name, its slogan) is left out; the site's name becomes the publisher.
 */
export function draftFromText(text: string, about: Pick<Draft, 'id' | 'input' | 'url'>): Draft {
  const blocks = blocksOf(text)
  const isFurniture = (words: string) =>
    furniture.some(({ pattern, longest = 300 }) => words.length <= longest && pattern.test(words))
  const wordsOf = (i: number) => text.slice(blocks[i]?.start, blocks[i]?.end)
  const first = blocks.findIndex((_, i) => i > 3 || !isFurniture(wordsOf(i)))
  const top = first >= 0 && first <= 3 && isTitle(wordsOf(first)) ? first : -1
  const masthead = top >= 0 && isMasthead([0, 1, 2, 3].map((step) => wordsOf(top + step))) ? wordsOf(top) : undefined
  const title = masthead === undefined ? top : top + 1
  const head = blocks.slice(0, Math.max(0, title)).map(({ start, end }) => text.slice(start, end))
  const after = title < 0 ? 0 : (blocks[title + 1]?.start ?? text.length)
  const lines = [1, 2, 3].map((step) => (title < 0 ? '' : wordsOf(title + step)))
  return {
    ...about,
    title: title < 0 ? undefined : wordsOf(title),
    body: text.slice(bulletStart(text, after)),
    publisher:
      head.find((words) => /^(?:www\.)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/iu.test(words))?.replace(/^www\./i, '') ??
      masthead,
    published: statedDate([...head, ...lines].find((line) => dateLinePattern.test(line))),
    byline: lines.map((line) => bylinePattern.exec(line)?.[1]?.trim()).find((name) => name !== undefined),
  }
}

/** Short, one line, and no full sentence: "Dam fails in the north, at least 17 dead". */
const isTitle = (words: string): boolean =>
  words.length <= 200 && !words.includes('\n') && !/[.;:,]["”’)]?$/.test(words) && /\p{L}/u.test(words)

/**
 * Is the first of these blocks the name of a paper above its headline? It is called as papers are, a headline of more words follows, and
 * then a date or who wrote it: a headline that has another below it is seldom both.
 */
function isMasthead([name = '', headline = '', ...below]: readonly string[]): boolean {
  const isLine = (words: string) => dateLinePattern.test(words) || bylinePattern.test(words)
  return (
    isOutletName(name) &&
    isTitle(headline) &&
    !isLine(headline) &&
    headline.split(/\s+/).length > name.split(/\s+/).length &&
    below.some(isLine)
  )
}

/** Takes a bullet that stands before an offset with it. */
const bulletStart = (text: string, at: number): number => {
  const line = text.lastIndexOf('\n', at - 1) + 1
  return /^[ \t]*\S{1,3}[ \t]+$/.test(text.slice(line, at)) ? line : at
}
