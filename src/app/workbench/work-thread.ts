import { parentPort, workerData } from 'node:worker_threads'
import { openCollection } from '../collection/open.ts'
import type { ThreadAnswer, ThreadData } from './lane.ts'
import { done, type Task } from './work.ts'

const { place, by, web, isTracedElsewhere } = workerData as ThreadData
const opened = openCollection(place)
const acting = { by, now: () => new Date().toISOString() }
const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)

/** A thread of its own: does one task after the other on a collection that it opens for itself. */
parentPort?.on('message', async (task: Task) => {
  try {
    say({
      result: await done(task, { store: await opened, acting, web, isTracedElsewhere, tell: (told) => say({ told }) }),
    })
  } catch (failure) {
    say({ failure: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) })
  }
})
