import type { Passage } from '../../model/derivation.ts'
import type { Span } from '../../model/span.ts'
import { overlap } from '../../model/span.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { SharedText } from './claims.ts'
import type { Content } from './content.ts'

/** Statements that are the same words: one statement and its copies. They count once, so that a copy changes no grouping. */
export interface Unit {
  /** The one the unit is compared by: the longest, then the first by its words. */
  readonly content: Content
  readonly copies: readonly Content[]
}

/** Joins verbatim copies, and statements that stand in the same place of a shared passage. In an order of their own. */
export function unitsOf(contents: readonly Content[], shared: readonly SharedText[]): readonly Unit[] {
  const parent = contents.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at
      at = parent[at] ?? at
    }
    return at
  }
  const join = (a: number, b: number): void => {
    parent[Math.max(find(a), find(b))] = Math.min(find(a), find(b))
  }
  const byWords = new Map<string, number>()
  const byDocument = new Map<string, number[]>()
  contents.forEach((content, i) => {
    push(byDocument, content.document, i)
    if (content.plain.length < shortest) return
    const known = byWords.get(content.plain)
    if (known === undefined) byWords.set(content.plain, i)
    else join(known, i)
  })
  for (const { a, b, passages } of shared) {
    for (const [i, j] of aligned(contents, byDocument.get(a) ?? [], byDocument.get(b) ?? [], passages)) join(i, j)
  }
  const groups = new Map<number, Content[]>()
  contents.forEach((content, i) => {
    push(groups, find(i), content)
  })
  return [...groups.values()]
    .map(unitOf)
    .sort((x, y) => byCodeUnit(x.content.plain, y.content.plain) || byCodeUnit(key(x.content), key(y.content)))
}

function push<K, V>(lists: Map<K, V[]>, at: K, value: V): void {
  const list = lists.get(at)
  if (list) list.push(value)
  else lists.set(at, [value])
}

/** Letters a statement needs before equal words mean a copy: "Nobody was hurt" may be said twice. */
const shortest = 12

const key = (content: Content): string => `${content.document} ${String(content.start).padStart(9, '0')}`

function unitOf(copies: readonly Content[]): Unit {
  const ordered = [...copies].sort(
    (a, b) => b.plain.length - a.plain.length || byCodeUnit(a.plain, b.plain) || byCodeUnit(key(a), key(b)),
  )
  const [content] = ordered
  if (!content) throw new Error('a unit holds at least one statement')
  return { content, copies: ordered }
}

/** Statement pairs in the same place of a passage that also say it in mostly the same words. */
function* aligned(
  contents: readonly Content[],
  inA: readonly number[],
  inB: readonly number[],
  passages: readonly Passage[],
): Generator<readonly [number, number]> {
  for (const passage of passages) {
    const targets = inB.filter((j) => overlap(contents[j] ?? nowhere, passage.b) > 0)
    for (const i of inA) {
      const content = contents[i]
      if (!content || overlap(content, passage.a) < 0.6 * (content.end - content.start)) continue
      const expected = mapped(content, passage)
      const best = targets
        .map((j) => ({ j, shared: alike(content, contents[j], expected) }))
        .sort((x, y) => y.shared - x.shared || x.j - y.j)[0]
      if (best && best.shared >= 0.6) yield [i, best.j]
    }
  }
}

const nowhere: Span = { start: 0, end: 0 }

/** Where a span of `a` should stand in `b`, by its share of the passage. */
function mapped(span: Span, { a, b }: Passage): Span {
  const scale = (b.end - b.start) / Math.max(1, a.end - a.start)
  return { start: b.start + (span.start - a.start) * scale, end: b.start + (span.end - a.start) * scale }
}

/** Share of words in common; 0 when the other stands somewhere else in the passage. */
function alike(content: Content, other: Content | undefined, expected: Span): number {
  if (!other) return 0
  const reach = Math.max(40, (expected.end - expected.start) / 2)
  if (other.end < expected.start - reach || other.start > expected.end + reach) return 0
  const [a, b] = [new Set(content.plain.split(' ')), new Set(other.plain.split(' '))]
  const both = [...a].filter((word) => b.has(word)).length
  return both / (a.size + b.size - both)
}
