import { conditional, dependent, discourse, exhortations, relative } from '../../language/en/clause-openers.ts'
import { startsClause } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import { finite, isNominal, type Stretch } from '../syntax/phrases.ts'

/** What a clause lacks to be a statement: nothing (`whole`), its own subject or finite verb, or that anybody asserts it. */
export type Completeness = 'whole' | 'fragment' | 'fronted' | 'conditional'

/**
 * Can the clause stand by itself? It needs a subject and a finite verb of its own. `fronted` clauses belong to what follows them,
 * all others that lack something to what stands before.
 */
export function completeness(page: Page, { first, last }: Stretch, opensSentence: boolean): Completeness {
  const start = afterDiscourse(page, first, last)
  const word = page.word(start)
  if (opensSentence && (dependent.has(word) || isInfinitive(page, start)) && mainClauseIn(page, start, last))
    return 'whole'
  if (conditional.has(word)) return 'conditional'
  const hangs = dependent.has(word) || (word === 'so' && page.word(start + 1) === 'that')
  if (hangs || isInfinitive(page, start)) return opensSentence ? 'fronted' : 'fragment'
  if (relative.has(word)) return 'fragment'
  if (isParticiple(page, start) && !opensSentence) return 'fragment'
  const verb = finiteVerb(page, start, last)
  return verb >= 0 && hasSubject(page, start, verb) ? 'whole' : 'fragment'
}

/** Words to the reader, which assert nothing: "Keep an eye on the river", "Now, let's talk about the dam". */
export function isExhortation(page: Page, { first, last }: Stretch): boolean {
  const start = afterDiscourse(page, first, last)
  const lemma = page.tokens[start]?.lemma ?? ''
  const word = page.word(start)
  if (word !== 'let' && word !== "let's" && word !== 'do' && page.pos(start) !== 'VERB') return false
  if (word === "let's" || (word === 'let' && /^(?:us|'s|’s|me)$/.test(page.word(start + 1)))) return true
  if ((word === 'do' || word === "don't") && /^(?:not|n't)$/.test(page.word(start + 1))) return true
  return word === lemma && exhortations.has(word)
}

/** "When it rained, [the gate stuck]": is there a clause behind a comma, or a second finite verb that is not joined to the first? */
function mainClauseIn(page: Page, first: number, last: number): boolean {
  let verbs = 0
  for (let i = first; i < last; i++) {
    if (page.word(i) === ',' && startsClause(page, i + 1, last)) return true
    if (page.pos(i) === 'CCONJ' || relative.has(page.word(i)) || page.word(i) === 'that') verbs--
    if (finite(page, i) && !(page.pos(i) === 'VERB' && page.pos(i - 1) === 'AUX')) verbs++
    if (verbs > 1) return true
  }
  return false
}

function afterDiscourse(page: Page, first: number, last: number): number {
  let i = first
  while (i < last - 1 && (page.pos(i) === 'PUNCT' || page.pos(i) === 'INTJ' || leadsIn(page, i))) i++
  return i
}

const leadsIn = (page: Page, i: number): boolean =>
  (discourse.has(page.word(i)) && page.word(i + 1) !== 'that') || (page.pos(i) === 'ADV' && page.word(i + 1) === ',')

const isInfinitive = (page: Page, i: number): boolean =>
  page.word(i) === 'to' && (page.pos(i + 1) === 'VERB' || page.pos(i + 1) === 'AUX')

/** "making it worse", "potentially shifting the balance". */
function isParticiple(page: Page, start: number): boolean {
  const i = page.pos(start) === 'ADV' ? start + 1 : start
  return page.pos(i) === 'VERB' && /ing$/.test(page.word(i))
}

/** The first finite verb that is not that of a relative clause inside the subject. */
function finiteVerb(page: Page, first: number, last: number): number {
  // "[jammed] gates turned": what only describes the subject is no verb of the clause.
  const describes = /(?:ed|en)$/.test(page.word(first)) && isNominal(page, first + 1) && finite(page, first + 2)
  for (let i = describes ? first + 2 : first; i < last; i++) if (finite(page, i)) return i
  return -1
}

function hasSubject(page: Page, first: number, verb: number): boolean {
  for (let i = first; i < verb; i++) {
    if (page.word(i) === 'there') return true
    if (isNominal(page, i) || page.pos(i) === 'PRON' || page.pos(i) === 'DET' || page.pos(i) === 'ADJ') return true
    if (page.quotation(i)) return true
  }
  return isInverted(page, verb)
}

/** "Not only has the town …", "Had it rained": the subject stands behind the auxiliary. */
const isInverted = (page: Page, verb: number): boolean =>
  page.pos(verb) === 'AUX' && (page.pos(verb + 1) === 'PROPN' || page.pos(verb + 1) === 'DET')
