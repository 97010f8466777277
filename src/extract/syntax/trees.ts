import type { Token } from '../../model/sentence.ts'
import type { ParsedWord } from '../../parsing/parse.ts'
import type { Page } from './page.ts'
import { parsed as parsedWords } from './parsed.ts'

/** One sentence as a tree. Places count from the first token of the sentence. */
export interface Tree {
  /** Index of the sentence's first token. */
  readonly first: number
  readonly words: readonly TreeWord[]
  readonly root: number
}

export interface TreeWord extends ParsedWord {
  /** The word in lower case. */
  readonly lower: string
  /** What hangs on it, in the order of the text. */
  readonly kids: readonly number[]
  /** Where the words that it holds together begin and end, half-open: a tree has no crossing arcs. */
  readonly from: number
  readonly to: number
}

/** Sentences above this length get no tree: the parser leaves them flat. */
const longest = 400

/** Trees of the sentences of a page, each made when it is first asked for, whoever asks. */
export function treesOf(page: Page): (sentence: number) => Tree | undefined {
  const made = trees.get(page) ?? new Map<number, Tree | undefined>()
  trees.set(page, made)
  return (at) => {
    if (!made.has(at)) {
      const sentence = page.sentences[at]
      made.set(at, sentence && treeOf(sentence.first, page.tokens.slice(sentence.first, sentence.last)))
    }
    return made.get(at)
  }
}

const trees = new WeakMap<Page, Map<number, Tree | undefined>>()

function treeOf(first: number, tokens: readonly Token[]): Tree | undefined {
  if (tokens.length === 0 || tokens.length > longest) return undefined
  const parsed = parsedWords(tokens)
  const kids: number[][] = parsed.map(() => [])
  parsed.forEach(({ head }, i) => {
    kids[head]?.push(i)
  })
  const root = parsed.findIndex(({ head }) => head < 0)
  const from = Int32Array.from(parsed, (_, i) => i)
  const to = Int32Array.from(parsed, (_, i) => i + 1)
  const order = downwards(kids, root)
  for (let k = order.length - 1; k > 0; k--) {
    const kid = order[k] ?? 0
    const head = parsed[kid]?.head ?? 0
    from[head] = Math.min(from[head] ?? 0, from[kid] ?? 0)
    to[head] = Math.max(to[head] ?? 0, to[kid] ?? 0)
  }
  const words = parsed.map(({ pos, fine, lemma, head, relation }, i) => ({
    pos,
    fine,
    lemma,
    head,
    relation,
    lower: tokens[i]?.lower ?? '',
    kids: kids[i] ?? [],
    from: from[i] ?? i,
    to: to[i] ?? i + 1,
  }))
  return { first, words, root }
}

/** Places of the tree, each behind the one that it hangs on. */
function downwards(kids: readonly (readonly number[])[], root: number): readonly number[] {
  const order = [root]
  for (let k = 0; k < order.length; k++) for (const kid of kids[order[k] ?? -1] ?? noKids) order.push(kid)
  return order
}

const noKids: readonly number[] = []
