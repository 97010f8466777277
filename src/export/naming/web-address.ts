/**
 * An address that may be opened and handed on: http or https, as the URL standard writes it out, without what RFC 3986 has no place for
 * (browsers leave `|`, `{` or `[` as they stand, where Turtle and STIX take no such address). Undefined for all else: `javascript:`, `data:` …
 */
export function webAddress(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  // The brackets of an IPv6 address stay.
  const path = href.indexOf('/', protocol.length + 2)
  const [main = '', ...fragment] = href.slice(path).split('#')
  return `${href.slice(0, path)}${escaped(main)}${fragment.length > 0 ? `#${escaped(fragment.join('%23'))}` : ''}`
}

const escaped = (part: string): string =>
  part.replace(
    /["<>\\^`{|}[\]\s]|%(?![0-9A-Fa-f]{2})/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
