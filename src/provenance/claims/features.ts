import type { Comparison } from './comparison.ts'
import type { Measure } from './content.ts'
import { apart } from './similarity.ts'

/** One thing to look at when asking whether two statements answer the same question. */
export interface Feature {
  readonly name: string
  readonly of: (pair: Comparison) => number
}

const one = (truth: boolean): number => (truth ? 1 : 0)
const sameDocument = ({ a, b }: Comparison): boolean => a.content.document === b.content.document
const sameSentence = (pair: Comparison): boolean => sameDocument(pair) && pair.a.sentence === pair.b.sentence
const bothSpoken = ({ voices }: Comparison): boolean => voices !== 'none'
const sameBody = ({ voices }: Comparison): boolean => voices === 'one'
const mean = ({ least, most }: Comparison): number => (least + most) / 2
const bothYears = ({ a, b }: Comparison): boolean => a.content.years.size > 0 && b.content.years.size > 0
const sharedYear = (pair: Comparison): boolean =>
  [...pair.a.content.years].some((year) => pair.b.content.years.has(year))
const heads = ({ a, b }: Comparison): number => one(a.content.headline) + one(b.content.headline)

/** What is looked at, in the order of the weights. Products say what matters only together. */
export const features: readonly Feature[] = [
  // Words
  { name: 'concepts', of: ({ concepts }) => concepts },
  { name: 'concepts, squared', of: ({ concepts }) => concepts ** 2 },
  { name: 'concepts contained', of: ({ contained }) => contained },
  { name: 'weight of shared concepts', of: ({ sharedWeight }) => Math.log(1 + sharedWeight) },
  { name: 'rarest shared concept', of: ({ rarest }) => rarest / 5 },
  { name: 'words of like use, worse direction', of: ({ least }) => least },
  { name: 'words of like use, better direction', of: ({ most }) => most },
  { name: 'words of like use', of: mean },
  { name: 'words in surroundings, worse direction', of: ({ leastNear }) => leastNear },
  { name: 'words in surroundings, better direction', of: ({ mostNear }) => mostNear },
  { name: 'topic', of: ({ topic }) => topic },
  { name: 'topic and words', of: (pair) => pair.topic * mean(pair) },
  { name: 'letters', of: ({ letters }) => letters },
  { name: 'closest verbs', of: ({ verb }) => verb },
  { name: 'shared verbs', of: ({ verbs }) => verbs },
  { name: 'shared nouns', of: ({ nouns }) => nouns },
  { name: 'shared names', of: ({ sharedNames }) => Math.min(sharedNames, 3) / 3 },
  {
    name: 'names, none shared',
    of: ({ a, b, sharedNames }) => one(a.names.size > 0 && b.names.size > 0 && sharedNames === 0),
  },
  {
    name: 'alike in length',
    of: ({ a, b }) => Math.min(a.words.length, b.words.length) / Math.max(1, a.words.length, b.words.length),
  },

  // Figures
  { name: 'both give figures', of: ({ figures }) => one(figures.both) },
  { name: 'neither gives figures', of: ({ figures }) => one(figures.neither) },
  { name: 'figures comparable', of: ({ figures }) => (figures.both ? figures.best : 0) },
  { name: 'figures not comparable', of: ({ figures }) => one(figures.both && figures.best < 0) },
  { name: 'first figures comparable', of: ({ figures }) => Math.max(0, figures.first) },
  { name: 'equal number', of: ({ figures }) => figures.equal },
  { name: 'any equal number', of: ({ figures }) => one(figures.anyEqual) },
  { name: 'rare equal number', of: ({ number }) => number },
  { name: 'chained number', of: ({ chained }) => chained },
  { name: 'near numbers', of: ({ figures }) => figures.near },
  { name: 'same thing counted', of: ({ figures }) => one(figures.sameHead) },
  { name: 'same unit', of: ({ figures }) => one(figures.sameUnit) },
  { name: 'same fate', of: ({ figures }) => one(figures.sameFate) },
  { name: 'other fate', of: ({ figures }) => one(figures.otherFate) },
  { name: 'other dimension', of: ({ figures }) => one(figures.otherDimension) },
  { name: 'other thing counted', of: ({ figures }) => one(figures.otherCounted) },
  { name: 'other thing counted, one figure each', of: ({ figures }) => one(figures.otherCounted && figures.single) },
  { name: 'amount against count', of: ({ figures }) => one(figures.unitAgainstCount) },
  { name: 'one figure each', of: ({ figures }) => one(figures.single) },
  { name: 'exclusive fates', of: (pair) => one(exclusiveFates(pair)) },
  { name: 'unlike things counted', of: (pair) => one(unlikeThings(pair)) },
  { name: 'people', of: ({ figures }) => one(figures.people) },
  { name: 'things counted of like use', of: ({ counted }) => counted },
  { name: 'things first counted of like use', of: ({ countedFirst }) => countedFirst },

  // Who says it, and where
  { name: 'same body', of: (pair) => one(sameBody(pair)) },
  { name: 'other body', of: (pair) => one(bothSpoken(pair) && !sameBody(pair)) },
  { name: 'same document', of: (pair) => one(sameDocument(pair)) },
  { name: 'same sentence', of: (pair) => one(sameSentence(pair)) },
  { name: 'alike in place', of: ({ a, b }) => 1 - Math.abs(a.place - b.place) },
  { name: 'a headline', of: (pair) => one(heads(pair) > 0) },
  {
    name: 'headline and lead',
    of: (pair) => one(heads(pair) === 1 && Math.max(pair.a.sentence, pair.b.sentence) <= 3),
  },
  { name: 'same year', of: (pair) => one(bothYears(pair) && sharedYear(pair)) },
  { name: 'other year', of: (pair) => one(bothYears(pair) && !sharedYear(pair)) },
  { name: 'neighbours alike', of: ({ neighbours }) => neighbours },
  { name: 'best match in either document', of: ({ choice }) => choice },
  { name: 'best match by words', of: ({ wordChoice }) => wordChoice },

  // What matters only together
  { name: 'figures, concepts', of: ({ figures, concepts }) => one(figures.both) * concepts },
  { name: 'no figures, concepts', of: ({ figures, concepts }) => one(figures.neither) * concepts },
  {
    name: 'figures in one, concepts',
    of: ({ figures, concepts }) => one(!figures.both && !figures.neither) * concepts,
  },
  { name: 'figures, words', of: (pair) => one(pair.figures.both) * mean(pair) },
  { name: 'no figures, words', of: (pair) => one(pair.figures.neither) * mean(pair) },
  { name: 'no figures, words, worse direction', of: ({ figures, least }) => one(figures.neither) * least },
  { name: 'figures, surroundings', of: ({ figures, leastNear }) => one(figures.both) * leastNear },
  { name: 'no figures, surroundings', of: ({ figures, leastNear }) => one(figures.neither) * leastNear },
  { name: 'figures, topic', of: ({ figures, topic }) => one(figures.both) * topic },
  { name: 'no figures, topic', of: ({ figures, topic }) => one(figures.neither) * topic },
  { name: 'figures, letters', of: ({ figures, letters }) => one(figures.both) * letters },
  { name: 'no figures, letters', of: ({ figures, letters }) => one(figures.neither) * letters },
  { name: 'figures, contained', of: ({ figures, contained }) => one(figures.both) * contained },
  { name: 'no figures, contained', of: ({ figures, contained }) => one(figures.neither) * contained },
  { name: 'equal number, concepts', of: ({ figures, concepts }) => figures.equal * concepts },
  { name: 'equal number, words', of: (pair) => pair.figures.equal * mean(pair) },
  { name: 'equal number, surroundings', of: ({ figures, leastNear }) => figures.equal * leastNear },
  { name: 'equal number, same body', of: (pair) => pair.figures.equal * one(sameBody(pair)) },
  { name: 'equal number, same document', of: (pair) => pair.figures.equal * one(sameDocument(pair)) },
  { name: 'equal number, same fate', of: ({ figures }) => figures.equal * one(figures.sameFate) },
  { name: 'equal number, same thing counted', of: ({ figures }) => figures.equal * one(figures.sameHead) },
  { name: 'rare equal number, surroundings', of: ({ number, mostNear }) => number * mostNear },
  { name: 'rare equal number, same body', of: (pair) => pair.number * one(sameBody(pair)) },
  { name: 'rare equal number, same document', of: (pair) => pair.number * one(sameDocument(pair)) },
  { name: 'comparable figures, concepts', of: ({ figures, concepts }) => Math.max(0, figures.best) * concepts },
  { name: 'things counted, words', of: (pair) => one(pair.figures.both) * pair.counted * mean(pair) },
  { name: 'things first counted', of: ({ figures, countedFirst }) => one(figures.both) * countedFirst },
  { name: 'same document, concepts', of: (pair) => one(sameDocument(pair)) * pair.concepts },
  { name: 'same document, words', of: (pair) => one(sameDocument(pair)) * mean(pair) },
  {
    name: 'same document, other sentence, concepts',
    of: (pair) => one(sameDocument(pair) && !sameSentence(pair)) * pair.concepts,
  },
]

