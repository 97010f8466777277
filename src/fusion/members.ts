import { byCodeUnit } from '../text/order.ts'
import type { Answer } from './answers.ts'
import { elementsOf } from './values.ts'

/** One member that some lists name. */
export interface Member {
  readonly key: string
  readonly element: string
  /** Share of the votes whose list names it, 0..1. */
  readonly support: number
}

/** A list leaves members out far more often than it makes one up, so a good quarter of the votes is enough to be one. */
const enough = 0.28

/**
 * The members of a list that are supported enough, best supported first. `votes[i]` is the weight of `answers[i]`. Without
 * any, the best supported one alone.
 */
export function membersOf(answers: readonly Answer[], votes: readonly number[]): readonly Member[] {
  const named = answers.map(({ value }) => elementsOf(value).filter(({ key }) => key !== ''))
  const full = fullerSpellings(named.flat().map(({ key }) => key))
  const all = votes.reduce((total, vote) => total + vote, 0)
  const members = new Map<string, { element: string; votes: number }>()
  named.forEach((elements, i) => {
    const seen = new Set<string>()
    for (const { key, element } of elements) {
      const as = full.get(key) ?? key
      if (seen.has(as)) continue
      seen.add(as)
      const member = members.get(as) ?? { element: '', votes: 0 }
      if (as === key && (member.element === '' || element < member.element)) member.element = element
      member.votes += votes[i] ?? 0
      members.set(as, member)
    }
  })
  const ranked = [...members]
    .map(([key, member]) => ({ key, element: member.element, support: all > 0 ? member.votes / all : 0 }))
    .sort((x, y) => y.support - x.support || byCodeUnit(x.key, y.key))
  const supported = ranked.filter(({ support }) => support >= enough)
  return supported.length > 0 ? supported : ranked.slice(0, 1)
}

/** From a fuller spelling to the shorter one that more lists give: "donald knuth" is "knuth". */
function fullerSpellings(keys: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const full = new Map<string, string>()
  for (const [key, times] of counts) {
    for (let from = 1; from <= key.length - shortestName; from++) {
      const ending = key.slice(from)
      if ((counts.get(ending) ?? 0) < times) continue
      full.set(key, ending)
      break
    }
  }
  return full
}

/** Shorter endings are chance: "lee" ends too many names. */
const shortestName = 4

/** Members in common over members of either (Jaccard), 0..1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [new Set(a), new Set(b)]
  const common = [...one].filter((key) => other.has(key)).length
  const either = one.size + other.size - common
  return either === 0 ? 1 : common / either
}
