import { languageNames } from '../../language/en/language-names.ts'
import type { FurnitureRule } from '../../language/en/page-furniture.ts'
import type { Credit } from '../../model/document.ts'
import type { Span } from '../../model/span.ts'

/** The names in a credit line: "Original Source: www.twz.com" names twz.com. A heading alone ("Sources:") names nobody. */
export function creditsIn(text: string, block: Span, { rule }: FurnitureRule): readonly Credit[] {
  // "(Reporting by …; editing by …)" says who worked on it, not what it was made from.
  if (rule === 'credits/reporting-by') return []
  const words = text.slice(block.start, block.end).replace(tail, '')
  const lead = leads.map((pattern) => pattern.exec(words)?.[0].length ?? 0).find((length) => length > 0) ?? 0
  const found: Credit[] = []
  let from = lead
  for (const part of words.slice(lead).split(/(,\s+and\s+|\s+and\s+|[,;/]\s+|\s&\s)/)) {
    const name = trimmed(part)
    if (name && isName(name.words)) {
      const start = block.start + from + name.at
      found.push({ name: plainName(name.words), start, end: start + name.words.length, rule })
    }
    from += part.length
  }
  return found
}

/** What may follow the names. */
const tail = /[.,;]?\s*\b(?:all\s+rights\s+reserved|photographs?\s+by|editing\s+by|edited\s+by)\b.*$/is

/** What may stand before the name, longest form first. */
const leads: readonly RegExp[] = [
  /^.*?\b(?:appeared\s+first|first\s+appeared)\s+on\s+/i,
  /^.*?\b(?:published|appeared|ran|reported|posted)\s+(?:in|on|by|at)\s+/i,
  /^.*?\b(?:reports?|reporting|articles?|material|stor(?:y|ies)|coverage|information|dispatch(?:es)?|files|inputs?|contributions?|permission)\s+(?:by|from|of|in)\s+/i,
  /^.*?\b(?:from|by)\s+(?=[^:]*$)/i,
  /^[^:]{1,40}:\s*/,
  /^\W*(?:via|h\/t|hat\s+tip(?:\s+to)?|with)\s+/i,
  /^[–—-]{1,2}\s*/,
  /^(?:©|\(c\)|copyright\b)(?:[\s,]*(?:©|\(c\)|\d{4}(?:[–-]\d{4})?|by\b))*[\s,]*/i,
]

function trimmed(part: string): { readonly words: string; readonly at: number } | undefined {
  const inner = /^[\s"'“”‘’([]*(.*?)[\s"'“”‘’)\].]*$/s.exec(part)?.[1]
  return inner ? { words: inner, at: part.indexOf(inner) } : undefined
}

const isName = (words: string): boolean =>
  words.length <= 80 &&
  /\p{L}/u.test(words) &&
  !languageNames.has(words.toLowerCase()) &&
  // German desks sign agency copy with a journalist's initials: "rog".
  !/^\p{Ll}{1,4}$/u.test(words) &&
  !/^(?:and|the|with|by|sources?|credits?)\s*:?$/i.test(words) &&
  !words.endsWith(':')

/** "https://www.twz.com/air" → "twz.com"; "Nordwind Press." stays as it is. */
const plainName = (words: string): string =>
  words
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/^((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})\/.*$/u, '$1')
    .replace(/\s+(?:contributed|reports?)\b.*$/i, '')
