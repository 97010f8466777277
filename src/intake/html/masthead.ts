import { getDomain } from 'tldts'
import { articleIn, type Declared, firstElement, metaOf, nameIn } from './declared.ts'
import { type PageElement, wordsOf } from './page.ts'

/** Who wrote the report, as the page names them; "By" and decorations removed. */
export function bylineOf(root: PageElement, declared: Declared): string | undefined {
  const article = articleIn(declared)
  const stated = [
    nameIn(article?.author),
    nameIn(article?.creator),
    metaOf(
      declared,
      'author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'byl',
      'citation_author',
      'article:author',
      'twitter:creator',
    ),
  ]
  for (const name of stated) {
    const tidy = tidyName(name)
    if (tidy !== undefined) return tidy
  }
  for (const marked of marks) {
    const element = firstElement(root, marked)
    const tidy = element && tidyName(wordsOf(element))
    if (tidy !== undefined) return tidy
  }
  return undefined
}

const marks: readonly ((element: PageElement) => boolean)[] = [
  ({ attributes }) => /\bauthor\b/.test(attributes.itemprop ?? ''),
  ({ tag, attributes }) => tag === 'a' && /\bauthor\b/.test(attributes.rel ?? ''),
  ({ attributes }) => /(?:^|[\s_-])(?:byline|author[_-]?name)(?:$|[\s_-])/i.test(attributes.class ?? ''),
]

/** A name is short, and no address. */
function tidyName(name: string | undefined): string | undefined {
  // Cut first: an address is looked for from every letter of a row without blanks.
  const tidy = name
    ?.slice(0, 1_000)
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:(?:written |posted |story |words )?by|von|par|por|di|door)\s*:?\s+/i, '')
    .replace(/\s*[|•·].*$/, '')
    .replace(/\s*\(?[\w.+-]+@[\w.-]+\)?/g, '')
    .trim()
  return tidy &&
    tidy.length <= 120 &&
    /\p{L}{2}/u.test(tidy) &&
    !/^(?:https?:|www\.|@)|^(?:admin|editor|staff|webmaster|unknown|null)$/i.test(tidy)
    ? tidy
    : undefined
}

/** The outlet that published the page: as it calls itself, else its domain. */
export function publisherOf(declared: Declared, url: string | undefined): string | undefined {
  return (
    metaOf(declared, 'og:site_name')?.trim() ??
    nameIn(articleIn(declared)?.publisher) ??
    metaOf(
      declared,
      'application-name',
      'dc.publisher',
      'dcterms.publisher',
      'apple-mobile-web-app-title',
      'copyright.holder',
    )?.trim() ??
    (url === undefined ? undefined : (getDomain(url) ?? undefined))
  )
}
