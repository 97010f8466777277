/**
 * Words by which a report tells a figure that is no answer of its own: what it was before, how much may be, of how many.
 * Lemmas or lower-case words. Collected from general knowledge of news English, not from any corpus.
 */

/** Words right before a figure of an earlier time: "fell from 40", "against 16 million", "more than the 12". */
export const comparingWords: ReadonlySet<string> = new Set(['from', 'against', 'than'])

/** The same in two words, the last ones before the figure. */
export const comparingPhrases: ReadonlySet<string> = new Set(['compared with', 'compared to'])

/** What an earlier time is told by, together with one of `periods`: "last year", "the week before", "a day earlier". */
export const earlierBefore: ReadonlySet<string> = new Set(['last', 'previous'])
export const earlierAfter: ReadonlySet<string> = new Set(['earlier', 'before', 'ago'])
export const periods: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'season'])

/** What may be, by rule or by design: "licensed for 120", "a capacity of 300". */
export const limits: ReadonlySet<string> = new Set(
  'license licence licensed certify certified permit permitted allow authorise authorize limit capacity maximum design designed build built threshold ceiling cap quota'.split(
    ' ',
  ),
)

/** Words that may stand between such a word and the figure without changing what it says. */
export const fillers: ReadonlySet<string> = new Set(
  'the its their his her our a total of it was there were some about around roughly nearly almost only all'.split(' '),
)
