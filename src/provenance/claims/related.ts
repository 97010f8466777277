import type { Reading } from '../../model/reading.ts'
import { fold } from '../../text/words.ts'
import type { SharedText } from './claims.ts'
import type { Kinship } from './through-copies.ts'

/** So few documents are taken to be of one story: whoever traces them together asks about one. */
export const fewDocuments = 40

/** Names two documents must share to be about one event; or this share of the names of the shorter one. */
const names = 3
const share = 0.25

/**
 * Can two documents be about one event? They share words, one was made from the other, or they name the same people and
 * places. A name that many documents of a large collection hold tells nothing.
 */
export function relatedIn(
  readings: readonly Reading[],
  derivations: readonly Kinship[],
  shared: readonly SharedText[],
): (a: string, b: string) => boolean {
  const namesOf = new Map(readings.map((reading) => [reading.document.id, properNames(reading)]))
  const counts = new Map<string, number>()
  for (const names of namesOf.values()) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const most = Math.max(12, readings.length * 0.1)
  const known = new Map<string, boolean>()
  for (const { from, to } of derivations) known.set(key(from, to), true)
  for (const { a, b } of shared) known.set(key(a, b), true)
  return (a, b) => {
    const pair = key(a, b)
    const answer = known.get(pair)
    if (answer !== undefined) return answer
    const found = shareNames(namesOf.get(a), namesOf.get(b), (name) => (counts.get(name) ?? 0) <= most)
    known.set(pair, found)
    return found
  }
}

const key = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`)

function shareNames(
  a: ReadonlySet<string> | undefined,
  b: ReadonlySet<string> | undefined,
  tells: (name: string) => boolean,
): boolean {
  if (!a || !b) return false
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let both = 0
  for (const name of small) if (large.has(name) && tells(name)) both++
  return both >= names || (both > 0 && both >= share * small.size)
}

function properNames(reading: Reading): ReadonlySet<string> {
  const found = new Set<string>()
  for (const sentence of reading.sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = reading.tokens[i]
      if (token && /^\p{Lu}[\p{L}'’-]{2,}$/u.test(token.text) && (i > sentence.first || token.pos === 'PROPN'))
        found.add(fold(token.text))
    }
  }
  return found
}
