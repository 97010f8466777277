import { functionWords } from '../../language/en/function-words.ts'
import { stem } from '../../text/stem.ts'
import { letterRuns, type Profile, type View, type ViewName } from './profile.ts'

/** How telling a unit of a view is: the rarer, the more. */
export type Rarity = (view: ViewName, unit: string) => number

/** As many imagined texts, in half of which every function word stands, steady the count of a small batch. */
const imagined = 60

/** Inverse document frequency over the texts at hand. */
export function rarityOf(profiles: readonly Profile[]): Rarity {
  const holders = new Map<ViewName, Map<string, number>>()
  for (const name of viewNames) {
    const counts = new Map<string, number>(common(name).map((unit) => [unit, imagined / 2]))
    for (const profile of profiles)
      for (const unit of profile[name].keys()) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    holders.set(name, counts)
  }
  const all = profiles.length + imagined + 1
  return (view, unit) => Math.log(all / ((holders.get(view)?.get(unit) ?? 0) + 0.5))
}

const viewNames: readonly ViewName[] = [
  'words',
  'meanings',
  'letters',
  'trigrams',
  'pairs',
  'names',
  'figures',
  'head',
  'lead',
]

function common(view: ViewName): readonly string[] {
  if (view === 'letters') return [...new Set(functionWords.flatMap((word) => letterRuns(word)))]
  if (view === 'trigrams') return [...new Set(functionWords.flatMap((word) => letterRuns(word, 3)))]
  if (view === 'words' || view === 'meanings' || view === 'head' || view === 'lead')
    return [...new Set(functionWords.map(stem))]
  return view === 'names' ? functionWords : []
}

/** A profile with its views as vectors of length one: logarithmic counts, rarity as weight. */
export interface Weighed {
  readonly profile: Profile
  readonly vectors: ReadonlyMap<ViewName, ReadonlyMap<string, number>>
}

/** Weighs the views that are asked for; the others come out empty. */
export const weighed = (profile: Profile, rarity: Rarity, views: readonly ViewName[] = viewNames): Weighed => ({
  profile,
  vectors: new Map(views.map((name) => [name, vectorOf(name, profile[name], rarity)])),
})

function vectorOf(name: ViewName, view: View, rarity: Rarity): ReadonlyMap<string, number> {
  const weights = [...view].map(([unit, times]) => [unit, (1 + Math.log(times)) * rarity(name, unit)] as const)
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return new Map(weights.map(([unit, weight]) => [unit, length > 0 ? weight / length : 0]))
}

/** Cosine of two views, 0..1; 0 when either is empty. */
export function cosine(name: ViewName, a: Weighed, b: Weighed): number {
  const [one, other] = [a.vectors.get(name) ?? empty, b.vectors.get(name) ?? empty]
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let dot = 0
  for (const [unit, weight] of few) dot += weight * (many.get(unit) ?? 0)
  return Math.min(1, dot)
}

const empty: ReadonlyMap<string, number> = new Map()

/** Share of the rarity of `a` that `b` has too, 0..1. */
export function contained(name: ViewName, a: Profile, b: Profile, rarity: Rarity): number {
  let all = 0
  let shared = 0
  for (const unit of a[name].keys()) {
    const weight = rarity(name, unit)
    all += weight
    if (b[name].has(unit)) shared += weight
  }
  return all > 0 ? shared / all : 0
}
