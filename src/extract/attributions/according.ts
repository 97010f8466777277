import { citing, prepositions, relaying } from '../../language/en/cues.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Page } from '../syntax/page.ts'
import { phraseAfter, type Stretch } from '../syntax/phrases.ts'
import { clauseStart, contentEnd, sentenceEnd } from './bounds.ts'
import type { Draft } from './draft.ts'
import { headOf, kindOfHead } from './source-kind.ts'

/** Attributions by preposition: "according to X, …", "…, according to X", "as reported by X", "…, per X". */
export function* according(page: Page): Generator<Draft> {
  for (const sentence of page.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const cue = cueAt(page, i)
      if (!cue) continue
      const draft = fromPreposition(page, cue, sentence.first)
      if (draft) yield draft
    }
  }
}

interface Cue extends Stretch {
  readonly rule: RuleId
}

function cueAt(page: Page, i: number): Cue | undefined {
  for (const { rule, words } of prepositions) {
    if (words.every((word, k) => page.word(i + k) === word)) return { first: i, last: i + words.length, rule }
  }
  // "…, per the filing": a rate ("per building") has no comma and no article.
  const next = page.pos(i + 1)
  if (page.word(i) === 'per' && page.word(i - 1) === ',' && (next === 'DET' || next === 'PROPN')) {
    return { first: i, last: i + 1, rule: 'attributions/per' }
  }
  return undefined
}

function fromPreposition(page: Page, cue: Cue, floor: number): Draft | undefined {
  const end = sentenceEnd(page, cue.last)
  const source = voiceAfter(page, cue.last, end)
  if (!source) return undefined
  const content = contentAround(page, cue, source, Math.max(floor, page.quotation(cue.first)?.first ?? floor), end)
  return content.length > 0
    ? { source: [source], cue: [cue], content, hidden: false, outer: undefined, rule: cue.rule }
    : undefined
}

/** The voice after a preposition, with what tells who it is. */
function voiceAfter(page: Page, from: number, end: number): Stretch | undefined {
  const phrase = phraseAfter(page, from, end)
  if (!phrase) return undefined
  let last = phrase.last
  // "a report by X", "documents obtained by X", "an official who asked not to be named"
  if (page.pos(last) === 'VERB' && /(?:ed|en|wn|un|ing)$/.test(page.word(last))) {
    const by = page.pos(last + 1) === 'ADP' ? phraseAfter(page, last + 2, end) : undefined
    if (by) last = by.last
  }
  const comma = page.word(last) === ',' ? last + 1 : last
  if (/^(?:who|whose|which)$/.test(page.word(comma)) && !relays(page, comma)) {
    for (let i = comma; i <= end; i++)
      if (i === end || (page.word(i) === ',' && i > comma)) return { first: phrase.first, last: i }
  }
  return { first: phrase.first, last }
}

/** "citing police", "which cited police", "who quoted the wire": the next hand of a chain, and no part of the name before it. */
const relays = (page: Page, at: number): boolean =>
  citing.has(page.word(at)) || (/^(?:who|which)$/.test(page.word(at)) && relaying.has(page.word(at + 1)))

/** Past ", which cited the wire, quoting police,": where the content begins that all of them are said to have given. */
function afterRelays(page: Page, from: number, end: number): number {
  let at = from
  for (let hands = 0; hands < mostCited && relays(page, at); hands++) {
    let next = at + 1
    while (next < end && page.word(next) !== ',') next++
    if (next >= end) return from
    at = next + 1
  }
  return at
}

