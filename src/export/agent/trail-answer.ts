import type { Claim, Trail } from '../../model/report.ts'
import { nameOf } from '../view/lookup.ts'
import { trailWords } from '../view/trail-words.ts'
import type { Shelf } from '../workbench/shelf.ts'
import { claimHandle, handleOf } from './handles.ts'
import { first, type Listed, listed, type Part } from './listed.ts'
import { type Words, words } from './sealed.ts'

/** How a claim reached the reader: one trail for each statement, hop by hop, with the words that justify each. */
export interface TrailAnswer {
  readonly claim: string
  readonly gist: Words
  readonly independent_origins: number
  /** The most trails that share no report and no voice on the way. */
  readonly separate_ways: number
  /** What they all pass where there are fewer ways than origins. */
  readonly passes_all: readonly Words[]
  readonly trails: Listed<TrailLine>
}

export interface TrailLine {
  readonly statement: string
  readonly way: Words
  /** Where it ends: `origin`, `not-established` (nobody named), `doubtful` (perhaps another question), `circular`. */
  readonly end: Trail['end']
  readonly hops: readonly {
    readonly to: Words
    /** `stated` in the report itself, or `inferred` from shared words and details. */
    readonly basis: 'stated' | 'inferred'
    readonly confidence: number
    readonly report: string
    readonly because: Words
    readonly rule: string
  }[]
  readonly more_hops: number
}

/** @param statement only the trail of this one */
export function trailAnswer(shelf: Shelf, claim: Claim, part: Part, statement?: string): TrailAnswer {
  const trails = statement === undefined ? claim.trails : claim.trails.filter((trail) => trail.statement === statement)
  return {
    claim: claimHandle(claim),
    gist: words(claim.gist, 240),
    independent_origins: claim.independent,
    separate_ways: claim.paths,
    passes_all: (claim.cut ?? []).slice(0, 5).map((node) => words(nameOf(shelf, node), 80)),
    trails: listed(
      trails,
      part,
      (trail) => trail.statement,
      (trail) => trailLine(shelf, trail),
    ),
  }
}

function trailLine(shelf: Shelf, trail: Trail): TrailLine {
  const { shown, more } = first(trail.hops, 6)
  return {
    statement: handleOf('claims', trail.statement),
    way: words(trailWords(shelf, trail), 300),
    end: trail.end,
    hops: shown.map(({ node, basis, confidence, document, quote, rule }) => ({
      to: words(nameOf(shelf, node), 80),
      basis,
      confidence,
      report: handleOf('documents', document),
      because: words(quote, 200),
      rule,
    })),
    more_hops: more,
  }
}
