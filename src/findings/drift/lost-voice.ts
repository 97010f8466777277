import type { Weigher } from '../../provenance/claims/similarity.ts'
import type { Told } from '../told.ts'
import type { Change } from './changes.ts'
import { nearestOf } from './nearest.ts'

/**
 * The voice that vouched for a claim upstream is gone, or only the go-between or somebody vague is left. Judged for the
 * whole document: a bare sentence after an attributed one loses nothing.
 */
export function lostVoice(
  earlier: readonly Told[],
  later: readonly Told[],
  weigh: Weigher,
  kinds: ReadonlyMap<string, string>,
): Change | null {
  const [first] = later
  if (!first || earlier.some(({ publisher }) => publisher !== null && publisher === first.publisher)) return null
  const named = later.flatMap(({ body, voices }) => [body, ...voices].filter((one) => one !== null))
  const told = new Set(named)
  for (const to of [...later].sort((a, b) => Number(a.content.headline) - Number(b.content.headline))) {
    const from = nearestOf(to, earlier, weigh)
    if (!from || from.body === null || from.content.plain === to.content.plain) continue
    const heard = earlier
      .filter(({ document }) => document === from.document)
      .flatMap(({ body, voices }) => [body, ...voices])
    if (heard.some((one) => one !== null && told.has(one) && !isGoBetween(one, earlier))) continue
    const wasAnonymous = kinds.get(from.body) === 'anonymous'
    const left = named.filter((one) => !isGoBetween(one, earlier) && kinds.get(one) !== 'vague')
    if (left.some((one) => kinds.get(one) !== 'outlet' && !(wasAnonymous && kinds.get(one) !== 'anonymous'))) continue
    if (kinds.get(from.body) === 'vague') continue
    return {
      aspect: 'attribution',
      from,
      to,
      rule: to.voices.length === 0 ? 'drift/voice-dropped' : 'drift/voice-replaced',
    }
  }
  return null
}

/** The outlet of an upstream document, cited in place of whom it cited. */
const isGoBetween = (source: string, earlier: readonly Told[]): boolean =>
  earlier.some(({ publisher }) => publisher === source)
