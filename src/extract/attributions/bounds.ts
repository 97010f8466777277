import { dependent, factive } from '../../language/en/clause-openers.ts'
import { timeWords } from '../../language/en/cues.ts'
import { startsClause } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import { isNominal, phraseAfter } from '../syntax/phrases.ts'
import { verbGroupAt } from './verb-group.ts'

/** Content is looked for no further than this from its cue: keeps one endless sentence from costing its square. */
const contentReach = 300

/** Index after the last token that content may have in this sentence: closing full stops stay outside, unless inside a quotation. */
export function sentenceEnd(page: Page, at: number): number {
  const sentence = page.sentence(at)
  if (!sentence) return at
  let end = sentence.last
  while (end > at && /^[.!?…]+$/.test(page.word(end - 1)) && !page.quotation(end - 1)) end--
  return Math.min(end, at + contentReach)
}

/**
 * Where reported content that starts at `from` ends: before another voice takes over (", according to …", ", adding that …",
 * ", but X said …", "and said …"), else at the end of the sentence.
 */
export function contentEnd(page: Page, from: number, relative: boolean): number {
  const end = sentenceEnd(page, from)
  const opened = page.quotation(from - 1)
  const fronted = opensFronted(page, from)
  for (let i = from; i < end; i++) {
    const quotation = page.quotation(i)
    if (quotation && quotation !== opened) {
      // A quotation that runs over sentences belongs to the content as a whole.
      if (quotation.last > end && quotation.last - from < contentReach) return quotation.last
      i = Math.min(quotation.last, end) - 1
      continue
    }
    if (opened && i >= opened.last) return opened.last
    if (i > from && endsHere(page, i, end, relative)) return i
    if (fronted && page.word(i) === ',' && startsClause(page, i + 1, end)) return i
  }
  return end
}

/** "After they [found the gate open], the town …": the report stands in a clause that opens the sentence, before its main clause. */
function opensFronted(page: Page, from: number): boolean {
  const first = page.sentence(from)?.first ?? from
  if ((!dependent.has(page.word(first)) && !factive.has(page.word(first))) || from - first > frontReach) return false
  for (let i = first; i < from; i++) if (page.word(i) === ',') return false
  return true
}

/** How far into a sentence its opening clause may report. */
const frontReach = 20

function endsHere(page: Page, i: number, end: number, relative: boolean): boolean {
  const word = page.word(i)
  if (word === ';') return true
  if (word === ')') return false
  if (word === 'according' && page.word(i + 1) === 'to') return true
  const comma = word === ',' || word === '—' || word === '–' || word === '--'
  if (comma) {
    if (relative && (page.pos(i + 1) === 'VERB' || page.pos(i + 1) === 'AUX')) return true
    if (page.word(i + 1) === 'according' || closingFrame(page, i + 1, end)) return true
    if (
      /^(?:citing|quoting|adding|saying|noting|telling|arguing|claiming|calling|suggesting|warning|explaining|stressing|insisting)$/.test(
        page.word(i + 1),
      )
    )
      return true
    return /^(?:but|while|although|though|whereas|and)$/.test(page.word(i + 1)) && voiceSoon(page, i + 2, end)
  }
  return (word === 'and' || word === 'but') && speaksNext(page, i + 1)
}

/** "and said", "and later added", "but denied": the same voice starts another report. */
function speaksNext(page: Page, at: number): boolean {
  const participle = verbGroupAt(page, at, at - 1)
  if (participle?.manner === 'participle' && /[cq]/.test(participle.takes)) return true
  let i = at
  while ((page.pos(i) === 'ADV' || page.pos(i) === 'AUX') && i < at + 3) i++
  const group = verbGroupAt(page, i, at - 1)
  return (
    group !== undefined &&
    group.manner === 'active' &&
    /[cq]/.test(group.takes) &&
    /(?:ed|id|ld|te|ys|es|s)$/.test(page.word(i))
  )
}

/** "…, [the ministry said on Monday]": the frame of an outer report at the end of the sentence. */
function closingFrame(page: Page, from: number, end: number): boolean {
  const subject = phraseAfter(page, from, end)
  if (!subject || end - subject.last > frameLength) return false
  let i = subject.last
  while (page.pos(i) === 'ADV' && i < subject.last + 2) i++
  const group = verbGroupAt(page, i, subject.last)
  if (group?.manner !== 'active' || !group.takes.includes('p')) return false
  return group.last >= end || timeWords.has(page.word(group.last)) || page.pos(group.last) === 'ADP'
}

