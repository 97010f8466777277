import type { Refusal } from '../../model/document.ts'
import type { Reader } from '../capture.ts'
import { decodeText } from '../decode.ts'
import { type Draft, toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { blocksOf } from './blocks.ts'
import { compose, resolve } from './compose.ts'
import { declaredBy, metaOf } from './declared.ts'
import { headlineOf } from './headline.ts'
import { mainBlocks, type Opinions } from './main-text.ts'
import { bylineOf, publisherOf } from './masthead.ts'
import { defuddleOpinion, readabilityOpinion } from './opinions.ts'
import { markupOf, nodesIn, type PageElement, parsePage } from './page.ts'
import { publicationOf } from './publication.ts'

/** Web pages: the report in them, with what they say about themselves. Nothing is run or fetched, and no markup leaves this room. */
export const html: Reader = {
  ref: 'html@1',
  accepts: ({ input, mediaType, bytes }) =>
    mediaType === undefined
      ? /\.x?html?$/i.test(input.replace(/[?#].*$/, '')) || startsAsHtml(bytes)
      : /\bx?html\b/i.test(mediaType),
  read({ input, bytes, url, mediaType }) {
    const draft = draftFromHtml(decodeText(bytes, mediaType).text, { id: nameOf(input), input, url })
    const read = 'code' in draft ? draft : toDocument(draft)
    return 'code' in read ? { documents: [], refusals: [read] } : { documents: [read], refusals: [] }
  },
}

/** What is known of a page from elsewhere. It wins over what the page says of itself. */
export type About = Pick<Draft, 'id' | 'input' | 'url' | 'title' | 'publisher' | 'byline' | 'published' | 'language'>

/** Reads one page of decoded markup; a page without a report in it is refused by name. */
export function draftFromHtml(markup: string, about: About): Draft | Refusal {
  const { input } = about
  if (markup.length > largestPage)
    return { input, code: 'too-large', says: `the page has ${markup.length} characters, more than any report needs` }
  const page = parsePage(markup)
  if (!page)
    return {
      input,
      code: 'too-deep',
      says: 'its elements are nested thousands deep; save the page again from a browser',
    }
  const blocks = blocksOf(page)
  if (blocks.length === 0)
    return {
      input,
      code: 'no-text',
      says: 'the page shows no text of its own; it may be built by scripts. Save it from a browser',
    }
  const declared = declaredBy(page)
  const address = about.url ?? declared.canonical ?? metaOf(declared, 'og:url')
  const url = resolve(address, about.url ?? declared.base)
  const headline = headlineOf(blocks, declared)
  const title = tidy(about.title ?? headline.title)
  const main = mainBlocks(blocks, opinionsOn(page, url), headline.block)
  const kept = main.filter((block) => block !== headline.block && block.text !== title)
  if (kept.length === 0)
    return { input, code: 'no-text', says: 'no report was found in the page, only menus and labels' }
  const titleBlock = headline.block?.text === title ? headline.block : undefined
  const first = kept[0]
  const last = kept.at(-1)
  const dates = publicationOf({
    root: page,
    blocks,
    declared,
    url,
    headline: headline.block ? blocks.indexOf(headline.block) : -1,
    first: first ? blocks.indexOf(first) : 0,
    last: last ? blocks.indexOf(last) : 0,
  })
  return {
    ...compose(kept, title, titleBlock, resolve(declared.base, url) ?? url),
    id: about.id,
    input,
    title,
    url,
    publisher: about.publisher ?? publisherOf(declared, url),
    byline: about.byline ?? bylineOf(page, declared),
    published: about.published ?? dates.published,
    updated: dates.updated,
    language: about.language ?? declared.language ?? metaOf(declared, 'og:locale', 'content-language', 'dc.language'),
  }
}

/** No report comes in a page of this many characters; what does is a dump or an attack. */
const largestPage = 30_000_000

/** Real pages have up to 10,000 nodes; beyond this the extractors take minutes, and the page's own prose is read instead. */
const mostNodes = 30_000

function opinionsOn(page: PageElement, url: string | undefined): Opinions {
  if (nodesIn(page) > mostNodes) return { readability: undefined, defuddle: undefined }
  const clean = markupOf(page)
  return { readability: readabilityOpinion(clean), defuddle: defuddleOpinion(clean, url) }
}

const tidy = (title: string | undefined): string | undefined =>
  title
    ?.replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .trim() || undefined

function startsAsHtml(bytes: Uint8Array): boolean {
  const head = decodeText(bytes.subarray(0, 512)).text.trimStart().slice(0, 300).toLowerCase()
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html|head|body)\b/.test(head)
}
