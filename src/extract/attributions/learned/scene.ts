import type { Page } from '../../syntax/page.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import { type Tree, treesOf } from '../../syntax/trees.ts'
import type { Draft } from '../draft.ts'

/** A page with its trees, made when first asked for, and what the rules found on it. */
export interface Scene {
  readonly page: Page
  /** The tree of the sentence that a token stands in; none for a sentence too long to have one. */
  tree(token: number): Tree | undefined
  /** The report by rule whose cue holds the token. */
  byRule(token: number): Draft | undefined
  /** Does content of a report by rule hold the token? */
  inContent(token: number): boolean
}

export function sceneOf(page: Page, drafts: readonly Draft[]): Scene {
  const treeAt = treesOf(page)
  const cues = new Map<number, Draft>()
  const covered = new Uint8Array(page.tokens.length)
  for (const draft of drafts) {
    for (const { first, last } of draft.cue) for (let i = first; i < last; i++) if (!cues.has(i)) cues.set(i, draft)
    for (const { first, last } of draft.content) covered.fill(1, first, last)
  }
  return {
    page,
    tree: (token) => treeAt(page.tokens[token]?.sentence ?? -1),
    byRule: (token) => cues.get(token),
    inContent: (token) => covered[token] === 1,
  }
}

/** The word of a cue on which its other words hang: "said" of "said in a statement". */
export function headOfCue(scene: Scene, { first, last }: Stretch): number {
  const tree = scene.tree(first)
  if (!tree) return first
  for (let i = first; i < last; i++) {
    const head = tree.words[i - tree.first]?.head
    if (head !== undefined && (head < 0 || head + tree.first < first || head + tree.first >= last)) return i
  }
  return first
}
