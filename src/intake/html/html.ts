import type { Refusal } from '../../model/document.ts'
import type { PromptReader } from '../capture.ts'
import { decodeText } from '../decode.ts'
import { type Draft, toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { isHtml } from './accepts.ts'
import { type Block, blocksOf } from './blocks.ts'
import { canonicalWithin } from './canonical.ts'
import { type Composed, compose, resolve } from './compose.ts'
import { articleIn, type Declared, declaredBy, metaOf } from './declared.ts'
import { headlineOf } from './headline.ts'
import { mainBlocks, type Opinions } from './main-text.ts'
import { bylineOf, publisherOf } from './masthead.ts'
import { defuddleOpinion, readabilityOpinion } from './opinions.ts'
import { markupOf, nodesIn, type PageElement, parsePage } from './page.ts'
import { publicationOf } from './publication.ts'

/** Web pages: the report in them, with what they say about themselves. Nothing is run or fetched, and no markup leaves this room. */
export const html: PromptReader = {
  ref: 'html@1',
  accepts: isHtml,
  read({ input, bytes, url, mediaType, title, retrieval }) {
    const about = { id: nameOf(input), input, url, fetched: retrieval !== undefined }
    const draft = draftFromHtml(decodeText(bytes, mediaType).text, about, title)
    const read = 'code' in draft ? draft : toDocument(draft)
    return 'code' in read ? { documents: [], refusals: [read] } : { documents: [read], refusals: [] }
  },
}

/** What is known of a page from elsewhere. It wins over what the page says of itself. */
export type About = Pick<
  Draft,
  'id' | 'input' | 'url' | 'title' | 'publisher' | 'byline' | 'published' | 'language'
> & {
  /** The address is the one that answered, and the page may know a better one of its own. */
  readonly fetched?: boolean
}

/** Reads one page of decoded markup; a page without a report in it is refused by name. `called` is its title where it has none of its own. */
export function draftFromHtml(markup: string, about: About, called?: string): Draft | Refusal {
  const refuse = (code: Refusal['code'], says: string): Refusal => ({ input: about.input, code, says })
  if (markup.length > largestPage)
    return refuse('too-large', `the page has ${markup.length} characters, more than any report needs`)
  const page = parsePage(markup)
  if (!page) return refuse('too-deep', 'its elements are nested thousands deep; save the page again from a browser')
  const declared = declaredBy(page)
  const address = about.url ?? declared.canonical ?? metaOf(declared, 'og:url')
  const url = resolve(address, about.url ?? declared.base)
  const blocks = blocksOf(page)
  const headline = headlineOf(blocks, declared)
  const title = tidy(about.title ?? headline.title ?? called)
  const kept = mainBlocks(blocks, opinionsOn(page, url), headline.block).filter(
    (block) => block !== headline.block && block.text !== title,
  )
  const base = resolve(declared.base, url) ?? url
  const text =
    statedText(kept, declared, title) ??
    compose(kept, title, headline.block?.text === title ? headline.block : undefined, base)
  if (blocks.length === 0 && text.body === '')
    return refuse('no-text', 'the page shows no text of its own; it may be built by scripts. Save it from a browser')
  if (text.body === '') return refuse('no-text', 'no report was found in the page, only menus and labels')
  const dates = publicationOf({
    root: page,
    blocks,
    declared,
    url,
    headline: headline.block ? blocks.indexOf(headline.block) : -1,
    first: kept[0] ? blocks.indexOf(kept[0]) : 0,
  })
  return {
    ...text,
    id: about.id,
    input: about.input,
    title,
    url: (about.fetched && url !== undefined ? canonicalWithin(url, declared.canonical) : undefined) ?? url,
    publisher: about.publisher ?? publisherOf(declared, url),
    byline: about.byline ?? bylineOf(page, declared),
    published: about.published ?? dates.published,
    updated: dates.updated,
    language: about.language ?? declared.language ?? metaOf(declared, 'og:locale', 'content-language', 'dc.language'),
  }
}

/**
 * The report as the metadata carry it, where the page itself shows next to nothing because scripts would have built it.
 * It stands inside a string of JSON there, so there is no way back to the markup.
 */
function statedText(kept: readonly Block[], declared: Declared, title: string | undefined): Composed | undefined {
  const shown = kept.reduce((sum, block) => sum + block.text.length, 0)
  const stated = articleIn(declared)?.articleBody
  if (typeof stated !== 'string' || shown >= nextToNothing || stated.length < 2 * Math.max(shown, 100)) return undefined
  const tree = parsePage(stated.replace(/\n+/g, '<p>'))
  const composed = tree && compose(blocksOf(tree), title, undefined, undefined)
  return composed && { ...composed, map: [] }
}

/** A label or two. */
const nextToNothing = 200

/** No report comes in a page of this many characters; what does is a dump or an attack. */
const largestPage = 30_000_000

/** Real pages have up to 10,000 nodes; beyond this the extractors take minutes, and the page's own prose is read instead. */
const mostNodes = 30_000

function opinionsOn(page: PageElement, url: string | undefined): Opinions {
  if (nodesIn(page) > mostNodes) return { readability: undefined, defuddle: undefined }
  const clean = markupOf(page)
  // Every entity becomes a node of its own there.
  if (clean.split('&', mostNodes).length >= mostNodes) return { readability: undefined, defuddle: undefined }
  return { readability: readabilityOpinion(clean), defuddle: defuddleOpinion(clean, url) }
}

const tidy = (title: string | undefined): string | undefined =>
  title
    ?.replace(/[\u00ad\u200b\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f]/g, '')
    .replace(/\s+/g, ' ')
    .toWellFormed()
    .trim() || undefined
