/**
 * The heads of `n` words in the tree with the highest sum of scores among all trees whose arcs do not cross and that have one root
 * (Eisner 1996): places, -1 for the root. `scores[word * (n + 1) + head]` has heads counted from 1, and the root as 0. Cubic in the number
 * of words; the first of equals.
 */
export function bestTree(scores: Float32Array, n: number): Int32Array {
  const wished = bestHeads(scores, n)
  if (isTree(wished)) return wished
  const chart = chartOf(n)
  const width = n + 1
  const { leftDone, rightDone, leftOpen, rightOpen, joint, leftSplit, rightSplit } = chart
  for (let i = 0; i < n; i++) leftDone[i * n + i] = rightDone[i * n + i] = 0
  for (let span = 1; span < n; span++) {
    for (let i = 0; i + span < n; i++) {
      const j = i + span
      const at = i * n + j
      // An arc between i and j: the words between them hang on either, split in two at the best place.
      let most = -Infinity
      let where = i
      for (let k = i; k < j; k++) {
        const sum = (rightDone[i * n + k] ?? 0) + (leftDone[j * n + k + 1] ?? 0)
        if (sum > most) {
          most = sum
          where = k
        }
      }
      joint[at] = where
      leftOpen[j * n + i] = most + (scores[i * width + j + 1] ?? 0)
      rightOpen[at] = most + (scores[j * width + i + 1] ?? 0)
      // All that hangs on i to its right, up to j.
      most = -Infinity
      for (let k = i + 1; k <= j; k++) {
        const sum = (rightOpen[i * n + k] ?? 0) + (rightDone[k * n + j] ?? 0)
        if (sum > most) {
          most = sum
          where = k
        }
      }
      rightDone[at] = most
      rightSplit[at] = where
      // All that hangs on j to its left, down to i.
      most = -Infinity
      for (let k = i; k < j; k++) {
        const sum = (leftDone[k * n + i] ?? 0) + (leftOpen[j * n + k] ?? 0)
        if (sum > most) {
          most = sum
          where = k
        }
      }
      leftDone[j * n + i] = most
      leftSplit[at] = where
    }
  }
  let root = 0
  let most = -Infinity
  for (let r = 0; r < n; r++) {
    const sum = (leftDone[r * n] ?? 0) + (rightDone[r * n + n - 1] ?? 0) + (scores[r * width] ?? 0)
    if (sum > most) {
      most = sum
      root = r
    }
  }
  const heads = new Int32Array(n).fill(-1)
  hangRight(chart, n, root, n - 1, heads)
  hangLeft(chart, n, 0, root, heads)
  return heads
}

/** The best head of each word by itself. Where these make a tree, no other has a higher sum: so it is for two sentences in three. */
function bestHeads(scores: Float32Array, n: number): Int32Array {
  const heads = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const row = i * (n + 1)
    let best = 0
    for (let k = 1; k <= n; k++) if (k !== i + 1 && (scores[row + k] ?? 0) > (scores[row + best] ?? 0)) best = k
    heads[i] = best - 1
  }
  return heads
}

/** One root below which all hang, and no crossing arcs: then a walk that reads what hangs left, the word, what hangs right meets the words in order. */
function isTree(heads: Int32Array): boolean {
  const n = heads.length
  // Words with the same head, each naming the next one; the first of them stands with the head, counted from 1, and the root's with 0.
  const first = new Int32Array(n + 1).fill(-1)
  const next = new Int32Array(n)
  for (let i = n - 1; i >= 0; i--) {
    const head = (heads[i] ?? -1) + 1
    next[i] = first[head] ?? -1
    first[head] = i
  }
  let met = 0
  const inOrder = (word: number): boolean => {
    let kid = first[word + 1] ?? -1
    for (; kid >= 0 && kid < word; kid = next[kid] ?? -1) if (!inOrder(kid)) return false
    if (met++ !== word) return false
    for (; kid >= 0; kid = next[kid] ?? -1) if (!inOrder(kid)) return false
    return true
  }
  const root = first[0] ?? -1
  return root >= 0 && (next[root] ?? -1) < 0 && inOrder(root) && met === n
}

/** Sums of the best parts so far; "done" parts take no more words, "open" ones end with an arc. Left ones are indexed [head][end]. */
interface Chart {
  readonly leftDone: Float64Array
  readonly rightDone: Float64Array
  readonly leftOpen: Float64Array
  readonly rightOpen: Float64Array
  readonly joint: Int16Array
  readonly leftSplit: Int16Array
  readonly rightSplit: Int16Array
}

let last: Chart | undefined

/** Every place of a chart that is read was written for the same tree, so one chart serves many. */
function chartOf(n: number): Chart {
  const size = n * n
  if (last && last.joint.length >= size) return last
  const room = size * 2
  last = {
    leftDone: new Float64Array(room),
    rightDone: new Float64Array(room),
    leftOpen: new Float64Array(room),
    rightOpen: new Float64Array(room),
    joint: new Int16Array(room),
    leftSplit: new Int16Array(room),
    rightSplit: new Int16Array(room),
  }
  return last
}

/** Follows the splits of all that hangs on `i` to its right, up to `j`. */
function hangRight(chart: Chart, n: number, i: number, j: number, heads: Int32Array): void {
  if (i === j) return
  const kid = chart.rightSplit[i * n + j] ?? 0
  heads[kid] = i
  const joint = chart.joint[i * n + kid] ?? 0
  hangRight(chart, n, i, joint, heads)
  hangLeft(chart, n, joint + 1, kid, heads)
  hangRight(chart, n, kid, j, heads)
}

function hangLeft(chart: Chart, n: number, i: number, j: number, heads: Int32Array): void {
  if (i === j) return
  const kid = chart.leftSplit[i * n + j] ?? 0
  heads[kid] = j
  const joint = chart.joint[kid * n + j] ?? 0
  hangLeft(chart, n, i, kid, heads)
  hangRight(chart, n, kid, joint, heads)
  hangLeft(chart, n, joint + 1, j, heads)
}
