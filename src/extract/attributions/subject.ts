import { timeWords } from '../../language/en/cues.ts'
import type { Page } from '../syntax/page.ts'
import { finite, isNominal, phraseBefore, type Stretch } from '../syntax/phrases.ts'

/** Who speaks, as the text says it. */
export interface Subject {
  /** The words that name the voice, apposition and all. */
  readonly whole: Stretch
  /** With everything that belongs to the subject, so that what stands before it can be looked at. */
  readonly outer: Stretch
  /** The subject is "who" or "which": the report is a side remark and ends at its comma. */
  readonly relative: boolean
  /** What the pronoun refers to. */
  readonly antecedent: Stretch | undefined
}

/** Appositions longer than this are not taken for one. */
const reach = 40

/** The subject of a verb that starts at `verb`, with apposition or relative clause: "Ana Ruiz, the port's director, [said]". */
export function sourceBefore(page: Page, verb: number, floor: number): Subject | undefined {
  const end = skipTimeLeft(page, verb, floor)
  const relative = relativeSubject(page, end, floor)
  if (relative) return relative
  if (page.word(end - 1) === ',' || page.word(end - 1) === ')') return apposed(page, end, floor)
  const phrase = phraseBefore(page, end, floor)
  if (!phrase) return undefined
  return widened(page, phrase, floor)
}

/** "the ministry on Monday said": the time is not part of the subject. */
function skipTimeLeft(page: Page, end: number, floor: number): number {
  let i = end
  while (i - 1 > floor && (timeWords.has(page.word(i - 1)) || /^(?:there|here)$/.test(page.word(i - 1)))) i--
  if (i < end && page.pos(i - 1) === 'ADP') i--
  return i < end && (isNominal(page, i - 1) || page.pos(i - 1) === 'PRON' || page.word(i - 1) === ',') ? i : end
}

/** "the company, which … said", "a man who … said": the voice is what the pronoun refers to. */
function relativeSubject(page: Page, end: number, floor: number): Subject | undefined {
  if (!/^(?:who|which|that)$/.test(page.word(end - 1))) return undefined
  const comma = page.word(end - 2) === ','
  const phrase = phraseBefore(page, comma ? end - 2 : end - 1, floor)
  return phrase
    ? {
        whole: { first: end - 1, last: end },
        outer: { first: phrase.first, last: end },
        relative: true,
        antecedent: phrase,
      }
    : undefined
}

/** The subject ends with a mark: what stands between the last two commas tells who X is. */
function apposed(page: Page, end: number, floor: number): Subject | undefined {
  const close = page.word(end - 1)
  const open = close === ')' ? '(' : ','
  const lowest = Math.max(floor, end - reach)
  let last = end
  for (let i = end - 2; i > lowest; i--) {
    if (page.quotation(i) && page.quotation(i) !== page.quotation(end)) return undefined
    if (page.word(i) !== open) continue
    const phrase = phraseBefore(page, i, floor)
    if (!phrase) return undefined
    if (!describes(page, i + 1, end - 1)) return undefined
    last = end
    const outermost = moreNames(page, phrase, floor)
    // What the voice does meanwhile ("citing two diplomats") does not name it.
    const names = !/ing$/.test(page.word(i + 1))
    return {
      whole: names ? { first: outermost, last } : phrase,
      outer: { first: outermost, last: end },
      relative: false,
      antecedent: undefined,
    }
  }
  return undefined
}

/** Words between two commas that tell who somebody is: no clause of their own, unless it begins with "who" or a participle. */
function describes(page: Page, first: number, last: number): boolean {
  if (/^(?:who|which|whose|where)$/.test(page.word(first)) || /ing$/.test(page.word(first))) return true
  for (let i = first; i < last; i++) {
    if (/^(?:who|which|that|whose)$/.test(page.word(i))) return true
    if (page.pos(i) === 'AUX' || (finite(page, i) && !/(?:ed|en|wn)$/.test(page.word(i)))) return false
  }
  return true
}

/** "X, head of Y, one of the states, said": a second apposition stands before the first. */
function moreNames(page: Page, phrase: Stretch, floor: number): number {
  if (page.word(phrase.first - 1) !== ',' || page.pos(phrase.last - 1) === 'PRON') return phrase.first
  if (page.pos(phrase.first) === 'PROPN') return phrase.first
  const before = phraseBefore(page, phrase.first - 1, floor)
  return before && page.pos(before.first) === 'PROPN' && before.last - before.first <= 5 ? before.first : phrase.first
}

/** A phrase that is the object of a relative clause still belongs to the subject: "[a man who lost his house] said". */
function widened(page: Page, phrase: Stretch, floor: number): Subject {
  const described = behindParticiple(page, phrase, floor)
  const plain: Subject = { whole: described, outer: described, relative: false, antecedent: undefined }
  for (let i = phrase.first - 1; i > Math.max(floor, phrase.first - 15); i--) {
    const word = page.word(i)
    if (/^[,.;:!?]$/.test(word) || page.quotation(i)) return plain
    if (word !== 'who' && word !== 'that' && word !== 'which') continue
    const head = phraseBefore(page, i, floor)
    if (!head || !clauseBetween(page, i + 1, phrase.first) || page.pos(i - 1) === 'VERB') return plain
    const whole = { first: head.first, last: phrase.last }
    return { whole, outer: whole, relative: false, antecedent: undefined }
  }
  return plain
}

/** "[An inventory attached to it] lists": what hangs on the participle of a noun is no subject. */
function behindParticiple(page: Page, phrase: Stretch, floor: number): Stretch {
  const participle = phrase.first - 2
  if (participle <= floor || page.pos(phrase.first - 1) !== 'ADP' || !/(?:ed|en|wn|nt)$/.test(page.word(participle)))
    return phrase
  const head = page.pos(participle) === 'VERB' ? phraseBefore(page, participle, floor) : undefined
  return head?.last === participle ? { first: head.first, last: phrase.last } : phrase
}

const clauseBetween = (page: Page, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (page.pos(i) === 'VERB' || page.pos(i) === 'AUX') return true
  return false
}
