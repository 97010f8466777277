import { parentPort, workerData } from 'node:worker_threads'
import type { ChildJob } from '../../adapters/threads/child.ts'
import type { Answer } from '../../adapters/threads/pool.ts'
import { openCollection } from '../collection/open.ts'
import type { ThreadData } from './hands.ts'
import { type Bench, type Job, openBench } from './jobs.ts'

/** A thread of a worker, which does one job after the other on a collection that it opens for itself; or a process for one job. */
if (parentPort) parentPort.on('message', (job: Job) => void answer(workerData as ThreadData, job))
else process.once('message', ({ workerData: data, job }: ChildJob<Job>) => void answer(data as ThreadData, job))

let bench: Bench | undefined

async function answer(data: ThreadData, job: Job): Promise<void> {
  try {
    bench ??= await opened(data)
    say({ result: await bench.done(job) })
  } catch (failure) {
    say({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
  }
}

async function opened({ place, by, answersWithin, silence }: ThreadData): Promise<Bench> {
  const store = await openCollection(place, { create: false, answersWithin, silence })
  const acting = { by, now: () => new Date().toISOString() }
  return openBench({ store, acting, computing: (isComputing) => say({ isComputing }) })
}

function say(said: Answer<unknown>): void {
  if (parentPort) parentPort.postMessage(said)
  else process.send?.(said)
}
