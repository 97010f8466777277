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

/** Trace a pile as it was planned, and keep its report. What is in it stands in the collection: nobody can plan one by a hint. */
export interface TraceTask {
  readonly kind: 'trace'
  /** What the planned pile goes by, and the line of the log up to which it was planned. */
  readonly base: string
  readonly upTo: number
}

/** Part what is in the collection, have its piles traced, and write down what its answers are made of. */
export interface PartTask {
  readonly kind: 'part'
  /** The last line of the log when somebody asked for it. */
  readonly upTo: number
}

/** A task as the queue carries it. @param round told apart from the same task of before, which may have got lost */
export function hintOf(task: Task, round = 0): Hint {
  return { subject: task.kind === 'part' ? 'part' : 'work', id: digestOf(task, round), body: task }
}

/** What a task goes by, the same wherever it comes from. */
export function digestOf(task: Task, round = 0): string {
  const about =
    task.kind === 'read' ? [task.id, task.version] : task.kind === 'trace' ? [task.base, task.upTo] : [task.upTo]
  return hexOf(JSON.stringify([pipeline, task.kind, ...about, ...(round === 0 ? [] : [round])]))
}

/** The task that a hint carries; undefined where it carries none: whoever may write to the queue may write anything. */
export function taskIn(body: unknown): Task | undefined {
  const { data } = task.safeParse(body)
  return data
}

/** As databases can be asked for: no letter or number that one of them would fail on each time the hint comes again. */
const number = z.int32().nonnegative()
const name = z.string().refine((text) => !text.includes('\0') && text.isWellFormed())
const task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), id: name, version: number }),
  z.object({ kind: z.literal('trace'), base: name, upTo: number }),
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
