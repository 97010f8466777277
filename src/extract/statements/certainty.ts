import { denialVerbs } from '../../language/en/cues.ts'
import { boundsAfterNo, denialPhrases, negations } from '../../language/en/negations.ts'
import { planCues } from '../../language/en/plans.ts'
import type { Certainty } from '../../model/statement.ts'
import type { HedgePlace } from '../hedges/hedges.ts'
import { lexiconOf } from '../syntax/lexicon.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'

const plans = lexiconOf(planCues.flatMap((cues) => cues.phrases.map((phrase) => [phrase, cues] as const)))
const denials = lexiconOf(denialPhrases.map((phrase) => [phrase, true] as const))

/**
 * The certainty of what a clause describes. `frame` is the cue that reports it ("denied", "suspects"), `hedges` those that stand
 * in the clause or its frame. A plan that is hedged is hedged where the hedge is the weaker of the two.
 */
export function certaintyIn(
  page: Page,
  clause: Stretch,
  frame: Stretch | undefined,
  hedges: readonly HedgePlace[],
): Certainty {
  if ((frame && someLemma(page, frame, denialVerbs)) || holdsDenial(page, clause)) return 'denied'
  if (frame && isNegated(page, clause)) return 'denied'
  const hedged = hedges.reduce((least, { cues }) => Math.min(least, cues.leaves), 3)
  const planned = planIn(page, clause, frame !== undefined)
  if (planned < 3 && hedged >= planned) return 'planned'
  return hedged < 3 ? 'hedged' : planned < 3 ? 'planned' : 'asserted'
}

/** The least that a word for plans leaves. "would" in a report is the future seen from its time: "said it would close". */
function planIn(page: Page, { first, last }: Stretch, reported: boolean): number {
  let least = 3
  for (let i = first; i < last; i++) {
    const place = plans.at(page, i)
    if (place && !isThing(page, place)) least = Math.min(least, place.entry.leaves)
    if (reported && page.word(i) === 'would' && page.word(i + 1) !== 'have') least = Math.min(least, 2)
  }
  return least
}

/** "burning [eyes]", "two [targets]": nouns of the same form as a verb for plans. */
const isThing = (page: Page, { first, last }: Stretch): boolean => last - first === 1 && page.pos(first) === 'NOUN'

function holdsDenial(page: Page, { first, last }: Stretch): boolean {
  for (let i = first; i < last; i++) {
    if (denials.at(page, i)) return true
    const next = page.word(i + 1)
    if (page.pos(i) === 'VERB' && denialVerbs.has(page.tokens[i]?.lemma ?? '') && next !== 'by') return true
  }
  return false
}

/** Is the first verb of the clause negated, or its subject nobody? */
function isNegated(page: Page, { first, last }: Stretch): boolean {
  let verb = -1
  for (let i = first; i < last; i++) {
    const word = page.word(i)
    if (negations.has(word) && boundsAfterNo.has(page.word(i + 1)) && page.word(i + 2) === 'than') continue
    if (negations.has(word) && word !== 'without' && word !== 'nor')
      return !(word === 'no' && page.pos(i + 1) === 'ADJ' && verb >= 0)
    if (page.pos(i) === 'VERB' && verb >= 0) return false
    if (page.pos(i) === 'VERB') return negations.has(page.word(i + 1))
    if (page.pos(i) === 'AUX') verb = i
  }
  return false
}

const someLemma = (page: Page, { first, last }: Stretch, lemmas: ReadonlySet<string>): boolean => {
  for (let i = first; i < last; i++) if (lemmas.has(page.tokens[i]?.lemma ?? '')) return true
  return false
}
