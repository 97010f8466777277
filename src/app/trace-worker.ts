import { parentPort } from 'node:worker_threads'
import type { Answer } from '../adapters/threads/pool.ts'
import type { Document } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { tracePile } from '../tracing/topic.ts'

/** A thread of its own: reads and traces one pile after the other. */
parentPort?.on('message', (pile: readonly Document[]) => {
  parentPort?.postMessage(answerTo(pile))
})

function answerTo(pile: readonly Document[]): Answer<Report> {
  try {
    return { result: tracePile(pile) }
  } catch (failure) {
    return { failure }
  }
}
