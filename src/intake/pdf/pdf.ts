import { getDomain } from 'tldts'
import { bylinePattern, dateLinePattern } from '../../language/en/page-furniture.ts'
import type { Link, Refusal } from '../../model/document.ts'
import { excerpt } from '../../model/span.ts'
import type { Capture, Reader, Reading } from '../capture.ts'
import { statedDate } from '../dates/stated-date.ts'
import { toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { isPdf } from './accepts.ts'
import { bombIn } from './bomb.ts'
import { type Facts, type PageLink, type Sheets, sheetsOf } from './engine.ts'
import { columnsOf, runsOf } from './lines.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { addressOfPrint, type Sheet, withoutRunningLines } from './running-lines.ts'

/** PDF files with a text layer: their paragraphs in reading order, without what is printed on every page. */
export const pdf: Reader = {
  ref: 'pdf@1',
  accepts: isPdf,
  async read(capture) {
    const bomb = bombIn(capture.bytes)
    if (bomb) return refused(capture, { code: 'too-large', says: bomb })
    const sheets = await sheetsOf(capture.bytes)
    return 'code' in sheets ? refused(capture, sheets) : reportIn(sheets, capture)
  },
}

function reportIn({ facts, pages }: Sheets, capture: Capture): Reading {
  const sheets = pages.map(({ height, glyphs }) => ({ height, lines: runsOf(glyphs) }))
  const paragraphs = paragraphsOf(withoutRunningLines(sheets).map(({ lines }) => columnsOf(lines)))
  if (paragraphs.reduce((sum, { text }) => sum + letters(text).length, 0) < leastLetters)
    return refused(capture, {
      code: 'no-text',
      says: 'its pages are pictures without text; run it through text recognition (OCR) first',
    })
  const title = titleOf(paragraphs, facts)
  const at = paragraphs.findIndex(({ text, opening }) => opening && title !== undefined && isSame(text, title))
  const texts = paragraphs.filter((_, i) => i !== at).map(({ text }) => text)
  const lines = paragraphs.slice(0, headLines).map(({ text }) => text)
  const { input } = capture
  const url = capture.url ?? addressIn(sheets)
  const read = toDocument({
    id: nameOf(input),
    input,
    url,
    title: title ?? capture.title,
    body: texts.join('\n\n'),
    byline: lines.map((line) => bylinePattern.exec(line)?.[1]?.trim()).find((name) => name) ?? personIn(facts),
    publisher: url === undefined ? undefined : (getDomain(url) ?? undefined),
    published: statedDate(lines.find((line) => dateLinePattern.test(line))),
    created: createdOn(facts),
  })
  if ('code' in read) return { documents: [], refusals: [read] }
  return {
    documents: [
      {
        ...read,
        links: linksIn(
          read.text,
          pages.flatMap(({ links }) => links),
        ),
      },
    ],
    refusals: [],
  }
}

/** Only an address on the web, and only a whole one, is the report's. */
function addressIn(sheets: readonly Sheet[]): string | undefined {
  const address = addressOfPrint(sheets)
  return address !== undefined && /^https?:\/\/[^\s…]+$/.test(address) && !address.endsWith('...') ? address : undefined
}

/** The links whose words are in the report, in the order of both. What leads away from a running line is no link of the report. */
function linksIn(text: string, links: readonly PageLink[]): readonly Link[] {
  let from = 0
  return links.flatMap(({ url, words }): readonly Link[] => {
    const at = words.length < 2 ? -1 : text.indexOf(words, from)
    if (at < 0 || at > from + farthest) return []
    from = at + words.length
    return [{ url, words: excerpt(text, at, at + words.length) }]
  })
}

/** How far apart two links may stand, in characters: words found only beyond that are other words, and would hide the links between. */
const farthest = 20_000

/** A report has more; what is left of a scan is a stamp or two. */
const leastLetters = 20

/** How far into the report its date and author are looked for, in paragraphs. */
const headLines = 8

/**
 * What the file calls itself, where that stands on its first page, else what is set largest there. Many files carry the title of the document
 * they were once made from, or the name of a file.
 */
function titleOf(paragraphs: readonly Paragraph[], { title }: Facts): string | undefined {
  const stated = title !== undefined && isTitle(title) ? title : undefined
  const opening = paragraphs.filter((paragraph) => paragraph.opening).slice(0, 30)
  const page = letters(opening.map(({ text }) => text).join(' '))
  if (stated !== undefined && page.includes(letters(stated))) return stated
  if (title !== undefined && opening.some(({ text }) => isSame(text, title))) return title
  const body = commonSize(paragraphs)
  const [largest] = opening
    .filter(({ text, size }) => size > 1.12 * body && isTitle(text) && !label.test(text))
    .sort((a, b) => b.size - a.size)
  if (largest) return largest.text
  if (stated !== undefined) return stated
  const first = opening.find(({ text }) => !label.test(text))?.text
  return first !== undefined && isTitle(first) && !/[.;:,]$/.test(first) ? first : undefined
}

/** Words that say what kind of paper it is. */
const label =
  /^(?:for immediate release|(?:press|news|media) (?:release|statement|advisory|notice|information)|page \d+)\b.{0,30}$/i

const isTitle = (words: string): boolean =>
  words.length <= 250 &&
  /\p{L}{2}/u.test(words) &&
  words.includes(' ') &&
  !words.includes(' | ') &&
  !/\.(?:docx?|pdf|indd|odt|rtf|qxd|html?|pptx?|xlsx?)$|^microsoft word\b|^untitled\b|^https?:/i.test(words)

/** The size that most letters have. */
function commonSize(paragraphs: readonly Paragraph[]): number {
  const lengths = new Map<number, number>()
  for (const { text, size } of paragraphs) {
    const rounded = Math.round(size * 2) / 2
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  const [most = [0]] = [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return most[0]
}

/** A person signs with two names; programs and logins with one, or with their own. */
const personIn = ({ author }: Facts): string | undefined =>
  author !== undefined &&
  /^\p{Lu}\S* (?:\S+ ){0,6}\p{Lu}/u.test(author) &&
  author.length <= 120 &&
  !/\b(?:microsoft|adobe|acrobat|user|administrator|windows|office|unknown)\b/i.test(author)
    ? author
    : undefined

/** `D:20240312091000+01'00'` → `2024-03-12T09:10:00+01:00`. */
const createdOn = ({ created }: Facts): string | undefined =>
  statedDate(created?.replace(/^D:/, '').replace(/(\d\d)'(\d\d)'?$/, '$1$2'))

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const isSame = (a: string, b: string): boolean => letters(a) === letters(b)

const refused = ({ input }: Capture, why: Pick<Refusal, 'code' | 'says'>): Reading => ({
  documents: [],
  refusals: [{ input, ...why }],
})
