import mammoth from 'mammoth'
import type { Refusal } from '../../model/document.ts'
import type { Capture, Reader, Reading } from '../capture.ts'
import { statedDate } from '../dates/stated-date.ts'
import { toDocument } from '../draft.ts'
import { type Block, blocksOf } from '../html/blocks.ts'
import { compose } from '../html/compose.ts'
import { elementsOf, type PageElement, parsePage, parseXml, rawTextOf } from '../html/page.ts'
import { nameOf } from '../names.ts'
import { draftFromText } from '../plain-text/plain-text.ts'
import { isDocx } from './accepts.ts'
import { type Parts, packed, partsOf } from './parts.ts'

/** Word documents: paragraphs, lists and tables as text, with their links; pictures, comments and what was struck out are left out. */
export const docx: Reader = {
  ref: 'docx@1',
  accepts: isDocx,
  async read(capture) {
    const parts = partsOf(capture.bytes)
    if (!(parts instanceof Map)) return refused(capture, parts as Pick<Refusal, 'code' | 'says'>)
    const page = await pageIn(parts)
    return page
      ? reportIn(blocksOf(page), parts, capture)
      : refused(capture, { code: 'malformed', says: 'it is damaged; open it in a word processor and save it again' })
  },
}

/** The document as a page; undefined when it cannot be made one. */
async function pageIn(parts: Parts): Promise<PageElement | undefined> {
  try {
    const { value } = await mammoth.convertToHtml({ buffer: packed(parts) }, { styleMap, convertImage: noPicture })
    return parsePage(value.replace(noteMark, '').replace(onlyParagraph, '<$1$2>$3</$1>'))
  } catch {
    return undefined
  }
}

/** The number of a footnote, and the arrow that leads back from it. */
const noteMark = /<sup><a href="#[^"<>]*note-[^<>]*>[^<>]*<\/a><\/sup>| ?<a href="#[^"<>]*note-ref-[^<>]*>[^<>]*<\/a>/g

/** Every cell holds a paragraph; where it is the only one, the cell is the paragraph. */
const onlyParagraph = /<(t[dh])([^<>]*)><p>((?:[^<]|<(?!\/?(?:p|t[dh])\b))*)<\/p><\/\1>/g

/** Told apart from a chapter's heading. Captions stand by themselves anyway. */
const styleMap = ["p[style-name='Title'] => h1.title:fresh", "p[style-name='Subtitle'] => p:fresh"]

const noPicture = mammoth.images.imgElement(async () => ({ src: '' }))

function reportIn(blocks: readonly Block[], parts: Parts, { input, url, title: called }: Capture): Reading {
  const facts = factsIn(parts)
  const about = draftFromText(
    blocks
      .slice(0, headBlocks)
      .map(({ text }) => text)
      .join('\n\n'),
    { id: nameOf(input), input, url },
  )
  const heading = headingIn(blocks, facts.title ?? about.title)
  const title = heading?.text ?? facts.title ?? about.title ?? called
  const kept = blocks.filter((block) => block !== heading)
  const read = toDocument({
    ...about,
    ...compose(kept, title, undefined, url),
    map: undefined,
    title,
    byline: about.byline ?? facts.author,
    language: facts.language,
    created: facts.created,
  })
  return 'code' in read ? { documents: [], refusals: [read] } : { documents: [read], refusals: [] }
}

/** How far into the report its date and author are looked for. */
const headBlocks = 8

/** The paragraph that is set as the title, or says what the file says it is called, or the first heading of all. */
function headingIn(blocks: readonly Block[], stated: string | undefined): Block | undefined {
  const head = blocks.slice(0, headBlocks)
  return (
    head.find(({ element }) => element.tag === 'h1' && element.attributes.class === 'title') ??
    head.find(({ element }) => /^h[12]$/.test(element.tag)) ??
    head.find(({ text, element }) => text === stated && element.tag === 'p')
  )
}

interface Facts {
  readonly title: string | undefined
  readonly author: string | undefined
  readonly language: string | undefined
  /** When the file was begun: not the day on which anybody published it. */
  readonly created: string | undefined
}

/** The core properties (ECMA-376 part 2, clause 11). */
function factsIn(parts: Parts): Facts {
  const core = parts.get('docProps/core.xml')
  const root = core && parseXml(new TextDecoder().decode(core))
  const of = (name: string): string | undefined => {
    for (const element of root ? elementsOf(root) : [])
      if (element.tag === name) return rawTextOf(element).replace(/\s+/g, ' ').trim() || undefined
    return undefined
  }
  const [title, author] = [of('dc:title'), of('dc:creator')]
  return {
    title: title !== undefined && isTitle(title) ? title : undefined,
    author: author !== undefined && isPerson(author) ? author : undefined,
    language: of('dc:language'),
    created: statedDate(of('dcterms:created')),
  }
}

const isTitle = (words: string): boolean =>
  words.length <= 250 &&
  words.includes(' ') &&
  !/\.(?:docx?|dotx?|rtf|odt)$|^(?:microsoft word|untitled|document\d*)\b/i.test(words)

/** A person signs with two names; programs and logins with one, or with their own. */
const isPerson = (words: string): boolean =>
  words.length <= 120 &&
  /^\p{Lu}\S* (?:\S+ ){0,6}\p{Lu}/u.test(words) &&
  !/\b(?:microsoft|user|administrator|windows|office|unknown|python-docx)\b/i.test(words)

const refused = ({ input }: Capture, why: Pick<Refusal, 'code' | 'says'>): Reading => ({
  documents: [],
  refusals: [{ input, ...why }],
})
