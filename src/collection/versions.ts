import type { Document } from '../model/document.ts'
import { shinglesOf } from '../text/shingles.ts'
import { wordsOf } from '../text/words.ts'

/**
 * What names one report however often it is captured: its own address, the id that its feed gives it, or its place in the file that
 * holds it.
 *
 * @param address of the capture it was read from
 */
export function reportKey({ url, guid, id }: Pick<Document, 'url' | 'guid' | 'id'>, address: string): string {
  if (url !== undefined && /^https?:/i.test(url)) return plainAddress(url)
  // What was piped in has no place; its id is all that names it.
  return `${address.startsWith('stdin:') ? 'stdin' : address} ${guid ?? id}`
}

/** An address without what changes from link to link and names nothing: the fragment, marks of campaigns, http for https. */
export function plainAddress(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (isCampaign.test(name)) url.searchParams.delete(name)
  return url.href.replace(/^http:/, 'https:').replace(/[?&]$/, '')
}

/** Parameters that say by which link a reader came. */
const isCampaign = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ocid|smid)$/i

/**
 * Whether a text is an earlier one in another version. Publishing systems give one address to many texts (a front page, a live blog begun
 * anew, a canonical address that is wrong): what shares neither its title nor a fair part of its words is another report.
 */
export function isVersionOf(document: Document, earlier: Document): boolean {
  if (document.title !== undefined && document.title === earlier.title) return true
  const [one, other] = [shingles(document.text), shingles(earlier.text)]
  const fewer = Math.min(one.size, other.size)
  if (fewer === 0) return true
  let shared = 0
  for (const shingle of one) if (other.has(shingle)) shared++
  return shared >= fewer * enoughShared
}

/** Of the runs of three words of the shorter text. Two reports on one event share 2 to 5 %, an edited one keeps most. */
const enoughShared = 0.2

const shingles = (text: string): ReadonlySet<number> =>
  new Set(shinglesOf(wordsOf(text, [{ start: 0, end: text.length }]).keys, 3))

/** Whether nothing that is kept of a report has changed. */
export const isSame = (a: Document, b: Document): boolean =>
  a.sha256 === b.sha256 &&
  (['title', 'publisher', 'byline', 'published', 'url', 'language'] as const).every((field) => a[field] === b[field])
