import { countingVerbs, revised, revisingVerbs } from '../../language/en/cues.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { contentEnd, sentenceEnd } from './bounds.ts'
import type { Draft } from './draft.ts'
import { headOf, kindOfHead } from './source-kind.ts'
import { sourceBefore } from './subject.ts'
import { lemmaAt } from './verb-group.ts'

/** How far behind the verb its number may stand. */
const reach = 20

/** Voices that give a number without a clause: "put the damage at 48 million", "counted 27 victims", "raised the toll to 31". */
export function* figures(page: Page, isPlace: (words: Stretch) => boolean): Generator<Draft> {
  for (const sentence of page.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      if (page.pos(i) !== 'VERB' || /ing$/.test(page.word(i))) continue
      const lemma = lemmaAt(page, i)
      if (!countingVerbs.has(lemma) && !revisingVerbs.has(lemma)) continue
      const draft = fromVerb(page, i, lemma, sentence.first)
      if (draft && !draft.source.some(isPlace)) yield draft
    }
  }
}

function fromVerb(page: Page, verb: number, lemma: string, floor: number): Draft | undefined {
  let first = verb
  while (first > floor && (page.pos(first - 1) === 'AUX' || page.pos(first - 1) === 'ADV')) {
    if (page.tokens[first - 1]?.lemma === 'be') return undefined
    first--
  }
  const source = sourceBefore(page, first, floor)
  if (!source || !speaks(page, source.whole)) return undefined
  const last = contentEnd(page, verb + 1, source.relative)
  if (last <= verb + 1 || !givesNumber(page, verb + 1, last) || !fits(page, verb, lemma, last)) return undefined
  return {
    source: [source.whole],
    cue: [{ first, last: verb + 1 }],
    content: [{ first: verb + 1, last }],
    hidden: false,
    outer: undefined,
    rule: 'attributions/figure',
  }
}

/** Things also have numbers ("the road counts 12 bends"); only what can be a voice gives one. */
function speaks(page: Page, source: Draft['source'][number]): boolean {
  const head = headOf(page, source)
  return (
    page.pos(head) === 'PROPN' ||
    /^(?:he|she|it|they|we)$/.test(page.word(head)) ||
    kindOfHead(page, head) !== undefined
  )
}

function givesNumber(page: Page, first: number, last: number): boolean {
  for (let i = first; i < Math.min(last, first + reach); i++) {
    if (
      page.pos(i) === 'NUM' ||
      /^\d/.test(page.word(i)) ||
      /^(?:dozens|hundreds|thousands|half|none)$/.test(page.word(i))
    )
      return true
  }
  return false
}

function fits(page: Page, verb: number, lemma: string, last: number): boolean {
  const next = page.word(verb + 1)
  if (lemma === 'put') return within(page, verb + 1, last, 'at')
  if (lemma === 'give') return page.pos(verb + 1) === 'NUM' || within(page, verb + 1, last, 'as')
  if (lemma === 'speak' || lemma === 'talk') return next === 'of'
  if (!revisingVerbs.has(lemma)) return next !== 'that' && sentenceEnd(page, verb) > verb + 1
  for (let i = verb + 1; i < Math.min(last, verb + 8); i++) if (revised.has(page.tokens[i]?.lemma ?? '')) return true
  return false
}

function within(page: Page, first: number, last: number, word: string): boolean {
  for (let i = first; i < Math.min(last, first + reach); i++) if (page.word(i) === word) return true
  return false
}
