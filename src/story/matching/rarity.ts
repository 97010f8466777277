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

const viewNames: readonly ViewName[] = ['words', 'letters', 'pairs', 'names', 'figures', 'head', 'lead']

function common(view: ViewName): readonly string[] {
  if (view === 'letters') return [...new Set(functionWords.flatMap(letterRuns))]
  if (view === 'words' || view === 'head' || view === 'lead') return [...new Set(functionWords.map(stem))]
  return view === 'names' ? functionWords : []
}

/** Cosine of two views with logarithmic counts and rarity as weight, 0..1; 0 when either is empty. */
export function cosine(name: ViewName, a: Profile, b: Profile, rarity: Rarity): number {
  const weight = (view: View, unit: string): number => {
    const times = view.get(unit)
    return times === undefined ? 0 : (1 + Math.log(times)) * rarity(name, unit)
  }
  let dot = 0
  let lengthA = 0
  let lengthB = 0
  for (const unit of a[name].keys()) {
    const inA = weight(a[name], unit)
    lengthA += inA * inA
    dot += inA * weight(b[name], unit)
  }
  for (const unit of b[name].keys()) lengthB += weight(b[name], unit) ** 2
  return lengthA > 0 && lengthB > 0 ? Math.min(1, dot / Math.sqrt(lengthA * lengthB)) : 0
}

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
