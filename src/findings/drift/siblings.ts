import type { FindingContext } from '../context.ts'
import { type Told, toldByDocument, toldIn, upstreamOf, weigherIn } from '../told.ts'
import type { Change } from './changes.ts'
import { counterpartsIn, pairOfKinds, retells } from './counterparts.ts'
import { hedgeChange } from './hedge.ts'

/**
 * Doubt lost on the way from one voice into two documents, neither made from the other: "is considering sending, the
 * broadcaster says" in the one, "is sending" in the other that names the same broadcaster. Looked for in all that both say,
 * whatever claim it stands in; by its words, since another wording of the doubt is often another claim.
 */
export function* siblings(context: FindingContext): Generator<Change & { readonly likeness: number }> {
  const told = [...toldIn(context).values()].flat()
  const byDocument = toldByDocument(context)
  const weigh = weigherIn(context)
  const candidates = counterpartsIn(context)
  const shared = new Map<number, number>()
  /** Copies share as much as what they copy. */
  const subjectOf = (from: Told, to: Told): number => {
    const pair = pairOfKinds(from, to, weigh)
    const found = shared.get(pair) ?? subjectShared(from, to)
    shared.set(pair, found)
    return found
  }
  for (const { document, other, voices } of pairsOf(context, told)) {
    const before = byDocument.get(other) ?? []
    for (const to of byDocument.get(document) ?? []) {
      if (to.body !== null && !voices.has(to.body)) continue
      let best: { readonly from: Told; readonly likeness: number } | null = null
      for (const from of candidates(to, other)) {
        if (from.body === null || !voices.has(from.body) || from.content.headline) continue
        const likeness = Math.max(retells(from, to, weigh), subjectOf(from, to))
        if (likeness >= alike && likeness > (best?.likeness ?? 0)) best = { from, likeness }
      }
      if (best === null) continue
      const earlier = before.filter((one) => retells(one, to, weigh) >= akin)
      const rule = hedgeChange({ ...best, to, earlier, later: [to] })
      if (rule)
        yield {
          ...best,
          aspect: 'hedge',
          to,
          rule: rule === 'drift/hedge-lost' ? 'drift/doubt-in-one-only' : 'drift/firmer-than-another',
        }
    }
  }
}

/** So alike that they speak of one matter, whatever their claims; alike enough to be heard on it. */
const [alike, akin] = [0.5, 0.35]

/** Words that two short statements share before they are of one matter by that alone. */
const words = 5

/**
 * The share of their words that two statements have in common, each word as good as another. In a small collection about one
 * event its subject stands in every statement, so that words weighed by rarity miss that both are about just that.
 */
function subjectShared({ content: a }: Told, { content: b }: Told): number {
  let shared = 0
  for (const term of a.terms.keys()) if (b.terms.has(term)) shared++
  return shared < words ? 0 : shared / Math.sqrt(a.terms.size * b.terms.size)
}

/** Documents that name one voice, as far as they are looked at; a crowd that repeats one agency tells nothing more. */
const most = 24

interface Pair {
  readonly document: string
  /** Came out no later, as far as is known. */
  readonly other: string
  /** Bodies that both name. */
  readonly voices: ReadonlySet<string>
}

/** Documents that name the same voice, which is none of the collection, and of which neither was made from the other. */
function pairsOf(context: FindingContext, told: readonly Told[]): Iterable<Pair> {
  const outlets = new Set(told.flatMap(({ publisher }) => publisher ?? []).map((id) => context.voices.bodyOf(id)))
  const tellers = new Map<string, Map<string, Told>>()
  for (const one of told) {
    if (one.body === null || outlets.has(one.body)) continue
    const known = tellers.get(one.body) ?? new Map<string, Told>()
    tellers.set(one.body, known)
    if (known.size < most) known.set(one.document, one)
  }
  const upstream = upstreamOf(context)
  const above = new Map(
    [...new Set(told.map(({ document }) => document))].map((id) => [id, new Set(upstream(id).flat())]),
  )
  const pairs = new Map<string, Pair & { readonly voices: Set<string> }>()
  for (const [body, known] of tellers)
    for (const to of known.values())
      for (const from of known.values()) {
        if (from === to || cameAfter(from, to)) continue
        const [document, other] = [to.document, from.document]
        const pair = pairs.get(`${document} ${other}`)
        if (pair) pair.voices.add(body)
        else if (!above.get(document)?.has(other) && !above.get(other)?.has(document))
          pairs.set(`${document} ${other}`, { document, other, voices: new Set([body]) })
      }
  return pairs.values()
}

const cameAfter = (a: Told, b: Told): boolean =>
  a.published !== undefined && b.published !== undefined && a.published > b.published
