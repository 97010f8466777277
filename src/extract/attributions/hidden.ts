import { hiddenAdverbs, hiddenVerbs } from '../../language/en/cues.ts'
import type { Page } from '../syntax/page.ts'
import { phraseAfter, phraseBefore, type Stretch } from '../syntax/phrases.ts'
import { clauseStart, contentEnd, sentenceEnd } from './bounds.ts'
import type { Draft } from './draft.ts'

/** Reports whose voice is hidden or stands after "by": "it is understood that …", "is believed to …", "was announced by X that …". */
export function* hidden(page: Page): Generator<Draft> {
  for (const sentence of page.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const draft = passive(page, i, sentence.first) ?? adverb(page, i, sentence.first)
      if (draft) yield draft
    }
  }
}

function passive(page: Page, i: number, floor: number): Draft | undefined {
  const token = page.tokens[i]
  if (token === undefined || page.pos(i) !== 'VERB' || !hiddenVerbs.has(token.lemma) || /ing$/.test(token.lower))
    return undefined
  let first = i
  while (
    first > floor &&
    (page.pos(first - 1) === 'AUX' || page.pos(first - 1) === 'ADV' || page.word(first - 1) === 'not')
  )
    first--
  const be = Array.from({ length: i - first }, (_, k) => page.tokens[first + k]?.lemma).some((lemma) => lemma === 'be')
  if (!be) return undefined
  const cue = { first, last: i + 1 }
  const end = sentenceEnd(page, i)
  const by = page.word(i + 1) === 'by' ? phraseAfter(page, i + 2, end) : undefined
  const next = by ? by.last : i + 1
  const content = passiveContent(page, cue, next, floor, end)
  if (!content) return undefined
  return {
    source: by ? [by] : [],
    cue: [cue],
    content,
    hidden: !by,
    outer: undefined,
    rule: by ? 'attributions/passive' : 'attributions/hidden',
  }
}

function passiveContent(
  page: Page,
  cue: Stretch,
  next: number,
  floor: number,
  end: number,
): readonly Stretch[] | undefined {
  const subject = phraseBefore(page, cue.first, floor)
  if (page.word(next) === 'that') return [{ first: next, last: contentEnd(page, next, false) }]
  if (page.word(next) === 'to' && subject && page.word(subject.first) !== 'it') {
    return [subject, { first: next, last: contentEnd(page, next, false) }]
  }
  return next > cue.last && subject && next <= end ? [subject] : undefined
}

/** "reportedly", "allegedly". */
function adverb(page: Page, i: number, floor: number): Draft | undefined {
  if (!hiddenAdverbs.has(page.word(i))) return undefined
  const start = clauseStart(page, i, Math.max(floor, page.quotation(i)?.first ?? floor))
  const end = contentEnd(page, i + 1, false)
  const content = [
    { first: start, last: i },
    { first: i + 1, last: end },
  ].filter(({ first, last }) => last > first)
  return content.length > 0
    ? {
        source: [],
        cue: [{ first: i, last: i + 1 }],
        content,
        hidden: true,
        outer: undefined,
        rule: 'attributions/hidden-adverb',
      }
    : undefined
}
