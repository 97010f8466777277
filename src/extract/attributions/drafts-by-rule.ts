import type { Mention } from '../../model/mention.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { according } from './according.ts'
import { describing } from './describing.ts'
import { byCue, type Draft } from './draft.ts'
import { figures } from './figures.ts'
import { headlines } from './headlines.ts'
import { hearsay } from './hearsay.ts'
import { hidden } from './hidden.ts'
import { speech } from './speech.ts'

/** Every report that a rule sees inside one sentence, in the order of cues. */
export function draftsByRule(page: Page, mentions: readonly Mention[]): readonly Draft[] {
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
  return [...spoken, ...counted].sort(byCue)
}

const verbOf = (draft: Draft): number => (draft.cue[0]?.last ?? 0) - 1
