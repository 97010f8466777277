import { z } from 'zod'
import type { Hint } from '../../ports/queue.ts'
import type { ReportVersion, Store } from '../../ports/store.ts'
import { pipeline } from '../collection/acting.ts'
import { hexOf } from '../collection/digest.ts'

/** What one of many processes does on a collection. Each can be done twice, late, or by two at once, and the same comes of it. */
export type Task = ReadTask | TraceTask | PartTask

/** Read one version of a report, and keep what was found in it. */
export interface ReadTask extends ReportVersion {
  readonly kind: 'read'
}

/** Trace a pile, and keep its report. */
export interface TraceTask {
  readonly kind: 'trace'
  /** What names its documents in these versions, read in this way. */
  readonly base: string
  /** The line of the log up to which decisions are taken into account. */
  readonly upTo: number
  readonly members: readonly ReportVersion[]
}

/** Part what is in the collection, have its piles traced, and write down what its answers are made of. */
export interface PartTask {
  readonly kind: 'part'
  /** The last line of the log when somebody asked for it. */
  readonly upTo: number
}

/** A task as the queue carries it. @param round told apart from the same task of before, which may have got lost */
export function hintOf(task: Task, round = 0): Hint {
  const about =
    task.kind === 'read' ? [task.id, task.version] : task.kind === 'trace' ? [task.base, task.upTo] : [task.upTo]
  return {
    subject: task.kind === 'part' ? 'part' : 'work',
    id: hexOf(JSON.stringify([pipeline, task.kind, ...about, ...(round === 0 ? [] : [round])])),
    body: task,
  }
}

/** The task that a hint carries; undefined where it carries none: whoever may write to the queue may write anything. */
export function taskIn(body: unknown): Task | undefined {
  const { data } = task.safeParse(body)
  return data
}

/** What is carried as one message; a pile that is larger is traced by whoever planned it. */
export const isShort = (task: Task): boolean => Buffer.byteLength(JSON.stringify(task)) < 500_000

const number = z.int().nonnegative()
const reportVersion = { id: z.string(), version: number }
const task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), ...reportVersion }),
  z.object({ kind: z.literal('trace'), base: z.string(), upTo: number, members: z.array(z.object(reportVersion)) }),
  z.object({ kind: z.literal('part'), upTo: number }),
])

/**
 * What the queue of a collection goes by, however its database is reached: the first line of its log, which never changes; and the way it is
 * read, so that two versions of Headwater do not take each other's work. Undefined where nothing is in it yet.
 */
export async function queueOf(
  store: Store,
): Promise<{ readonly collection: string; readonly pipeline: string } | undefined> {
  const first = await store.firstLine()
  return first && { collection: first.digest.slice(0, 16), pipeline: hexOf(pipeline).slice(0, 16) }
}
