import { negations } from '../../language/en/negations.ts'
import { exceptions, nobodies, questionWords, tellingVerbs } from '../../language/en/silences.ts'
import { hasFinite } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Draft } from './draft.ts'
import { lemmaAt } from './verb-group.ts'

/**
 * "Nobody said that …" and "Lund did not say that …" make nobody a voice for it. Who "did not say when" or "declined to say how many" is no voice for
 * a claim either way: people who mark reports take the question for reported, and so it stays.
 */
export function isDenied(page: Page, { source: [voice], cue: [cue], content: [opening] }: Draft): boolean {
  if (!voice || !cue || !opening) return false
  const verb = verbOf(page, cue)
  if (verb === undefined) return false
  return isNobody(page, voice) || (isNegated(page, verb) && isStated(page, opening))
}

/** The verb of plain telling in a cue. */
function verbOf(page: Page, { first, last }: Stretch): number | undefined {
  for (let i = last - 1; i >= first; i--) if (tellingVerbs.has(lemmaAt(page, i))) return i
  return undefined
}

/** "did not say", "would never say"; not "did not only say". */
function isNegated(page: Page, verb: number): boolean {
  for (let i = verb - 1; i > verb - 5 && belongs(page, i); i--)
    if (negations.has(page.word(i))) return !/^(?:only|just|merely|simply)$/.test(page.word(i + 1))
  return false
}

const belongs = (page: Page, at: number): boolean =>
  /^(?:AUX|ADV|PART)$/.test(page.pos(at) ?? '') || negations.has(page.word(at))

/** "that the dam was safe", "the dam was safe"; not "when it would reopen", "its price". */
const isStated = (page: Page, { first, last }: Stretch): boolean =>
  !questionWords.has(page.word(first)) && (page.word(first) === 'that' || hasFinite(page, first, last))

/** "No one", "none of the officials", "no official"; not "none other than the mayor", not "No 10". */
function isNobody(page: Page, { first, last }: Stretch): boolean {
  const [word, next] = [page.word(first), page.word(first + 1)]
  const isNone = nobodies.has(word) || (word === 'no' && (next === 'one' || page.pos(first + 1) === 'NOUN'))
  if (!isNone) return false
  for (let i = first + 1; i <= last; i++) if (exceptions.has(page.word(i))) return false
  return true
}
