import { numberRarity, rarity } from '../../text/rarity.ts'
import { cosine as vectorCosine } from '../../text/word-vectors.ts'
import type { Content } from './content.ts'
import { type FigureMatch, matchFigures } from './figure-match.ts'
import { type Profile, profilesOf, type Setting, type Word } from './profile.ts'
import type { Weigher } from './similarity.ts'

/** Everything two statements of one collection have in common, measured once. What a share or likeness: 0..1. */
export interface Comparison {
  readonly a: Profile
  readonly b: Profile
  readonly figures: FigureMatch
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

/**
 * Compares any two statements of a collection. What is found of two depends on their own documents only, never on what else is in the
 * collection: a report that comes or goes must not change whether two others say the same.
 */
export function comparerOf(contents: readonly Content[], setting: Setting): Comparer {
  const profiles = profilesOf(contents, setting)
  const centres = profiles.map(({ words }) => centreOf(words, rarity))
  const alike = wordTable(profiles)
  const inDocument = orderedByDocument(profiles)
  const concepts = memo(profiles.length, (a, b) =>
    cosine(profiles[a]?.content.terms ?? none, profiles[b]?.content.terms ?? none, conceptRarity),
  )
  const towards = new Map<number, number>()
  const words = (i: number, j: number): number => (towardsOther(i, j) + towardsOther(j, i)) / 2

  return (i, j) => {
    const [a, b] = [profiles[i], profiles[j]]
    if (!a || !b) throw new Error(`no statement ${i} or ${j}`)
    const shared = sharedConcepts(a.content, b.content, conceptRarity)
    const [there, back] = [towardsOther(i, j), towardsOther(j, i)]
    const [near, nearBack] = [aligned(a.words, b.context), aligned(b.words, a.context)]
    return {
      a,
      b,
      figures: matchFigures(a.content.measures, b.content.measures),
      concepts: concepts(i, j),
      contained:
        shared.sum / Math.max(0.1, Math.min(weightOf(a.content, conceptRarity), weightOf(b.content, conceptRarity))),
      sharedWeight: shared.sum,
      rarest: shared.rarest,
      least: Math.min(there, back),
      most: Math.max(there, back),
      leastNear: Math.min(near, nearBack),
      mostNear: Math.max(near, nearBack),
      topic: Math.max(0, vectorCosine(centres[i] ?? [], centres[j] ?? [])),
      letters: cosine(a.grams, b.grams, alikeAll),
      verb: closest(a.words.filter(isVerb), b.words.filter(isVerb)),
      verbs: sharedShare(a.verbs, b.verbs),
      nouns: sharedShare(a.nouns, b.nouns),
      sharedNames: sharedCount(a.names, b.names),
      counted: closest(a.counted, b.counted),
      countedFirst: closest(a.counted.slice(0, 1), b.counted.slice(0, 1)),
      number: equalNumber(a.numbers, b.numbers),
      chained: Math.max(
        equalNumber(a.numbers.slice(0, 1), b.numbers.slice(1)),
        equalNumber(b.numbers.slice(0, 1), a.numbers.slice(1)),
      ),
      neighbours: neighbours(i, j),
      choice: choice(i, j, concepts),
      wordChoice: choice(i, j, words),
    }
  }

  /** How well the words of the one find partners in the other. */
  function towardsOther(i: number, j: number): number {
    const key = i * profiles.length + j
    const known = towards.get(key)
    if (known !== undefined) return known
    const value = aligned(profiles[i]?.words ?? [], profiles[j]?.words ?? [])
    towards.set(key, value)
    return value
  }

  function aligned(from: readonly Word[], to: readonly Word[]): number {
    let [found, all] = [0, 0]
    for (const word of from) {
      const weight = rarity(word.lemma)
      let best = 0
      for (const other of to) best = Math.max(best, alike(word, other))
      if (best > faint) found += weight * best
      all += weight
    }
    return all === 0 ? 0 : found / all
  }

  function closest(from: readonly Word[], to: readonly Word[]): number {
    let best = 0
    for (const word of from) for (const other of to) best = Math.max(best, alike(word, other))
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

  function neighbours(i: number, j: number): number {
    if (profiles[i]?.content.document === profiles[j]?.content.document) return 0
    const [before, after] = [
      [inDocument.before(i), inDocument.before(j)],
      [inDocument.after(i), inDocument.after(j)],
    ]
    const each = [before, after].map(([x, y]) => (x === undefined || y === undefined ? 0 : concepts(x, y)))
    return each.reduce((sum, value) => sum + value, 0)
  }

  function choice(i: number, j: number, likeness: (a: number, b: number) => number): number {
    const mine = likeness(i, j)
    if (mine === 0) return 0
    const best = (of: number, among: number): number =>
      Math.max(...inDocument.all(among).map((other) => (other === of ? 0 : likeness(of, other))))
    return (mine / best(i, j) + mine / best(j, i)) / 2
  }
}

const none: ReadonlyMap<string, number> = new Map()
/** A concept is as rare as the word that names it: "missing_person" as "missing". */
const conceptRarity: Weigher = (term) => rarity(term.replace(/_.*$/, ''))
const alikeAll: Weigher = () => 1
/** Likeness of two words below which they have nothing to do with each other. */
const faint = 0.3
const isVerb = ({ pos }: Word): boolean => pos === 'VERB'

function sharedConcepts(a: Content, b: Content, weigh: Weigher): { readonly sum: number; readonly rarest: number } {
  let [sum, rarest] = [0, 0]
  for (const [term, weight] of a.terms) {
    const other = b.terms.get(term)
    if (other === undefined) continue
    sum += weigh(term) * weight * other
    rarest = Math.max(rarest, weigh(term))
  }
  return { sum, rarest }
}

const weightOf = ({ terms }: Content, weigh: Weigher): number =>
  [...terms].reduce((sum, [term, weight]) => sum + weigh(term) * weight, 0)

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, weigh: Weigher): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, weight] of small) dot += weight * (large.get(term) ?? 0) * weigh(term) ** 2
  return dot === 0 ? 0 : dot / Math.sqrt(square(a, weigh) * square(b, weigh))
}

