import type { Stretch } from '../../syntax/phrases.ts'
import type { Scene } from './scene.ts'
import { type Partial, type Role, ruledPart } from './span-features.ts'

/** Content and sources are looked for no further than this many words from the cue, but at the ends of sentences. */
const reach = 60
/** A speech may take in this many sentences more, of the same paragraph. */
const sentencesMore = 5
/** A cue may begin this many words before its verb, and go on as far behind it. */
const cueReach = 9
const sourceLength = 40

/** Tokens at which a part may begin. */
export function beginnings(scene: Scene, role: Role, part: Partial): readonly number[] {
  const { page } = scene
  const { first, last } = scene.tree(part.head)
  const { head, cue, left, right } = part
  if (role === 'cue') return range(Math.max(first, head - cueReach), head)
  const ruled = ruledPart(scene.byRule(head), role, part)?.first
  if (role === 'left') {
    const places = range(Math.max(first, cue.first - reach), cue.first - 1)
    return unique([...sentenceEdges(scene, head, -1), first, ...places, ruled], 0, cue.first - 1)
  }
  if (role === 'right') {
    const end = page.sentence(head)?.last ?? last
    return unique(
      [...range(cue.last, Math.min(last - 1, cue.last + reach)), end, ruled],
      cue.last,
      page.tokens.length - 1,
    )
  }
  const free = (i: number): boolean => !holds(left, i) && !holds(right, i) && !holds(cue, i)
  return range(Math.max(first, cue.first - reach), Math.min(last - 1, cue.last + reach)).filter(free)
}

/** Last tokens that a part with this beginning may have. */
export function endings(scene: Scene, role: Role, part: Partial, from: number): readonly number[] {
  const { page } = scene
  const { last } = scene.tree(part.head)
  const { head, cue, left, right } = part
  if (role === 'cue') return range(head, Math.min(last - 1, head + cueReach))
  const ruled = (ruledPart(scene.byRule(head), role, part)?.last ?? 0) - 1
  if (role === 'left')
    return unique([...range(Math.max(from, cue.first - reach), cue.first - 1), ruled], from, cue.first - 1)
  if (role === 'right') {
    const near = range(from, Math.min(last - 1, from + 2 * reach))
    return unique([...near, last - 1, ...sentenceEdges(scene, head, 1), ruled], from, page.tokens.length - 1)
  }
  const stops = [cue.first, left?.first ?? -1, right?.first ?? -1].filter((stop) => stop > from)
  return range(from, Math.min(last - 1, from + sourceLength, ...stops.map((stop) => stop - 1)))
}

/** First tokens of the sentences before (-1), or last tokens of those behind (1), in the paragraph of the cue. */
function sentenceEdges({ page }: Scene, head: number, way: 1 | -1): readonly number[] {
  const home = page.tokens[head]?.sentence ?? 0
  const paragraph = page.sentences[home]?.paragraph
  const found: number[] = []
  for (let k = 1; k <= sentencesMore; k++) {
    const sentence = page.sentences[home + way * k]
    if (!sentence || sentence.paragraph !== paragraph) break
    found.push(way < 0 ? sentence.first : sentence.last - 1)
    // Also without the full stop.
    if (way > 0 && sentence.last - 2 > sentence.first) found.push(sentence.last - 2)
  }
  return found
}

const holds = (part: Stretch | undefined, i: number): boolean => part !== undefined && part.first <= i && i < part.last

function unique(places: readonly (number | undefined)[], lowest: number, highest: number): readonly number[] {
  const found = new Set<number>()
  for (const place of places) if (place !== undefined && place >= lowest && place <= highest) found.add(place)
  return [...found]
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
