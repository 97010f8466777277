import { hearsay as rumours, spreadingVerbs } from '../../language/en/cues.ts'
import type { Page } from '../syntax/page.ts'
import { phraseAfter, type Stretch } from '../syntax/phrases.ts'
import { contentEnd, sentenceEnd } from './bounds.ts'
import type { Draft } from './draft.ts'
import { lemmaAt } from './verb-group.ts'

/** What is said without anybody who says it: "word on the quay is that …", "rumour has it that …", "there is talk that …". */
export function* hearsay(page: Page): Generator<Draft> {
  for (const sentence of page.sentences) {
    const end = sentenceEnd(page, sentence.first)
    for (let i = sentence.first; i < end; i++) {
      if (!rumours.has(page.word(i)) || page.pos(i) === 'VERB') continue
      const draft = fromNoun(page, i, sentence.first, end)
      if (!draft) continue
      yield draft
      i = (draft.content[0]?.first ?? i) - 1
    }
  }
}

function fromNoun(page: Page, noun: number, floor: number, end: number): Draft | undefined {
  const source = { first: withModifiers(page, noun, floor), last: phraseAfter(page, noun, end)?.last ?? noun + 1 }
  const cue = cueAfter(page, source) ?? existential(page, source, floor)
  if (!cue) return undefined
  const first = Math.max(cue.last, source.last)
  const last = contentEnd(page, first, false)
  return last - first < 3
    ? undefined
    : {
        source: [source],
        cue: [cue],
        content: [{ first, last }],
        hidden: false,
        outer: undefined,
        rule: 'attributions/hearsay',
      }
}

function withModifiers(page: Page, noun: number, floor: number): number {
  let first = noun
  while (first > floor && (/^(?:ADJ|DET)$/.test(page.pos(first - 1) ?? '') || page.word(first - 1) === 'growing'))
    first--
  return first
}

/** "is that", "has it (that)", "spread that". "Word is" needs no "that". */
function cueAfter(page: Page, source: Stretch): Stretch | undefined {
  const verb = source.last
  const next = page.word(verb + 1)
  if (/^(?:has|have|had)$/.test(page.word(verb)) && next === 'it') return { first: verb, last: verb + 2 }
  const be = page.tokens[verb]?.lemma === 'be' && page.pos(verb) === 'AUX'
  if (be && (next === 'that' || (page.word(source.first) === 'word' && page.pos(verb + 1) === 'DET')))
    return { first: verb, last: verb + 1 }
  return next === 'that' && spreadingVerbs.has(lemmaAt(page, verb)) ? { first: verb, last: verb + 1 } : undefined
}

/** "There is [growing talk] that". */
function existential(page: Page, source: Stretch, floor: number): Stretch | undefined {
  const be = source.first - 1
  if (be <= floor || page.tokens[be]?.lemma !== 'be' || page.word(be - 1) !== 'there') return undefined
  return page.word(source.last) === 'that' ? { first: be - 1, last: be + 1 } : undefined
}
