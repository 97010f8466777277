import type { Attribution } from '../../model/attribution.ts'
import type { Mention } from '../../model/mention.ts'
import type { Excerpt } from '../../model/span.ts'
import { defineStage } from '../stage.ts'
import { type Page, pageOf } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { according, cited } from './according.ts'
import { withNeighbours } from './anaphors.ts'
import { carriedOn } from './carried-on.ts'
import { describing } from './describing.ts'
import type { Draft } from './draft.ts'
import { figures } from './figures.ts'
import { headlines } from './headlines.ts'
import { hearsay } from './hearsay.ts'
import { hidden } from './hidden.ts'
import { type Speakers, speakersOf } from './speakers.ts'
import { speech } from './speech.ts'

/** Who is said to have said what: source, cue and content of every report in the text, in the order of their cues. */
export const attributions = defineStage({
  ref: 'attributions@2',
  needs: ['sentences', 'tokens', 'mentions'],
  gives: ['attributions'],
  run(document, { sentences, tokens, mentions }) {
    const page = pageOf(document.text, tokens, sentences)
    return { attributions: finish(page, draftsOf(page, mentions), mentions) }
  },
})

function draftsOf(page: Page, mentions: readonly Mention[]): readonly Draft[] {
  const places = new Set(
    mentions
      .filter(({ kind }) => kind !== 'person' && kind !== 'organisation' && kind !== 'outlet')
      .map(({ start }) => start),
  )
  const isPlace = ({ first }: Stretch): boolean => places.has(page.tokens[first]?.start ?? -1)
  const described = [...describing(page)]
  const ours = new Set(described.map(verbOf))
  const said = [...speech(page)].filter((draft) => !ours.has(verbOf(draft)))
  const spoken = [
    ...headlines(page, isPlace),
    ...said,
    ...described,
    ...hearsay(page),
    ...according(page),
    ...hidden(page),
  ]
  const taken = new Set(spoken.map(verbOf))
  const counted = [...figures(page, isPlace)].filter((draft) => !taken.has(verbOf(draft)))
  const reports = withNeighbours(page, carriedOn(page, [...spoken, ...counted].sort(byCue)))
  return [...reports, ...cited(page, reports)].sort(byCue)
}

const verbOf = (draft: Draft): number => (draft.cue[0]?.last ?? 0) - 1
const cueStart = (draft: Draft): number => draft.cue[0]?.first ?? 0
const byCue = (a: Draft, b: Draft): number => cueStart(a) - cueStart(b)

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
      speaker: source ? speakerOf(page, speakers, draft, source) : null,
      within: withinOf(drafts, places, i),
      rule: draft.rule,
    }
  })
}

/** A relative pronoun speaks for what it refers to, named or not. */
function speakerOf(page: Page, speakers: Speakers, { antecedent }: Draft, source: Stretch): string | null {
  if (!antecedent) return speakers.resolve(source)
  return speakers.resolve(antecedent) ?? page.excerpt(antecedent.first, antecedent.last).quote
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
