import { keyOf } from '../../../parsing/linear-model.ts'
import { wordForm } from '../../../parsing/word-forms.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import type { Draft } from '../draft.ts'
import type { Scene } from './scene.ts'
import type { Node, Tree } from './tree.ts'

/** What is looked for, in the order in which it is. */
export const roles = ['cue', 'left', 'right', 'source'] as const
export type Role = (typeof roles)[number]

/** What is known of a report while its parts are looked for. `last` is half-open. */
export interface Partial {
  readonly head: number
  readonly cue: Stretch
  readonly left: Stretch | undefined
  readonly right: Stretch | undefined
}

/** No place has more features than this. */
export const mostSpanKeys = 128

/** The place that means that there is no such part. */
export const nowhere = -1

/**
 * Writes what is seen of a place where a part of the report may begin (`first` undefined) or end with its last token (`first` given)
 * into `keys`; returns how many.
 */
export function spanKeys(
  scene: Scene,
  role: Role,
  part: Partial,
  first: number | undefined,
  at: number,
  keys: Int32Array,
): number {
  const { page } = scene
  const base = 100 + 80 * (2 * roles.indexOf(role) + (first === undefined ? 0 : 1))
  const tree = scene.tree(part.head)
  const head = tree.node(part.head)
  let count = 0
  const put = (template: number, a: number, b = 0, c = 0): void => {
    if (count < mostSpanKeys) keys[count++] = keyOf(base + template, a, b, c)
  }
  const lemma = head?.lemma ?? 0
  const kind = (head?.relation ?? 0) * 64 + ((head?.fine ?? 0) & 63)
  /** Alone, with the cue's word, with the cue's kind of word and place in the clause. */
  const all = (template: number, a: number, b = 0): void => {
    put(template, a, b)
    put(template + 1, a, b, lemma)
    put(template + 2, a, b, kind)
  }
  const found = (part.left ? 1 : 0) + (part.right ? 2 : 0)
  const rule = scene.byRule(part.head)
  if (at === nowhere) {
    put(0, 1, found)
    put(1, lemma, found)
    put(2, kind, found)
    put(3, head?.form.broad ?? 0, found)
    put(4, ruledPart(rule, role, part) ? 1 : 0, rule ? 1 : 0, found)
    after(scene, part, put)
    return count
  }
  const near = { node: tree.node(at), form: wordForm(page.word(at)) }
  const before = wordForm(at - 1 >= tree.first ? page.word(at - 1) : '')
  const next = wordForm(at + 1 < tree.last ? page.word(at + 1) : '')
  all(5, near.form.lower)
  all(8, near.node?.fine ?? 0, near.node?.relation ?? 0)
  all(11, before.lower)
  all(14, next.lower)
  put(17, before.lower, near.form.lower)
  put(18, near.form.lower, next.lower)
  put(19, near.form.broad, tree.node(at - 1)?.pos ?? 0, tree.node(at + 1)?.pos ?? 0)
  const phrase = first === undefined ? tree.opener(at) : tree.closer(at)
  const top = tree.node(phrase)
  all(20, pathTo(tree, phrase, part.head), top?.relation ?? 0)
  all(23, top?.head === part.head ? 1 : top?.head === head?.head ? 2 : phrase === part.head ? 3 : 0, top?.relation ?? 0)
  all(26, distance(part.cue, at))
  all(29, marksBetween(scene, part.cue, at))
  all(32, quotedness(scene, at, part.head), at === tree.first ? 1 : at === tree.last - 1 ? 2 : at < tree.first ? 3 : 4)
  all(35, ruleSays(rule, role, first === undefined, at, part))
  put(38, found, distance(part.cue, at))
  put(39, top?.form.broad ?? 0, top?.relation ?? 0, kind)
  put(40, top?.lemma ?? 0, first === undefined ? 0 : 1)
  put(41, top?.form.cluster ?? 0, top?.relation ?? 0)
  if (first === undefined) return count
  const opener = tree.opener(first)
  all(42, phraseFit(tree, first, at))
  all(45, Math.min(6, at - first), top?.relation ?? 0)
  all(48, marksWithin(scene, first, at), tree.node(at + 1)?.pos ?? 0)
  put(51, opener === phrase ? 1 : 0, top?.relation ?? 0, next.lower)
  put(52, tree.node(first)?.fine ?? 0, near.node?.fine ?? 0, tree.node(at + 1)?.fine ?? 0)
  put(53, quotedness(scene, first, part.head), quotedness(scene, at, part.head), next.lower)
  all(54, at + 1 === part.cue.first ? 1 : at + 1 === (part.right?.first ?? -9) ? 2 : at + 2 === part.cue.first ? 3 : 0)
  put(57, tree.node(opener)?.relation ?? 0, top?.relation ?? 0, next.lower)
  const verbs = Math.min(2, tree.verbsBefore(at + 1) - tree.verbsBefore(first))
  const more = Math.min(2, tree.verbsBefore(tree.last) - tree.verbsBefore(at + 1))
  const second = tree.node(at + 2)
  put(64, next.lower, second?.form.lower ?? 0)
  put(65, next.lower, second?.fine ?? 0, more)
  all(66, verbs * 3 + more, tree.node(at + 1)?.pos ?? 0)
  put(69, verbs, lemma, next.lower)
  put(70, next.lower, second?.fine ?? 0, tree.node(at + 3)?.fine ?? 0)
  put(58, outside(tree, tree.node(at + 1), first), next.lower)
  return count
}

