import type { RuleId } from '../../model/rule.ts'

/** Words that say how far a statement reaches. Lower case. Collected from general knowledge of news English. */
export interface ScopeCues {
  readonly rule: RuleId
  readonly phrases: readonly string[]
}

/** It holds for everything or everybody. */
export const wholeCues: ScopeCues = {
  rule: 'scope/whole',
  phrases: list(
    'every one|every single|every employee|every worker|every resident|every child|every family|every home|every house|every student|every patient|every customer|every member|entire|entirely|the whole|whole|nationwide|nation-wide|countrywide|country-wide|across the country|throughout the country|across the nation|all over the country|worldwide|world-wide|around the world|globally|industry-wide|everywhere|everyone|everybody',
  ),
}

/** It is said of all of them, in weaker words. */
export const allCues: ScopeCues = { rule: 'scope/all', phrases: list('all|each|every|total') }

/** The highest or lowest of all time; a superlative bound to a span of years is less. */
export const everCues: ScopeCues = {
  rule: 'scope/ever',
  phrases: list(
    "ever|in history|'s history|its history|on record|of all time|in living memory|in memory|since records began|ever recorded",
  ),
}

/** A superlative holds only for so long: "the worst in 17 years", "the highest since 2009". */
export const sinceCues: ScopeCues = {
  rule: 'scope/since',
  phrases: list('in years|in decades|since|years|decades|year|decade'),
}

function list(phrases: string): readonly string[] {
  return phrases.split('|')
}
