import { readFileSync } from 'node:fs'

/** A fenced block of a page. */
export interface Block {
  /** What stands behind the fence; empty where nothing does. */
  readonly language: string
  readonly text: string
  /** Of the fence, from 1 on. */
  readonly line: number
}

/** The fenced blocks of a page, in their order, without the blanks that a list puts before them. */
export function blocksOf(page: string): readonly Block[] {
  const text = readFileSync(page, 'utf8')
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map((found) => {
    const [, margin = '', language = '', body = ''] = found
    return {
      language,
      text: body
        .split('\n')
        .map((line) => line.slice(margin.length))
        .join('\n')
        .trimEnd(),
      line: text.slice(0, found.index).split('\n').length,
    }
  })
}

/** Words of the program that stand in a sentence, not in a block: `headwater export --format …`. */
export const commandsInWords = (page: string): readonly string[] =>
  [
    ...readFileSync(page, 'utf8')
      .replace(/```[\s\S]*?```/g, '')
      .matchAll(/`(headwater [^`]*)`/g),
  ].map(([, line = '']) => line.replace(/\s+/g, ' '))
