import { isEventNoun } from '../../language/en/event-nouns.ts'
import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import { type Tree, type TreeWord, treesOf } from '../syntax/trees.ts'
import { type EventSigns, eventSigns, type SentenceSigns, sentenceSigns } from './event-signs.ts'

/** A word that tells what happened or is so, with the clause or phrase that belongs to it. */
export interface Event {
  readonly token: number
  /** Everything that hangs on it, without the marks and conjunctions at either end. */
  readonly words: Stretch
  signs(): EventSigns
}

/** The events of a page. Trees are made sentence by sentence when they are asked for. */
export interface Events {
  /** Verbs, what "is" something, and nouns of action, in the order of the text. */
  all(): Iterable<Event>
  /** What bears on whether the event that a stretch is about took place; nothing where it is about none. */
  signsOf(words: Stretch): EventSigns | undefined
  /** The tree of the sentence that a stretch stands in. */
  treeOf(words: Stretch): Tree | undefined
}

export function eventsOf(page: Page): Events {
  const treeAt = treesOf(page)
  const known = new Map<Tree, { readonly sentence: SentenceSigns; readonly events: Map<number, EventSigns> }>()
  const treeOf = (words: Stretch): Tree | undefined => treeAt(page.tokens[words.first]?.sentence ?? -1)
  /** An event is judged with its clause and by itself, on the same signs. */
  const signsAt = (tree: Tree, at: number): EventSigns => {
    const there = known.get(tree) ?? { sentence: sentenceSigns(tree), events: new Map<number, EventSigns>() }
    known.set(tree, there)
    const signs = there.events.get(at) ?? eventSigns(tree, at, there.sentence)
    there.events.set(at, signs)
    return signs
  }
  return {
    *all() {
      for (let i = 0; i < page.sentences.length; i++) {
        const tree = treeAt(i)
        for (const at of tree ? eventsIn(tree) : [])
          if (tree) yield { token: tree.first + at, words: wordsOf(tree, at), signs: () => signsAt(tree, at) }
      }
    },
    treeOf,
    signsOf(words) {
      const tree = treeOf(words)
      const at = tree && mainEvent(tree, words)
      return tree && at !== undefined ? signsAt(tree, at) : undefined
    },
  }
}

/** Sentences with more events than this are lists: what is listed last gets no statement of its own. */
const most = 40

function eventsIn(tree: Tree): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < tree.words.length && found.length < most; at++) {
    const word = tree.words[at]
    if (word && isEvent(tree, word)) found.push(at)
  }
  return found
}

/** The event that the words of a stretch are about: of those in it, the one nearest to the root. */
function mainEvent(tree: Tree, { first, last }: Stretch): number | undefined {
  let best: number | undefined
  let least = Number.POSITIVE_INFINITY
  for (let at = first - tree.first; at < last - tree.first; at++) {
    const word = tree.words[at]
    if (!word || !isEvent(tree, word)) continue
    const depth = depthOf(tree, at) + (word.pos === 'NOUN' ? 0.5 : 0)
    if (depth < least) [best, least] = [at, depth]
  }
  return best
}

function depthOf({ words }: Tree, at: number): number {
  let depth = 0
  for (let head = words[at]?.head ?? -1; head >= 0 && depth < 60; head = words[head]?.head ?? -1) depth++
  return depth
}

function isEvent({ words }: Tree, word: TreeWord): boolean {
  if (word.pos === 'VERB') return true
  if (word.relation.startsWith('aux') || word.relation === 'cop' || word.relation === 'case') return false
  if (word.pos === 'AUX') return word.relation !== 'fixed'
  if (word.kids.some((kid) => words[kid]?.relation === 'cop')) return true
  if (word.pos === 'ADJ') return word.relation === 'xcomp' || word.relation === 'root' || word.relation === 'ccomp'
  return word.pos === 'NOUN' && isEventNoun(word.lemma)
}

function wordsOf({ words, first }: Tree, at: number): Stretch {
  let start = words[at]?.from ?? at
  let end = words[at]?.to ?? at + 1
  while (start < at && (loose.has(words[start]?.pos ?? '') || isThat(words[start]))) start++
  while (end > at + 1 && loose.has(words[end - 1]?.pos ?? '')) end--
  return { first: first + start, last: first + end }
}

const isThat = (word: TreeWord | undefined): boolean => word?.relation === 'mark' && word.lower === 'that'
const loose: ReadonlySet<string> = new Set(['PUNCT', 'CCONJ'])
