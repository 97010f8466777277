import type { Sentence } from '../../../model/sentence.ts'
import type { ParsedWord } from '../../../parsing/parse.ts'
import { relations } from '../../../parsing/relations.ts'
import { type WordForm, wordForm } from '../../../parsing/word-forms.ts'
import { fnv1a } from '../../../text/words.ts'
import type { Page } from '../../syntax/page.ts'
import { parsed as parsedWords } from '../../syntax/parsed.ts'

/** A word of a tree, with what features are made of as numbers. Places are indices of the page's tokens. */
export interface Node {
  readonly form: WordForm
  readonly lemma: number
  readonly pos: number
  readonly fine: number
  readonly relation: number
  /** The token it hangs on; -1 for the root. */
  readonly head: number
  /** First and last token of all that hangs on it, itself included. */
  readonly left: number
  readonly right: number
}

/** The tree of one sentence. */
export interface Tree {
  readonly first: number
  readonly last: number
  /** Undefined outside the sentence. */
  node(token: number): Node | undefined
  /** The highest word whose whole phrase begins at this token. */
  opener(token: number): number
  /** The highest word whose whole phrase ends with this token. */
  closer(token: number): number
  /** How many verbs and auxiliaries stand in the sentence before the token. */
  verbsBefore(token: number): number
  /** Direct dependents, at most as many as features look at. */
  children(token: number): readonly number[]
}

/** Parses a sentence of the page. Linear in its length. */
export function treeOf(page: Page, { first, last }: Pick<Sentence, 'first' | 'last'>): Tree {
  const tokens = page.tokens.slice(first, last)
  const words = tokens.map(({ text }) => text)
  const parsed = parsedWords(tokens)
  const edges = edgesOf(parsed)
  const nodes = parsed.map(
    ({ pos, fine, lemma, head, relation }, i): Node => ({
      form: wordForm(words[i] ?? ''),
      lemma: wordForm(lemma).lower,
      pos: fnv1a(pos),
      fine: fnv1a(fine),
      relation: codeOf.get(relation) ?? 0,
      head: head < 0 ? -1 : head + first,
      left: (edges.left[i] ?? i) + first,
      right: (edges.right[i] ?? i) + first,
    }),
  )
  const children = childrenOf(parsed)
  const openers = new Int32Array(parsed.length).fill(-1)
  const closers = new Int32Array(parsed.length).fill(-1)
  for (const i of edges.upwards) {
    openers[edges.left[i] ?? i] = i + first
    closers[edges.right[i] ?? i] = i + first
  }
  const verbs = new Uint16Array(parsed.length + 1)
  parsed.forEach(({ pos }, i) => {
    verbs[i + 1] = (verbs[i] ?? 0) + (pos === 'VERB' || pos === 'AUX' ? 1 : 0)
  })
  return {
    first,
    last,
    verbsBefore: (token) => verbs[Math.max(0, Math.min(parsed.length, token - first))] ?? 0,
    node: (token) => nodes[token - first],
    opener: (token) => openers[token - first] ?? -1,
    closer: (token) => closers[token - first] ?? -1,
    children: (token) => (children[token - first] ?? []).map((child) => child + first),
  }
}

const codeOf: ReadonlyMap<string, number> = new Map(relations.map((name, i) => [name, i + 1]))

/** The number by which features know a relation. */
export const relationCode = (name: (typeof relations)[number]): number => codeOf.get(name) ?? 0

const mostChildren = 12

function childrenOf(parsed: readonly ParsedWord[]): readonly (readonly number[])[] {
  const found: number[][] = parsed.map(() => [])
  parsed.forEach(({ head }, i) => {
    const list = found[head]
    if (list && list.length < mostChildren) list.push(i)
  })
  return found
}

interface Edges {
  readonly left: Int32Array
  readonly right: Int32Array
  /** Every word after all that hangs on it. */
  readonly upwards: readonly number[]
}

function edgesOf(parsed: readonly ParsedWord[]): Edges {
  const left = Int32Array.from(parsed, (_, i) => i)
  const right = Int32Array.from(parsed, (_, i) => i)
  const waiting = new Int32Array(parsed.length)
  for (const { head } of parsed) if (head >= 0) waiting[head] = (waiting[head] ?? 0) + 1
  const upwards = parsed.flatMap((_, i) => (waiting[i] === 0 ? [i] : []))
  for (let k = 0; k < upwards.length; k++) {
    const i = upwards[k] ?? 0
    const head = parsed[i]?.head ?? -1
    if (head < 0) continue
    left[head] = Math.min(left[head] ?? head, left[i] ?? i)
    right[head] = Math.max(right[head] ?? head, right[i] ?? i)
    waiting[head] = (waiting[head] ?? 1) - 1
    if (waiting[head] === 0) upwards.push(head)
  }
  return { left, right, upwards }
}
