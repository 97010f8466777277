import type { Reading } from '../../model/reading.ts'
import { numberRarity, rarity } from '../../text/rarity.ts'
import { remembered, rememberedWithin } from '../../text/remembered.ts'
import { type SparseVector, sparseCosine, sparseVector } from '../../text/sparse-vector.ts'
import { cosineOf, product } from '../../text/word-vectors.ts'
import type { Voices } from '../sources/voices.ts'
import type { Content } from './content.ts'
import { type FigureMatch, matchFigures } from './figure-match.ts'
import { type Likeness, partnersIn } from './partners.ts'
import { type Profile, profilesIn, type Word } from './profile.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/** Everything two statements of one collection have in common, measured once. What a share or likeness: 0..1. */
export interface Comparison {
  readonly a: Profile
  readonly b: Profile
  readonly figures: FigureMatch
  /** Whether one body is behind both, others are, or the text of one names nobody. */
  readonly voices: 'one' | 'others' | 'none'
  /** Cosine of the concepts, weighted by how rare they are. */
  readonly concepts: number
  /** Weight of the shared concepts as a share of the shorter statement's, and in full; weight of the rarest shared one. */
  readonly contained: number
  readonly sharedWeight: number
  readonly rarest: number
  /** How well the words of either find a partner of like use in the other: the worse and the better direction. */
  readonly least: number
  readonly most: number
  /** The same, looking for partners in the other's surroundings too. */
  readonly leastNear: number
  readonly mostNear: number
  /** Likeness of what all words together are about. */
  readonly topic: number
  /** Cosine of runs of four letters. */
  readonly letters: number
  readonly verb: number
  readonly verbs: number
  readonly nouns: number
  readonly sharedNames: number
  readonly counted: number
  readonly countedFirst: number
  /** The closest words of what is said of the things first counted; null where nothing is said of either. */
  readonly saidOfCounted: number | null
  /** An equal number, worth less the rounder it is. */
  readonly number: number
  /** One's first figure is a later figure of the other: "27, up from 11". */
  readonly chained: number
  /** Concepts shared by the statements before both, and after both: retellings keep the order of facts. */
  readonly neighbours: number
  /** Best conceptual match either has in the other's document, compared with this one: 1 when this is the best of both. */
  readonly choice: number
  /** The same by words of like use. */
  readonly wordChoice: number
}

/** Compares statements of one collection by their index. */
export type Comparer = (a: number, b: number) => Comparison

/** Where statements stand: their documents as read, and who speaks in them. */
export interface Setting {
  readonly readings: readonly Reading[]
  readonly voices: Pick<Voices, 'voiceOf' | 'bodyOf'>
}

/**
 * Compares any two statements of a collection. What is found of two depends on their own documents, never on what else is in the
 * collection, with one exception: whose body a voice belongs to may be told by a third report. Of that, `voices` is all that counts.
 */
export function comparerOf(contents: readonly Content[], { readings, voices }: Setting): Comparer {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  const vocabulary = openVocabulary()
  const known: Prepared[] = []
  const concepts = (i: number, j: number): number => sparseCosine(at(i).concepts, at(j).concepts)
  const words = (i: number, j: number): number => mean(mutual(at(i).words, at(j).words, vocabulary))
  const partners = partnersIn(contents, { concepts, words })
  const sides = voiceSides(contents, byId, voices)

  return (i, j) => {
    const [a, b] = [at(i), at(j)]
    const [one, other] = [a.profile, b.profile]
    const shared = sharedConcepts(one.content, other.content)
    const [there, back] = mutual(a.words, b.words, vocabulary)
    const [near, nearBack] = [oneWay(a.words, b.context, vocabulary), oneWay(b.words, a.context, vocabulary)]
    return {
      a: one,
      b: other,
      figures: matchFigures(one.content.measures, other.content.measures),
      voices: sides(i, j),
      concepts: concepts(i, j),
      contained: shared.sum / Math.max(0.1, Math.min(a.weight, b.weight)),
      sharedWeight: shared.sum,
      rarest: shared.rarest,
      least: Math.min(there, back),
      most: Math.max(there, back),
      leastNear: Math.min(near, nearBack),
      mostNear: Math.max(near, nearBack),
      topic: Math.max(0, cosineOf(product(a.centre, b.centre), a.square, b.square)),
      letters: sparseCosine(a.letters, b.letters),
      verb: closest(a.verbs, b.verbs, vocabulary),
      verbs: sharedShare(one.verbs, other.verbs),
      nouns: sharedShare(one.nouns, other.nouns),
      sharedNames: sharedCount(one.names, other.names),
      counted: closest(a.counted, b.counted, vocabulary),
      countedFirst: closest(a.counted.subarray(0, 1), b.counted.subarray(0, 1), vocabulary),
      saidOfCounted:
        a.saidOfCounted.length > 0 && b.saidOfCounted.length > 0
          ? closest(a.saidOfCounted, b.saidOfCounted, vocabulary)
          : null,
      number: equalNumber(one.numbers, other.numbers),
      chained: Math.max(
        equalNumber(one.numbers.slice(0, 1), other.numbers.slice(1)),
        equalNumber(other.numbers.slice(0, 1), one.numbers.slice(1)),
      ),
      neighbours: partners.neighbours(i, j),
      choice: partners.choice(i, j, 'concepts'),
      wordChoice: partners.choice(i, j, 'words'),
    }
  }

  /** Most statements are never asked for where most pairs are known from before. */
  function at(i: number): Prepared {
    const found = known[i] ?? prepareAt(i)
    known[i] = found
    return found
  }

  function prepareAt(i: number): Prepared {
    const content = contents[i]
    const reading = content && byId.get(content.document)
    const profile = reading && profilesIn(reading)[content.statement]
    if (!profile) throw new Error(`no statement ${i}`)
    return prepared(profile, reading, vocabulary)
  }
}