function contentAround(page: Page, cue: Cue, source: Stretch, floor: number, end: number): readonly Stretch[] {
  const marked = /^(?:,|—|–|--|\()$/.test(page.word(cue.first - 1))
  const before = marked ? cue.first - 1 : cue.first
  const start = clauseStart(page, before, floor)
  const leads =
    page.word(cue.first - 1) === ':' ||
    (marked &&
      page.word(source.last) === ',' &&
      isOnlyAdverbial(page, start, before) &&
      !isVerbal(page, source.last + 1)) ||
    before - start <= 1 ||
    (before - start <= 2 && page.pos(start) === 'CCONJ')
  if (leads) {
    const behind = /^[,)]$/.test(page.word(source.last)) ? source.last + 1 : afterApposition(page, source.last, end)
    const first = afterRelays(page, behind, end)
    const last = contentEnd(page, first, false)
    const opener = before - start > 2 && page.word(before) === ',' ? [{ first: start, last: before }] : []
    return last - first >= 2 ? [...opener, { first, last }] : []
  }
  const quoted = page.quotation(before - 1)
  const first = { first: quoted && quoted.first < start ? quoted.first : skipConjunction(page, start), last: before }
  const comma = page.word(source.last) === ','
  const goesOn = marked && comma && isVerbal(page, source.last + 1)
  return goesOn ? [first, { first: source.last + 1, last: contentEnd(page, source.last + 1, false) }] : [first]
}

const isVerbal = (page: Page, i: number): boolean => page.pos(i) === 'VERB' || page.pos(i) === 'AUX'

/** "In May, according to …, the town grew": what stands before the voice only opens the content. */
function isOnlyAdverbial(page: Page, first: number, last: number): boolean {
  if (page.pos(first) !== 'ADP' && page.pos(first) !== 'ADV') return false
  for (let i = first; i < last; i++) if (isVerbal(page, i) || page.quotation(i)) return false
  return true
}

function afterApposition(page: Page, from: number, end: number): number {
  for (let i = from; i < Math.min(end, from + 25); i++) if (page.word(i) === ',') return i + 1
  return from
}

const skipConjunction = (page: Page, i: number): number =>
  /^(?:but|and|so|yet|meanwhile|however)$/.test(page.word(i)) ? i + 1 : i

/** A name, or a noun for people and houses: not a paper, a figure or a reason. */
export function canSpeak(page: Page, source: Stretch): boolean {
  const head = headOf(page, source)
  const kind = kindOfHead(page, head)
  if (kind) return /^(?:person|anonymous|institution|outlet)$/.test(kind)
  return page.pos(head) === 'PROPN'
}

/** "the Post, which cited police": what "which" stands for is the voice itself. */
const speaksBefore = ({ source }: Draft, at: number): boolean =>
  source.some(({ last }) => at - last > 0 && at - last <= 2)

/** No sentence of a report names more go-betweens. */
const mostCited = 8

/** "NHK, [citing] diplomatic sources, reported": each hangs on the report in whose sentence it stands, and shares its content. */
export function* cited(page: Page, reports: readonly Draft[]): Generator<Draft> {
  const bySentence = new Map<number, Draft>()
  for (const report of reports) {
    const at = page.tokens[report.cue[0]?.first ?? -1]?.sentence
    if (at !== undefined && report.source.length > 0 && report.content.length > 0 && !bySentence.has(at))
      bySentence.set(at, report)
  }
  for (const sentence of page.sentences) {
    let found = 0
    let hand: Draft | undefined
    for (let i = sentence.first; i < sentence.last && found < mostCited; i++) {
      if (!(citing.has(page.word(i)) || (relaying.has(page.word(i)) && relays(page, i - 1)))) continue
      const before = hand?.source[0]?.last
      // "citing the wire, quoting police": the second hangs on the first.
      const outer = before !== undefined && i - before < 3 ? hand : bySentence.get(page.tokens[i]?.sentence ?? -1)
      const source = voiceAfter(page, i + 1, sentence.last)
      if (!source || (relaying.has(page.word(i)) && !(outer && speaksBefore(outer, i) && canSpeak(page, source))))
        continue
      found++
      const cue = [{ first: i, last: i + 1 }]
      if (outer) {
        hand = { source: [source], cue, content: outer.content, hidden: false, outer, rule: 'attributions/citing' }
        yield hand
      } else {
        const comma = page.word(i - 1) === ',' ? i - 1 : i
        if (comma - sentence.first > 2) {
          yield {
            source: [source],
            cue,
            content: [{ first: sentence.first, last: comma }],
            hidden: false,
            outer: undefined,
            rule: 'attributions/citing',
          }
        }
      }
    }
  }
}
