import { states } from '../../language/en/abbreviations.ts'
import type { Span } from '../../model/span.ts'

/**
 * The words and marks of one sentence, in order, as the English treebanks of Universal Dependencies cut them: "wo|n't", "John|'s",
 * "15|-|year|-|old", "$|5", "40|%", but "non-human", "AT&T", "U.S.", "9/11" and "F-16" whole.
 *
 * `whole` are stretches that must not be cut, in order, such as web addresses. One walk over the text; no pattern goes back over what it took.
 */
export function cutWords(text: string, whole: readonly Span[] = []): readonly Span[] {
  const found: Span[] = []
  let next = 0
  for (let at = 0; at < text.length; ) {
    const kept = whole[next]
    if (kept && kept.start <= at) {
      if (kept.start === at) found.push(kept)
      at = Math.max(at, kept.start === at ? kept.end : at)
      next++
      continue
    }
    const mark = text.charAt(at)
    if (/\s/.test(mark)) {
      at++
      continue
    }
    const end = Math.min(endOfPlain(text, at) ?? endOf(text, at), kept?.start ?? text.length)
    if (/[\p{L}'’]/u.test(mark)) for (const part of contraction(text, at, end)) found.push(part)
    else found.push({ start: at, end })
    at = end
  }
  return found
}

/** Most words are letters from A to Z with a blank or a comma behind them: no pattern cuts these otherwise. */
function endOfPlain(text: string, at: number): number | undefined {
  let end = at
  while (isPlainLetter(text.charCodeAt(end))) end++
  const behind = text.charAt(end)
  return end > at && (behind === ' ' || behind === ',' || behind === '') ? end : undefined
}

const isPlainLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)

/** Where the word or mark that starts here ends. The first pattern that fits decides. */
function endOf(text: string, at: number): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at
    const end = pattern.test(text) ? pattern.lastIndex : 0
    if (end > at) return end
  }
  const unit = text.codePointAt(at) ?? 0
  return at + (unit > 0xffff ? 2 : 1)
}

/** Prefixes whose hyphen does not cut: what follows them is no word of its own account. */
const prefixes =
  'anti|co|counter|cyber|de|e|ex|extra|hyper|inter|intra|macro|mega|meta|micro|mid|mini|multi|neo|non|over|post|pre|pro|pseudo|re|semi|sub|super|trans|ultra|un|under|vice'

