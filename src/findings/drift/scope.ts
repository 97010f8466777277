import { sameRole } from '../../language/en/roles.ts'
import { allCues, everCues, type ScopeCues, sinceCues, wholeCues } from '../../language/en/scope.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Token } from '../../model/sentence.ts'
import type { Measure } from '../../provenance/claims/content.ts'
import { tokenRange } from '../../provenance/claims/content.ts'
import { fold } from '../../text/words.ts'
import { rateOf } from '../series/led-to.ts'
import type { Told } from '../told.ts'
import type { Compared } from './changes.ts'
import { sharedFigures } from './counted.ts'

/** The statement reaches further than before: all for some, ever for in years, each month for once, this for this or that. */
export function scopeChange(compared: Compared): RuleId | null {
  if (rateGained(compared)) return 'drift/rate-gained'
  if (otherWhole(compared)) return 'drift/other-whole'
  if (alternativeDropped(compared)) return 'drift/alternative-dropped'
  if (everForSince(compared)) return 'drift/ever'
  if (widened(compared)) return 'drift/widened'
  return null
}

/** A sum for once or for a whole period is now one for every month, or the other way round. A rate left out is the one just given. */
const rateGained = ({ from, to, earlier }: Compared): boolean =>
  sharedFigures(from, to).some(([before, after]) => {
    const [was, now] = [rateOf(before, from.reading), rateOf(after, to.reading)]
    if ((was === null) === (now === null) || !periods.has(was ?? now ?? '')) return false
    return !earlier.some(({ content }) =>
      content.measures.some(
        ({ quantity: { low, high, per } }) => per === now && low === after.quantity.low && high === after.quantity.high,
      ),
    )
  })

const periods = new Set(['hour', 'day', 'week', 'month', 'quarter', 'season', 'year'])

/** The same share, of something else: of the votes cast, then of the staff. */
const otherWhole = ({ from, to, later }: Compared): boolean =>
  sharedFigures(from, to).some(
    ([before, after]) =>
      before.quantity.unit === 'percentage' &&
      before.head !== null &&
      after.head !== null &&
      before.head !== after.head &&
      !sameRole(before.head, after.head) &&
      isPlural(before) &&
      isPlural(after) &&
      !later.some(({ content }) => content.measures.some(({ head }) => head === before.head)),
  )

const isPlural = ({ quantity }: Measure): boolean => /s$|^(?:people|staff|children)$/i.test(quantity.of ?? '')

/** "Destroyed or damaged" became "destroyed": one of two things that were left open is gone. */
function alternativeDropped({ from, to, later }: Compared): boolean {
  if (sharedFigures(from, to).length === 0) return false
  const hasOr = ({ reading, content }: Told): boolean =>
    range(reading.tokens, content).some(({ lower }) => lower === 'or')
  if (later.some(hasOr)) return false
  const tokens = range(from.reading.tokens, from.content)
  return tokens.some((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    return token.lower === 'or' && isDeed(before) && isDeed(after)
  })
}

const isDeed = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'VERB' || (token.pos === 'ADJ' && /(?:ed|en)$/.test(token.lower)))

const range = (tokens: readonly Token[], span: Told['content']): readonly Token[] =>
  tokens.slice(...tokenRange(tokens, span))

/** "The worst in 17 years" became "the worst ever". */
const everForSince = ({ from, to, earlier }: Compared): boolean =>
  says(to, everCues) &&
  isSuperlative(to) &&
  isSuperlative(from) &&
  says(from, sinceCues) &&
  !earlier.some((one) => says(one, everCues))

const isSuperlative = ({ content }: Told): boolean => /\b(?:most|least|worst|best|\p{L}{3,}est)\b/iu.test(content.quote)

/** A word for all or everywhere that nobody upstream used of it. */
const widened = ({ from, to, earlier }: Compared): boolean =>
  says(to, wholeCues) && ![from, ...earlier].some((one) => says(one, wholeCues) || says(one, allCues))

const says = ({ content }: Told, { phrases }: ScopeCues): boolean => {
  const words = ` ${fold(content.quote).replace(/[^\p{L}'-]+/gu, ' ')} `
  return phrases.some((phrase) => words.includes(phrase.startsWith("'") ? `${phrase} ` : ` ${phrase} `))
}
