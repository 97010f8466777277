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

/** Likenesses remembered of statements, and best ones; beyond, they are forgotten and worked out anew. */
const remembered = { all: 2_000_000, best: 200_000 }
/** In a document of more statements, a partner is looked for only among as many that share the words fewest others have. */
const most = 120

/** Looks for partners among statements, which are in no order here: their places in their documents tell it. */
export function partnersIn(contents: readonly Content[], measures: Measures): Partners {
  const documents = statementsByDocument(contents)
  const numbers = new Map([...documents.keys()].map((id, i) => [id, i]))
  const numberOf = contents.map(({ document }) => numbers.get(document) ?? 0)
  const lists = [...documents.values()]
  const documentOf = (i: number): readonly number[] => lists[numberOf[i] ?? -1] ?? []
  const holders = new Map<string, ReadonlyMap<string, readonly number[]>>()
  const ranks = new Int32Array(contents.length)
  for (const list of lists) for (const [at, i] of list.entries()) ranks[i] = at
  const like = { concepts: eachOnce(measures.concepts), words: eachOnce(measures.words) }
  const known: Record<keyof Measures, Map<number, number>> = { concepts: new Map(), words: new Map() }

  return {
    choice(a, b, by) {
      const mine = like[by](a, b)
      if (mine === 0) return 0
      return (mine / Math.max(mine, best(a, b, by)) + mine / Math.max(mine, best(b, a, by))) / 2
    },
    neighbours(a, b) {
      if (numberOf[a] === numberOf[b]) return 0
      return shared(beside(a, -1), beside(b, -1)) + shared(beside(a, 1), beside(b, 1))
    },
  }

  /** The best likeness of a statement with any other in the document that `among` stands in. */
  function best(of: number, among: number, by: keyof Measures): number {
    const key = of * lists.length + (numberOf[among] ?? 0)
    const found = known[by].get(key)
    if (found !== undefined) return found
    let value = 0
    for (const other of rivalsIn(among, of)) if (other !== of) value = Math.max(value, like[by](of, other))
    if (known[by].size >= remembered.best) known[by].clear()
    known[by].set(key, value)
    return value
  }

  /**
   * A measure that is asked once of any two statements: who looks for the best partners of those of one document in another asks for the same
   * pairs as who looks the other way round. Of documents with very many statements too few pairs are asked for.
   */
  function eachOnce(measure: (a: number, b: number) => number): (a: number, b: number) => number {
    const tables = new Map<number, Float64Array>()
    let room = remembered.all
    return (a, b) => {
      const [one, other] = (numberOf[a] ?? 0) <= (numberOf[b] ?? 0) ? [a, b] : [b, a]
      const [rows, columns] = [documentOf(one).length, documentOf(other).length]
      if (rows > most || columns > most) return measure(a, b)
      const pair = (numberOf[one] ?? 0) * lists.length + (numberOf[other] ?? 0)
      let table = tables.get(pair)
      if (!table) {
        if (room < rows * columns) {
          tables.clear()
          room = remembered.all
        }
        room -= rows * columns
        table = new Float64Array(rows * columns).fill(-1)
        tables.set(pair, table)
      }
      const at = (ranks[one] ?? 0) * columns + (ranks[other] ?? 0)
      const found = table[at] ?? -1
      if (found >= 0) return found
      const value = measure(one, other)
      table[at] = value
      return value
    }
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
    return documentOf(i)[(ranks[i] ?? 0) + step]
  }

  function shared(x: number | undefined, y: number | undefined): number {
    return x === undefined || y === undefined ? 0 : like.concepts(x, y)
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
