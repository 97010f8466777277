import { keyOf, type LinearModel } from './linear-model.ts'
import {
  canGoLeft,
  canGoRight,
  canShift,
  fromTop,
  isDone,
  move,
  openState,
  type ParseState,
  shift,
} from './transitions.ts'
import type { WordForm } from './word-forms.ts'

/** What is known of the words of a sentence before it is parsed; lists are indexed by the number of a word, from 1, with room for the root. */
export interface ParserInput {
  readonly words: Int32Array
  /** Fine tags, counted from 1. */
  readonly tags: Int32Array
  readonly clusters: Int32Array
  readonly broad: Int32Array
  /** How many words up to this one are verbs, commas and other marks, or words that join. */
  readonly verbs: Int32Array
  readonly marks: Int32Array
  readonly joints: Int32Array
}

/** Parses one sentence greedily: the best move is made at each step and never taken back. */
export function parseForms(model: LinearModel, relations: number, input: ParserInput): ParseState {
  const state = openState(input.words.length - 2)
  const scores = new Int32Array(1 + 2 * relations)
  const keys = new Int32Array(mostParseKeys)
  while (!isDone(state)) {
    if (state.depth === 0 && canShift(state)) {
      move(state, shift, relations)
      continue
    }
    model.score(keys, parseKeys(state, input, keys), scores)
    move(state, bestMove(state, scores, relations), relations)
  }
  return state
}

/** The best of the moves that can be made; the first of equals. */
export function bestMove(state: ParseState, scores: Int32Array | Float64Array, relations: number): number {
  let winner = -1
  const consider = (from: number, to: number) => {
    for (let which = from; which < to; which++)
      if (winner < 0 || (scores[which] ?? 0) > (scores[winner] ?? 0)) winner = which
  }
  if (canShift(state)) consider(shift, 1)
  if (canGoLeft(state)) consider(1, 1 + relations)
  if (canGoRight(state)) consider(1 + relations, 1 + 2 * relations)
  return winner
}

/** What matters of a word that stands between two others. */
export type WordKind = 'verb' | 'mark' | 'joint' | 'other'

/** The kinds of a list of tags, each written as the universal tag, a blank and the fine one. */
export const wordKinds = (tags: readonly string[]): readonly WordKind[] =>
  tags.map((tag) =>
    /^(?:VERB|AUX)/.test(tag) ? 'verb' : /^PUNCT [,.:]/.test(tag) ? 'mark' : /^[CS]CONJ/.test(tag) ? 'joint' : 'other',
  )

export function parserInput(
  forms: readonly WordForm[],
  tags: ArrayLike<number>,
  kinds: readonly WordKind[],
): ParserInput {
  const list = () => new Int32Array(forms.length + 2)
  const input = {
    words: list(),
    tags: list(),
    clusters: list(),
    broad: list(),
    verbs: list(),
    marks: list(),
    joints: list(),
  }
  forms.forEach((form, i) => {
    const n = i + 1
    const tag = tags[i] ?? 0
    const kind = kinds[tag]
    input.words[n] = form.lower
    input.tags[n] = 1 + tag
    input.clusters[n] = form.cluster || 1 + tag
    input.broad[n] = form.broad || 1 + tag
    input.verbs[n] = (input.verbs[i] ?? 0) + (kind === 'verb' ? 1 : 0)
    input.marks[n] = (input.marks[i] ?? 0) + (kind === 'mark' ? 1 : 0)
    input.joints[n] = (input.joints[i] ?? 0) + (kind === 'joint' ? 1 : 0)
  })
  const root = forms.length + 1
  input.words[root] = 7
  input.tags[root] = 255
  return input
}

/** Room for the keys of one state. */
export const mostParseKeys = 160