const patterns: readonly RegExp[] = [
  // "@user", "#tag", "'90s", "n't" and other ends of words that stand alone.
  /@[\p{L}\p{N}_]+|#\p{L}[\p{L}\p{N}_]*/uy,
  /['’]\d\ds?(?![\p{L}\p{N}])/uy,
  /n['’]t(?![\p{L}\p{N}])/iuy,
  /['’](?:s|m|d|re|ve|ll|em|til|tis|twas|cause)(?![\p{L}\p{N}])/iuy,
  // "10.45pm", "2:30pm", "20th", "1970s"; "5G", "3D".
  /\d{1,4}(?:[.:]\d\d)?(?:am|pm|st|nd|rd|th|s)(?![\p{L}\p{N}])/iuy,
  /[1-6][GD](?![\p{L}\p{N}])/uy,
  // "1,200,000", "3.5", "10/12/2004", "2004-05-06", "1990-95", "+5", "-3".
  /(?<![\p{L}\p{N}][+-]?)[+-]?\d+(?:[.,:/-]\d+)*/uy,
  /\d+(?:[.,:/-]\d+)*/uy,
  // "F-16", "COVID-19", "MH17", "B-52s".
  /\p{L}{1,12}-?\d+(?:-\d+)*[a-z]?(?![\p{L}\p{N}])/uy,
  // "U.S.", "a.m.", "e.g.", "Ph.D."
  /(?:\p{L}\.){2,8}(?![\p{L}\p{N}])/uy,
  /\p{L}(?:\.\p{L}){1,7}(?![\p{L}\p{N}.])/uy,
  /Ph\.D\.?|W\.\s?Va\./y,
  // "US$", "A$", "AT&T", "R&D"; "w/o", "b/c".
  /\p{Lu}{1,3}\$(?=\s?\d)/uy,
  /\p{Lu}{1,8}(?:&\p{Lu}{1,8}){1,3}(?![\p{L}\p{N}])/uy,
  /(?:w\/o?|b\/c)(?![\p{L}\p{N}])/iuy,
  new RegExp(`(?:${prefixes})-(?=\\p{L})(?:[\\p{L}\\p{M}\\p{N}]|['’](?=\\p{L}))+`, 'iuy'),
  /\p{Lu}\.(?=\s*[\p{L}\d,])/uy,
  ...stopped(),
  // A word, with the apostrophes, soft hyphens and stars inside it.
  /\p{L}(?:[\p{L}\p{M}\p{N}_\u00ad]|['’`](?=\p{L})|\*+(?=\p{L}))*/uy,
  /\p{N}+/uy,
  // Faces, then runs of one mark.
  /[:;=][-^']?[)(DPpO\]](?![\p{L}\p{N}])/uy,
  /<3(?!\d)/y,
  /[!?.]{2,}|[!?]|-{2,}|={2,}|\*{2,}|_{2,}|~{2,}|<{2,}|>{2,}|#{2,}|\+{2,}|\${2,}|'{2}|’{2}|`{2}/y,
]

/** Words that are written with a full stop of their own. Those that are also other words must be written as names are, and be carried on. */
function stopped(): readonly RegExp[] {
  const among = (words: string) => words.split(' ').join('|')
  const anyhow = among(
    'mr mrs ms messrs dr drs prof rev hon mt ft pres gov govs sen rep reps sens lt col maj capt cmdr adm sgt cpl pvt jr sr inc ltd corp ' +
      'bros llc dept univ assn ave blvd rd jan feb apr aug sept oct nov vs approx fig',
  )
  const named = among(
    'St Sts Gen Mar Jun Jul Sep Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Co Cos Est No Vol Al Pp Attn',
  )
  return [
    new RegExp(`(?:${anyhow})\\.(?=[\\s,;:).]|$)`, 'iuy'),
    new RegExp(`(?:${[...states].join('|')})\\.(?=[\\s,;:).]|$)`, 'uy'),
    new RegExp(`(?:${named})\\.(?=[,;:)]|\\s+[\\p{L}\\p{N}($'"“‘])`, 'uy'),
    // "no. 5", "fish, meat, etc., are"; at the end of a sentence the stop is the sentence's.
    /(?:no|pp?|vol|co|st|etc|est|al|ext|govt|v)\.(?=[,;:)]|\s+[\p{L}\p{N}])/iuy,
  ]
}

/** "wasn't" is "was" and "n't", "John's" is "John" and "'s", "cannot" is "can" and "not". */
function* contraction(text: string, start: number, end: number): Generator<Span> {
  const word = text.slice(start, end)
  const cut = start + (cutOf(word) ?? 0)
  if (cut > start) yield { start, end: cut }
  yield { start: cut, end }
}

/** Where a word is taken apart; undefined where it stays whole. */
function cutOf(word: string): number | undefined {
  const tail = /(?:n['’`]t|['’`](?:re|ve|ll|s|m|d))$/i.exec(word.slice(-3))
  if (tail && word.length > tail[0].length) return word.length - tail[0].length
  return clipped.get(word.toLowerCase())
}

/** Two words written as one, and where the first ends. */
const clipped: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dunno', 2],
  ...['dont', 'doesnt', 'didnt', 'isnt', 'wasnt', 'arent', 'wouldnt', 'couldnt', 'shouldnt', 'havent', 'hasnt'].map(
    (word) => [word, word.length - 2] as const,
  ),
  ['cant', 2],
  ['wont', 2],
  ...['youre', 'theyre', 'youve', 'weve', 'theyve', 'youll', 'theyll'].map(
    (word) => [word, word.search(/re$|[vl][el]$/)] as const,
  ),
  ...['whats', 'heres', 'theres', 'shes', 'hes'].map((word) => [word, word.length - 1] as const),
  ['aint', 2],
  ['im', 1],
  ['ive', 1],
  ['thats', 4],
])
