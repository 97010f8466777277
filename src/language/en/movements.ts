import { downward, upward } from './changes.ts'

/** Words right before a figure that give it as the one before: "27, up from 11", "90 ships, against 60 a year ago". */
export const formerCues: readonly string[] = [
  'from',
  'compared with',
  'compared to',
  'against',
  'instead of',
  'an earlier',
  'the earlier',
  'the previous',
  'previously',
  'formerly',
  'once',
]

/** Words for an amount that moves to another one: "rose to 40", "plans to scale up to 5,000". Lower case, all forms. */
export const moving: ReadonlySet<string> = new Set([
  ...upward,
  ...downward,
  ...(
    'raise raises raised raising boost boosts boosting expand expands expanded expanding scale scales scaled scaling ' +
    'ramp ramps ramped ramping double doubles doubled doubling triple triples tripled tripling extend extends extended ' +
    'extending lift lifts lifting swell swells swelling bring brings brought bringing push pushes pushed pushing take takes ' +
    'took taking go goes went gone going move moves moved moving cut cuts cutting reduce reduces reducing halve halves ' +
    'halved halving slash slashes slashed slashing trim trims trimmed trimming change changes changed changing reach ' +
    'reaches reached reaching upgrade upgrades upgraded upgrading enlarge enlarges enlarged enlarging'
  ).split(' '),
])

/** Words that say when, where what is counted should stand: "8 million today", "25 last year". */
export const whenNouns: ReadonlySet<string> = new Set(
  'today now yesterday year month week day season quarter decade january february march april may june july august september october november december'.split(
    ' ',
  ),
)
