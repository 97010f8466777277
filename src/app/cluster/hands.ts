import { existsSync } from 'node:fs'
import { inChild } from '../../adapters/threads/child.ts'
import { openPool, type Pool, type PoolFailure } from '../../adapters/threads/pool.ts'
import type { Done, Job, Outcome } from './jobs.ts'
import type { ReadTask, TraceTask } from './tasks.ts'

/** Those who do the jobs of a worker, so that it itself always has time to say that it is at it. */
export interface Hands {
  /** How many pieces of work can be done side by side. */
  readonly count: number
  /** @throws Error when the world fails, never for what lies in the texts: that is a fault */
  work(task: ReadTask | TraceTask): Promise<Outcome>
  /** The same, alone in a process of its own: what comes of it is the task's doing and nobody else's. */
  workApart(task: ReadTask | TraceTask): Promise<Outcome>
  plan(): Promise<Done['plan']>
  finish(): Promise<Done['finish']>
  /** Ends what is under way; nothing of it is half written. */
  close(): Promise<void>
}

/** What a thread is begun with. */
export interface ThreadData {
  readonly place: string | undefined
  readonly by: string
  readonly answersWithin: number
  readonly silence: number | undefined
}

export interface HandsOptions {
  /** Where threads open the collection for themselves. */
  readonly place: string | undefined
  readonly by: string
  readonly threads: number
  /** How long one report may be read, or one pile traced; milliseconds. */
  readonly longest: number
  /** After how long without a word the database is taken for gone; milliseconds. */
  readonly silence?: number
  /** The script that a thread runs, where it is not beside this module. */
  readonly script?: URL
}

export function openHands({ place, by, threads, longest, silence, script = besideThis }: HandsOptions): Hands {
  if (!existsSync(script)) throw new Error(`the program is not whole: there is no ${script.pathname}; build it anew`)
  const workerData = { place, by, answersWithin, silence } satisfies ThreadData
  const working = openPool<Job, unknown>(script, threads, { workerData, longest })
  /** Whoever parts waits most of the time. */
  let parting: Pool<Job, unknown> | undefined

  return {
    count: threads,
    work: (task) => tried(working.run(task), longest),
    workApart: (task) => tried(inChild(script, task, { workerData, longest }), longest),
    plan: () => part({ kind: 'plan' }) as Promise<Done['plan']>,
    finish: () => part({ kind: 'finish' }) as Promise<Done['finish']>,
    close: async () => void (await Promise.all([working.close(), parting?.close()])),
  }

  function part(job: Job): Promise<unknown> {
    parting ??= openPool<Job, unknown>(script, 1, { workerData })
    return parting.run(job)
  }
}

/** A database that can be reached and does not answer for so long, in milliseconds, is taken for gone. */
export const answersWithin = 300_000

async function tried(running: Promise<unknown>, longest: number): Promise<Outcome> {
  try {
    return (await running) as Outcome
  } catch (error) {
    const { why, cause } = error as { readonly why?: PoolFailure; readonly cause?: unknown }
    if (why === 'JOB_TOO_LONG') return { fault: `it took longer than ${Math.round(longest / 1000)} seconds` }
    if (why === 'JOB_DIED')
      return { fault: `what did it broke down (${cause instanceof Error ? cause.message : (error as Error).message})` }
    throw new Error(`the collection could not be worked on: ${firstLine(cause ?? error)}`, { cause: error })
  }
}

const firstLine = (error: unknown): string => String(error).split('\n')[0] ?? ''

/** Wherever it is built to. */
const besideThis = new URL('./worker-thread.js', import.meta.url)
