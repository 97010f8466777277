import { implicitNegations, negations } from '../../language/en/negations.ts'
import { planCues } from '../../language/en/plans.ts'
import { lemmaAt } from '../attributions/verb-group.ts'
import type { HedgePlace } from '../hedges/hedges.ts'
import { lexiconOf } from '../syntax/lexicon.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { InnerClause } from './inner.ts'

const plans = lexiconOf(planCues.flatMap((cues) => cues.phrases.map((phrase) => [phrase, cues] as const)))

/**
 * What in a clause and around it bears on whether its event took place, as names that weights are learned for: its kind, its
 * auxiliaries, negation, hedges, the word that governs it, the cue that reports it, and the same of the clause around it.
 */
export function signsOf(
  page: Page,
  clause: Stretch,
  inner: InnerClause | undefined,
  frame: Stretch | undefined,
  hedges: readonly HedgePlace[],
): readonly string[] {
  const signs = new Set<string>([`kind:${inner?.kind ?? 'main'}`])
  const head = headOf(page, inner ?? clause)
  auxiliaries(page, inner ?? clause, head, '', signs)
  if (inner) {
    const outer = { first: clause.first, last: inner.first }
    auxiliaries(page, outer, headOf(page, outer), 'outer-', signs)
    if (inner.governor >= 0) {
      signs.add(`governor:${lemmaAt(page, inner.governor)}`)
      signs.add(
        `governor-kind:${inner.kind}:${page.pos(inner.governor)}:${/(?:ed|id|ld|nt|ok)$/.test(page.word(inner.governor)) ? 'past' : 'other'}`,
      )
      if (implicitNegations.has(lemmaAt(page, inner.governor))) signs.add('governor-negates')
    }
  } else if (head >= 0) signs.add(`verb:${lemmaAt(page, head)}`)
  for (const { first, cues } of hedges)
    signs.add(`${first >= (inner ?? clause).first ? 'hedge' : 'outer-hedge'}:${cues.rule}`)
  if (frame) signs.add(`frame:${page.tokens[frame.last - 1]?.lemma ?? ''}`)
  else signs.add('frame:none')
  const opener = page.word((inner ?? clause).first)
  if (
    /^(?:if|unless|when|as|while|because|although|though|since|until|before|after|so|but|whether|in|on|for)$/.test(
      opener,
    )
  )
    signs.add(`opens:${opener}`)
  if (!inner && page.pos(clause.first) === 'VERB' && !/(?:ed|ing)$/.test(opener)) signs.add('imperative')
  for (let i = clause.first; i < clause.last; i++) {
    const word = page.word(i)
    if (word === 'if' && i < (inner ?? clause).first) signs.add('outer-if')
    if (/^(?:i|you|we|my|your)$/.test(word)) signs.add('speaks')
    if (page.pos(i) === 'PROPN') signs.add('names')
    if (page.pos(i) === 'NUM') signs.add('numbers')
  }
  const sentence = page.sentence(clause.first)
  if (sentence && page.word(sentence.last - 1) === '?') signs.add('question')
  return [...signs]
}

/** The verb of a clause: its first one that is no auxiliary. */
function headOf(page: Page, { first, last }: Stretch): number {
  let auxiliary = -1
  for (let i = first; i < last; i++) {
    if (page.pos(i) === 'VERB') return i
    if (page.pos(i) === 'AUX' && auxiliary < 0) auxiliary = i
  }
  return auxiliary
}

function auxiliaries(page: Page, { first, last }: Stretch, head: number, where: string, signs: Set<string>): void {
  for (let i = first; i < last; i++) {
    const word = page.word(i)
    if (negations.has(word)) signs.add(`${where}not${i < head + 2 ? '-verb' : '-after'}`)
    if (page.pos(i) === 'AUX' && (i <= head || head < 0))
      signs.add(`${where}aux:${page.tokens[i]?.lemma === 'be' ? 'be' : word}`)
    if (
      i < head &&
      (word === 'only' ||
        word === 'already' ||
        word === 'yet' ||
        word === 'still' ||
        word === 'ever' ||
        word === 'hardly')
    )
      signs.add(`${where}${word}`)
    const plan = plans.at(page, i)
    if (plan && i <= head + 1) signs.add(`${where}plan:${plan.entry.rule}`)
  }
  if (head < 0) return
  const word = page.word(head)
  const form = /ing$/.test(word)
    ? 'ing'
    : /(?:ed|id|ew|old|ook|ame|ent|ade|ost|uilt|aid|ound|eld|old|ote|oke|ave|ose)$/.test(word)
      ? 'past'
      : /s$/.test(word)
        ? 's'
        : 'base'
  signs.add(`${where}form:${form}`)
}
