import { webAddress } from '../naming/web-address.ts'
import { oneLine } from '../view/plain.ts'

/**
 * Words from an article as Markdown that prints them and does nothing else: no emphasis, link, image, HTML, formula or table cell can
 * come out of them, and addresses, mentions and e-mail addresses are not turned into links (GitHub Flavored Markdown 0.29).
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|~&#$!{}]/g, '\\$&')
    .replace(/@/g, '@<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/www\./gi, (dot) => `${dot.slice(0, -1)}<!-- -->.`)
}

/** A link to a web address, its words escaped; the words alone where the address is not plain http(s). */
export function linkMarkdown(words: string, url: string | null): string {
  const safe = webAddress(url)
  return safe ? `[${escapeMarkdown(words)}](<${safe.replace(/['()]/g, hex)}>)` : escapeMarkdown(words)
}

/** What is no word to Markdown within an address, and a word to some of its readers. */
const hex = (mark: string): string => `%${mark.charCodeAt(0).toString(16)}`
