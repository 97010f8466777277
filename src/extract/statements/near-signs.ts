import type { Tree } from '../syntax/trees.ts'

/** How many words on either side of an event are looked at. */
const near = 3

/** The words around an event as they stand, and those that hang on it or beside it: "[was about to] close", "close [tomorrow]". */
export function addNearSigns({ words }: Tree, event: number, signs: Set<string>): void {
  const word = words[event]
  if (!word) return
  signs.add(`form:${word.lower}`)
  for (let by = -near; by <= near; by++) {
    const beside = words[event + by]
    if (by === 0) continue
    if (beside) signs.add(`word${by}:${beside.lower}`).add(`tag${by}:${beside.fine}`)
    else signs.add(`edge${by}`)
  }
  for (const place of word.kids) {
    const kid = words[place]
    if (kid) signs.add(`kid:${kid.relation}:${kid.lower}`)
  }
  const over = words[word.head]
  if (!over) return
  signs.add(`up-form:${over.lower}`)
  for (const place of over.kids) {
    const kid = words[place]
    if (kid && place !== event && kid.relation !== 'punct') signs.add(`up-kid:${kid.relation}:${kid.lower}`)
  }
}
