import { claimedThings, lengthsOfTime, namingVerbs } from '../../language/en/hedges.ts'
import type { Tree, TreeWord } from '../syntax/trees.ts'

/**
 * Does a word that has other senses stand in the one that weakens? "Lime may be called quicklime", "errors appear on every page" and
 * "she claimed the prize" leave nothing open. Words that have no such sense always do.
 */
export function weakens(tree: Tree, at: number): boolean {
  const word = tree.words[at]
  return !word || (senses.get(word.lower)?.(tree, word) ?? true)
}

/** "is often described as a fraud", "has been hailed": a judgement that is passed by nobody, and still stands. "By" names who passed it. */
export function judgesUnnamed({ words }: Tree, at: number): boolean {
  const verb = words[at]
  if (verb?.fine !== 'VBN') return false
  const kids = kidsOf(words, verb)
  const stands = kids.some(({ relation, lower }) => relation === 'aux:pass' && /^(?:is|are|been|'s|'re)$/.test(lower))
  return stands && !namesAgent(words, verb)
}

const namesAgent = (words: readonly TreeWord[], verb: TreeWord): boolean =>
  kidsOf(words, verb).some((kid) =>
    kidsOf(words, kid).some(({ relation, lower }) => relation === 'case' && lower === 'by'),
  )

const senses: ReadonlyMap<string, (tree: Tree, word: TreeWord) => boolean> = new Map([
  ...entries('may might could', leavesOpen),
  ...entries('appear appears appeared', seemsSo),
  ...entries('suggest suggests suggested suggesting', holdsThat),
  ...entries('claim claims claimed claiming', laysNoClaim),
  ...entries('few several some', countsThings),
  ...entries('most', countsPeople),
  ...entries('others', standsAlone),
  ...entries('potential', isAdjective),
  ...entries('possible', isOpen),
  ...entries('considered regarded said', isPassive),
  ...entries('many', isNoMeasure),
])

function entries<T>(words: string, value: T): readonly (readonly [string, T])[] {
  return words.split(' ').map((word) => [word, value] as const)
}

/** Not a wish ("so that they may rest") and not what a thing is called ("may be termed"); "may be found" is open. */
function leavesOpen({ words }: Tree, modal: TreeWord): boolean {
  const verb = words[modal.head]
  if (!verb) return true
  const kids = kidsOf(words, verb)
  if (kids.some(({ relation, lemma }) => relation === 'aux' && lemma === 'have')) return true
  // "so that they may rest", "That all may be one": wishes.
  const wish = verb.relation === 'advcl' || verb.relation === 'root'
  if (wish && kids.some(({ relation, lower }) => relation === 'mark' && lower === 'that')) return false
  if (kids.some(({ relation }) => relation === 'compound:prt')) return true
  return !(kids.some(({ relation }) => relation === 'aux:pass') && namingVerbs.has(verb.lemma))
}

/** "appears to be", "it appears that", "appeared calm"; not "appears on the wall". */
function seemsSo({ words }: Tree, verb: TreeWord): boolean {
  return kidsOf(words, verb).some(({ relation }) => /^(?:xcomp|ccomp|csubj|expl|advcl)$/.test(relation))
}

/** "the figures suggest that", "it was suggested"; not "she suggested a walk", "he suggests waiting". */
function holdsThat({ words }: Tree, verb: TreeWord): boolean {
  const kids = kidsOf(words, verb)
  if (kids.some(({ relation }) => relation === 'ccomp' || relation === 'aux:pass')) return true
  if (kids.some(({ relation, fine }) => relation === 'xcomp' && fine === 'VBG')) return false
  return !kids.some(({ relation, pos }) => relation === 'nsubj' && (pos === 'PROPN' || pos === 'PRON'))
}

function laysNoClaim({ words }: Tree, verb: TreeWord): boolean {
  return !kidsOf(words, verb).some(({ relation, lemma }) => relation === 'obj' && claimedThings.has(lemma))
}

/** Not "a few years", "several times": how long and how often. */
function countsThings({ words }: Tree, word: TreeWord): boolean {
  return !(word.relation === 'amod' && lengthsOfTime.has(words[word.head]?.lemma ?? ''))
}

/** Not "most of the time", "most of his life". */
function countsPeople({ words }: Tree, word: TreeWord): boolean {
  return !kidsOf(words, word).some(({ relation, lemma }) => relation === 'nmod' && lengthsOfTime.has(lemma))
}

/** "others say", not the end of a list, a number or those who are left: "mills, barns and others", "two others", "the others". */
function standsAlone({ words }: Tree, word: TreeWord): boolean {
  return word.relation !== 'conj' && !kidsOf(words, word).some(({ relation }) => /^(?:nummod|det|case)$/.test(relation))
}

function isAdjective(_: Tree, word: TreeWord): boolean {
  return word.pos === 'ADJ'
}

/** Not "as soon as possible", "where possible". */
function isOpen({ words }: Tree, word: TreeWord): boolean {
  return !/^(?:as|where|wherever|if|when|whenever)$/.test(words[words.indexOf(word) - 1]?.lower ?? '')
}

/** "is considered lost"; not "she considered it", "was considered by the council": there the voice is named. */
function isPassive({ words }: Tree, word: TreeWord): boolean {
  return word.fine !== 'VBD' && !namesAgent(words, word)
}

/** Not "as many as possible", "as many seats as before". */
function isNoMeasure({ words }: Tree, word: TreeWord): boolean {
  return words[words.indexOf(word) - 1]?.lower !== 'as'
}

const kidsOf = (words: readonly TreeWord[], word: TreeWord): readonly TreeWord[] =>
  word.kids.flatMap((kid) => words[kid] ?? [])
