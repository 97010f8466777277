import { type Block, linkShare, standsIn } from './blocks.ts'
import type { Opinion } from './opinions.ts'

export interface Opinions {
  readonly readability: Opinion | undefined
  readonly defuddle: Opinion | undefined
}

/**
 * The blocks of a page that are the report.
 *
 * Readability proposes; pictures with their captions and blocks that are mostly links go; a short block stays only where Defuddle,
 * which reasons differently, keeps it too. Where neither finds a report, the page's own prose is taken.
 */
export function mainBlocks(blocks: readonly Block[], { readability, defuddle }: Opinions): readonly Block[] {
  const first = readability ?? defuddle
  if (!first) return prose(blocks)
  const second = readability && defuddle
  const kept = blocks.filter(
    (block) =>
      first(block) &&
      !standsIn(block, pictures) &&
      linkShare(block) < mostlyLinks &&
      (block.text.length >= shortest || !second || second(block)),
  )
  return kept.length > 0 ? kept : prose(blocks)
}

const pictures = new Set(['figure', 'figcaption', 'picture'])

const mostlyLinks = 0.8

const shortest = 140

/** Without an opinion: blocks that are sentences rather than labels. */
function prose(blocks: readonly Block[]): readonly Block[] {
  const chrome = new Set(['nav', 'footer', 'header', 'aside', 'form', 'figure', 'figcaption'])
  const sentences = blocks.filter(
    (block) => linkShare(block) < 0.5 && /[\p{L}\p{N}]{2}/u.test(block.text) && !standsIn(block, chrome),
  )
  const long = sentences.filter((block) => block.text.length >= 80)
  return long.length > 0 ? long : sentences
}
