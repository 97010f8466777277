import { parentPort, workerData } from 'node:worker_threads'
import type { Answer } from '../../adapters/threads/pool.ts'
import type { Store, TracedPile } from '../../ports/store.ts'
import { openTouching } from '../../tracing/touching.ts'
import type { Acting } from './acting.ts'
import { heldReadingsOf } from './held-readings.ts'
import { openCollection } from './open.ts'
import { toTrace } from './piles.ts'
import type { ThreadData, ThreadJob } from './side-by-side.ts'

/** A thread of its own: reads and traces for a collection that it opens for itself, and keeps there what it found. */
const { place, by, decisions } = workerData as ThreadData
const touching = openTouching(decisions)
const acting: Acting = { by, now: () => new Date().toISOString() }
let opened: Store | undefined

parentPort?.on('message', async (job: ThreadJob) => {
  parentPort?.postMessage(await answerTo(job))
})

async function answerTo(job: ThreadJob): Promise<Answer<TracedPile | undefined>> {
  try {
    opened ??= await openCollection(place, { create: false })
    return { result: await done(opened, job) }
  } catch (failure) {
    return { failure }
  }
}

async function done(store: Store, job: ThreadJob): Promise<TracedPile | undefined> {
  if ('trace' in job) return (await toTrace(store, { ...job.trace, decisions }, touching).traced(acting))?.pile
  const held = heldReadingsOf(store)
  const readings = await held.of(job.read)
  // Of one that was set aside meanwhile whoever traces the pile is told.
  if (readings) await held.keep(readings, acting)
  return undefined
}
