import { describingVerbs } from '../../language/en/cues.ts'
import { outletWords } from '../../language/en/source-kinds.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { contentEnd } from './bounds.ts'
import type { Draft } from './draft.ts'
import { headOf, kindOfHead } from './source-kind.ts'
import { sourceBefore } from './subject.ts'
import { lemmaAt } from './verb-group.ts'

/** Papers, pictures and outlets that describe: what they tell runs to the end of the sentence, relative clauses and all. */
export function* describing(page: Page): Generator<Draft> {
  for (const sentence of page.sentences) {
    for (let i = sentence.first + 1; i < sentence.last; i++) {
      if (page.pos(i) !== 'VERB' || /ing$/.test(page.word(i)) || !describingVerbs.has(lemmaAt(page, i))) continue
      const before = page.word(i - 1)
      if (before === 'to' || page.pos(i - 1) === 'AUX' || page.quotation(i)) continue
      const source = sourceBefore(page, i, sentence.first)
      if (!source || source.relative || !holdsWords(page, source.whole)) continue
      const first = i + 1
      const last = contentEnd(page, first, false)
      if (last - first < 2 || page.word(first) === 'as' || page.word(first) === 'by') continue
      yield {
        source: [source.whole],
        cue: [{ first: i, last: i + 1 }],
        content: [{ first, last }],
        hidden: false,
        outer: undefined,
        rule: 'attributions/describe',
      }
      i = last - 1
    }
  }
}

function holdsWords(page: Page, source: Stretch): boolean {
  const head = headOf(page, source)
  const kind = kindOfHead(page, head)
  return (
    kind === 'document' ||
    kind === 'imagery' ||
    kind === 'data' ||
    kind === 'outlet' ||
    outletWords.has(page.word(head))
  )
}
