import { Worker } from 'node:worker_threads'

/** Threads that each do one job at a time. */
export interface Pool<Job, Result> {
  /** Rejects with the job's failure as `cause` when the job throws or its thread ends. */
  run(job: Job): Promise<Result>
  close(): Promise<void>
}

/** What a thread answers. */
export type Answer<Result> = { readonly result: Result } | { readonly failure: unknown }

/**
 * Opens threads that run a script, which is to answer every message with an `Answer`.
 *
 * @param size how many threads
 */
export function openPool<Job, Result>(script: URL, size: number): Pool<Job, Result> {
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
    const worker = new Worker(script)
    idle.push(worker)
    return worker
  }

  function next(): void {
    const [worker, task] = [idle[0], waiting[0]]
    if (worker === undefined || task === undefined) return
    idle.shift()
    waiting.shift()
    const settled = (): void => {
      worker.off('message', answered).off('error', broken).off('exit', ended)
    }
    const answered = (answer: Answer<Result>): void => {
      settled()
      idle.push(worker)
      if ('result' in answer) task.done(answer.result)
      else task.failed(new Error('a job failed in its thread', { cause: answer.failure }))
      next()
    }
    const broken = (cause: unknown): void => {
      settled()
      task.failed(new Error('a thread broke down', { cause }))
      replace(worker)
    }
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

interface Task<Job, Result> {
  readonly job: Job
  readonly done: (result: Result) => void
  readonly failed: (error: Error) => void
}