/** A frame behind its content is short: "said on Monday in a statement". */
const frameLength = 9

/** Does somebody speak in the clause that starts here: "…, but the ministry said"? */
function voiceSoon(page: Page, from: number, end: number): boolean {
  const subject = phraseAfter(page, from, end)
  if (!subject) return false
  let i = subject.last
  while ((page.pos(i) === 'ADV' || page.pos(i) === 'AUX') && i < subject.last + 3) i++
  const group = verbGroupAt(page, i, subject.last)
  return group !== undefined && /[cq]/.test(group.takes)
}

/**
 * Skips what may stand between a cue and its content: "on Monday", "in a statement", "at a press conference", "to reporters".
 * Nothing is skipped that is not followed by something that can be content.
 */
export function skipAdverbials(page: Page, from: number, end: number): number {
  let i = from
  while (i < end) {
    const next = afterAdverbial(page, i, end)
    if (next === i) return i
    i = next
  }
  return i
}

function afterAdverbial(page: Page, i: number, end: number): number {
  const word = page.word(i)
  if (page.quotation(i)) return i
  if (
    timeWords.has(word) ||
    (page.pos(i) === 'ADV' && !/^(?:that|how|why|when|where|only|not|about|nearly|almost|around|more|less)$/.test(word))
  )
    return i + 1
  if (page.pos(i) === 'NUM' && (timeWords.has(page.word(i - 1)) || timeWords.has(page.word(i + 1)))) return i + 1
  if (page.pos(i) !== 'ADP' || word === 'that') return i
  const phrase = phraseAfter(page, i + 1, end)
  if (!phrase) return i
  const time =
    timeWords.has(page.word(i + 1)) || timeWords.has(page.word(phrase.last - 1)) || timeWords.has(page.word(i + 2))
  if (time) return lastTimeWord(page, i + 1, phrase.last)
  // "said in a statement that", "said at a briefing, “…”": only where the content shows its beginning.
  return opensContent(page, phrase.last) ||
    page.pos(phrase.last) === 'ADP' ||
    timeWords.has(page.word(phrase.last)) ||
    framing.test(page.word(phrase.last - 1))
    ? framedEnd(page, i + 1, phrase.last)
    : i
}

const framing =
  /^(?:statement|interview|conference|briefing|letter|report|email|e-mail|speech|reporters|post|tweet|telegram|release|note|message|brief|journalists|address|parliament|television|tv)$/

/** "in a statement the company": the phrase ends with the word that names the frame. */
function framedEnd(page: Page, first: number, last: number): number {
  for (let i = first; i < last; i++)
    if (framing.test(page.word(i)) && !isNominal(page, i + 1) && page.pos(i + 1) !== 'ADP') return i + 1
  return last
}

function lastTimeWord(page: Page, first: number, last: number): number {
  let end = first
  for (let i = first; i < last; i++) if (timeWords.has(page.word(i)) || page.pos(i) === 'NUM') end = i + 1
  return end > first ? end : last
}

/** Does content plainly begin here: "that", a colon, a quotation mark? */
export function opensContent(page: Page, i: number): boolean {
  const word = page.word(i)
  if (isThatClause(page, i) || word === ':' || page.quotation(i)?.first === i) return true
  return word === ',' && (page.quotation(i + 1)?.first === i + 1 || page.word(i + 1) === 'that')
}

/** "that" with a subject behind it; "houses [that are] beyond repair" only describes. */
const isThatClause = (page: Page, i: number): boolean =>
  page.word(i) === 'that' && !(isNominal(page, i - 1) && page.pos(i + 1) === 'AUX')

/** The first token of the clause that `at` stands in, looking left: after a semicolon, a dash, the sentence's start or `floor`. */
export function clauseStart(page: Page, at: number, floor: number): number {
  const lowest = Math.max(floor, at - contentReach)
  for (let i = at - 1; i >= lowest; i--) {
    const quotation = page.quotation(i)
    if (quotation && page.quotation(at) !== quotation) {
      i = quotation.first
      continue
    }
    if (page.word(i) === ';') return i + 1
  }
  return lowest
}
