import type { Block } from './blocks.ts'
import { articleIn, type Declared, metaOf, nameIn } from './declared.ts'
import type { PageElement } from './page.ts'

/** The headline of a report, and the block of the page where it stands. */
export interface Headline {
  readonly title: string | undefined
  readonly block: Block | undefined
}

/**
 * The headline as readers see it: the `<h1>` that the page's own metadata agree with.
 * Metadata alone may carry a search or social title; a lone `<h1>` may be the outlet's name.
 */
export function headlineOf(blocks: readonly Block[], declared: Declared): Headline {
  const stated = statedTitle(declared)
  const headings = blocks.filter((block) => /^h[1-3]$/.test(headingOf(block) ?? ''))
  const tops = headings.filter((block) => headingOf(block) === 'h1')
  const agreed = best(tops, stated) ?? best(headings, stated)
  if (agreed) return { title: agreed.text, block: agreed }
  if (stated.length > 0) return { title: stated[0], block: blocks.find((block) => block.text === stated[0]) }
  const only = tops[0]
  return { title: only?.text, block: only }
}

/** The heading that shares most words with a stated title, if it shares at least half. */
function best(headings: readonly Block[], stated: readonly string[]): Block | undefined {
  let found: Block | undefined
  let most = 0.5
  for (const heading of headings)
    for (const title of stated) {
      const share = agreement(heading.text, title)
      if (share > most) {
        most = share
        found = heading
      }
    }
  return found
}

/** Dice coefficient over the words of two titles, 0..1. */
function agreement(a: string, b: string): number {
  const [first, second] = [wordSet(a), wordSet(b)]
  if (first.size === 0 || second.size === 0) return 0
  let shared = 0
  for (const word of first) if (second.has(word)) shared++
  return (2 * shared) / (first.size + second.size)
}

const wordSet = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

function headingOf(block: Block): string | undefined {
  for (let at: PageElement | undefined = block.element, i = 0; at && i < 3; at = at.parent, i++)
    if (/^h[1-6]$/.test(at.tag)) return at.tag
  return undefined
}

function statedTitle(declared: Declared): readonly string[] {
  const site = metaOf(declared, 'og:site_name', 'application-name')
  const titles = [
    metaOf(declared, 'og:title', 'twitter:title', 'dc.title', 'parsely-title', 'sailthru.title'),
    nameIn(articleIn(declared)?.headline),
    declared.title,
  ]
  return titles.filter((title) => title !== undefined).map((title) => withoutSiteName(decodeLeftovers(title), site))
}

/** "Gate closes | The Courier" without its last part, where that is the outlet's name or short enough to be one. */
export function withoutSiteName(title: string, site: string | undefined): string {
  const tidy = title.replace(/\s+/g, ' ').trim()
  const cuts = [...tidy.matchAll(/\s+[|–—·•»:-]\s+|\s*\|\s*/g)]
  const last = cuts.at(-1)
  if (!last) return tidy
  const head = tidy.slice(0, last.index)
  const tail = tidy.slice(last.index + last[0].length)
  const named = site !== undefined && agreement(tail, site) > 0.6
  const short = wordSet(tail).size <= 4 && wordSet(head).size > 2 * wordSet(tail).size && !/[-:]/.test(last[0])
  return named || short ? withoutSiteName(head, site) : tidy
}

/** Entities that were escaped twice. */
const decodeLeftovers = (text: string): string =>
  text.replace(/&(?:amp|quot|#0?39|apos|lt|gt|nbsp);/g, (entity) => leftovers[entity] ?? entity)

const leftovers: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
}
