import { parentPort } from 'node:worker_threads'
import type { Answer } from '../adapters/threads/pool.ts'
import type { Report } from '../model/report.ts'
import { tracePile } from '../tracing/topic.ts'
import type { PileToTrace } from './tracing.ts'

/** A thread of its own: reads and traces one pile after the other. */
parentPort?.on('message', (job: PileToTrace) => {
  parentPort?.postMessage(answerTo(job))
})

function answerTo({ pile, decisions }: PileToTrace): Answer<Report> {
  try {
    return { result: tracePile(pile, decisions) }
  } catch (failure) {
    return { failure }
  }
}
