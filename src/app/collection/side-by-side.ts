import { existsSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { openPool } from '../../adapters/threads/pool.ts'
import type { Store, TracedPile } from '../../ports/store.ts'
import type { InForce } from '../../tracing/in-force.ts'
import { type Acting, pipeline } from './acting.ts'
import type { Member } from './held-readings.ts'
import type { PileGiven, PileToTrace } from './piles.ts'

/** Threads that open a collection for themselves. */
export interface Threads {
  /** Where it is, as `openCollection` takes it. */
  readonly place: string | undefined
  /** How many at most; when not given, as many as the machine has processors and memory for. */
  readonly count?: number | undefined
  /** The script that a thread runs, where it is not beside this module. */
  readonly script?: URL
}

/** What a thread is begun with. */
export interface ThreadData {
  readonly place: string | undefined
  readonly by: string
  /** All that were in force when it was planned: they are the same for every pile, and may be many. */
  readonly decisions: readonly InForce[]
}

/** What a thread does: it reads some reports of a large pile, or traces one and reads what nobody has read yet. What comes of it is kept. */
export type ThreadJob = { readonly read: readonly Member[] } | { readonly trace: Omit<PileGiven, 'decisions'> }

/** What became of a pile; undefined where it is not to be traced any more. */
type Outcome = TracedPile | undefined

/**
 * Has piles read and traced in threads, the largest first, and gives what came of each in their order, nothing for those that are not to be
 * traced any more and what was still to come then. Undefined where threads are not worth their while.
 *
 * @param tracedHere traces a pile in this thread
 * @param done called after every pile with how many reports are in it
 */
export async function tracedSideBySide(
  store: Store,
  piles: readonly PileToTrace[],
  acting: Acting,
  { place, count = affordable(), script = besideThis }: Threads,
  tracedHere: (pile: PileToTrace) => Promise<Outcome>,
  done: (documents: number) => void,
): Promise<readonly Outcome[] | undefined> {
  const plans: Planned[] = []
  for (const [at, pile] of piles.entries()) plans.push({ at, pile, ahead: await readAhead(store, pile) })
  const documents = piles.reduce((sum, { members }) => sum + members.length, 0)
  const parts = plans.reduce((sum, { ahead }) => sum + 1 + ahead.length, 0)
  const size = Math.min(count, Math.floor(documents / worthAThread), parts)
  if (size < 2 || !existsSync(script)) return undefined

  const decisions = piles[0]?.given.decisions ?? []
  const workerData = { place, by: acting.by, decisions } satisfies ThreadData
  const pool = openPool<ThreadJob, Outcome>(script, size, { workerData })
  const outcomes = new Map<number, Outcome>()
  const waiting = plans.sort((a, b) => b.pile.members.length - a.pile.members.length || a.at - b.at)
  let isOver = false
  let failed = 0
  try {
    // One more under way than there are threads, so that none is idle between two piles.
    await Promise.all(Array.from({ length: size + 1 }, workOff))
  } finally {
    isOver = true
    await pool.close()
  }
  return piles.map((_, at) => outcomes.get(at))

  async function workOff(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const outcome = await traced(next)
      if (isOver) return
      outcomes.set(next.at, outcome)
      done(next.pile.members.length)
      if (!outcome) waiting.length = 0
    }
  }

  /** What a thread cannot do is done here: then whoever asked is told why it fails, or it was the thread that was too small. */
  async function traced({ pile, ahead }: Planned): Promise<Outcome> {
    try {
      // Threads that fail one job after the other (a database that takes no more connections) are given up.
      if (failed > size) throw new Error('the threads do not work')
      await Promise.all(ahead.map((read) => pool.run({ read })))
      const { members, order } = pile.given
      return await pool.run({ trace: { members, order } })
    } catch {
      failed++
      return isOver ? undefined : await tracedHere(pile)
    }
  }
}

interface Planned {
  readonly at: number
  readonly pile: PileToTrace
  /** What is read before the pile is traced, by whichever thread is free. */
  readonly ahead: readonly (readonly Member[])[]
}

async function readAhead(store: Store, { members }: PileToTrace): Promise<Planned['ahead']> {
  if (members.length <= atOnce) return []
  const unread = new Set((await store.unread(members, pipeline)).map(({ id }) => id))
  if (unread.size <= atOnce) return []
  const some = members.filter(({ id, isSetAside }) => unread.has(id) && !isSetAside)
  return Array.from({ length: Math.ceil(some.length / atOnce) }, (_, i) => some.slice(i * atOnce, (i + 1) * atOnce))
}

/** Reports that one thread reads in a go: a writing for each would be many, and for all of a large pile would leave others idle. */
const atOnce = 10

/** Documents below which another thread costs more than it brings: each loads the tables of words and weights anew. */
const worthAThread = 40

/** A thread and what it holds take up to 600 MB: a machine, or the part of it that this program was given, is not to be filled with them. */
function affordable(): number {
  const given = process.constrainedMemory() ?? 0
  const memory = given > 0 ? Math.min(given, totalmem()) : totalmem()
  return Math.min(availableParallelism(), Math.max(1, Math.floor(memory / 2 ** 30) - 1))
}

/** Wherever it is built to. */
const besideThis = new URL('./pile-thread.js', import.meta.url)
