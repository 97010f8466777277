import { functionWords } from '../../language/en/function-words.ts'
import { byCodeUnit } from '../../text/order.ts'
import { stem } from '../../text/stem.ts'
import { fold, wordPattern } from '../../text/words.ts'
import { letterRuns } from './profile.ts'

/** A claim already known. */
export interface KnownClaim {
  readonly id: string
  readonly title?: string | undefined
  readonly text: string
}

export interface Query {
  readonly id: string
  readonly text: string
}

/** The known claims that say what the query says, best first. */
export interface Ranked {
  readonly id: string
  readonly hits: readonly { readonly id: string; readonly score: number }[]
}

/** Ranks known claims for each query (BM25, Robertson and Zaragoza 2009, over several fields). */
export function rankKnown(claims: readonly KnownClaim[], queries: readonly Query[], top: number): readonly Ranked[] {
  const known = [...claims].sort((x, y) => byCodeUnit(x.id, y.id))
  const fields: readonly Field[] = [
    { weight: 1, index: indexOf(known.map(({ title, text }) => terms(`${title ?? ''} ${text}`))), units: terms },
    { weight: 0.5, index: indexOf(known.map(({ title, text }) => letters(`${title ?? ''} ${text}`))), units: letters },
    { weight: 0.4, index: indexOf(known.map(({ title, text }) => pairs(`${title ?? ''} ${text}`))), units: pairs },
  ]
  return queries.map(({ id, text }) => ({ id, hits: best(known, scoresOf(fields, said(text)), top) }))
}

interface Field {
  readonly weight: number
  readonly index: Index
  units(text: string): readonly string[]
}

interface Index {
  readonly postings: ReadonlyMap<string, readonly { readonly at: number; readonly times: number }[]>
  readonly lengths: readonly number[]
  readonly average: number
}

const stop: ReadonlySet<string> = new Set(functionWords.map(stem))

const words = (text: string): readonly string[] => [...text.matchAll(wordPattern)].map((match) => stem(fold(match[0])))
const terms = (text: string): readonly string[] => words(text).filter((word) => !stop.has(word))
const pairs = (text: string): readonly string[] => {
  const list = terms(text)
  return list.slice(1).map((word, i) => `${list[i]} ${word}`)
}
const letters = (text: string): readonly string[] => terms(text).flatMap((word) => letterRuns(word))

/** A post without what its platform adds: addresses, and "pic.twitter.com/…". Tags are read as words. */
const said = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\bpic\.twitter\.com\/\S+/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')

function indexOf(lists: readonly (readonly string[])[]): Index {
  const postings = new Map<string, { at: number; times: number }[]>()
  lists.forEach((list, at) => {
    for (const unit of list) {
      const holders = postings.get(unit)
      const last = holders?.at(-1)
      if (holders === undefined) postings.set(unit, [{ at, times: 1 }])
      else if (last?.at === at) last.times++
      else holders.push({ at, times: 1 })
    }
  })
  const lengths = lists.map((list) => list.length)
  return { postings, lengths, average: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) }
}

/** BM25's saturation and length correction; claims are short, so a repeated word says little more. */
const [saturation, lengthEffect] = [0.9, 0.4]

function scoresOf(fields: readonly Field[], query: string): ReadonlyMap<number, number> {
  const scores = new Map<number, number>()
  for (const { weight, index, units } of fields) {
    const all = index.lengths.length
    for (const unit of new Set(units(query))) {
      const holders = index.postings.get(unit) ?? []
      const rarity = Math.log(1 + (all - holders.length + 0.5) / (holders.length + 0.5))
      for (const { at, times } of holders) {
        const length = (index.lengths[at] ?? 0) / Math.max(1, index.average)
        const gain = (times * (saturation + 1)) / (times + saturation * (1 - lengthEffect + lengthEffect * length))
        scores.set(at, (scores.get(at) ?? 0) + weight * rarity * gain)
      }
    }
  }
  return scores
}

function best(known: readonly KnownClaim[], scores: ReadonlyMap<number, number>, top: number): Ranked['hits'] {
  return [...scores]
    .sort((x, y) => y[1] - x[1] || x[0] - y[0])
    .slice(0, top)
    .map(([at, score]) => ({ id: known[at]?.id ?? '', score }))
}
