import type { RuleId } from '../../model/rule.ts'
import type { Compared } from './changes.ts'

/** Denied before and affirmed now, or the other way round, by nobody new. */
export function polarityChange({ from, to, earlier, likeness }: Compared): RuleId | null {
  const [was, now] = [from.content.certainty === 'denied', to.content.certainty === 'denied']
  if (was === now || from.content.headline || likeness < alike) return null
  if (to.body !== null && !earlier.some(({ body }) => body === to.body)) return null
  return earlier.some(({ content }) => (content.certainty === 'denied') === now) ? null : 'drift/denial'
}

/** So alike that they speak of one thing: a denial of something beside it is none. */
const alike = 0.5
