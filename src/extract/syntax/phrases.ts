import type { Page } from './page.ts'

/** Half-open range of token indices. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** Noun phrases longer than this are not looked for: keeps every walk short. */
const reach = 45

const subjectPronouns = new Set(
  'he she it they i we you this these those one everyone someone somebody nobody anyone'.split(' '),
)

export const isSubjectPronoun = (page: Page, i: number): boolean =>
  page.pos(i) === 'PRON' && subjectPronouns.has(page.word(i))

/** Is there anything a noun phrase may be made of? */
export function isNominal(page: Page, i: number): boolean {
  const pos = page.pos(i)
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'X' || pos === 'SYM'
}

export const finite = (page: Page, i: number): boolean => {
  const pos = page.pos(i)
  if (pos === 'AUX') return page.word(i) !== 'be' && page.word(i) !== 'being'
  return pos === 'VERB' && !/ing$/.test(page.word(i)) && page.word(i - 1) !== 'to'
}

/**
 * The noun phrase that ends right before `end`, walking left no further than `floor`: "[the captain of the village]".
 * Prepositional tails belong to it ("director of the Institute"), a foregoing adverbial does not ("In a statement [the ministry]").
 */
export function phraseBefore(page: Page, end: number, floor: number): Stretch | undefined {
  const lowest = Math.max(floor, end - reach)
  if (end - 1 < lowest) return undefined
  if (isSubjectPronoun(page, end - 1)) return { first: end - 1, last: end }
  let first = end
  for (let i = end - 1; i >= lowest; i--) {
    if (!extendsLeft(page, i, first, end, lowest)) break
    first = i
  }
  while (first < end && !startsPhrase(page, first)) first++
  return first < end && hasHead(page, first, end) ? { first, last: end } : undefined
}

/** May the token at `i` stand in front of the phrase found so far? */
function extendsLeft(page: Page, i: number, first: number, end: number, lowest: number): boolean {
  const pos = page.pos(i)
  const word = page.word(i)
  const next = page.pos(first)
  if (page.quotation(i)) return shortQuotation(page, i)
  switch (pos) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'SYM':
    case 'X':
      // "… on Monday the ministry": a noun never stands right before an article.
      return first === end || (next !== 'DET' && !(next === 'PRON' && page.word(first) !== "'s"))
    case 'ADJ':
      return next !== 'DET'
    case 'DET':
      return first < end && word !== 'that' && word !== 'which' && next !== 'DET'
    case 'PRON':
      return first < end && /^(?:his|her|its|their|our|my|your|whose)$/.test(word)
    case 'PART':
      return /^(?:'s|’s|'|’)$/.test(page.tokens[i]?.text ?? '')
    case 'ADV':
      return first < end && next !== 'DET' && page.pos(i - 1) === 'DET'
    case 'ADP':
      return (
        first < end &&
        i > lowest &&
        (isNominal(page, i - 1) || (page.pos(i - 1) === 'VERB' && participleInPhrase(page, i - 1, lowest)))
      )
    case 'VERB':
      return (
        first < end &&
        (participleInPhrase(page, i, lowest) ||
          (/(?:ed|ing)$/.test(word) && page.pos(i - 1) === 'DET') ||
          // "opponents of [planned] economies"
          (/ed$/.test(word) && page.pos(i - 1) === 'ADP' && next === 'NOUN'))
      )
    case 'CCONJ':
      return word === 'and' && first < end && (isNominal(page, i - 1) || page.pos(i - 1) === 'ADJ')
    case 'PUNCT':
      return (
        (word === '-' || word === '–' || word === '/' || word === '.') &&
        first < end &&
        page.tokens[i]?.start === page.tokens[i - 1]?.end
      )
    default:
      return word === '&'
  }
}

/** "officials [briefed] on the matter": a participle right after the noun it describes. */
const participleInPhrase = (page: Page, i: number, lowest: number): boolean =>
  i > lowest &&
  isNominal(page, i - 1) &&
  /(?:ed|en|ing|wn|un)$/.test(page.word(i)) &&
  (page.pos(i + 1) === 'ADP' || page.pos(i + 1) === 'ADV')

