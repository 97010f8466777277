import { plain } from '../export/view/plain.ts'

/** A piece of HTML that is safe to print: made only by `html` and `raw`. */
export interface Markup {
  readonly html: string
}

type Part = string | number | Markup | readonly Part[] | false | null | undefined

/**
 * HTML from a template. Every value is escaped, in text and in double-quoted attributes alike, unless it is markup itself; lists are
 * joined; false, null and undefined print nothing. Articles come in only through here, so nothing in them can become a tag.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { html: parts.map((part, index) => part + written(values[index])).join('') }
}

/** Text of our own that is HTML already (the style, the script). Never anything that was read. */
export const raw = (text: string): Markup => ({ html: text })

function written(part: Part): string {
  if (part === undefined || part === null || part === false) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  if ('html' in part) return part.html
  return part.map(written).join('')
}

function escaped(text: string): string {
  return plain(text).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
