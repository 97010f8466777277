import type { Passage } from '../../model/derivation.ts'
import { overlap, type Span } from '../../model/span.ts'
import type { SharedText } from './claims.ts'
import type { Content } from './content.ts'
import type { Link } from './linking.ts'

/** Links between verbatim copies, and between statements that stand in the same place of a shared passage. As sure as can be. */
export function copyLinks(
  contents: readonly Content[],
  among: readonly number[],
  shared: readonly SharedText[],
): readonly Link[] {
  const links: Link[] = []
  const join = (i: number, j: number): void => {
    if (i !== j) links.push({ a: Math.min(i, j), b: Math.max(i, j), score: 1 })
  }
  const byWords = new Map<string, number>()
  const byDocument = new Map<string, number[]>()
  for (const i of among) {
    const content = contents[i]
    if (!content) continue
    const list = byDocument.get(content.document)
    if (list) list.push(i)
    else byDocument.set(content.document, [i])
    if (content.plain.length < shortest) continue
    // Attributed and bare ones apart: a chain through one of the other kind would break when that report goes.
    const words = `${content.attributed} ${content.plain}`
    const last = byWords.get(words)
    if (last !== undefined) join(last, i)
    byWords.set(words, i)
  }
  for (const { a, b, passages } of shared) {
    for (const [i, j] of aligned(contents, byDocument.get(a) ?? [], byDocument.get(b) ?? [], passages)) join(i, j)
  }
  return links
}

/** Letters a statement needs before equal words mean a copy: "Nobody was hurt" may be said twice. */
const shortest = 12

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
