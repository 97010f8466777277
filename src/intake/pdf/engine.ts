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
        const placed = upright(item, transform)
        if (placed) glyphs.push(placed)
      }
    }
    page.cleanup()
    return { height, glyphs }
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
function upright(item: Item, [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0]: readonly number[]): Glyphs | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
  const [along, across] = [va * a + vc * b, vb * a + vd * b]
  if (along <= 0 || Math.abs(across) > 0.1 * along) return undefined
  return {
    text: item.str,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
  }
}

async function factsOf(pdf: Pdf): Promise<Facts> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const { Title, Author, CreationDate } = info as Readonly<Record<string, unknown>>
  return { title: words(Title), author: words(Author), created: words(CreationDate) }
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined

const nameOfError = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
