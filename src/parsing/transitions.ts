/**
 * The state of a parse after some moves of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
 *
 * Words are numbered from 1; 0 is nothing, and the root of the tree stands behind the last word. The words from `next` on are not read
 * yet; those on the stack wait for a head. Lists are indexed by the number of a word.
 */
export interface ParseState {
  readonly words: number
  readonly root: number
  readonly stack: Int32Array
  depth: number
  next: number
  readonly heads: Int32Array
  /** Relation to the head, counted from 1. */
  readonly relations: Int32Array
  /** The outermost dependents on each side, and those next to them; how many there are; which relations they have, as a hash. */
  readonly left: Int32Array
  readonly left2: Int32Array
  readonly right: Int32Array
  readonly right2: Int32Array
  readonly leftCount: Int32Array
  readonly rightCount: Int32Array
  readonly leftSet: Int32Array
  readonly rightSet: Int32Array
}

export function openState(words: number): ParseState {
  const list = () => new Int32Array(words + 2)
  return {
    words,
    root: words + 1,
    stack: list(),
    depth: 0,
    next: 1,
    heads: list(),
    relations: list(),
    left: list(),
    left2: list(),
    right: list(),
    right2: list(),
    leftCount: list(),
    rightCount: list(),
    leftSet: list(),
    rightSet: list(),
  }
}

/** Moves are numbered: 0 puts the next word on the stack; then come the relations to the next word, then those to the word below. */
export const shift = 0

/** The `below`th word from the top of the stack, 0 the top itself. */
export const fromTop = (state: ParseState, below: number): number => state.stack[state.depth - 1 - below] ?? 0

/** A tree has one root: at the end, all but one word on the stack go to the word below. */
export const canShift = (state: ParseState): boolean => state.next < state.root
export const canGoLeft = (state: ParseState): boolean =>
  state.depth > 0 && (state.next < state.root || state.depth === 1)
export const canGoRight = (state: ParseState): boolean => state.depth > 1
export const isDone = (state: ParseState): boolean => state.next === state.root && state.depth === 0

/** Makes a move, given how many relations there are. */
export function move(state: ParseState, which: number, relations: number): void {
  if (which === shift) {
    state.stack[state.depth++] = state.next++
    return
  }
  const word = fromTop(state, 0)
  const goesLeft = which <= relations
  const head = goesLeft ? state.next : fromTop(state, 1)
  const relation = goesLeft ? which : which - relations
  state.depth--
  state.heads[word] = head
  state.relations[word] = relation
  const [first, second, count, set] = goesLeft
    ? [state.left, state.left2, state.leftCount, state.leftSet]
    : [state.right, state.right2, state.rightCount, state.rightSet]
  second[head] = first[head] ?? 0
  first[head] = word
  count[head] = (count[head] ?? 0) + 1
  set[head] = (set[head] ?? 0) | (1 << (relation % 31))
}
