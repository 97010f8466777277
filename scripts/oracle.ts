// Which moves of the arc-hybrid system lose the fewest arcs of the right tree, from any state (Goldberg and Nivre 2013).
import { canGoLeft, canGoRight, canShift, fromTop, type ParseState, shift } from '../src/parsing/transitions.ts'

/** Lists are indexed by the number of a word, from 1; the root stands behind the last one. */
export interface GoldTree {
  readonly heads: Int32Array
  readonly relations: Int32Array
}

export function cheapestMoves(state: ParseState, gold: GoldTree, relations: number): readonly number[] {
  const word = fromTop(state, 0)
  const below = fromTop(state, 1)
  const head = gold.heads[word] ?? 0
  const relation = gold.relations[word] ?? 1
  const still = word === 0 ? 0 : dependentsAhead(state, gold, word)
  const shiftCost = canShift(state) ? lostByShift(state, gold) : Infinity
  const leftCost = canGoLeft(state)
    ? still + (head !== state.next && (head > state.next || (head === below && below > 0)) ? 1 : 0)
    : Infinity
  const rightCost = canGoRight(state) ? still + (head !== below && head >= state.next ? 1 : 0) : Infinity
  const least = Math.min(shiftCost, leftCost, rightCost)
  const any = Array.from({ length: relations }, (_, k) => k + 1)
  return [
    ...(shiftCost === least ? [shift] : []),
    ...(leftCost === least ? (head === state.next ? [relation] : any) : []),
    ...(rightCost === least ? (head === below ? [relations + relation] : any.map((k) => relations + k)) : []),
  ]
}

function dependentsAhead({ next, words }: ParseState, gold: GoldTree, word: number): number {
  let count = 0
  for (let k = next; k <= words; k++) if (gold.heads[k] === word) count++
  return count
}

/** The next word's dependents on the stack, and its head there unless that is the top. */
function lostByShift({ stack, depth, next }: ParseState, gold: GoldTree): number {
  let lost = 0
  for (let d = 0; d < depth; d++) {
    const word = stack[d] ?? 0
    if (gold.heads[word] === next) lost++
    if (gold.heads[next] === word && d < depth - 1) lost++
  }
  return lost
}
