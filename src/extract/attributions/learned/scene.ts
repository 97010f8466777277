import type { Page } from '../../syntax/page.ts'
import type { Draft } from '../draft.ts'
import { type Tree, treeOf } from './tree.ts'

/** A page with its trees, parsed when first asked for, and what the rules found on it. */
export interface Scene {
  readonly page: Page
  /** The tree of the sentence that a token stands in. */
  tree(token: number): Tree
  /** The report by rule whose cue holds the token. */
  byRule(token: number): Draft | undefined
  /** Does content of a report by rule hold the token? */
  inContent(token: number): boolean
}

export function sceneOf(page: Page, drafts: readonly Draft[]): Scene {
  const trees = new Map<number, Tree>()
  const cues = new Map<number, Draft>()
  const covered = new Uint8Array(page.tokens.length)
  for (const draft of drafts) {
    for (const { first, last } of draft.cue) for (let i = first; i < last; i++) if (!cues.has(i)) cues.set(i, draft)
    for (const { first, last } of draft.content) covered.fill(1, first, last)
  }
  return {
    page,
    tree(token) {
      const index = page.tokens[token]?.sentence ?? -1
      const known = trees.get(index)
      if (known) return known
      const tree = treeOf(page, page.sentences[index] ?? { first: token, last: token + 1 })
      trees.set(index, tree)
      return tree
    },
    byRule: (token) => cues.get(token),
    inContent: (token) => covered[token] === 1,
  }
}
