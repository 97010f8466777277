import type { Content } from './content.ts'

/** Likeness of a to b, and of b to a, 0..1. */
export type Likeness = readonly [there: number, back: number]

/** Two ways of being alike, each for statements by index, 0..1, the same in both directions. */
export interface Measures {
  readonly concepts: (a: number, b: number) => number
  readonly words: (a: number, b: number) => number
}

/** What the other statements of two documents say about whether two of them belong together. */
export interface Partners {
  /** Likeness of two compared with the best that either has in the other's document: 1 when this is the best of both. */
  choice(a: number, b: number, by: keyof Measures): number
  /** Concepts shared by the statements before both, and after both, 0..2. */
  neighbours(a: number, b: number): number
}

/** Best likenesses remembered; beyond, they are forgotten and worked out anew. */
const remembered = 200_000
/** In a document of more statements, a partner is looked for only among as many that share the words fewest others have. */
const most = 120

/** Looks for partners among statements, which are in no order here: their places in their documents tell it. */
export function partnersIn(contents: readonly Content[], measures: Measures): Partners {
  const documents = statementsByDocument(contents)
  const documentOf = (i: number): readonly number[] => documents.get(contents[i]?.document ?? '') ?? []
  const holders = new Map<string, ReadonlyMap<string, readonly number[]>>()
  const rank = new Map([...documents.values()].flatMap((list) => list.map((i, at) => [i, at] as const)))
  const known: Record<keyof Measures, Map<string, number>> = { concepts: new Map(), words: new Map() }

  return {
    choice(a, b, by) {
      const mine = measures[by](a, b)
      if (mine === 0) return 0
      return (mine / Math.max(mine, best(a, b, by)) + mine / Math.max(mine, best(b, a, by))) / 2
    },
    neighbours(a, b) {
      if (contents[a]?.document === contents[b]?.document) return 0
      return shared(beside(a, -1), beside(b, -1)) + shared(beside(a, 1), beside(b, 1))
    },
  }

  /** The best likeness of a statement with any other in the document that `among` stands in. */
  function best(of: number, among: number, by: keyof Measures): number {
    const key = `${of} ${contents[among]?.document}`
    const found = known[by].get(key)
    if (found !== undefined) return found
    let value = 0
    for (const other of rivalsIn(among, of)) if (other !== of) value = Math.max(value, measures[by](of, other))
    if (known[by].size >= remembered) known[by].clear()
    known[by].set(key, value)
    return value
  }

  /** The statements of a document that may match another best. */
  function rivalsIn(among: number, of: number): readonly number[] {
    const document = documentOf(among)
    if (document.length <= most) return document
    const id = contents[among]?.document ?? ''
    const known = holders.get(id) ?? holdersOf(document, contents)
    holders.set(id, known)
    const lists = [...(contents[of]?.terms.keys() ?? [])].flatMap((term) => {
      const list = known.get(term)
      return list ? [list] : []
    })
    const found = new Set<number>()
    for (const list of lists.sort((x, y) => x.length - y.length)) {
      for (const i of list) if (found.size < most) found.add(i)
    }
    return [...found]
  }

  function beside(i: number, step: number): number | undefined {
    return documentOf(i)[(rank.get(i) ?? 0) + step]
  }

  function shared(x: number | undefined, y: number | undefined): number {
    return x === undefined || y === undefined ? 0 : measures.concepts(x, y)
  }
}

function statementsByDocument(contents: readonly Content[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>()
  contents.forEach((content, i) => {
    const list = lists.get(content.document)
    if (list) list.push(i)
    else lists.set(content.document, [i])
  })
  for (const list of lists.values()) list.sort((x, y) => (contents[x]?.start ?? 0) - (contents[y]?.start ?? 0))
  return lists
}

/** The statements that hold each term. */
function holdersOf(document: readonly number[], contents: readonly Content[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>()
  for (const i of document) {
    for (const term of contents[i]?.terms.keys() ?? []) {
      const list = lists.get(term)
      if (list) list.push(i)
      else lists.set(term, [i])
    }
  }
  return lists
}