/** Whether one body is behind two statements by index, as the voices have it. */
export function voiceSides(
  contents: readonly Content[],
  readings: ReadonlyMap<string, Reading>,
  voices: Setting['voices'],
): (a: number, b: number) => Comparison['voices'] {
  const bodies = contents.map(({ document, statement }) =>
    (readings.get(document)?.statements[statement]?.attribution ?? []).flatMap((at) => {
      const voice = voices.voiceOf(document, at)
      return voice ? [voices.bodyOf(voice)] : []
    }),
  )
  return (a, b) => {
    const [one, other] = [bodies[a] ?? [], bodies[b] ?? []]
    if (one.length === 0 || other.length === 0) return 'none'
    return one.some((body) => other.includes(body)) ? 'one' : 'others'
  }
}

/** A statement with its words looked up, so that comparing it costs no lookups. */
interface Prepared extends Vectors {
  readonly profile: Profile
  readonly words: Int32Array
  readonly context: Int32Array
  readonly verbs: Int32Array
  readonly counted: Int32Array
  readonly saidOfCounted: Int32Array
}

/** What a statement is about, by sums over its words. */
interface Vectors {
  readonly concepts: SparseVector
  readonly letters: SparseVector
  /** Weight of all its concepts. */
  readonly weight: number
  readonly centre: readonly number[]
  /** The product of the centre with itself. */
  readonly square: number
}

const prepared = (profile: Profile, reading: Reading, vocabulary: Vocabulary): Prepared => ({
  ...vectorsIn(reading)(profile),
  profile,
  words: vocabulary.numbersOf(profile.words),
  context: vocabulary.numbersOf(profile.context),
  verbs: vocabulary.numbersOf(profile.words.filter(({ pos }) => pos === 'VERB')),
  counted: vocabulary.numbersOf(profile.counted),
  saidOfCounted: vocabulary.numbersOf(profile.saidOfCounted),
})

const vectorsIn = remembered((_: Reading) =>
  rememberedWithin((profile: Profile): Vectors => {
    const centre = centreOf(profile.words)
    return {
      concepts: sparseVector([...profile.content.terms].map(([name, weight]) => [name, weight * conceptRarity(name)])),
      letters: sparseVector(profile.grams),
      weight: [...profile.content.terms].reduce((sum, [name, weight]) => sum + conceptRarity(name) * weight, 0),
      centre,
      square: product(centre, centre),
    }
  }),
)

/** A concept is as rare as the word that names it: "missing_person" as "missing". */
const conceptRarity = (term: string): number => rarity(term.replace(/_.*$/, ''))
/** Likeness of two words below which they have nothing to do with each other. */
const faint = 0.3

/** How well the words of each find partners in the other, both ways in one pass. */
function mutual(a: Int32Array, b: Int32Array, { alike, rarity }: Vocabulary): Likeness {
  const back = new Float64Array(b.length)
  let [found, all] = [0, 0]
  for (const word of a) {
    let best = 0
    const values = alike(word, b)
    for (let k = 0; k < b.length; k++) {
      const value = values[k] ?? 0
      if (value > best) best = value
      if (value > (back[k] ?? 0)) back[k] = value
    }
    if (best > faint) found += rarity(word) * best
    all += rarity(word)
  }
  let [foundBack, allBack] = [0, 0]
  for (let k = 0; k < b.length; k++) {
    const [weight, best] = [rarity(b[k] ?? 0), back[k] ?? 0]
    if (best > faint) foundBack += weight * best
    allBack += weight
  }
  return [all === 0 ? 0 : found / all, allBack === 0 ? 0 : foundBack / allBack]
}

const mean = ([there, back]: Likeness): number => (there + back) / 2

/** How well the words of the one find partners in the other. */
function oneWay(from: Int32Array, to: Int32Array, { alike, rarity }: Vocabulary): number {
  let [found, all] = [0, 0]
  for (const word of from) {
    let best = 0
    const values = alike(word, to)
    for (let k = 0; k < to.length; k++) {
      const value = values[k] ?? 0
      if (value > best) best = value
    }
    if (best > faint) found += rarity(word) * best
    all += rarity(word)
  }
  return all === 0 ? 0 : found / all
}

function closest(from: Int32Array, to: Int32Array, { alike }: Vocabulary): number {
  let best = 0
  for (const word of from) {
    const values = alike(word, to)
    for (let k = 0; k < to.length; k++) best = Math.max(best, values[k] ?? 0)
  }
  return best
}

function equalNumber(from: readonly number[], to: readonly number[]): number {
  let best = 0
  for (const number of from) {
    if (!to.includes(number)) continue
    best = Math.max(best, numberRarity(number))
  }
  return best
}

function sharedConcepts(a: Content, b: Content): { readonly sum: number; readonly rarest: number } {
  let [sum, rarest] = [0, 0]
  for (const [term, weight] of a.terms) {
    const other = b.terms.get(term)
    if (other === undefined) continue
    sum += conceptRarity(term) * weight * other
    rarest = Math.max(rarest, conceptRarity(term))
  }
  return { sum, rarest }
}

const sharedCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}

const sharedShare = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  sharedCount(a, b) / Math.max(1, Math.min(a.size, b.size))

/** The mean direction of a statement's words, rare ones counting more. */
function centreOf(words: readonly Word[]): readonly number[] {
  const centre: number[] = []
  for (const { lemma, vector } of words) {
    if (!vector) continue
    const scale = rarity(lemma) / Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) || 1)
    vector.forEach((value, k) => {
      centre[k] = (centre[k] ?? 0) + scale * value
    })
  }
  return centre
}
