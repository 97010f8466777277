import type { Attribution } from '../../model/attribution.ts'
import type { Mention } from '../../model/mention.ts'
import type { Excerpt } from '../../model/span.ts'
import { defineStage } from '../stage.ts'
import { type Page, pageOf } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { canSpeak, cited } from './according.ts'
import { withNeighbours } from './anaphors.ts'
import { carriedOn } from './carried-on.ts'
import { isDenied } from './denied.ts'
import { byCue, cueStart, type Draft } from './draft.ts'
import { draftsByRule } from './drafts-by-rule.ts'
import { weighed } from './learned/weighed.ts'
import { speakersOf } from './speakers.ts'

/** Who is said to have said what: source, cue and content of every report in the text, in the order of their cues. */
export const attributions = defineStage({
  ref: 'attributions@3',
  needs: ['sentences', 'tokens', 'mentions'],
  gives: ['attributions'],
  run(document, { sentences, tokens, mentions }) {
    const page = pageOf(document.text, tokens, sentences)
    return { attributions: finish(page, draftsOf(page, mentions), mentions) }
  },
})

function draftsOf(page: Page, mentions: readonly Mention[]): readonly Draft[] {
  const reports = withNeighbours(page, carriedOn(page, weighed(page, draftsByRule(page, mentions))))
  const hands = [...cited(page, reports)]
  const handAt = new Map(hands.map((hand) => [cueStart(hand), hand]))
  const told = reports.filter(
    (report) => !isOnlyNaming(page, report, handAt.get(cueStart(report))) && !isDenied(page, report),
  )
  return [...told, ...hands].sort(byCue)
}

/** "the Post reported, citing police": police are cited, and nothing is said of police. "Citing a threat to health" gives a reason. */
function isOnlyNaming(page: Page, report: Draft, hand: Draft | undefined): boolean {
  const named = hand?.source[0]
  return (
    named !== undefined &&
    canSpeak(page, named) &&
    report.content.every(({ first, last }) => first >= named.first && last <= named.last + 1)
  )
}

function finish(page: Page, drafts: readonly Draft[], mentions: readonly Mention[]): readonly Attribution[] {
  const speakers = speakersOf(page, mentions)
  const places = new Map(drafts.map((draft, i) => [draft, i]))
  const contents = drafts.map(({ content }) => content.map((part) => trimmed(page, part)))
  return drafts.map((draft, i) => {
    const source = draft.source[0]
    const words = draft.source.map((part) => page.excerpt(part.first, part.last))
    return {
      kind: kindOf(contents[i] ?? []),
      source: words,
      cue: draft.cue.map((part) => page.excerpt(part.first, part.last)),
      content: contents[i] ?? [],
      sourceKind: source ? speakers.kind(draft.antecedent ?? source) : 'none',
      speaker: source ? speakers.resolve(draft.antecedent ?? source) : null,
      within: withinOf(drafts, places, i),
      rule: draft.rule,
    }
  })
}

/** Words of content without the blank or comma that joins it to its frame. */
function trimmed(page: Page, part: Stretch): Excerpt {
  let { first, last } = part
  while (last > first + 1 && /^[,;:]$/.test(page.word(last - 1)) && !page.quotation(last - 1)) last--
  while (first < last - 1 && /^[,;:]$/.test(page.word(first))) first++
  return page.excerpt(first, last)
}

function kindOf(content: readonly Excerpt[]): Attribution['kind'] {
  const marks = content.map(({ quote }) => [/^["“„«']/.test(quote), /["“”„«»]/.test(quote)] as const)
  if (marks.every(([opens]) => opens) && content.every(({ quote }) => /["”»'][,.]?$/.test(quote) || quote.length > 0))
    return 'direct'
  return marks.some(([, holds]) => holds) ? 'mixed' : 'indirect'
}

/** How many neighbours are looked at for the outer report: it stands near, or there is none. */
const near = 12

/** The smallest report whose content holds this one's cue. */
function withinOf(drafts: readonly Draft[], places: ReadonlyMap<Draft, number>, index: number): number | null {
  const draft = drafts[index]
  if (!draft) return null
  if (draft.outer) return places.get(draft.outer) ?? null
  const cue = cueStart(draft)
  let best: number | null = null
  let size = Number.POSITIVE_INFINITY
  for (let i = Math.max(0, index - near); i < Math.min(drafts.length, index + near); i++) {
    const other = drafts[i]
    if (!other || i === index || other.outer) continue
    const holder = other.content.find(({ first, last }) => first <= cue && cue < last)
    if (!holder || holder.last - holder.first >= size) continue
    best = i
    size = holder.last - holder.first
  }
  return best
}
