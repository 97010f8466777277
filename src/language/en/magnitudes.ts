import type { RuleId } from '../../model/rule.ts'

/** A word for a magnitude and the interval it is kept as (the convention of ACLED for "dozens" and "hundreds"). */
export interface Magnitude {
  readonly words: readonly string[]
  readonly low: number
  readonly high: number
  readonly rule: RuleId
}

/** Longest first: "tens of thousands" before "thousands". */
export const magnitudes: readonly Magnitude[] = [
  { words: ['tens', 'of', 'thousands'], low: 2e4, high: 99_999, rule: 'quantities/tens-of-thousands' },
  { words: ['hundreds', 'of', 'thousands'], low: 2e5, high: 999_999, rule: 'quantities/hundreds-of-thousands' },
  { words: ['thousands', 'upon', 'thousands'], low: 2e3, high: 99_999, rule: 'quantities/thousands-upon-thousands' },
  { words: ['tens', 'of', 'millions'], low: 2e7, high: 99_999_999, rule: 'quantities/tens-of-millions' },
  { words: ['hundreds', 'of', 'millions'], low: 2e8, high: 999_999_999, rule: 'quantities/hundreds-of-millions' },
  { words: ['tens', 'of', 'billions'], low: 2e10, high: 99_999_999_999, rule: 'quantities/tens-of-billions' },
  { words: ['hundreds', 'of', 'billions'], low: 2e11, high: 999_999_999_999, rule: 'quantities/hundreds-of-billions' },
  { words: ['several', 'dozen'], low: 24, high: 99, rule: 'quantities/dozens' },
  { words: ['a', 'few', 'dozen'], low: 24, high: 99, rule: 'quantities/dozens' },
  { words: ['several', 'hundred'], low: 200, high: 999, rule: 'quantities/hundreds' },
  { words: ['a', 'few', 'hundred'], low: 200, high: 999, rule: 'quantities/hundreds' },
  { words: ['several', 'thousand'], low: 2e3, high: 9999, rule: 'quantities/thousands' },
  { words: ['a', 'few', 'thousand'], low: 2e3, high: 9999, rule: 'quantities/thousands' },
  { words: ['several', 'million'], low: 2e6, high: 9_999_999, rule: 'quantities/millions' },
  { words: ['a', 'few', 'million'], low: 2e6, high: 9_999_999, rule: 'quantities/millions' },
  { words: ['several', 'billion'], low: 2e9, high: 9_999_999_999, rule: 'quantities/billions' },
  { words: ['scores', 'of'], low: 40, high: 99, rule: 'quantities/scores' },
  { words: ['a', 'handful', 'of'], low: 3, high: 9, rule: 'quantities/handful' },
  { words: ['tens', 'of'], low: 20, high: 99, rule: 'quantities/tens' },
  { words: ['dozens'], low: 24, high: 99, rule: 'quantities/dozens' },
  { words: ['hundreds'], low: 200, high: 999, rule: 'quantities/hundreds' },
  { words: ['thousands'], low: 2e3, high: 9999, rule: 'quantities/thousands' },
  { words: ['millions'], low: 2e6, high: 9_999_999, rule: 'quantities/millions' },
  { words: ['billions'], low: 2e9, high: 9_999_999_999, rule: 'quantities/billions' },
]
