import { negations } from '../../language/en/negations.ts'
import type { Profile } from './profile.ts'
import { contained, cosine, type Rarity, type Weighed } from './rarity.ts'

/** What two sentences have in common, as numbers about 0..1, in the order of `featureNames`. Symmetric. */
export function featuresOf(one: Weighed, other: Weighed, rarity: Rarity): readonly number[] {
  const [a, b] = [one.profile, other.profile]
  const [ab, ba] = [contained('words', a, b, rarity), contained('words', b, a, rarity)]
  const [shorter, longer] = a.stems.length <= b.stems.length ? [a, b] : [b, a]
  const common = inCommon(a, b)
  return [
    1,
    cosine('words', one, other),
    cosine('meanings', one, other),
    cosine('trigrams', one, other),
    cosine('pairs', one, other),
    Math.min(ab, ba),
    Math.max(ab, ba),
    shorter.stems.length / Math.max(1, longer.stems.length),
    common / Math.max(1, longer.words.size),
    inOrder(a.stems, b.stems) / Math.max(1, longer.stems.length),
    figuresAgree(a, b),
    figuresDiffer(a, b),
    Math.min(contained('names', a, b, rarity), contained('names', b, a, rarity)),
    Number(negated(a) !== negated(b)),
    Math.min(1, (longer.words.size - common) / 20),
  ]
}

export const featureNames = [
  'one',
  'words',
  'meanings',
  'trigrams',
  'pairs',
  'less of one in the other',
  'more of one in the other',
  'length',
  'words in common',
  'words in order',
  'figures agree',
  'figures differ',
  'names',
  'negation differs',
  'words left over',
] as const

const inCommon = (a: Profile, b: Profile): number => [...a.words.keys()].filter((word) => b.words.has(word)).length

/** Both give figures, and one's are all among the other's. */
const figuresAgree = (a: Profile, b: Profile): number =>
  Number(a.figures.size > 0 && b.figures.size > 0 && (within(a, b) || within(b, a)))

/** Each gives a figure the other lacks, or only one gives any. */
export const figuresDiffer = (a: Profile, b: Profile): number =>
  a.figures.size === 0 && b.figures.size === 0 ? 0 : 1 - figuresAgree(a, b)

const within = (a: Profile, b: Profile): boolean => [...a.figures.keys()].every((figure) => b.figures.has(figure))

const negated = (profile: Profile): boolean =>
  [...profile.words.keys()].some((word) => negations.has(word) || word.endsWith("n't"))

/** Longest sentences that are put in order word by word; beyond it the rest is left out. */
const longest = 200

/** Length of the longest common subsequence. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const [rows, columns] = [a.slice(0, longest), b.slice(0, longest)]
  let above = new Array<number>(columns.length + 1).fill(0)
  for (const word of rows) {
    const row = [0]
    columns.forEach((other, j) => {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    })
    above = row
  }
  return above.at(-1) ?? 0
}
