/**
 * How the endings of words change, for one tag after another: the ending, how many letters go, and what comes in their place.
 * The longest ending that fits decides; one that begins with "^" is a whole word.
 */
export type EndingTable = ReadonlyMap<string, ReadonlyMap<string, Ending>>

export interface Ending {
  readonly cut: number
  readonly add: string
}

/** Past tenses and participles are looked up together: most are written alike. */
export const tableOf = (tag: string): string => tag.replace(/VBN$/, 'VBD')

/** Longest ending looked up, the sign for the beginning of the word included. */
export const longestEnding = 16

/** The word as a dictionary has it, in lower case: "said" as a past tense is "say", "ships" as a noun is "ship". */
export function lemmaOf(table: EndingTable, word: string, tag: string): string {
  const lower = word.toLowerCase().replace(/[‘’‛`´]/g, "'")
  const endings = table.get(tableOf(tag))
  if (!endings) return lower
  const marked = `^${lower}`
  for (let size = Math.min(marked.length, longestEnding); size >= 0; size--) {
    const ending = endings.get(size === 0 ? '' : marked.slice(-size))
    if (ending) return lower.slice(0, lower.length - ending.cut) + ending.add || lower
  }
  return lower
}

/** One line a tag: the tag, then its endings as "ending cut add", blanks between; "_" for nothing. */
export function readEndings(packed: string): EndingTable {
  return new Map(
    packed.split('\n').map((line) => {
      const [tag = '', ...parts] = line.split(' ')
      const endings = new Map<string, Ending>()
      for (let i = 0; i + 2 < parts.length; i += 3)
        endings.set(filled(parts[i]), { cut: Number(parts[i + 1]), add: filled(parts[i + 2]) })
      return [tag.replace('/', ' '), endings] as const
    }),
  )
}

const filled = (part = ''): string => (part === '_' ? '' : part)