const square = (terms: ReadonlyMap<string, number>, weigh: Weigher): number =>
  [...terms].reduce((sum, [term, weight]) => sum + (weight * weigh(term)) ** 2, 0)

const sharedCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length

const sharedShare = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  sharedCount(a, b) / Math.max(1, Math.min(a.size, b.size))

/** The mean direction of a statement's words, rare ones counting more. */
function centreOf(words: readonly Word[], weigh: Weigher): readonly number[] {
  const centre: number[] = []
  for (const { lemma, vector } of words) {
    if (!vector) continue
    const scale = weigh(lemma) / Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) || 1)
    vector.forEach((value, k) => {
      centre[k] = (centre[k] ?? 0) + scale * value
    })
  }
  return centre
}

/** Words of a collection up to which likenesses are kept once worked out; beyond, they would fill the memory. */
const kept = 4096

/** Likeness of two words. Takes the words of all statements, so that it can keep a table by their numbers. */
function wordTable(statements: readonly Profile[]): (a: Word, b: Word) => number {
  const numbers = new Map<string, number>()
  const numberOf = new Map<Word, number>()
  for (const { context, counted } of statements) {
    for (const word of [...context, ...counted]) {
      const number = numbers.get(word.form) ?? numbers.size
      numbers.set(word.form, number)
      numberOf.set(word, number)
    }
  }
  const size = numbers.size
  const rows: (Float64Array | undefined)[] = []
  return (a, b) => {
    if (a.lemma === b.lemma) return 1
    if (!a.vector || !b.vector) return 0
    if (size > kept) return Math.max(0, vectorCosine(a.vector, b.vector))
    const [x, y] = [numberOf.get(a) ?? 0, numberOf.get(b) ?? 0]
    const row = rows[x] ?? new Float64Array(size).fill(-1)
    rows[x] = row
    const found = row[y] ?? -1
    if (found >= 0) return found
    const value = Math.max(0, vectorCosine(a.vector, b.vector))
    row[y] = value
    return value
  }
}

function memo(size: number, of: (a: number, b: number) => number): (a: number, b: number) => number {
  const known = new Map<number, number>()
  return (i, j) => {
    const key = i < j ? i * size + j : j * size + i
    const found = known.get(key)
    if (found !== undefined) return found
    const value = i < j ? of(i, j) : of(j, i)
    known.set(key, value)
    return value
  }
}

interface Order {
  before(i: number): number | undefined
  after(i: number): number | undefined
  /** All statements of the document that this one stands in. */
  all(i: number): readonly number[]
}

function orderedByDocument(profiles: readonly Profile[]): Order {
  const lists = new Map<string, number[]>()
  profiles.forEach(({ content }, i) => {
    const list = lists.get(content.document)
    if (list) list.push(i)
    else lists.set(content.document, [i])
  })
  const rank = new Map<number, number>()
  for (const list of lists.values()) {
    list.sort((x, y) => (profiles[x]?.content.start ?? 0) - (profiles[y]?.content.start ?? 0))
    list.forEach((i, at) => {
      rank.set(i, at)
    })
  }
  const all = (i: number): readonly number[] => lists.get(profiles[i]?.content.document ?? '') ?? []
  return { all, before: (i) => all(i)[(rank.get(i) ?? 0) - 1], after: (i) => all(i)[(rank.get(i) ?? 0) + 1] }
}