type Put = (template: number, a: number, b?: number, c?: number) => void

/** What follows and leads the cue tells whether there is such a part at all. */
function after({ page }: Scene, { cue, head }: Partial, put: Put): void {
  put(60, wordForm(page.word(cue.last)).lower)
  put(61, wordForm(page.word(cue.first - 1)).lower)
  put(62, wordForm(page.word(cue.last)).lower, wordForm(page.word(head)).lower)
  put(63, wordForm(page.word(cue.first - 1)).lower, wordForm(page.word(head)).lower)
}

/** Is the word behind the end part of a phrase that began inside? */
const outside = (tree: Tree, next: Node | undefined, first: number): number =>
  !next ? 0 : next.head < first ? 1 : tree.node(next.head) === undefined ? 2 : next.relation + 3

/** The relations up from a word to what also holds the cue, and how far down the cue is from there. */
function pathTo(tree: Tree, from: number, cue: number): number {
  let path = 17
  let at = from
  for (let steps = 0; steps < 5; steps++) {
    const node = tree.node(at)
    if (!node) return path
    if (node.left <= cue && cue <= node.right) return Math.imul(path, 31) + down(tree, at, cue)
    path = (Math.imul(path, 67) + node.relation) | 0
    at = node.head
  }
  return path
}

function down(tree: Tree, from: number, to: number): number {
  let at = to
  let path = 5
  for (let steps = 0; steps < 4 && at !== from && at >= 0; steps++) {
    const node = tree.node(at)
    path = (Math.imul(path, 61) + (node?.relation ?? 0)) | 0
    at = node?.head ?? -1
  }
  return path
}

/** In how far the stretch is one phrase: which word holds it, and whether that word's phrase is wider. */
function phraseFit(tree: Tree, first: number, last: number): number {
  const opener = tree.node(tree.opener(first))
  if (!opener) return 0
  if (opener.right === last) return 1 + opener.relation
  let at = first
  for (let steps = 0; steps < 8; steps++) {
    const node = tree.node(at)
    if (!node || node.left < first) return opener.right > last ? 200 : 300
    if (node.right === last) return 100 + node.relation
    at = node.head
  }
  return 400
}

/** Words between the cue and a place, in steps, with a sign. */
function distance(cue: Stretch, at: number): number {
  const far = at < cue.first ? at - cue.first : at - cue.last + 1
  const size = Math.abs(far)
  return Math.sign(far) * (size < 4 ? size : size < 7 ? 4 : size < 12 ? 5 : size < 20 ? 6 : size < 40 ? 7 : 8)
}

function marksBetween({ page }: Scene, cue: Stretch, at: number): number {
  const [from, to] = at < cue.first ? [at, cue.first] : [cue.last, at]
  let found = 0
  for (let i = Math.max(from, to - 60); i < to && found < 4; i++) if (/^[,;:—–]$/.test(page.word(i))) found++
  return found * 2 + (at < cue.first ? 0 : 1)
}

function marksWithin({ page }: Scene, first: number, last: number): number {
  let found = 0
  for (let i = Math.max(first, last - 60); i <= last && found < 4; i++) if (/^[,;:—–]$/.test(page.word(i))) found++
  return found
}

/** How a place lies to quotations: first of one, last of one, inside, right behind one, and whether the cue is in the same one. */
function quotedness({ page }: Scene, at: number, head: number): number {
  const quotation = page.quotation(at)
  if (!quotation) return page.quotation(at - 1) ? 1 : page.quotation(at + 1) ? 2 : 0
  const place = quotation.first === at ? 3 : quotation.last - 1 === at ? 4 : 5
  return place + (page.quotation(head) === quotation ? 8 : 0)
}

/** The stretch that the rules take for a part. */
export function ruledPart(rule: Draft | undefined, role: Role, { head, cue }: Partial): Stretch | undefined {
  if (!rule) return undefined
  if (role === 'cue') return rule.cue.find(({ first, last }) => first <= head && head < last)
  if (role === 'source') return rule.source[0]
  const parts = rule.content.filter(({ first }) => (role === 'left' ? first < cue.first : first >= cue.last))
  const [opening, closing] = [parts[0], parts.at(-1)]
  return opening && closing ? { first: opening.first, last: closing.last } : undefined
}

function ruleSays(rule: Draft | undefined, role: Role, begins: boolean, at: number, part: Partial): number {
  if (!rule) return 0
  const ruled = ruledPart(rule, role, part)
  if (!ruled) return 1
  const there = begins ? ruled.first : ruled.last - 1
  return there === at ? 2 : at < there ? 3 : 4
}
