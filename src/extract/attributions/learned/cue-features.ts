import { keyOf } from '../../../parsing/linear-model.ts'
import { wordForm } from '../../../parsing/word-forms.ts'
import { fnv1a } from '../../../text/words.ts'
import type { Scene } from './scene.ts'
import { relationCode, type Tree } from './tree.ts'

/** No cue has more features than this. */
export const mostCueKeys = 128

/** Writes what is seen of a word that may hand on speech into `keys`; returns how many. */
export function cueKeys(scene: Scene, at: number, keys: Int32Array): number {
  const { page } = scene
  const tree = scene.tree(at)
  const node = tree.node(at)
  if (!node) return 0
  let count = 0
  const { lemma, relation } = node
  const put = (template: number, a: number, b = 0, c = 0): void => {
    if (count < mostCueKeys) keys[count++] = keyOf(template, a, b, c)
  }
  /** Alone, with the word, and with what kind of word it is. */
  const both = (template: number, a: number, b = 0): void => {
    put(template, a, b)
    put(template + 1, a, b, lemma)
    put(template + 2, a, b, node.form.broad)
  }
  put(0, 1)
  put(1, lemma)
  put(2, node.form.lower)
  put(3, node.form.lower, node.fine)
  put(4, node.form.cluster)
  put(5, node.form.broad, node.fine)
  both(6, node.fine)
  both(9, relation)
  const head = tree.node(node.head)
  both(12, head?.lemma ?? 1)
  both(15, head?.pos ?? 1, relation)
  for (const [k, i] of [at - 2, at - 1, at + 1, at + 2].entries()) {
    const near = wordForm(i >= tree.first && i < tree.last ? page.word(i) : '')
    both(18 + 6 * k, near.lower)
    both(21 + 6 * k, near.broad, tree.node(i)?.pos ?? 0)
  }
  children(tree, at, both)
  const quoted = page.quotation(at)
  both(60, quoted ? 1 : 0, quotationNear(scene, tree, at))
  const rule = scene.byRule(at)
  both(63, rule ? fnv1a(rule.rule) : 0)
  both(66, rule ? 1 + Math.min(2, rule.content.length) : 0, rule ? (rule.source.length > 0 ? 1 : 2) : 0)
  both(69, scene.inContent(at) ? 1 : 0)
  both(72, Math.min(3, at - tree.first), Math.min(3, tree.last - at))
  both(75, page.sentences[page.tokens[at]?.sentence ?? -1]?.headline ? 1 : 0)
  return count
}

type Put = (template: number, a: number, b?: number) => void

const [nsubj, aux] = [relationCode('nsubj'), relationCode('aux')]

function children(tree: Tree, at: number, both: Put): void {
  let seen = 0
  let mask = 0
  for (const child of tree.children(at)) {
    const node = tree.node(child)
    if (!node) continue
    const side = child < at ? 0 : 1
    both(42, node.relation, side)
    both(45, node.relation, node.form.broad)
    if (node.relation === nsubj) {
      both(48, node.form.cluster)
      both(51, node.pos, side)
    }
    if (node.relation === aux) both(54, node.lemma)
    mask = (Math.imul(mask, 31) + node.relation * 2 + side) | 0
    seen++
  }
  both(57, mask, seen)
}

/** Where the quotation nearest to the word stands in its sentence: 0 for none, else before, after, or right beside it. */
function quotationNear({ page }: Scene, tree: Tree, at: number): number {
  let found = 0
  for (let i = Math.max(tree.first, at - 12); i < at; i++) if (page.quotation(i) && !page.quotation(at)) found |= 1
  for (let i = at + 1; i < Math.min(tree.last, at + 12); i++) if (page.quotation(i) && !page.quotation(at)) found |= 2
  return found
}
