import { pageLabels, pictureLabels } from '../../language/page-labels.ts'
import { type Block, linkShare, standsIn } from './blocks.ts'
import type { Opinion } from './opinions.ts'
import type { PageElement } from './page.ts'

export interface Opinions {
  readonly readability: Opinion | undefined
  readonly defuddle: Opinion | undefined
}

/**
 * The blocks of a page that are the report.
 *
 * Readability proposes, or Defuddle where Readability found but a fraction. Pictures with their captions, notes about authors and blocks
 * that are mostly links go; a short block stays only where both keep it; prose between the headline and the text, which both tend to
 * take for page furniture, comes back. Where neither finds a report, the page's own prose is taken.
 */
export function mainBlocks(
  blocks: readonly Block[],
  opinions: Opinions,
  headline: Block | undefined,
): readonly Block[] {
  const { first, second } = inOrder(blocks, opinions)
  if (!first) return prose(blocks)
  const proposed = blocks.map(
    (block) => first(block) && !isAside(block) && (block.text.length >= shortest || !second || second(block)),
  )
  const begin = proposed.indexOf(true)
  const end = proposed.lastIndexOf(true)
  if (begin < 0) return prose(blocks)
  const top = headline ? blocks.indexOf(headline) : -1
  const kept = blocks.filter((_, i) => proposed[i])
  const seen = new Set(kept.map((block) => block.text))
  const homes = new Set(kept.flatMap(({ element }) => (element.parent ? [element, element.parent] : [element])))
  return blocks.filter((block, i) => {
    if (proposed[i]) return true
    if (!isProse(block) || seen.has(block.text)) return false
    if (i > begin)
      return (
        i < end &&
        second?.(block) === true &&
        (homes.has(block.element) || homes.has(block.element.parent ?? block.element))
      )
    return (
      top >= 0 &&
      i > top &&
      i - top <= leadReach &&
      block.element.tag === 'p' &&
      !isMarked(block.element, standfirstClass)
    )
  })
}

/** A line under the headline that sums the report up for the front page repeats it; it is no part of the text. */
const standfirstClass =
  /(?:^|[\s_-])(?:dek|sub-?head(?:line)?|sub-?title|summary|blurb|strap(?:line)?|promo|messenger)/i

/** How far below the headline a lead may stand: dates, names and buttons come between. */
const leadReach = 25

const mostlyLinks = 0.8

/** Below this length one opinion is not enough. */
const shortest = 140

/** Readability first; the other way round where it kept less than this share of what Defuddle kept. */
const fraction = 0.5

function inOrder(blocks: readonly Block[], { readability, defuddle }: Opinions) {
  if (!readability || !defuddle) return { first: readability ?? defuddle, second: undefined }
  const kept = (opinion: Opinion) =>
    blocks.reduce(
      (sum, block) => sum + (opinion(block) && !isAside(block) && isProse(block) ? block.text.length : 0),
      0,
    )
  return kept(readability) < fraction * kept(defuddle)
    ? { first: defuddle, second: undefined }
    : { first: readability, second: defuddle }
}

const pictures = new Set(['figure', 'figcaption', 'picture'])

const chrome = new Set(['nav', 'footer', 'aside', 'form', 'figure', 'figcaption', 'li'])

/** Part of the page that is not the report, whatever an extractor thinks of it. */
function isAside(block: Block): boolean {
  return (
    standsIn(block, pictures) || linkShare(block) >= mostlyLinks || isLabel(block.text) || isMarkedAside(block.element)
  )
}

/** Sentences, not labels. */
function isProse(block: Block): boolean {
  return (
    block.text.length >= 60 &&
    /[.!?…:“”"»]\s*$/.test(block.text) &&
    linkShare(block) < 0.3 &&
    !standsIn(block, chrome) &&
    !isMarkedAside(block.element)
  )
}

/** Class names that publishing systems give to captions, credits and notes about authors; looked for in the nearest elements. */
const asideClass =
  /(?:^|[\s_-])(?:caption|captions|credit|credits|copyright|imagedescription|image-description|photo-?credit|author-?(?:bio|details|box|info|content)|bio|about-?author|related(?:-?(?:articles|posts|content|links|stories))?|newsletter|social|share|sharing|advert|advertisement|ads?|promo)(?:$|[\s_-]|\d)/i

const isMarkedAside = (element: PageElement): boolean => isMarked(element, asideClass)

function isMarked(element: PageElement, mark: RegExp): boolean {
  let at: PageElement | undefined = element
  for (let i = 0; at && i < 3 && !/^(?:body|article|main|html)$/.test(at.tag); at = at.parent, i++)
    if (mark.test(`${at.attributes.class ?? ''} ${at.attributes.id ?? ''}`)) return true
  return false
}

function isLabel(text: string): boolean {
  if (text.length > 90) return false
  const lower = text.toLowerCase()
  const starts = (label: string) => lower.startsWith(label) && !/[\p{L}\p{N}]/u.test(lower.charAt(label.length))
  return (
    pictureLabels.some((label) => lower.startsWith(label)) ||
    (text.length <= 45 && !/[.!?]$/.test(text) && pageLabels.some(starts))
  )
}

/** Without an opinion: blocks that are sentences rather than labels. */
function prose(blocks: readonly Block[]): readonly Block[] {
  const furniture = new Set([...chrome, 'header'])
  furniture.delete('li')
  const sentences = blocks.filter(
    (block) => linkShare(block) < 0.5 && /[\p{L}\p{N}]{2}/u.test(block.text) && !standsIn(block, furniture),
  )
  const long = sentences.filter((block) => block.text.length >= 80)
  return long.length > 0 ? long : sentences
}
