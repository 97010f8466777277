import { type FurnitureRule, furniture } from '../../language/en/page-furniture.ts'
import type { Credit, Region } from '../../model/document.ts'
import { type Block, blocksOf } from './blocks.ts'
import { creditsIn } from './credits.ts'

export interface Regions {
  readonly regions: readonly Region[]
  readonly credits: readonly Credit[]
}

/**
 * Tells headline, body, credits and clutter apart, block by block. Nothing is taken away: the text stays whole and every block
 * says what it is and which rule said so.
 *
 * @param titled the text opens with its title
 */
export function regionsOf(text: string, titled: boolean): Regions {
  const regions: Region[] = []
  const credits: Credit[] = []
  let list: FurnitureRule | undefined
  let ended: Region['rule'] | undefined
  for (const [i, block] of blocksOf(text).entries()) {
    const words = text.slice(block.start, block.end)
    const place = { start: block.start, end: block.end }
    if (titled && i === 0) {
      regions.push({ ...place, kind: 'headline', rule: 'regions/title' })
      continue
    }
    const rule = furnitureOf(words, 1 - block.start / text.length)
    if (list && !(block.bullet && !rule?.rest)) list = undefined
    const decided = list ?? rule
    if (decided) {
      regions.push({ ...place, kind: decided.kind, rule: decided.rule })
      if (decided.kind === 'credit') for (const credit of creditsIn(text, block, decided)) credits.push(credit)
      if (decided.rest === 'list') list = decided
      if (decided.rest && endsReport(decided, text, block)) ended = decided.rule
    } else if (ended) regions.push({ ...place, kind: 'clutter', rule: ended })
    else regions.push({ ...place, kind: 'body', rule: 'regions/paragraph' })
  }
  return { regions: biographies(text, regions), credits }
}

const furnitureOf = (words: string, toCome: number): FurnitureRule | undefined =>
  furniture.find(
    ({ pattern, within = 1, ahead = 0, longest = 300 }) =>
      words.length <= longest && toCome <= within && toCome >= ahead && pattern.test(words),
  )

/** A list of sources or topics closes the report when little text follows it: what comes after was put there by the page. */
const endsReport = ({ rest }: FurnitureRule, text: string, block: Block): boolean =>
  rest === 'end' || text.length - block.end < 0.25 * text.length

/** A bare name right above a biography is its heading. */
function biographies(text: string, regions: readonly Region[]): readonly Region[] {
  return regions.map((region, i) => {
    const next = regions[i + 1]
    const heads =
      region.kind === 'body' &&
      next?.kind === 'biography' &&
      region.end - region.start < 60 &&
      text.startsWith(text.slice(region.start, region.end), next.start)
    return heads ? { ...region, kind: 'biography', rule: next.rule } : region
  })
}
