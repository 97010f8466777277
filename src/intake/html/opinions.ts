import { Readability } from '@mozilla/readability'
import { DefuddleClass } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { type Block, blocksOf } from './blocks.ts'
import { parsePage } from './page.ts'

/** Which of a page's blocks an extractor takes for the report. */
export type Opinion = (block: Block) => boolean

/** What Mozilla's Readability takes for the report; undefined when it finds none. */
export function readabilityOpinion(markup: string): Opinion | undefined {
  return opinionFrom(
    () => new Readability(documentOf(markup), { disableJSONLD: true, charThreshold: 250 }).parse()?.content,
  )
}

/** What Defuddle takes for the report, working on the page alone: its look-ups at third parties are switched off. */
export function defuddleOpinion(markup: string, url: string | undefined): Opinion | undefined {
  return opinionFrom(
    () =>
      new DefuddleClass(documentOf(markup), { url: url ?? 'about:blank', useAsync: false, standardize: false }).parse()
        .content,
  )
}

const documentOf = (markup: string) => parseHTML(markup).document

/** Both libraries walk trees that authors of pages can shape: where one gives up, its opinion is missing and the page is read without. */
function opinionFrom(extract: () => string | null | undefined): Opinion | undefined {
  let content: string | null | undefined
  try {
    content = extract()
  } catch {
    return undefined
  }
  const tree = content ? parsePage(content) : undefined
  if (!tree) return undefined
  const lines = blocksOf(tree).map((block) => keyOf(block.text))
  const whole = new Set(lines)
  const all = lines.join('\n')
  return ({ text }) => {
    const key = keyOf(text)
    return whole.has(key) || (key.length >= longEnough && all.includes(key))
  }
}

/** An extractor may join lines; a line this long is found inside another by no accident. */
const longEnough = 30

const keyOf = (text: string): string => text.replace(/\s+/g, '')
