import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { openPool } from '../adapters/threads/pool.ts'
import type { Document, Refusal } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import type { InForce } from '../tracing/in-force.ts'
import { joined } from '../tracing/joined.ts'
import { pilesOf } from '../tracing/piles.ts'
import { tracePile } from '../tracing/topic.ts'

/** How the work is done; the report is the same whichever way. */
export interface Work {
  /** How many threads trace piles side by side; as many as the machine has processors when not given. */
  readonly threads?: number | undefined
  /** What people decided, as `inForce` reads it off their log. */
  readonly decisions?: readonly InForce[]
  /** The script that a thread runs, where it is not beside this module. */
  readonly script?: URL
  /** Called after every pile. */
  readonly done?: (documents: number, of: number) => void
}

/** What a thread is given to do. */
export interface PileToTrace {
  readonly pile: readonly Document[]
  readonly decisions: readonly InForce[]
}

/** `trace`, for a collection that may be large: pile by pile, several at once where there are several processors. */
export async function traceCollection(
  given: readonly Document[],
  refusals: readonly Refusal[],
  { threads = availableParallelism(), decisions = [], script = besideThis, done = () => undefined }: Work = {},
): Promise<Report> {
  const piles = pilesOf(withDistinctIds(given), decisions)
  const size = Math.min(threads, Math.ceil(given.length / worthAThread), piles.length)
  let ready = 0
  const counted = (pile: readonly Document[], report: Report): Report => {
    ready += pile.length
    done(ready, given.length)
    return report
  }
  if (size < 2 || !existsSync(script)) {
    const reports: Report[] = []
    for (const pile of piles) {
      reports.push(counted(pile, tracePile(pile, decisions)))
      await new Promise(setImmediate)
    }
    return joined(reports, refusals, decisions)
  }
  const pool = openPool<PileToTrace, Report>(script, size)
  try {
    const traced = await largestFirst(piles, async (pile) => counted(pile, await pool.run({ pile, decisions })))
    return joined(traced, refusals, decisions)
  } finally {
    await pool.close()
  }
}

/** Wherever it is built to. */
const besideThis = new URL('./trace-worker.js', import.meta.url)

/** Documents below which another thread costs more than it brings: each loads the tables of words and weights anew. */
const worthAThread = 40

/** Starts the largest first, so that none is left for the end; gives the results in the order of the piles. */
async function largestFirst(
  piles: readonly (readonly Document[])[],
  work: (pile: readonly Document[]) => Promise<Report>,
): Promise<readonly Report[]> {
  const started = new Map(
    [...piles.entries()].sort(([i, a], [j, b]) => b.length - a.length || i - j).map(([i, pile]) => [i, work(pile)]),
  )
  const reports = await Promise.all([...piles.keys()].map((i) => started.get(i)))
  return reports.flatMap((report) => report ?? [])
}
