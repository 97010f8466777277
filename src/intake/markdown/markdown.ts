import { marked, type Token, type Tokens } from 'marked'
import type { Link, Refusal } from '../../model/document.ts'
import type { PromptReader } from '../capture.ts'
import { decodeText } from '../decode.ts'
import { type Draft, plainText, toDocument } from '../draft.ts'
import { nameOf } from '../names.ts'
import { isMarkdown } from './accepts.ts'
import { lexed } from './lexed.ts'

/** Markdown, with YAML front matter where there is one (title, author, date, source, url, lang). */
export const markdown: PromptReader = {
  ref: 'markdown@1',
  accepts: isMarkdown,
  read(capture) {
    const { text } = decodeText(capture.bytes)
    const draft = draftFromMarkdown(plainText(text), {
      id: nameOf(capture.input),
      input: capture.input,
      url: capture.url,
    })
    const read = 'code' in draft ? draft : toDocument(draft)
    return 'code' in read ? { documents: [], refusals: [read] } : { documents: [read], refusals: [] }
  },
}

/** The words without their marks, block by block; links kept apart. */
export function draftFromMarkdown(markup: string, about: Pick<Draft, 'id' | 'input' | 'url'>): Draft | Refusal {
  const { matter, rest } = frontMatter(markup)
  const blocks = lexed(rest)
  if (!blocks)
    return {
      input: about.input,
      code: 'too-deep',
      says: 'its lists and quotations are nested a hundred deep; no report is',
    }
  const first = blocks.findIndex(({ type }) => type !== 'space')
  const heading = blocks[first]
  const titled = matter.title === undefined && heading?.type === 'heading'
  return {
    ...about,
    title: matter.title ?? (titled ? inline((heading as Tokens.Heading).tokens) : undefined),
    body: (titled ? blocks.slice(first + 1) : blocks)
      .map(blockText)
      .filter((words) => words !== '')
      .join('\n\n'),
    publisher: matter.publisher ?? matter.outlet ?? matter.site,
    byline: matter.author ?? matter.byline,
    published: isoDate(matter.date ?? matter.published),
    url: matter.url ?? matter.link ?? matter.canonical ?? about.url,
    language: matter.lang ?? matter.language,
    links: linksOf(blocks),
  }
}

/** Simple `key: value` lines between two `---`; anything richer is left alone. */
function frontMatter(markup: string): {
  readonly matter: Readonly<Record<string, string | undefined>>
  readonly rest: string
} {
  const found = /^---\n([\s\S]{0,4000}?)\n---\n/.exec(markup)
  if (!found) return { matter: {}, rest: markup }
  const pairs = (found[1] ?? '').split('\n').flatMap((line) => {
    const [, key, value] = /^([A-Za-z_-]{1,40}):\s*(.*?)\s*$/.exec(line) ?? []
    return key && value ? [[key.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2')] as const] : []
  })
  return { matter: Object.fromEntries(pairs), rest: markup.slice(found[0].length) }
}

const isoDate = (value: string | undefined): string | undefined =>
  /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/
    .exec(value ?? '')?.[0]
    .replace(' ', 'T')

function blockText(block: Token): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'text':
      return inline(block.tokens ?? [], block.raw)
    case 'blockquote':
      return (block.tokens ?? [])
        .map(blockText)
        .filter((words) => words !== '')
        .join('\n\n')
    case 'list':
      return (block as Tokens.List).items
        .map(
          (item) =>
            `- ${item.tokens
              .map(blockText)
              .filter((words) => words !== '')
              .join('\n')}`,
        )
        .join('\n')
    case 'table':
      return [(block as Tokens.Table).header, ...(block as Tokens.Table).rows]
        .map((row) => row.map((cell) => inline(cell.tokens)).join(' | '))
        .join('\n')
    case 'code':
      return (block as Tokens.Code).text
    default:
      return ''
  }
}

/** The words of inline marks. Raw HTML and images are dropped; an escape gives its character. */
function inline(tokens: readonly Token[], otherwise = ''): string {
  if (tokens.length === 0) return otherwise.trim()
  return tokens
    .map((token) => {
      if (token.type === 'br') return '\n'
      if (token.type === 'html' || token.type === 'image') return ''
      if ('tokens' in token && token.tokens && token.tokens.length > 0) return inline(token.tokens)
      return 'text' in token && typeof token.text === 'string' ? characters(token.text) : token.raw
    })
    .join('')
    .trim()
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
}

const characters = (words: string): string =>
  words.replace(/&(?:#(\d{1,7})|(\w{1,10}));/g, (all, code: string | undefined, name: string | undefined) =>
    code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (entities[name ?? ''] ?? all),
  )

function linksOf(blocks: readonly Token[]): readonly Link[] {
  const found: Link[] = []
  marked.walkTokens([...blocks], (token) => {
    if (token.type === 'link' && /^https?:/i.test((token as Tokens.Link).href))
      found.push({ url: (token as Tokens.Link).href, words: undefined })
  })
  return found
}
