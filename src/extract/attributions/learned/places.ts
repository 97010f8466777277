import { relations } from '../../../parsing/relations.ts'
import type { Page } from '../../syntax/page.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import type { Tree } from '../../syntax/trees.ts'
import type { Draft } from '../draft.ts'
import { quotedness, quotednessCount } from './quotedness.ts'
import type { Scene } from './scene.ts'

/** The parts of a report: its cue, the content before and behind the cue, its source. Each has two questions: where it begins, where it ends. */
export const roles = ['cue', 'left', 'right', 'source'] as const
export type Role = (typeof roles)[number]

/** Where parts of a report may begin or end: each word of the cue's sentence, no place at all, ends of the sentences around it. */
export interface Places {
  /** The token of each place; -1 for no place. */
  readonly tokens: readonly number[]
  /** How many of them are words of the sentence; the place behind these is no place at all. */
  readonly words: number
  /** What is seen of each place, {@link codesPerPlace} numbers for each, -1 where there is less to see. */
  readonly codes: Int16Array
  /** The questions that each place may answer, as bits: those of the beginning and the end of the first role, then of the second. */
  readonly may: Uint8Array
}

export const codesPerPlace = 9

/** A speech may take in this many sentences more, of the same paragraph. */
const sentencesMore = 5

// Where the numbers of each kind begin.
const phraseKinds = 120
const ruledKinds = 8
const starts = firsts({
  distance: 17,
  quoted: quotednessCount,
  opens: phraseKinds,
  closes: phraseKinds,
  ruled: 4 * ruledKinds,
  none: 12,
  edge: 2 * sentencesMore,
  edgeQuoted: 2 * quotednessCount,
  edgeSentence: 8,
  beyond: 12,
  edgeRuled: 5,
  end: 0,
})

/** How many things there are to see of a place. */
export const placeCodeCount = starts.end

export function placesOf(scene: Scene, tree: Tree, head: number): Places {
  const { page } = scene
  const { first } = tree
  const words = tree.words.length
  const at = head - first
  const ruled = ruledParts(scene.byRule(head), head)
  const before = sentenceEdges(page, head, -1)
  const behind = sentenceEdges(page, head, 1)
  const edges = [...before, ...behind]
  const tokens = [...tree.words.map((_, i) => first + i), -1, ...edges.map(({ token }) => token)]
  const codes = new Int16Array(tokens.length * codesPerPlace).fill(-1)
  const may = new Uint8Array(tokens.length)
  const { openers, closers } = phraseEdges(tree)
  for (let i = 0; i < words; i++) {
    const token = first + i
    codes.set(
      [
        starts.distance + distance(at, i),
        starts.quoted + quotedness(page, token, head),
        starts.opens + phraseKind(tree, openers[i] ?? i, at),
        starts.closes + phraseKind(tree, closers[i] ?? i, at),
        ...(ruled ?? []).map((part, k) => starts.ruled + k * ruledKinds + ruledKind(part, token)),
      ],
      i * codesPerPlace,
    )
    may[i] = i < at ? 0b11_00_11_01 : i > at ? 0b11_11_00_10 : 0b00_00_00_11
  }
  may[words] = 0b01_01_01_00
  codes.set(
    roles.map((_, k) => starts.none + 3 * k + (ruled ? (ruled[k] ? 2 : 1) : 0)),
    words * codesPerPlace,
  )
  edges.forEach((edge, k) => {
    const place = words + 1 + k
    may[place] = edge.way < 0 ? 0b00_00_01_00 : 0b00_10_00_00
    codes.set(edgeCodes(scene, head, edge, ruled), place * codesPerPlace)
  })
  return { tokens, words, codes, may }
}

/** The parts of a report by rule, in the order of {@link roles}; nothing where no rule speaks. */
function ruledParts(rule: Draft | undefined, head: number): readonly (Stretch | undefined)[] | undefined {
  if (!rule) return undefined
  return [
    rule.cue.find(({ first, last }) => first <= head && head < last),
    whole(rule.content.filter(({ first }) => first < head)),
    whole(rule.content.filter(({ first }) => first > head)),
    rule.source[0],
  ]
}

export function whole(parts: readonly Stretch[]): Stretch | undefined {
  const [opening, closing] = [parts[0], parts.at(-1)]
  return opening && closing ? { first: opening.first, last: closing.last } : undefined
}

function ruledKind(part: Stretch | undefined, token: number): number {
  if (!part) return 1
  const [begins, ends] = [token === part.first, token === part.last - 1]
  if (begins || ends) return begins && ends ? 7 : begins ? 3 : 5
  return token < part.first ? 2 : token >= part.last ? 6 : 4
}

/** Words between the cue and a place, in steps, by which side it stands on. */
function distance(from: number, to: number): number {
  const size = Math.abs(to - from)
  const step = size < 4 ? size : size < 7 ? 4 : size < 12 ? 5 : size < 20 ? 6 : size < 40 ? 7 : 8
  return 8 + Math.sign(to - from) * step
}