const shortQuotation = (page: Page, i: number): boolean => {
  const quotation = page.quotation(i)
  return quotation !== undefined && quotation.last - quotation.first <= 4
}

function startsPhrase(page: Page, i: number): boolean {
  const pos = page.pos(i)
  return (
    pos !== 'ADP' &&
    pos !== 'CCONJ' &&
    pos !== 'PART' &&
    pos !== 'PUNCT' &&
    pos !== 'VERB' &&
    !(pos === 'ADV' && page.pos(i + 1) !== 'NUM')
  )
}

function hasHead(page: Page, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const pos = page.pos(i)
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'X') return true
    if (
      (pos === 'ADJ' || pos === 'DET') &&
      last - first <= 2 &&
      /^(?:some|many|others|several|both|all|most|another|few)$/.test(page.word(i))
    )
      return true
  }
  return false
}

/** The noun phrase that begins at `start`, with its "of", "in", "at" … tails; undefined where none begins there. */
export function phraseAfter(page: Page, start: number, ceiling: number): Stretch | undefined {
  const highest = Math.min(ceiling, start + reach)
  if (
    isSubjectPronoun(page, start) ||
    (page.pos(start) === 'PRON' && /^(?:him|her|us|me|them)$/.test(page.word(start)))
  ) {
    return page.pos(start + 1) === 'NOUN' && page.word(start) === 'her'
      ? phraseFrom(page, start, highest)
      : { first: start, last: start + 1 }
  }
  return phraseFrom(page, start, highest)
}

function phraseFrom(page: Page, start: number, highest: number): Stretch | undefined {
  let last = start
  let headed = false
  for (let i = start; i < highest; i++) {
    const pos = page.pos(i)
    const word = page.word(i)
    if (page.quotation(i) && !shortQuotation(page, i)) break
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'SYM' || pos === 'X') headed = true
    else if (pos === 'DET' || pos === 'ADJ') {
      if (headed && pos === 'DET' && page.pos(i - 1) !== 'ADP' && page.pos(i - 1) !== 'CCONJ') break
    } else if (pos === 'PRON' && /^(?:his|her|its|their|our|my|your)$/.test(word)) {
      if (headed && page.pos(i - 1) !== 'ADP') break
    } else if (pos === 'ADP') {
      if (
        !headed ||
        !/^(?:of|for|in|at|from|with|to|by|near|on|about|against|between|into|over)$/.test(word) ||
        !beginsNominal(page, i + 1)
      )
        break
      if (
        /^(?:on|in|at)$/.test(word) &&
        /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(page.word(i + 1))
      )
        break
    } else if (pos === 'PART') {
      if (!/^(?:'s|’s|'|’)$/.test(page.tokens[i]?.text ?? '')) break
    } else if (pos === 'CCONJ') {
      if (word !== 'and' || !headed || !beginsNominal(page, i + 1) || finiteSoon(page, i + 1, highest)) break
    } else if (pos === 'PUNCT') {
      const glued =
        page.tokens[i]?.start === page.tokens[i - 1]?.end && page.tokens[i]?.end === page.tokens[i + 1]?.start
      if (!glued || !/^[-–/.]$/.test(word)) break
    } else if (word !== '&') {
      if (!(pos === 'ADV' && !headed) && !(pos === 'VERB' && !headed && i > start)) break
    }
    last = i + 1
  }
  while (last > start && /^(?:ADP|CCONJ|DET|PUNCT|ADV)$/.test(page.pos(last - 1) ?? '')) last--
  return last > start && headed ? { first: start, last } : undefined
}

const beginsNominal = (page: Page, i: number): boolean => {
  const pos = page.pos(i)
  return (
    isNominal(page, i) ||
    pos === 'DET' ||
    pos === 'ADJ' ||
    (pos === 'PRON' && /^(?:his|her|its|their|our|my)$/.test(page.word(i))) ||
    pos === 'ADV'
  )
}

/** Does a finite verb follow within a few words, before any mark? Then what begins here is a new clause. */
function finiteSoon(page: Page, from: number, ceiling: number): boolean {
  for (let i = from; i < Math.min(ceiling, from + 8); i++) {
    if (page.pos(i) === 'PUNCT') return false
    if (finite(page, i)) return true
  }
  return false
}