/** Writes the keys of all that is looked at to choose a move, and tells how many they are. After Zhang and Nivre (2011). */
export function parseKeys(state: ParseState, input: ParserInput, keys: Int32Array): number {
  const { words, tags, clusters, broad } = input
  const { left, left2, right, right2, leftCount, rightCount, leftSet, rightSet, relations } = state
  const s0 = fromTop(state, 0)
  const s1 = fromTop(state, 1)
  const s2 = fromTop(state, 2)
  const b0 = state.next
  const b1 = b0 < state.root ? b0 + 1 : 0
  const b2 = b1 > 0 && b1 < state.root ? b1 + 1 : 0
  const s0w = words[s0] ?? 0
  const s1w = words[s1] ?? 0
  const b0w = words[b0] ?? 0
  const b1w = words[b1] ?? 0
  const s0t = tags[s0] ?? 0
  const s1t = tags[s1] ?? 0
  const s2t = tags[s2] ?? 0
  const b0t = tags[b0] ?? 0
  const b1t = tags[b1] ?? 0
  const b2t = tags[b2] ?? 0
  const s0c = clusters[s0] ?? 0
  const s1c = clusters[s1] ?? 0
  const b0c = clusters[b0] ?? 0
  const s0b = broad[s0] ?? 0
  const s1b = broad[s1] ?? 0
  const b0b = broad[b0] ?? 0
  const s0l = left[s0] ?? 0
  const s0r = right[s0] ?? 0
  const s1l = left[s1] ?? 0
  const s1r = right[s1] ?? 0
  const b0l = left[b0] ?? 0
  const s0l2 = left2[s0] ?? 0
  const s0r2 = right2[s0] ?? 0
  const s1r2 = right2[s1] ?? 0
  const b0l2 = left2[b0] ?? 0
  const s0lw = words[s0l] ?? 0
  const s0lt = tags[s0l] ?? 0
  const s0rt = tags[s0r] ?? 0
  const s1lt = tags[s1l] ?? 0
  const s1rt = tags[s1r] ?? 0
  const b0lt = tags[b0l] ?? 0
  const near = distance(s0, b0)
  const far = distance(s1, s0)
  const between0 = between(input, s0, b0)
  const between1 = between(input, s1, s0)
  let k = 0
  keys[k++] = keyOf(0, 0)
  keys[k++] = keyOf(1, s0w)
  keys[k++] = keyOf(2, s0t)
  keys[k++] = keyOf(3, s0w, s0t)
  keys[k++] = keyOf(4, s1w)
  keys[k++] = keyOf(5, s1t)
  keys[k++] = keyOf(6, s1w, s1t)
  keys[k++] = keyOf(7, b0w)
  keys[k++] = keyOf(8, b0t)
  keys[k++] = keyOf(9, b0w, b0t)
  keys[k++] = keyOf(10, b1w)
  keys[k++] = keyOf(11, b1t)
  keys[k++] = keyOf(12, b1w, b1t)
  keys[k++] = keyOf(13, words[b2] ?? 0, b2t)
  keys[k++] = keyOf(14, b2t)
  keys[k++] = keyOf(15, s2t)
  keys[k++] = keyOf(16, s0c)
  keys[k++] = keyOf(17, s1c)
  keys[k++] = keyOf(18, b0c)
  keys[k++] = keyOf(19, clusters[b1] ?? 0)
  // Pairs.
  keys[k++] = keyOf(20, s0w, b0w, (s0t << 8) | b0t)
  keys[k++] = keyOf(21, s0w, s0t, b0t)
  keys[k++] = keyOf(22, b0w, s0t, b0t)
  keys[k++] = keyOf(23, s0w, b0w)
  keys[k++] = keyOf(24, s0t, b0t)
  keys[k++] = keyOf(25, s1w, s0w, (s1t << 8) | s0t)
  keys[k++] = keyOf(26, s1w, s1t, s0t)
  keys[k++] = keyOf(27, s0w, s1t, s0t)
  keys[k++] = keyOf(28, s1w, s0w)
  keys[k++] = keyOf(29, s1t, s0t)
  keys[k++] = keyOf(30, b0t, b1t)
  keys[k++] = keyOf(31, s1t, b0t)
  keys[k++] = keyOf(32, s1w, b0w)
  keys[k++] = keyOf(33, s0b, b0b)
  keys[k++] = keyOf(34, s1b, s0b)
  keys[k++] = keyOf(35, s0c, b0t, s0t)
  keys[k++] = keyOf(36, b0c, s0t, b0t)
  keys[k++] = keyOf(37, s1c, s0t, s1t)
  keys[k++] = keyOf(38, s0c, s1t, s0t)
  keys[k++] = keyOf(39, s0w, b0b)
  keys[k++] = keyOf(40, s0b, b0w)
  keys[k++] = keyOf(41, s1w, s0b)
  keys[k++] = keyOf(42, s1b, s0w)
  // Three.
  keys[k++] = keyOf(43, s0t, b0t, b1t)
  keys[k++] = keyOf(44, s1t, s0t, b0t)
  keys[k++] = keyOf(45, s2t, s1t, s0t)
  keys[k++] = keyOf(46, s0t, s0lt, b0t)
  keys[k++] = keyOf(47, s0t, s0rt, b0t)
  keys[k++] = keyOf(48, s0t, b0t, b0lt)
  keys[k++] = keyOf(49, s1t, s1rt, s0t)
  keys[k++] = keyOf(50, s1t, s1lt, s0t)
  keys[k++] = keyOf(51, s1t, s0t, s0lt)
  keys[k++] = keyOf(52, s1t, s0t, s0rt)
  keys[k++] = keyOf(53, b0t, b1t, b2t)
  keys[k++] = keyOf(54, (s1t << 8) | s0t, b0t, b1t)
  keys[k++] = keyOf(55, s0w, b0t, b1t)
  keys[k++] = keyOf(56, s1t, s0t, b0w)
  keys[k++] = keyOf(57, s1w, s0t, b0t)
  keys[k++] = keyOf(58, s1t, s0w, b0t)
  // How far apart, and what stands between.
  keys[k++] = keyOf(60, s0w, near)
  keys[k++] = keyOf(61, s0t, near)
  keys[k++] = keyOf(62, b0w, near)
  keys[k++] = keyOf(63, b0t, near)
  keys[k++] = keyOf(64, s0t, b0t, near)
  keys[k++] = keyOf(65, s1w, far)
  keys[k++] = keyOf(66, s1t, s0t, far)
  keys[k++] = keyOf(67, s0w, far)
  keys[k++] = keyOf(68, s0t, b0t, between0)
  keys[k++] = keyOf(69, s1t, s0t, between1)
  keys[k++] = keyOf(70, s1b, s0b, between1)
  // How many dependents, and of which relations.
  keys[k++] = keyOf(71, s0w, rightCount[s0] ?? 0)
  keys[k++] = keyOf(72, s0t, rightCount[s0] ?? 0)
  keys[k++] = keyOf(73, s0w, leftCount[s0] ?? 0)
  keys[k++] = keyOf(74, s0t, leftCount[s0] ?? 0)
  keys[k++] = keyOf(75, s1w, rightCount[s1] ?? 0)
  keys[k++] = keyOf(76, s1t, rightCount[s1] ?? 0)
  keys[k++] = keyOf(77, s1t, leftCount[s1] ?? 0)
  keys[k++] = keyOf(78, b0w, leftCount[b0] ?? 0)
  keys[k++] = keyOf(79, b0t, leftCount[b0] ?? 0)
  keys[k++] = keyOf(80, s0w, leftSet[s0] ?? 0)
  keys[k++] = keyOf(81, s0t, leftSet[s0] ?? 0)
  keys[k++] = keyOf(82, s0w, rightSet[s0] ?? 0)
  keys[k++] = keyOf(83, s0t, rightSet[s0] ?? 0)
  keys[k++] = keyOf(84, s1w, rightSet[s1] ?? 0)
  keys[k++] = keyOf(85, s1t, rightSet[s1] ?? 0, s0t)
  keys[k++] = keyOf(86, s1t, leftSet[s1] ?? 0, s0t)
  keys[k++] = keyOf(87, b0w, leftSet[b0] ?? 0)
  keys[k++] = keyOf(88, b0t, leftSet[b0] ?? 0, s0t)
  keys[k++] = keyOf(89, s0t, leftSet[s0] ?? 0, b0t)
  keys[k++] = keyOf(90, s0t, leftSet[s0] ?? 0, s1t)
  keys[k++] = keyOf(91, s0t, rightSet[s0] ?? 0, s1t)
  // The dependents themselves.
  keys[k++] = keyOf(92, s0lw, s0t)
  keys[k++] = keyOf(93, s0lt, relations[s0l] ?? 0)
  keys[k++] = keyOf(94, words[s0r] ?? 0, s0t)
  keys[k++] = keyOf(95, s0rt, relations[s0r] ?? 0)
  keys[k++] = keyOf(96, words[s1l] ?? 0, s1t)
  keys[k++] = keyOf(97, s1lt, relations[s1l] ?? 0)
  keys[k++] = keyOf(98, words[s1r] ?? 0, s1t)
  keys[k++] = keyOf(99, s1rt, relations[s1r] ?? 0, s1t)
  keys[k++] = keyOf(100, words[b0l] ?? 0, b0t)
  keys[k++] = keyOf(101, b0lt, relations[b0l] ?? 0)
  keys[k++] = keyOf(102, words[s0l2] ?? 0, relations[s0l2] ?? 0)
  keys[k++] = keyOf(103, words[s0r2] ?? 0, relations[s0r2] ?? 0)
  keys[k++] = keyOf(104, words[s1r2] ?? 0, relations[s1r2] ?? 0)
  keys[k++] = keyOf(105, words[b0l2] ?? 0, relations[b0l2] ?? 0)
  keys[k++] = keyOf(106, s0t, s0lt, tags[s0l2] ?? 0)
  keys[k++] = keyOf(107, s1t, s1rt, tags[s1r2] ?? 0)
  keys[k++] = keyOf(108, b0t, b0lt, tags[b0l2] ?? 0)
  // "eat pizza with a fork": the first dependent of the upper word is often its preposition.
  keys[k++] = keyOf(110, s1w, s0lw)
  keys[k++] = keyOf(111, s1t, s0lw, s0t)
  keys[k++] = keyOf(112, s1b, s0lw, s0b)
  keys[k++] = keyOf(113, words[s2] ?? 0, s0lw)
  keys[k++] = keyOf(114, s2t, s1t, s0lw)
  keys[k++] = keyOf(115, s1w, s0w, s0lw)
  keys[k++] = keyOf(116, s1c, s0lw)
  // What stands beside them in the text.
  keys[k++] = keyOf(120, tags[s0 - 1] ?? 0, s0t, tags[s0 + 1] ?? 0)
  keys[k++] = keyOf(121, tags[b0 - 1] ?? 0, b0t, s0t)
  keys[k++] = keyOf(122, tags[s1 - 1] ?? 0, s1t, s0t)
  keys[k++] = keyOf(123, words[b0 - 1] ?? 0, b0w)
  keys[k++] = keyOf(124, s1t, tags[s1 + 1] ?? 0, s0t)
  keys[k++] = keyOf(125, words[b0 - 1] ?? 0, s0t, b0t)
  keys[k++] = keyOf(126, b1w, s0t, b0t)
  return k
}

function distance(from: number, to: number): number {
  const steps = from === 0 ? 0 : to - from
  return steps > 10 ? 7 : steps > 5 ? 6 : steps
}

/** Whether verbs, marks and joining words stand between two words, and how many at most two. */
function between({ verbs, marks, joints }: ParserInput, from: number, to: number): number {
  if (from === 0 || to - from < 2) return 0
  const count = (sums: Int32Array) => Math.min(2, (sums[to - 1] ?? 0) - (sums[from] ?? 0))
  return 1 + count(verbs) + 3 * count(marks) + 9 * count(joints)
}
