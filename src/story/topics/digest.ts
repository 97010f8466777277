import type { Document } from '../../model/document.ts'
import type { Digest } from '../../model/placed-report.ts'
import { stem } from '../../text/stem.ts'
import { fnv1a, fold, wordPattern } from '../../text/words.ts'
import { stemShare, telling } from '../background.ts'
import { dayOf } from '../nearness.ts'
import { readable } from '../readable.ts'

/** So many words of a report are kept. With 50 some retellings are lost, with 100 nothing is won (ECB+, training part). */
const kept = 80
/** So many of them lead to other reports. */
const leading = 24
/** What stands in more than this share of all reports brings nobody together. */
const anywhere = 0.3
/** Words of a headline and an opening; they are counted so many times. */
const [opening, times] = [50, 3]

/** The words that tell most of a report. */
export function digestOf(document: Document): Digest {
  const stems = [...readable(document).matchAll(wordPattern)].map(([word]) => stem(fold(word)))
  const counts = new Map<string, number>()
  for (const [i, word] of stems.entries()) counts.set(word, (counts.get(word) ?? 0) + (i < opening ? times : 1))
  const weighed = [...counts].flatMap(([word, count]) => {
    const share = stemShare(word, document.language)
    return share > anywhere ? [] : [{ key: fnv1a(word), weight: rounded((1 + Math.log(count)) * telling(share)) }]
  })
  const mostTelling = weighed.sort((a, b) => b.weight - a.weight || a.key - b.key).slice(0, kept)
  const most = [...mostTelling].sort((a, b) => a.key - b.key)
  const length = Math.sqrt(most.reduce((sum, { weight }) => sum + weight * weight, 0))
  return {
    id: document.id,
    order: `${document.published ?? '~'}\n${document.id}`,
    day: dayOf(document.published),
    keys: Uint32Array.from(most, ({ key }) => key),
    weights: Float32Array.from(most, ({ weight }) => weight / length),
    leads: Uint32Array.from(mostTelling.slice(0, leading), ({ key }) => key).sort(),
  }
}

/** Machines may differ in the last digits of a logarithm; which words are kept must not. */
const rounded = (weight: number): number => Math.round(weight * 1e6) / 1e6
