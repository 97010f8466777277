import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import { type Excerpt, excerpt } from '../../model/span.ts'
import { remembered } from '../../text/remembered.ts'
import { fold } from '../../text/words.ts'
import { inReadingOrder } from '../publication-order.ts'

/** The outlets that published the documents of a collection, and the ways in which a report may name them. */
export interface Outlets {
  /** Key of the outlet that published a document; undefined when the document names none. */
  outletOf(document: Document): string | undefined
  /** Key of the outlet that a name, an acronym or a web domain means. */
  named(name: string): string | undefined
  /** What an outlet published, in reading order. */
  documentsOf(outlet: string): readonly Document[]
  /** Where a report names an outlet of the collection in full, or by its acronym. */
  mentionsIn(reading: Reading): readonly OutletMention[]
}

export interface OutletMention extends Excerpt {
  readonly outlet: string
}

/** Lists the outlets of a collection by publisher, by web domain, and by acronym where it has three letters or more. */
export function outletsOf(documents: readonly Document[]): Outlets {
  const published = new Map<string, Document[]>()
  const names = new Map<string, string>()
  const disputed = new Set<string>()
  const learn = (name: string, outlet: string) => {
    if (names.has(name) && names.get(name) !== outlet) disputed.add(name)
    names.set(name, outlet)
  }
  for (const document of inReadingOrder(documents)) {
    const outlet = outletKey(document)
    if (outlet === undefined) continue
    const list = published.get(outlet)
    if (list) list.push(document)
    else published.set(outlet, [document])
    learn(outlet, outlet)
    const host = hostOf(document.url)
    if (host !== undefined) learn(host, outlet)
    const acronym = acronymOf(document.publisher ?? '')
    if (acronym !== undefined) learn(acronym, outlet)
  }
  for (const name of disputed) names.delete(name)
  const firsts = new Set([...names.keys()].map((name) => name.split(' ')[0]))
  return {
    outletOf: outletKey,
    named: (name) => names.get(nameKey(name)) ?? names.get(hostOf(name) ?? ''),
    documentsOf: (outlet) => published.get(outlet) ?? [],
    mentionsIn: (reading) => mentionsIn(reading, names, firsts),
  }
}

const outletKey = ({ publisher, url }: Document): string | undefined =>
  publisher === undefined ? hostOf(url) : nameKey(publisher) || hostOf(url)

/** A name as it is compared: folded, without the article and the marks. */
const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')

/** "https://www.adria.example/a" and "www.adria.example" give `adria.example`. */
export function hostOf(address: string | undefined): string | undefined {
  const found = address?.trim().match(/^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/iu)
  return found?.[1]?.toLowerCase()
}

/** "Sahel Coast Agency" gives `sca`; shorter acronyms mean too many things. */
function acronymOf(publisher: string): string | undefined {
  const initials = publisher
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
  return initials.length >= 3 ? initials.join('').toLowerCase() : undefined
}

/** Longest name an outlet may have, in words; bounds the search. */
const longestName = 6

/** Words that a name may begin with, each with its place and its first word as names are compared. */
const openings = remembered(({ tokens }: Reading) =>
  tokens.flatMap(({ text }, at) => (/^\p{Lu}|\./u.test(text) ? [{ at, word: nameKey(text).split(' ')[0] }] : [])),
)

function mentionsIn(
  reading: Reading,
  names: ReadonlyMap<string, string>,
  firsts: ReadonlySet<string | undefined>,
): readonly OutletMention[] {
  const { document, tokens } = reading
  const own = outletKey(document)
  const found: OutletMention[] = []
  let next = 0
  for (const { at: i, word } of openings(reading)) {
    const first = tokens[i]
    if (i < next || !first || !firsts.has(word)) continue
    for (let length = Math.min(longestName, tokens.length - i); length > 0; length--) {
      const last = tokens[i + length - 1]
      if (!last || last.sentence !== first.sentence) continue
      const words = document.text.slice(first.start, last.end)
      const outlet = names.get(nameKey(words)) ?? (length === 1 ? names.get(hostOf(words) ?? '') : undefined)
      if (outlet === undefined || (isAcronym(nameKey(words), outlet) && words !== words.toUpperCase())) continue
      if (outlet !== own) found.push({ ...excerpt(document.text, first.start, last.end), outlet })
      next = i + length
      break
    }
  }
  return found
}

const isAcronym = (name: string, outlet: string): boolean =>
  name !== outlet && !name.includes(' ') && !name.includes('.')
