import { denialVerbs } from '../../language/en/cues.ts'
import { denialPhrases, implicitNegations, negations } from '../../language/en/negations.ts'
import { planCues } from '../../language/en/plans.ts'
import type { Certainty } from '../../model/statement.ts'
import type { HedgePlace } from '../hedges/hedges.ts'
import { lexiconOf } from '../syntax/lexicon.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'

/** How sure a clause is, in a word and on FactBank's scale (-3 certainly not … +3 certainly so). */
export interface Judgement {
  readonly certainty: Certainty
  readonly score: number
}

const plans = lexiconOf(planCues.flatMap((cues) => cues.phrases.map((phrase) => [phrase, cues] as const)))
const denials = lexiconOf(denialPhrases.map((phrase) => [phrase, true] as const))

/**
 * The certainty of what a clause describes. `frame` is the cue that reports it ("denied", "suspects"), `hedges` those that stand
 * in the clause or its frame.
 */
export function judge(
  page: Page,
  clause: Stretch,
  frame: Stretch | undefined,
  hedges: readonly HedgePlace[],
): Judgement {
  const denied = (frame !== undefined && someLemma(page, frame, denialVerbs)) || holdsDenial(page, clause)
  const negated = isNegated(page, clause)
  const hedged = hedges.reduce((least, { cues }) => Math.min(least, cues.leaves), 3)
  const planned = planIn(page, clause)
  const size = Math.min(hedged, planned)
  const score = denied || negated ? -size : size
  if (denied) return { certainty: 'denied', score }
  if (planned < 3 && hedged >= planned) return { certainty: 'planned', score }
  if (hedged < 2.5) return { certainty: 'hedged', score }
  return { certainty: planned < 3 ? 'planned' : 'asserted', score }
}

function planIn(page: Page, { first, last }: Stretch): number {
  let least = 3
  for (let i = first; i < last; i++) {
    const place = plans.at(page, i)
    if (place) least = Math.min(least, place.entry.leaves)
  }
  return least
}

function holdsDenial(page: Page, { first, last }: Stretch): boolean {
  for (let i = first; i < last; i++) {
    if (denials.at(page, i)) return true
    if (page.pos(i) === 'VERB' && denialVerbs.has(page.tokens[i]?.lemma ?? '')) return true
  }
  return false
}

/** Is the first verb of the clause negated, or does it say that its event did not come about? */
function isNegated(page: Page, { first, last }: Stretch): boolean {
  for (let i = first; i < last; i++) {
    if (negations.has(page.word(i))) return true
    const token = page.tokens[i]
    if (token?.pos === 'VERB') return implicitNegations.has(token.lemma)
  }
  return false
}

const someLemma = (page: Page, { first, last }: Stretch, lemmas: ReadonlySet<string>): boolean => {
  for (let i = first; i < last; i++) if (lemmas.has(page.tokens[i]?.lemma ?? '')) return true
  return false
}
