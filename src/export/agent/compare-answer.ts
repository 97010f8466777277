import type { ReportDocument, ReportStatement } from '../../model/report.ts'
import { type DocumentHead, type Named, nameOf, voiceOf } from '../view/lookup.ts'
import { trailWords } from '../view/trail-words.ts'
import type { Shelf } from '../workbench/shelf.ts'
import { dated } from './dated.ts'
import { claimHandle, handleOf } from './handles.ts'
import { first, type Listed, listed, type Part } from './listed.ts'
import { type Words, words } from './sealed.ts'

/** Two reports beside each other: what they share, and who has it from whom. */
export interface CompareAnswer {
  readonly a: DocumentLine
  readonly b: DocumentLine
  /** One made from the other, as the text says or as it was inferred. */
  readonly made: readonly {
    readonly from: string
    readonly to: string
    readonly manner: string
    readonly basis: 'stated' | 'inferred'
    readonly confidence: number
    readonly because: Words
  }[]
  readonly shared_passages: number
  readonly passages: readonly { readonly had_first: string; readonly words: Words }[]
  /** Claims that both make. */
  readonly claims: Listed<SharedClaim>
}

export interface DocumentLine {
  readonly report: string
  readonly title: Words | null
  readonly outlet: Words
  readonly published: string | null
}

export interface SharedClaim {
  readonly claim: string
  readonly a: Words
  readonly b: Words
  readonly trail_a: Words | null
  readonly trail_b: Words | null
  readonly relation: Relation
}

type Relation = 'a from b' | 'b from a' | 'same origin' | 'separate origins' | 'not established'

export function documentLine(held: Named, { id, title, published }: DocumentHead): DocumentLine {
  return {
    report: handleOf('documents', id),
    title: title === null ? null : words(title, 160),
    outlet: words(nameOf(held, id), 80),
    published: dated(published),
  }
}

export function compareAnswer(shelf: Shelf, a: ReportDocument, b: ReportDocument, part: Part): CompareAnswer {
  const made = (shelf.derivationsAt.get(a.id) ?? []).filter(
    ({ from, to }) => (from === a.id && to === b.id) || (from === b.id && to === a.id),
  )
  const passages = (shelf.passagesIn.get(a.id) ?? []).filter(
    ({ document, from }) => document !== from && (document === b.id || from === b.id),
  )
  const inB = new Map((shelf.saidIn.get(b.id) ?? []).flatMap((one) => (one.claim ? [[one.claim, one] as const] : [])))
  const both = (shelf.saidIn.get(a.id) ?? []).flatMap((one) => {
    const other = inB.get(one.claim ?? '')
    return other ? [{ one, other }] : []
  })
  return {
    a: documentLine(shelf, a),
    b: documentLine(shelf, b),
    made: first(made, 4).shown.map(({ from, to, manner, basis, confidence, evidence }) => ({
      from: handleOf('documents', from),
      to: handleOf('documents', to),
      manner,
      basis,
      confidence,
      because: words(evidence[0].quote, 200),
    })),
    shared_passages: passages.length,
    passages: first(passages, 4).shown.map(({ document, from, start, end }) => ({
      had_first: handleOf('documents', from),
      words: words(shelf.documents.get(document)?.text.slice(start, end) ?? '', 200),
    })),
    claims: listed(
      both,
      part,
      ({ one }) => one.id,
      ({ one, other }) => sharedClaim(shelf, one, other),
      3_500,
    ),
  }
}

function sharedClaim(shelf: Shelf, a: ReportStatement, b: ReportStatement): SharedClaim {
  const claim = shelf.claimOf.get(a.id)
  const [trailA, trailB] = [shelf.trails.get(a.id), shelf.trails.get(b.id)]
  return {
    claim: claim ? claimHandle(claim) : '',
    a: words(a.quote, 200),
    b: words(b.quote, 200),
    trail_a: trailA ? words(trailWords(shelf, trailA), 160) : null,
    trail_b: trailB ? words(trailWords(shelf, trailB), 160) : null,
    relation: relationOf(shelf, a, b),
  }
}

/** A trail that passes the other report has it from there; two that end in one voice have it from that. */
function relationOf(shelf: Shelf, a: ReportStatement, b: ReportStatement): Relation {
  const [trailA, trailB] = [shelf.trails.get(a.id), shelf.trails.get(b.id)]
  if (trailA?.hops.some(({ node }) => node === b.document)) return 'a from b'
  if (trailB?.hops.some(({ node }) => node === a.document)) return 'b from a'
  if (trailA?.end !== 'origin' || trailB?.end !== 'origin') return 'not established'
  const [endA, endB] = [trailA.hops.at(-1)?.node ?? a.document, trailB.hops.at(-1)?.node ?? b.document]
  return voiceOf(shelf, endA) === voiceOf(shelf, endB) ? 'same origin' : 'separate origins'
}
