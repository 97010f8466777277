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
  return safe ? `[${escapeMarkdown(words)}](<${safe}>)` : escapeMarkdown(words)
}

/** An address that may be opened from a report: http or https, written out by the URL standard; undefined otherwise (`javascript:`, `data:` …). */
export function webAddress(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return undefined
  return parsed.href.replace(
    /[<>"'`\\()\s]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
