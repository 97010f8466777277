import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { openPool } from '../adapters/threads/pool.ts'
import type { Document, Refusal } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { withDistinctIds } from '../text/distinct-ids.ts'
import { joined } from '../tracing/joined.ts'
import { pilesOf } from '../tracing/piles.ts'
import { tracePile } from '../tracing/topic.ts'

/** How the work is done; the report is the same whichever way. */
export interface Work {
  /** How many threads trace piles side by side; as many as the machine has processors when not given. */
  readonly threads?: number
  /** The script that a thread runs, where it is not beside this module. */
  readonly script?: URL
  /** Called after every pile. */
  readonly done?: (documents: number, of: number) => void
}

/** `trace`, for a collection that may be large: pile by pile, several at once where there are several processors. */
export async function traceCollection(
  given: readonly Document[],
  refusals: readonly Refusal[],
  { threads = availableParallelism(), script = besideThis, done = () => undefined }: Work = {},
): Promise<Report> {
  const piles = pilesOf(withDistinctIds(given))
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
      reports.push(counted(pile, tracePile(pile)))
      await new Promise(setImmediate)
    }
    return joined(reports, refusals)
  }
  const pool = openPool<readonly Document[], Report>(script, size)
  try {
    return joined(await largestFirst(piles, async (pile) => counted(pile, await pool.run(pile))), refusals)
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
