import { driftOf } from './drift.ts'
import { featuresOf } from './features.ts'
import { paraphraseWeights } from './paraphrase-weights.ts'
import { type Profile, profileOf } from './profile.ts'
import { cosine, type Rarity, rarityOf } from './rarity.ts'

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
  const profiles = new Map<string, Profile>()
  for (const text of pairs.flatMap(({ a, b }) => [a, b])) {
    if (!profiles.has(text)) profiles.set(text, profileOf(text))
  }
  const rarity = rarityOf([...profiles.values()])
  return pairs.map(({ a, b }) => {
    const [one, other] = [profiles.get(a), profiles.get(b)]
    if (one === undefined || other === undefined) return { score: 0, same: false, drift: 'same' }
    const measure = Math.max(one.stems.length, other.stems.length) > longSentence ? reports : sentences
    return { ...measure(one, other, rarity), drift: driftOf(a, b) }
  })
}

/** Above this many words, a text is a report and not a sentence. */
const longSentence = 70

/** Sentences: how much they share; whether they make the same claim was learned from sentence pairs that people judged. */
function sentences(a: Profile, b: Profile, rarity: Rarity): Pick<Match, 'score' | 'same'> {
  const score =
    0.44 * cosine('letters', a, b, rarity) +
    0.44 * cosine('words', a, b, rarity) +
    0.08 * cosine('names', a, b, rarity) +
    0.04 * cosine('figures', a, b, rarity)
  const sum = featuresOf(a, b, rarity).reduce((total, feature, i) => total + feature * (paraphraseWeights[i] ?? 0), 0)
  return { score, same: sum > 0 }
}

/** Reports: square roots, because two reports of one event share little of their wording, and that little counts. */
function reports(a: Profile, b: Profile, rarity: Rarity): Pick<Match, 'score' | 'same'> {
  const score =
    0.53 * Math.sqrt(cosine('letters', a, b, rarity)) +
    0.15 * Math.sqrt(cosine('names', a, b, rarity)) +
    0.16 * Math.sqrt(cosine('lead', a, b, rarity)) +
    0.16 * Math.sqrt(cosine('head', a, b, rarity))
  return { score, same: score > sameReport }
}

/** Reports closer than this tell one event in the judgement of most readers. Set on the public SemEval-2022 task 8 dev pairs. */
const sameReport = 0.45
