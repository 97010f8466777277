import { Worker } from 'node:worker_threads'

/** Threads that each do one job at a time. */
export interface Pool<Job, Result> {
  /** Rejects with a `PoolFailure` as `why`, and the job's failure as `cause`. */
  run(job: Job): Promise<Result>
  close(): Promise<void>
}

/** What a thread answers; before that, whether it computes, and waits for nothing else. */
export type Answer<Result> =
  | { readonly result: Result }
  | { readonly failure: unknown }
  | { readonly isComputing: boolean }

export interface PoolOptions {
  /** What every thread is begun with. */
  readonly workerData?: unknown
  /** How long a job may compute, in milliseconds. What it waits for does not count. */
  readonly longest?: number
}

/** Why a job came to no result: it threw, its thread ended in the midst of it, or it took too long. */
export type PoolFailure = 'JOB_FAILED' | 'JOB_DIED' | 'JOB_TOO_LONG'

/**
 * Opens threads that run a script, which is to answer every message with an `Answer`.
 *
 * @param size how many threads
 */
export function openPool<Job, Result>(
  script: URL,
  size: number,
  { workerData, longest }: PoolOptions = {},
): Pool<Job, Result> {
  const waiting: Task<Job, Result>[] = []
  const idle: Worker[] = []
  const workers = Array.from({ length: size }, open)
  let closed = false

  return {
    run: (job) =>
      new Promise<Result>((done, failed) => {
        waiting.push({ job, done, failed })
        next()
      }),
    async close() {
      closed = true
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }

  function open(): Worker {
    const worker = new Worker(script, { workerData })
    // Between two jobs nobody else listens. A new thread is opened when there is something to do for it, lest one that cannot begin is begun for ever.
    worker.on('error', () => undefined)
    worker.on('exit', () => {
      if (idle.includes(worker)) for (const list of [idle, workers]) list.splice(list.indexOf(worker), 1)
    })
    idle.push(worker)
    return worker
  }

  function next(): void {
    if (idle.length === 0 && workers.length < size && waiting.length > 0 && !closed) workers.push(open())
    const [worker, task] = [idle[0], waiting[0]]
    if (worker === undefined || task === undefined) return
    idle.shift()
    waiting.shift()
    const limit = openLimit(longest, () => given(failure('JOB_TOO_LONG', 'a job took too long')))
    const settled = (): void => {
      limit.stop()
      worker.off('message', answered).off('error', broken).off('exit', ended)
    }
    const answered = (answer: Answer<Result>): void => {
      if ('isComputing' in answer) {
        if (answer.isComputing) limit.start()
        else limit.stop()
        return
      }
      settled()
      idle.push(worker)
      if ('result' in answer) task.done(answer.result)
      else task.failed(failure('JOB_FAILED', 'a job failed in its thread', answer.failure))
      next()
    }
    const given = (error: Error): void => {
      settled()
      task.failed(error)
      replace(worker)
    }
    const broken = (cause: unknown): void => given(failure('JOB_DIED', 'a thread broke down', cause))
    const ended = (code: number): void => broken(new Error(`it ended with code ${code}`))
    worker.on('message', answered).on('error', broken).on('exit', ended)
    worker.postMessage(task.job)
  }

  /** A thread that broke down (out of memory, say) takes one job with it, not those that wait. */
  function replace(worker: Worker): void {
    if (closed) return
    void worker.terminate()
    workers[workers.indexOf(worker)] = open()
    next()
  }
}

/** Counts the time that something may take, again and again. */
export function openLimit(longest: number | undefined, over: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    start() {
      clearTimeout(timer)
      if (longest !== undefined) timer = setTimeout(over, longest)
    },
    stop: () => clearTimeout(timer),
  }
}

export const failure = (why: PoolFailure, says: string, cause?: unknown): Error =>
  Object.assign(new Error(says, { cause }), { why })

interface Task<Job, Result> {
  readonly job: Job
  readonly done: (result: Result) => void
  readonly failed: (error: Error) => void
}
