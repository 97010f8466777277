import type { QuantityChange } from '../../model/quantity.ts'
import type { RuleId } from '../../model/rule.ts'

/** Words around a number that say how it is to be taken: as a floor, as a ceiling, or about. */
export interface Bound {
  readonly words: string
  readonly takes: 'floor' | 'ceiling' | 'about' | 'exact'
  /** A ceiling or floor that is meant as nearly the value itself: "nearly 30", "just over 30". */
  readonly near: boolean
  readonly change: QuantityChange
  readonly rule: RuleId
}

const floor = (...words: readonly string[]): readonly Bound[] => words.map((w) => bound(w, 'floor', false, '>'))
const ceiling = (...words: readonly string[]): readonly Bound[] => words.map((w) => bound(w, 'ceiling', false, '<'))
const about = (...words: readonly string[]): readonly Bound[] => words.map((w) => bound(w, 'about', true, '~'))
const exact = (...words: readonly string[]): readonly Bound[] => words.map((w) => bound(w, 'exact', false, '='))

function bound(words: string, takes: Bound['takes'], near: boolean, change: QuantityChange): Bound {
  return { words, takes, near, change, rule: `quantities/${words.replaceAll(/[^a-z]+/g, '-')}` }
}

/** Verbs of which "up" is a part before an amount: "scale up to 5,000" reaches 5,000 and sets no ceiling. All forms. */
export const upVerbs: ReadonlySet<string> = new Set(
  (
    'scale scales scaled scaling ramp ramps ramped ramping step steps stepped stepping crank cranks cranked cranking ' +
    'rev revs revved revving bump bumps bumped bumping beef beefs beefed beefing add adds added adding round rounds rounded ' +
    'rounding gear gears geared gearing'
  ).split(' '),
)

/** Stand right before the number. */
export const boundsBefore: readonly Bound[] = [
  ...floor(
    'more than',
    'well over',
    'well above',
    'over',
    'above',
    'in excess of',
    'greater than',
    'exceeding',
    'exceeds',
  ),
  ...floor(
    'upwards of',
    'upward of',
    'north of',
    'at least',
    'no fewer than',
    'no less than',
    'not less than',
    'higher than',
  ),
  ...floor(
    'not fewer than',
    'at a minimum',
    'a minimum of',
    'minimum of',
    'minimum',
    'more then',
    'exceeded',
    'better than',
  ),
  ...floor(
    'longer than',
    'older than',
    'larger than',
    'bigger than',
    'heavier than',
    'surpassing',
    'surpassed',
    'over than',
    'over the age of',
    'above the age of',
  ),
  ...ceiling(
    'up to',
    'at most',
    'at the most',
    'no more than',
    'not more than',
    'fewer than',
    'less than',
    'under',
    'below',
  ),
  ...ceiling(
    'as few as',
    'a maximum of',
    'maximum of',
    'not exceeding',
    'no higher than',
    'smaller than',
    'shorter than',
    'lower than',
  ),
  ...ceiling(
    'clearly below',
    'well below',
    'well under',
    'at or below',
    'sub',
    'lighter than',
    'younger than',
    'south of',
    'under the age of',
    'below the age of',
  ),
  { ...bound('as many as', 'ceiling', false, '=') },
  { ...bound('as much as', 'ceiling', false, '=') },
  { ...bound('as high as', 'ceiling', false, '=') },
  { ...bound('as high as roughly', 'ceiling', true, '~') },
  { ...bound('as low as', 'exact', false, '=') },
  { ...bound('as little as', 'exact', false, '=') },
  { ...bound('nearly', 'ceiling', true, '~') },
  { ...bound('almost', 'ceiling', true, '~') },
  { ...bound('close to', 'ceiling', true, '~') },
  { ...bound('nearing', 'ceiling', true, '~') },
  { ...bound('not quite', 'ceiling', true, '<') },
  { ...bound('just under', 'ceiling', true, '<') },
  { ...bound('just below', 'ceiling', true, '<') },
  { ...bound('slightly less than', 'ceiling', true, '<') },
  { ...bound('slightly under', 'ceiling', true, '<') },
  { ...bound('just over', 'floor', true, '>') },
  { ...bound('just above', 'floor', true, '>') },
  { ...bound('just more than', 'floor', true, '>') },
  { ...bound('slightly more than', 'floor', true, '>') },
  { ...bound('slightly over', 'floor', true, '>') },
  { ...bound('a little over', 'floor', true, '>') },
  { ...bound('little more than', 'floor', true, '>') },
  ...about(
    'about',
    'around',
    'roughly',
    'approximately',
    'some',
    'an estimated',
    'estimated',
    'circa',
    'ca',
    'c',
    'approx',
  ),
  ...about(
    'approx .',
    'ca .',
    '~',
    'perhaps',
    'maybe',
    'something like',
    'somewhere around',
    'an approximate',
    'in the region of',
  ),
  ...about('in the range of', 'in the order of', 'on the order of', 'broadly', 'barely', 'probably', 'at about'),
  ...about('somewhere between', 'averaging', 'averaged', 'within about'),
  ...exact(
    'exactly',
    'precisely',
    'an average of',
    'a total of',
    'a record',
    'a further',
    'another',
    'an additional',
    'a combined',
  ),
]

/** Stand right after the number or its unit. */
export const boundsAfter: readonly Bound[] = [
  ...floor(
    'or more',
    'or higher',
    'or above',
    'or over',
    'and counting',
    'and up',
    'and above',
    'at least',
    'at the least',
    'at the very least',
  ),
  ...floor('plus', '+', 'or older', 'and over', 'or greater', 'or longer'),
  ...ceiling(
    'or less',
    'or fewer',
    'or under',
    'at most',
    'at the most',
    'or lower',
    'or younger',
    'and under',
    'at maximum',
    'tops',
  ),
  ...about('or so', 'or thereabouts', 'odd', '- odd', '- ish', 'ish', 'give or take'),
]