/** Nobody is counted under two of these at once. */
const exclusive = new Set(['death', 'missing', 'injury', 'rescue'])

/** One figure each, of people to whom different things happened. Equal numbers may be a misreading of one of the two. */
export function exclusiveFates({ a, b, figures }: Comparison): boolean {
  const [x, y] = [firstFate(a.content.measures), firstFate(b.content.measures)]
  return figures.single && x !== null && y !== null && x !== y && !figures.anyEqual
}

const firstFate = ([measure]: readonly Measure[]): string | null =>
  measure?.fate && exclusive.has(measure.fate) ? measure.fate : null

/** Likeness in use of two words below which they do not name one kind of thing. */
const unlike = 0.2

/** One figure each, of things that no one would call by the other's name: drones and builders, however many of both. */
export function unlikeThings({ a, b, figures, counted }: Comparison): boolean {
  const [x, y] = [a.content.measures[0], b.content.measures[0]]
  if (!x?.quantity.of || !y?.quantity.of) return false
  return figures.single && figures.kindsDiffer && x.person !== y.person && counted < unlike
}

/** Several figures, and the first of each cannot be compared: "287 names for a store made for 96" and "240 lived in a store made for 96". */
export const sharedAside = ({ a, b, figures }: Comparison): boolean =>
  figures.both && figures.first === apart && (a.content.measures.length > 1 || b.content.measures.length > 1)

/** Different first figures that stand for different things: how many were aboard, how many may be; this year's harvest, the last one's. */
export const otherRoles = ({ a, b, figures }: Comparison): boolean =>
  a.role !== null && b.role !== null && a.role !== b.role && !figures.anyEqual

/** Likeness in use below which two words say different things of what is counted. */
const unlikeSaid = 0.3

/** One figure each, not the same, of things of which different things are said: houses burnt, houses insured. One fate is one question however it is worded. */
export const otherwiseSaid = ({ figures, saidOfCounted }: Comparison): boolean =>
  figures.single && !figures.anyEqual && !figures.sameFate && saidOfCounted !== null && saidOfCounted < unlikeSaid

/** One figure each, an equal number of people, and the same body's word in two documents: "1,000 workers", "1,000 sappers". */
export const sameCountBySameVoice = (pair: Comparison): boolean => {
  const [x, y] = [pair.a.content.measures[0], pair.b.content.measures[0]]
  const people = pair.figures.single && x?.person === true && y?.person === true
  return people && pair.figures.equal > 0 && sameBody(pair) && !sameDocument(pair) && !exclusiveFates(pair)
}
