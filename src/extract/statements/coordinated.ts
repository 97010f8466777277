import { negations } from '../../language/en/negations.ts'
import { hasFinite } from '../syntax/clauses.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Tree, TreeWord } from '../syntax/trees.ts'
import type { Unit } from './folded.ts'

/**
 * One statement for each predicate that a clause joins to another: "plans to cut 800 jobs | to close a line", "97 had died | 29 were
 * missing". They share voice. Where negation, doubt or plan of the first verb holds for the second too, both stay together, but behind "to".
 * A second verb that only goes on ("left at noon and were never seen again") is no statement of its own.
 */
export function coordinated(
  page: Page,
  tree: Tree | undefined,
  unit: Unit,
  isHedged: (words: Stretch) => boolean,
): readonly Unit[] {
  const cuts = tree ? cutsIn(page, tree, unit, isHedged) : []
  if (cuts.length === 0) return [unit]
  const edges = [{ end: unit.first, next: unit.first }, ...cuts, { end: unit.last, next: unit.last }]
  return edges.slice(1).map(({ end }, k): Unit => {
    const words = { first: edges[k]?.next ?? unit.first, last: end }
    const parts = unit.parts.filter(({ first }) => first > words.first && first < words.last)
    return { ...unit, ...words, core: coreOf(page, unit, words), parts: [words, ...parts] }
  })
}

interface Cut {
  /** Where the words before the conjunction end, and where those behind it begin. */
  readonly end: number
  readonly next: number
}

/** A sentence that joins more is a list. */
const most = 8

function cutsIn(page: Page, tree: Tree, unit: Unit, isHedged: (words: Stretch) => boolean): readonly Cut[] {
  const cuts: Cut[] = []
  for (let i = unit.first + 1; i < unit.last && cuts.length < most; i++) {
    if (page.pos(i) !== 'CCONJ' || page.quotation(i) !== page.quotation(unit.first)) continue
    if (/^(?:or|nor)$/.test(page.word(i)) || (page.word(i + 1) !== 'to' && hangsInside(tree, i))) continue
    const cut = cutAround(page, i, unit)
    const floor = cuts.at(-1)?.next ?? unit.first
    if (!isLong(page, floor, cut.end) || !isLong(page, cut.next, unit.last)) continue
    const before = { first: floor, last: cut.end }
    const behind = { first: cut.next, last: unit.last }
    const apart = opensClause(page, tree, i, behind)
      ? hasFinite(page, before.first, before.last)
      : goesOn(tree, i, before) && (ownsItsDoubt(page, tree, i, cut) || !sharesDoubt(page, tree, i, before, isHedged))
    if (apart) cuts.push(cut)
  }
  return cuts
}

/** Without the marks around the conjunction and the "that" behind it. */
function cutAround(page: Page, conjunction: number, unit: Unit): Cut {
  let end = conjunction
  let next = conjunction + 1
  while (end > unit.first && page.pos(end - 1) === 'PUNCT' && !page.quotation(end - 1)) end--
  while (next < unit.last && (page.word(next) === 'that' || page.word(next) === ',')) next++
  return { end, next }
}

/** Has what is joined a subject of its own, or does "that" open it? */
function opensClause(page: Page, tree: Tree, conjunction: number, behind: Stretch): boolean {
  if (page.word(conjunction + 1) === 'that') return hasFinite(page, behind.first, behind.last)
  const word = joinedBy(tree, conjunction)
  if (!word) return false
  if (isPredicate(tree, word)) return word.kids.some((kid) => tree.words[kid]?.relation.startsWith('nsubj'))
  // A noun that is joined to a verb is the subject of a verb that the parser has put elsewhere.
  return (
    word.relation === 'conj' &&
    tree.words[word.head]?.pos === 'VERB' &&
    isNoun.test(word.pos) &&
    hasFinite(page, tree.first + tree.words.indexOf(word) + 1, behind.last)
  )
}

const isNoun = /^(?:NOUN|PROPN|PRON)$/

/** The same one does something else to something else. */
function goesOn(tree: Tree, conjunction: number, before: Stretch): boolean {
  const word = joinedBy(tree, conjunction)
  if (word?.relation !== 'conj' || !isPredicate(tree, word) || !has(tree, word, /^(?:obj|ccomp|xcomp)/)) return false
  for (let i = before.first - tree.first; i < before.last - tree.first; i++) {
    const other = tree.words[i]
    if (other && isPredicate(tree, other) && has(tree, other, /^(?:obj|obl|ccomp|xcomp)/)) return true
  }
  return false
}

/** "who founded the firm and built the mill", "if the talks fail and the firm closes": both belong to the clause that holds them. */
function hangsInside(tree: Tree, conjunction: number): boolean {
  let word = joinedBy(tree, conjunction)
  for (let steps = 0; word && steps < 30; steps++) {
    if (/^(?:acl|advcl)/.test(word.relation)) return true
    word = tree.words[word.head]
  }
  return false
}

/** An auxiliary of its own, or "to" under the verb that governs both, by which the whole is judged. */
function ownsItsDoubt(page: Page, tree: Tree, conjunction: number, { next }: Cut): boolean {
  const word = joinedBy(tree, conjunction)
  return page.word(next) === 'to' || (word !== undefined && has(tree, word, /^aux/))
}

/** "did not mend or tell", "allegedly broke in and took", "plans to cut and close": what leads to the first verb leads to both. */
function sharesDoubt(
  page: Page,
  tree: Tree,
  conjunction: number,
  before: Stretch,
  isHedged: (words: Stretch) => boolean,
): boolean {
  const word = joinedBy(tree, conjunction)
  const lead = { first: before.first, last: Math.min(before.last, tree.first + (word?.head ?? 0) + 1) }
  if (isHedged(lead)) return true
  for (let i = lead.first; i < lead.last; i++)
    if (negations.has(page.word(i)) || modals.test(page.word(i)) || page.word(i) === 'to') return true
  return false
}

const modals = /^(?:may|might|can|could|will|would|shall|should|must|'ll|’ll)$/

const joinedBy = (tree: Tree, conjunction: number): TreeWord | undefined =>
  tree.words[tree.words[conjunction - tree.first]?.head ?? -1]

const isPredicate = ({ words }: Tree, word: TreeWord): boolean =>
  word.pos === 'VERB' || word.pos === 'AUX' || word.kids.some((kid) => words[kid]?.relation === 'cop')

const has = ({ words }: Tree, word: TreeWord, relation: RegExp): boolean =>
  word.kids.some((kid) => relation.test(words[kid]?.relation ?? ''))

const shortest = 15

const isLong = (page: Page, first: number, last: number): boolean =>
  (page.tokens[last - 1]?.end ?? 0) - (page.tokens[first]?.start ?? 0) >= shortest

/** "plans to cut jobs and [to close a line]" is judged from where the plan begins, a verb of its own by itself. */
function coreOf(page: Page, { first, core }: Unit, words: Stretch): Stretch {
  if (words.first > first) return page.word(words.first) === 'to' ? { first: core.first, last: words.last } : words
  return { first: core.first, last: Math.max(Math.min(core.last, words.last), core.first + 1) }
}
