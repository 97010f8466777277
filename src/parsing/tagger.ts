import { keyOf, type LinearModel } from './linear-model.ts'
import { type WordForm, wordForm } from './word-forms.ts'

/**
 * Gives every word of one sentence the place of its tag in a list of tags, from left to right: what was decided for the two words before
 * counts for the next one.
 */
export function tagForms(model: LinearModel, tags: number, forms: readonly WordForm[]): Uint8Array {
  const found = new Uint8Array(forms.length)
  const scores = new Int32Array(tags)
  const keys = new Int32Array(mostKeys)
  for (let i = 0; i < forms.length; i++) {
    model.score(keys, tagKeys(forms, found, i, keys), scores)
    found[i] = best(scores)
  }
  return found
}

/** Room for the keys of one word. */
export const mostKeys = 64

/** Writes the keys of all that is looked at to tag one word, and tells how many they are. */
export function tagKeys(forms: readonly WordForm[], tags: Uint8Array, i: number, keys: Int32Array): number {
  const w = forms[i] ?? outside
  const p = forms[i - 1] ?? outside
  const pp = forms[i - 2] ?? outside
  const n = forms[i + 1] ?? outside
  const nn = forms[i + 2] ?? outside
  const t = i > 0 ? 1 + (tags[i - 1] ?? 0) : 0
  const tt = i > 1 ? 256 + (tags[i - 2] ?? 0) : 0
  const first = i === 0 ? 1 : 0
  let k = 0
  keys[k++] = keyOf(0, 0)
  keys[k++] = keyOf(1, w.lower)
  keys[k++] = keyOf(2, w.exact)
  keys[k++] = keyOf(3, w.ends[0])
  keys[k++] = keyOf(4, w.ends[1])
  keys[k++] = keyOf(5, w.ends[2])
  keys[k++] = keyOf(6, w.ends[3])
  keys[k++] = keyOf(7, w.begins[0])
  keys[k++] = keyOf(8, w.begins[1])
  keys[k++] = keyOf(9, w.begins[2])
  keys[k++] = keyOf(10, w.shape, first)
  keys[k++] = keyOf(11, w.cluster)
  keys[k++] = keyOf(12, w.broad)
  keys[k++] = keyOf(13, w.broader)
  keys[k++] = keyOf(14, w.broader, w.ends[1])
  keys[k++] = keyOf(15, w.shape, w.ends[2])
  keys[k++] = keyOf(16, p.lower)
  keys[k++] = keyOf(17, pp.lower)
  keys[k++] = keyOf(18, n.lower)
  keys[k++] = keyOf(19, nn.lower)
  keys[k++] = keyOf(20, t)
  keys[k++] = keyOf(21, tt)
  keys[k++] = keyOf(22, t, tt)
  keys[k++] = keyOf(23, t, w.lower)
  keys[k++] = keyOf(24, p.lower, w.lower)
  keys[k++] = keyOf(25, w.lower, n.lower)
  keys[k++] = keyOf(26, n.ends[2])
  keys[k++] = keyOf(27, n.ends[1])
  keys[k++] = keyOf(28, p.ends[2])
  keys[k++] = keyOf(29, n.cluster)
  keys[k++] = keyOf(30, n.broad)
  keys[k++] = keyOf(31, p.cluster)
  keys[k++] = keyOf(32, p.broad)
  keys[k++] = keyOf(33, t, w.ends[2])
  keys[k++] = keyOf(34, t, w.broad)
  keys[k++] = keyOf(35, t, n.broad)
  keys[k++] = keyOf(36, n.shape, w.shape)
  keys[k++] = keyOf(37, p.shape, w.shape)
  keys[k++] = keyOf(38, t, w.shape)
  keys[k++] = keyOf(39, t, n.lower)
  keys[k++] = keyOf(40, t, tt, w.lower)
  keys[k++] = keyOf(41, t, w.ends[1], n.ends[1])
  keys[k++] = keyOf(42, nn.broad)
  keys[k++] = keyOf(43, t, n.lower, w.lower)
  keys[k++] = keyOf(44, n.lower, nn.lower)
  keys[k++] = keyOf(45, w.broad, n.broad)
  keys[k++] = keyOf(46, w.shape, w.cluster)
  keys[k++] = keyOf(47, w.shape, w.broader, first)
  keys[k++] = keyOf(48, w.shape, p.shape, n.shape)
  keys[k++] = keyOf(49, w.shape, w.broad, t)
  keys[k++] = keyOf(50, w.shape, w.ends[1], t)
  return k
}

/** Stands before the first word and behind the last one. */
const outside: WordForm = wordForm('')

/** The class with the highest score; the first of equals. */
export function best(scores: Int32Array | Float64Array): number {
  let winner = 0
  for (let kind = 1; kind < scores.length; kind++) if ((scores[kind] ?? 0) > (scores[winner] ?? 0)) winner = kind
  return winner
}
