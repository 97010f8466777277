import { questions, type ReportHeads } from '../../../parsing/report-heads.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import type { Tree } from '../../syntax/trees.ts'
import { codesPerPlace, type Places, placesOf, type Role, roles } from './places.ts'
import type { Scene } from './scene.ts'

/** The parts of a report. Content stands before its cue, behind it, or on both sides. */
export type Parts = { readonly cue: Stretch } & { readonly [role in Exclude<Role, 'cue'>]: Stretch | undefined }

/** How many beginnings of a part are followed to their best end. */
const followed = 4
const longestSource = 40

/** Where the network sees the parts of the report whose cue is this word of the sentence that it read. */
export function findParts(scene: Scene, tree: Tree, reports: ReportHeads, head: number): Parts {
  const places = placesOf(scene, tree, head)
  const answers = reports.answers(head - tree.first, places.words, places.codes, codesPerPlace)
  const chances = roles.flatMap((_, k) => [chancesOf(places, answers, 2 * k), chancesOf(places, answers, 2 * k + 1)])
  const best = (role: Role, taken: readonly Stretch[], longest = Number.POSITIVE_INFINITY) =>
    bestStretch(places, chances, 2 * roles.indexOf(role), taken, longest)
  const cue = best('cue', []) ?? { first: head, last: head + 1 }
  const left = best('left', [{ ...cue, last: Number.POSITIVE_INFINITY }])
  const right = best('right', [{ ...cue, first: Number.NEGATIVE_INFINITY }])
  const taken = [cue, left, right].filter((part) => part !== undefined)
  return { cue, left, right, source: best('source', taken, longestSource) }
}

/** Logarithms of the chances of each place to be the answer to a question. */
function chancesOf({ tokens, may }: Places, answers: Float32Array, question: number): Float64Array {
  const chances = new Float64Array(tokens.length).fill(Number.NEGATIVE_INFINITY)
  let top = Number.NEGATIVE_INFINITY
  for (let i = 0; i < tokens.length; i++) {
    if (((may[i] ?? 0) & (1 << question)) === 0) continue
    const score = answers[i * questions + question] ?? 0
    chances[i] = score
    top = Math.max(top, score)
  }
  let total = 0
  for (const score of chances) total += Math.exp(score - top)
  const all = Math.log(total) + top
  return chances.map((score) => score - all)
}

/** The likeliest stretch outside of what is taken, or nothing where it is likelier that there is no such part. */
function bestStretch(
  { tokens, words }: Places,
  chances: readonly Float64Array[],
  question: number,
  taken: readonly Stretch[],
  longest: number,
): Stretch | undefined {
  const [begins, ends] = [chances[question], chances[question + 1]]
  if (!begins || !ends) return undefined
  let most = begins[words] ?? Number.NEGATIVE_INFINITY
  let best: Stretch | undefined
  for (const place of highest(begins, tokens, taken)) {
    const first = tokens[place] ?? 0
    const stop = Math.min(first + longest, ...taken.flatMap((part) => (part.first > first ? [part.first] : [])))
    for (let i = 0; i < tokens.length; i++) {
      const last = tokens[i] ?? -1
      if (last < first || last >= stop) continue
      const both = (begins[place] ?? 0) + (ends[i] ?? 0)
      if (both > most) [most, best] = [both, { first, last: last + 1 }]
    }
  }
  return best
}

/** The places where a part most likely begins. */
function highest(begins: Float64Array, tokens: readonly number[], taken: readonly Stretch[]): readonly number[] {
  const isFree = (token: number) => taken.every(({ first, last }) => token < first || token >= last)
  return tokens
    .flatMap((token, i) => ((begins[i] ?? 0) > Number.NEGATIVE_INFINITY && token >= 0 && isFree(token) ? [i] : []))
    .sort((a, b) => (begins[b] ?? 0) - (begins[a] ?? 0))
    .slice(0, followed)
}
