import { Problem } from './problem.ts'

/** What a body in JSON may be made of: more than anything that is taken here, and read in no time. */
export const mostJson = { parts: 10_000, depth: 64 } as const

/**
 * Refuses JSON of more parts, or nested deeper, than anything that is taken here. `JSON.parse` of 32 MB of `[` takes seconds in which nobody else is answered;
 * this looks at each letter once, and stops at the first part too many. How long texts are is of no matter, they cost little.
 */
export function checkSmall(text: string): void {
  let [depth, parts] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === quote) at = endOfText(text, at)
    else if (letter === comma) parts++
    else if (letter === openBracket || letter === openBrace) {
      depth++
      parts++
    } else if (letter === closeBracket || letter === closeBrace) depth--
    if (parts > mostJson.parts || depth > mostJson.depth)
      throw new Problem(
        413,
        `JSON may have ${mostJson.parts} parts at most, nested ${mostJson.depth} deep, and this has more.`,
      )
  }
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c]
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]

/** Where the text that begins at a quotation mark ends: at its other one, or with all. */
function endOfText(text: string, from: number): number {
  let at = from + 1
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === backslash) at++
    else if (letter === quote) return at
  }
  return at
}
