import { anaphors, confirmingVerbs, elaborated, elaboratingVerbs } from '../../language/en/cues.ts'
import type { Sentence } from '../../model/sentence.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Draft } from './draft.ts'
import { lemmaAt } from './verb-group.ts'

/**
 * Adds to reports the sentences that are plainly theirs: the one before "…, the mayor announced this", and the one after a report
 * that tells more of the same thing, "The plan includes 40 barges". Any other bare sentence is nobody's.
 */
export function withNeighbours(page: Page, reports: readonly Draft[]): readonly Draft[] {
  const voiced = new Set<number>()
  for (const { cue, content } of reports)
    for (const { first } of [...cue, ...content]) voiced.add(page.tokens[first]?.sentence ?? -1)
  return reports.map((report) => {
    const index = page.tokens[report.cue[0]?.first ?? -1]?.sentence ?? -1
    if (report.source.length === 0 || index < 0 || report.outer) return report
    const back = refersBack(page, report) ? sentenceAt(page, index - 1, index, voiced) : undefined
    const on = back || closesSentence(page, report, index) ? sentenceAt(page, index + 1, index, voiced) : undefined
    const more = on && elaborates(page, on) ? on : undefined
    if (!back && !more) return report
    return { ...report, content: [...(back ? [back] : []), ...report.content, ...(more ? [more] : [])] }
  })
}

/** The words of a neighbouring sentence that no voice has: the one before may end the paragraph above. */
function sentenceAt(page: Page, index: number, from: number, voiced: ReadonlySet<number>): Stretch | undefined {
  const sentence = page.sentences[index]
  const home = page.sentences[from]
  if (!sentence || !home || sentence.headline || voiced.has(index)) return undefined
  const gap = home.paragraph - sentence.paragraph
  return gap === 0 || (gap === 1 && index < from)
    ? { first: sentence.first, last: beforeStop(page, sentence) }
    : undefined
}

const beforeStop = (page: Page, { first, last }: Sentence): number =>
  /^[.!]$/.test(page.word(last - 1)) && last - 1 > first ? last - 1 : last

/** "announced this after her visit", and not "announced this plan". */
function refersBack(page: Page, { cue, content }: Draft): boolean {
  const verb = (cue[0]?.last ?? 0) - 1
  const [only] = content
  if (!only || content.length > 1 || only.first !== verb + 1 || !anaphors.has(page.word(only.first))) return false
  const next = page.pos(only.first + 1)
  return (
    confirmingVerbs.has(lemmaAt(page, verb)) &&
    (next === undefined || next === 'PUNCT' || next === 'ADP' || next === 'SCONJ' || next === 'ADV')
  )
}

const closesSentence = (page: Page, { content, cue }: Draft, index: number): boolean => {
  const sentence = page.sentences[index]
  const end = Math.max(...content.map(({ last }) => last), cue[0]?.last ?? 0)
  return sentence !== undefined && end >= beforeStop(page, sentence) - 1
}

/** "The help includes …", "It covers …": a definite subject of at most three words and a verb that takes things apart. */
function elaborates(page: Page, { first, last }: Stretch): boolean {
  for (let i = first + 1; i < Math.min(last, first + 5); i++) {
    if (page.pos(i) !== 'VERB' || !elaboratingVerbs.has(lemmaAt(page, i))) continue
    const definite = /^(?:the|this|that|these|it|they)$/.test(page.word(first))
    return definite && elaborated.has(page.tokens[i - 1]?.lemma ?? '')
  }
  return false
}
