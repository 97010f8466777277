import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Draft } from './draft.ts'
import { headOf, kindOfHead } from './source-kind.ts'

/** A voice in a headline is short. */
const longest = 5

/**
 * Headlines that speak for a source without a verb: "Minister: dam is safe", "Dam is safe - minister", "Dam is safe: minister". The first line of a text
 * without a headline is read like one. `isPlace` keeps "Lisbon: 50 hurt" out.
 */
export function* headlines(page: Page, isPlace: (words: Stretch) => boolean): Generator<Draft> {
  for (const [index, { first, last, headline }] of page.sentences.entries()) {
    if (!headline && index > 0) continue
    const end = /^[.!]$/.test(page.word(last - 1)) ? last - 1 : last
    const colon = indexOf(page, /^:$/, first + 1, Math.min(first + longest + 1, end))
    const dash = lastDash(page, first, end)
    const tail = indexOf(page, /^:$/, Math.max(first + 3, end - longest - 1), end - 1)
    const found =
      colon > first && end - colon > 3
        ? { source: { first, last: colon }, mark: colon, content: { first: colon + 1, last: end } }
        : dash > first + 2
          ? { source: { first: dash + 1, last: end }, mark: dash, content: { first, last: dash } }
          : tail > first + 2
            ? { source: { first: tail + 1, last: end }, mark: tail, content: { first, last: tail } }
            : undefined
    if (!found || !isVoice(page, found.source) || isPlace(found.source)) continue
    yield {
      source: [found.source],
      cue: [{ first: found.mark, last: found.mark + 1 }],
      content: [found.content],
      hidden: false,
      outer: undefined,
      rule: 'attributions/headline',
    }
  }
}

function indexOf(page: Page, mark: RegExp, from: number, end: number): number {
  for (let i = from; i < end; i++) if (mark.test(page.word(i))) return i
  return -1
}

/** A dash with blanks around it, a few words before the end. */
function lastDash(page: Page, first: number, end: number): number {
  for (let i = end - 2; i > Math.max(first, end - longest - 2); i--) {
    const at = page.tokens[i]
    if (/^(?:-|–|—|--)$/.test(page.word(i)) && at && at.start > (page.tokens[i - 1]?.end ?? 0)) return i
  }
  return -1
}

/** A name or a noun for a voice, and nothing that acts. */
function isVoice(page: Page, source: Stretch): boolean {
  if (source.last <= source.first || source.last - source.first > longest) return false
  let names = true
  for (let i = source.first; i < source.last; i++) {
    const pos = page.pos(i)
    if (pos === 'VERB' || pos === 'AUX' || pos === 'NUM' || pos === 'ADP') return false
    if (pos !== 'PROPN') names = false
  }
  return names || kindOfHead(page, headOf(page, source)) !== undefined
}
