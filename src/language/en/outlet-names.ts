import { outletHeads, outletOpeners } from './name-words.ts'

/**
 * Is this how a paper or broadcaster is called: "Radio Kadja", "The Harbour Post"? Asked of a name that stands by itself; "World News" says
 * where in a paper something stands, and is no paper's name.
 */
export function isOutletName(name: string): boolean {
  const parts = name.split(/\s+/)
  if (parts.length < 2 || parts.length > mostWords || !parts.every((part) => nameWord.test(part))) return false
  const [first = '', ...rest] = parts.map((part) => part.toLowerCase())
  const last = rest.at(-1) ?? ''
  if (sectionHeads.has(last) && [first, ...rest.slice(0, -1)].every((word) => sectionWords.has(word))) return false
  return outletHeads.has(last) || outletOpeners.has(first)
}

const mostWords = 6

const nameWord = /^(?:\p{Lu}|\p{N}|&$|(?:of|the|and|de|do|da|la|le|du)$)/u

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** "World News", "Business Review": the parts of a paper. */
const sectionHeads = words('news review report record bulletin dispatch monitor')

/** What those parts are about. */
const sectionWords = words(`
  the world latest breaking local national international regional business economy political politics sports sport health science
  technology tech culture entertainment opinion special live top more and & of week day morning evening daily weekly exclusive`)
