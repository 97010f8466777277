import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { Refusal } from '../../model/document.ts'

/** A piece of text on a page, upright and written in one go. Points, from the upper left corner of the page as it is shown. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  /** The line it stands on. */
  readonly y: number
  readonly width: number
  /** Height of the letters. */
  readonly size: number
}

export interface Page {
  readonly height: number
  /** In the order in which they were drawn. */
  readonly glyphs: readonly Glyphs[]
  readonly links: readonly PageLink[]
}

/** An address, and the words on the page that lead there when they are clicked. */
export interface PageLink {
  readonly url: string
  readonly words: string
}

/** What the file says of itself, as it says it. */
export interface Facts {
  readonly title: string | undefined
  readonly author: string | undefined
  /** When the file was made, `D:20240312091000+01'00'`: not the day on which anybody published it. */
  readonly created: string | undefined
}

export interface Sheets {
  readonly facts: Facts
  readonly pages: readonly Page[]
}

/** More pages than any report; a book of law comes near. */
const mostPages = 3000

/** Pieces of text on all pages together, and on one: a newspaper's page, set letter by letter, has 20,000. */
const mostGlyphs = 1_000_000
const mostOnPage = 20_000

const mostLinks = 500

/** Takes the text off all pages. No script in the file is run, no font or address it names is fetched. */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheets | Pick<Refusal, 'code' | 'says'>> {
  const pdf = await open(bytes)
  if ('code' in pdf) return pdf
  try {
    if (pdf.numPages > mostPages)
      return { code: 'too-large', says: `it has ${pdf.numPages} pages, more than any report; split it` }
    const pages: Page[] = []
    let count = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pageOf(pdf, number)
      if (page !== 'endless') {
        if (page) pages.push(page)
        count += page?.glyphs.length ?? 0
      }
      if (page === 'endless' || count > mostGlyphs)
        return {
          code: 'too-large',
          says: `up to page ${number} it holds more pieces of text than any report; split it`,
        }
    }
    return { facts: await factsOf(pdf), pages }
  } finally {
    await pdf.destroy()
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Pdf | Pick<Refusal, 'code' | 'says'>> {
  const { VerbosityLevel } = await getResolvedPDFJS()
  try {
    // The engine takes the bytes away from whoever gave them, and wants no kind of array but this: it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: VerbosityLevel.ERRORS,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: 0,
    })
  } catch (error) {
    return nameOfError(error) === 'PasswordException'
      ? { code: 'unreadable', says: 'it is protected by a password; save a copy without it' }
      : { code: 'malformed', says: 'it is damaged or no PDF; get it again, or print it to a new PDF' }
  }
}

/**
 * One page that cannot be read does not spoil the others. Its text is taken piece by piece and given up on when there is more of it than fits on a
 * page: a file may draw the same piece in a piece in a piece, without end.
 */
async function pageOf(pdf: Pdf, number: number): Promise<Page | 'endless' | undefined> {
  try {
    const page = await pdf.getPage(number)
    const { transform, height } = page.getViewport({ scale: 1 })
    const glyphs: Glyphs[] = []
    const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
    for (let count = 0; ; ) {
      const { value, done } = await reader.read()
      if (done) break
      const items: readonly Item[] = value.items
      count += items.length
      if (count > mostOnPage) {
        await reader.cancel(new Error('more text than fits on a page'))
        return 'endless'
      }
      for (const item of items) {
        const shown = upright(item, transform)
        if (shown) glyphs.push(shown)
      }
    }
    const annotations: readonly Annotation[] = await page.getAnnotations().catch(() => [])
    const links = annotations.slice(0, mostLinks).flatMap((found) => linkOf(found, glyphs, transform))
    page.cleanup()
    return { height, glyphs, links }
  } catch {
    return undefined
  }
}

/** The parts of the engine's pieces of text that are read here. */
interface Item {
  readonly str: string
  readonly width: number
  readonly transform: readonly unknown[]
}

/** Stamps that run up the margin and marks across the page are no text of the report. */
function upright(item: Item, view: readonly number[]): Glyphs | undefined {
  const [va = 1, vb = 0, vc = 0, vd = -1] = view
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
  const [along, across] = [va * a + vc * b, vb * a + vd * b]
  if (along <= 0 || Math.abs(across) > 0.1 * along) return undefined
  return {
    text: item.str,
    ...placed(e, f, view),
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
  }
}

/** The parts of the engine's annotations that are read here; links have an address. */
interface Annotation {
  readonly url?: string
  readonly rect?: readonly number[]
}

/** The words under a link's rectangle. Of a piece that reaches beyond it, the share of letters that the rectangle covers. */
function linkOf(
  { url, rect = [] }: Annotation,
  glyphs: readonly Glyphs[],
  transform: readonly number[],
): readonly PageLink[] {
  if (url === undefined || !/^https?:/i.test(url)) return []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
  const [a, b] = [placed(x1, y1, transform), placed(x2, y2, transform)]
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const words = glyphs
    .filter(({ y, size, x, width }) => y - size / 3 > top && y - size / 3 < bottom && x < right && x + width > left)
    .map(({ text, x, width }) => {
      const letter = width / Math.max(1, text.length)
      const from = Math.max(0, Math.round((left - x) / letter))
      return text.slice(from, Math.max(from, Math.round((right - x) / letter)))
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  return [{ url, words }]
}

/** From the file's corner of the page to the one where reading begins. */
const placed = (x: number, y: number, [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: readonly number[]) => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

async function factsOf(pdf: Pdf): Promise<Facts> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const { Title, Author, CreationDate } = info as Readonly<Record<string, unknown>>
  return { title: words(Title), author: words(Author), created: words(CreationDate) }
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined

const nameOfError = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