const codeOf: ReadonlyMap<string, number> = new Map(relations.map((name, i) => [name, i + 1]))

/** For each word the highest one whose phrase begins with it, and whose phrase ends with it. */
function phraseEdges({ words, root }: Tree): { readonly openers: Int32Array; readonly closers: Int32Array } {
  const openers = Int32Array.from(words, (_, i) => i)
  const closers = Int32Array.from(words, (_, i) => i)
  const waiting = [root]
  const seen = new Uint8Array(2 * words.length)
  for (let k = 0; k < waiting.length; k++) {
    const at = waiting[k] ?? 0
    const word = words[at]
    if (!word) continue
    // From the root down: the first to come is the highest.
    if (!seen[2 * word.from]) openers[word.from] = at
    if (!seen[2 * word.to - 1]) closers[word.to - 1] = at
    seen[2 * word.from] = 1
    seen[2 * word.to - 1] = 1
    waiting.push(...word.kids)
  }
  return { openers, closers }
}

/** How the phrase of a word lies to the cue: it is the cue's, hangs on it, holds it, or hangs on what holds it. */
function phraseKind({ words }: Tree, top: number, cue: number): number {
  const phrase = words[top]
  if (!phrase) return 0
  if (top === cue) return 1
  const relation = codeOf.get(phrase.relation) ?? 0
  if (phrase.head === cue) return 4 + relation
  if (phrase.from <= cue && cue < phrase.to) return words[cue]?.head === top ? 2 : 3
  const over = words[phrase.head]
  if (over && words[cue]?.head === phrase.head) return 60 + Math.min(58, relation)
  return over && over.from <= cue && cue < over.to ? 119 : 0
}

/** The far end of another sentence of the cue's paragraph. */
interface Edge {
  readonly token: number
  readonly way: 1 | -1
  /** How many sentences away. */
  readonly steps: number
  readonly sentence: number
}

function sentenceEdges(page: Page, head: number, way: 1 | -1): readonly Edge[] {
  const home = page.tokens[head]?.sentence ?? 0
  const paragraph = page.sentences[home]?.paragraph
  const found: Edge[] = []
  for (let steps = 1; steps <= sentencesMore; steps++) {
    const sentence = page.sentences[home + way * steps]
    if (!sentence || sentence.paragraph !== paragraph) break
    const token = way < 0 ? sentence.first : withoutStop(page, sentence)
    found.push({ token, way, steps, sentence: home + way * steps })
  }
  return found
}

/** The last token of a sentence, or the one before its full stop. */
function withoutStop(page: Page, { first, last }: Stretch): number {
  const stop = /^[.?!]$/.test(page.word(last - 1)) && !page.quotation(last - 1)
  return stop && last - 1 > first ? last - 2 : last - 1
}

function edgeCodes(
  { page, byRule }: Scene,
  head: number,
  { token, way, steps, sentence }: Edge,
  ruled: readonly (Stretch | undefined)[] | undefined,
): readonly number[] {
  const { first = 0, last = 0 } = page.sentences[sentence] ?? {}
  const side = way < 0 ? 0 : 1
  const [opening, closing] = [page.quotation(first), page.quotation(last - 1)]
  const quoted = (opening ? 1 : 0) + (closing ? 2 : 0) + (opening && opening === closing ? 4 : 0)
  return [
    starts.edge + side * sentencesMore + steps - 1,
    starts.edgeQuoted + side * quotednessCount + quotedness(page, token, head),
    starts.edgeSentence + quoted,
    starts.beyond + beyond(page, token, sentence, way) + (hasCue(page, byRule, first, last) ? 6 : 0),
    starts.edgeRuled + (ruled ? edgeRuled(ruled[1 + side], token, way) : 0),
  ]
}

/** Does the sentence behind an edge go on in quotation marks, or in the same quotation? 0 where the paragraph ends. */
function beyond(page: Page, token: number, sentence: number, way: 1 | -1): number {
  const next = page.sentences[sentence + way]
  if (!next || next.paragraph !== page.sentences[sentence]?.paragraph) return 0
  const quotation = page.quotation(way > 0 ? next.first : next.last - 1)
  return 1 + (quotation ? 1 : 0) + (quotation && quotation === page.quotation(token) ? 2 : 0)
}

/** Does a rule see a report of its own in the sentence, outside quotations? */
function hasCue(page: Page, byRule: Scene['byRule'], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (byRule(i) && !page.quotation(i)) return true
  return false
}

function edgeRuled(part: Stretch | undefined, token: number, way: 1 | -1): number {
  if (!part) return 1
  const far = way < 0 ? part.first : part.last - 1
  if (way < 0 ? far === token : Math.abs(far - token) <= 1) return 2
  return (way < 0 ? far < token : far > token) ? 3 : 4
}

function firsts<K extends string>(sizes: Readonly<Record<K, number>>): Readonly<Record<K, number>> {
  let at = 0
  const found: Record<string, number> = {}
  for (const [name, size] of Object.entries<number>(sizes)) {
    found[name] = at
    at += size
  }
  return found as Record<K, number>
}
