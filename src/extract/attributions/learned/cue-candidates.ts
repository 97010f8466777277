import type { Stretch } from '../../syntax/phrases.ts'
import type { Draft } from '../draft.ts'
import type { Scene } from './scene.ts'

/** The word of a cue on which its other words hang: "said" of "said in a statement". */
export function headOfCue(scene: Scene, { first, last }: Stretch): number {
  const tree = scene.tree(first)
  for (let i = first; i < last; i++) {
    const head = tree.node(i)?.head
    if (head !== undefined && (head < first || head >= last)) return i
  }
  return first
}

/** The heads of the cues that rules found. */
export const ruledHeads = (scene: Scene, drafts: readonly Draft[]): ReadonlySet<number> =>
  new Set(drafts.flatMap(({ cue }) => cue.map((part) => headOfCue(scene, part))))
