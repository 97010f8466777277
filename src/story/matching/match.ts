import { driftOf } from './drift.ts'
import { featuresOf, figuresDiffer } from './features.ts'
import { paraphraseWeights } from './paraphrase-weights.ts'
import { profileOf } from './profile.ts'
import { cosine, type Rarity, rarityOf, type Weighed, weighed } from './rarity.ts'

/** Do two sentences, or two whole reports, say the same? */
export interface Match {
  /** How close they are, 0..1: for ranking, not a probability. */
  readonly score: number
  /** Do they make the same claim? */
  readonly same: boolean
  /** Is the later one, `b`, surer than the earlier one, `a`, or less sure? */
  readonly drift: 'same' | 'stronger' | 'weaker'
}

export interface Pair {
  /** The earlier one. */
  readonly a: string
  /** The later one. */
  readonly b: string
}

/** Matches one pair. What is rare is then known from the pair alone and from a list of function words. */
export function matchPair(a: string, b: string): Match {
  return matchAll([{ a, b }])[0] ?? { score: 0, same: false, drift: 'same' }
}

/** Matches each pair; what is rare is learned from all texts given, which makes it surer. */
export const matchBatch = (pairs: readonly Pair[]): readonly Match[] => matchAll(pairs)

function matchAll(pairs: readonly Pair[]): readonly Match[] {
  const texts = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const profiles = texts.map(profileOf)
  const rarity = rarityOf(profiles)
  const views = new Map(profiles.map((profile, i) => [texts[i], weighed(profile, rarity)]))
  return pairs.map(({ a, b }) => {
    const [one, other] = [views.get(a), views.get(b)]
    if (one === undefined || other === undefined) return { score: 0, same: false, drift: 'same' }
    const measure = Math.max(one.profile.stems.length, other.profile.stems.length) > longSentence ? reports : sentences
    return { ...measure(one, other, rarity), drift: driftOf(a, b) }
  })
}

/** Above this many words, a text is a report and not a sentence. */
const longSentence = 70

/** Sentences: how much they share; whether they make the same claim was learned from sentence pairs that people judged. */
function sentences(a: Weighed, b: Weighed, rarity: Rarity): Pick<Match, 'score' | 'same'> {
  const alike = 0.45 * cosine('trigrams', a, b) + 0.45 * cosine('meanings', a, b) + 0.1 * sharedNames(a, b)
  const score = alike * (1 - otherFigures * figuresDiffer(a.profile, b.profile))
  const sum = featuresOf(a, b, rarity).reduce((total, feature, i) => total + feature * (paraphraseWeights[i] ?? 0), 0)
  return { score, same: sum > 0 }
}

/** Two sentences without a name in either are not less alike for it. */
const sharedNames = (a: Weighed, b: Weighed): number =>
  a.profile.names.size === 0 && b.profile.names.size === 0 ? cosine('words', a, b) : cosine('names', a, b)

/** What sentences lose that give different figures, however alike their words. */
const otherFigures = 0.25

/** Reports: square roots, because two reports of one event share little of their wording, and that little counts. */
function reports(a: Weighed, b: Weighed): Pick<Match, 'score' | 'same'> {
  const score =
    0.53 * Math.sqrt(cosine('letters', a, b)) +
    0.15 * Math.sqrt(cosine('names', a, b)) +
    0.16 * Math.sqrt(cosine('lead', a, b)) +
    0.16 * Math.sqrt(cosine('head', a, b))
  return { score, same: score > sameReport }
}

/** Reports closer than this tell one event in the judgement of most readers. Set on the public SemEval-2022 task 8 dev pairs. */
const sameReport = 0.45
