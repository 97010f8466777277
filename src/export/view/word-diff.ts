import { diffArrays } from 'diff'

/** A stretch of one quotation, and whether the other one lacks it. */
export interface DiffRun {
  readonly text: string
  readonly changed: boolean
}

export interface WordDiff {
  readonly before: readonly DiffRun[]
  readonly after: readonly DiffRun[]
}

/**
 * Two quotations word by word: what the first lost and what the second has instead. Joined, the runs give back the quotations.
 * Where little is left of the first one, only its figures are marked: everything else would be marked, and nothing would stand out.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const [a, b] = [pieces(before), pieces(after)]
  const changes = diffArrays(a, b, { comparator: sameWord, maxEditLength: MOST_EDITS })
  if (!changes) return { before: figuresOf(a), after: figuresOf(b) }
  const [left, right]: [DiffRun[], DiffRun[]] = [[], []]
  let [i, j, kept] = [0, 0, 0]
  changes.forEach(({ added, removed, count }, index) => {
    const same = !added && !removed
    const lonely = same && isLonely(a.slice(i, i + count), changes[index - 1], changes[index + 1])
    if (!added) left.push(...run(a.slice(i, i + count), removed || lonely))
    if (!removed) right.push(...run(b.slice(j, j + count), added || lonely))
    if (same && !lonely) kept += count
    if (!added) i += count
    if (!removed) j += count
  })
  const words = Math.min(a.length, b.length)
  if (kept * 4 < words && [...a, ...b].some(hasDigit)) return { before: figuresOf(a), after: figuresOf(b) }
  return { before: joined(left), after: joined(right) }
}

/** Beyond this many words lost or won, two quotations have little in common and are shown whole. Keeps a hostile text quick. */
const MOST_EDITS = 400

/** Words and single marks, each with the white space after it. */
function pieces(text: string): string[] {
  return text.match(/^\s+|(?:[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|[^\s])\s*/gu) ?? []
}

function sameWord(a: string, b: string): boolean {
  return a.trimEnd().toLowerCase() === b.trimEnd().toLowerCase()
}

/** A single small word both happen to share ("of", "the") between two changes is part of the change. */
function isLonely(words: readonly string[], before: unknown, after: unknown): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    words.length === 1 &&
    (words[0] ?? '').trim().length <= 4 &&
    !hasDigit(words[0] ?? '')
  )
}

function figuresOf(words: readonly string[]): readonly DiffRun[] {
  const all = words.some(hasDigit) ? words.flatMap((word) => run([word], hasDigit(word))) : run(words, true)
  return joined(all)
}

function hasDigit(word: string): boolean {
  return /\d/.test(word)
}

/** Neighbours of one kind as one run; white space between two changed runs is theirs. */
function joined(runs: readonly DiffRun[]): readonly DiffRun[] {
  const made: DiffRun[] = []
  runs.forEach(({ text, changed }, index) => {
    const inner = !text.trim() && (made.at(-1)?.changed ?? false) && (runs[index + 1]?.changed ?? false)
    const last = made.at(-1)
    const kind = changed || inner
    if (last && last.changed === kind) made[made.length - 1] = { text: last.text + text, changed: kind }
    else made.push({ text, changed: kind })
  })
  return made
}

/** The white space that ends a changed run belongs to neither side. */
function run(words: readonly string[], changed: boolean): readonly DiffRun[] {
  const text = words.join('')
  const trimmed = text.trimEnd()
  if (!changed || trimmed === text) return text ? [{ text, changed }] : []
  return [
    { text: trimmed, changed },
    { text: text.slice(trimmed.length), changed: false },
  ]
}
