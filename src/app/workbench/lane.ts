import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Store } from '../../ports/store.ts'
import { type Telemetry, unwatched } from '../../ports/telemetry.ts'
import type { Acting } from '../collection/acting.ts'
import type { WebOptions } from '../web.ts'
import { type Done, done, type Task, type Told } from './work.ts'

/** Does one task after another, in the order in which they were given. */
export interface Lane {
  run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, tell?: (told: Told) => void): Promise<Done[K]>
  /** Somebody is about to ask: the thread is begun now, so that the first task need not wait for it. */
  begin(): void
  /** How many tasks are not done yet. */
  readonly waiting: number
  /** Ends what is under way; what is kept of it stays, and adding it again goes on from there. */
  close(): Promise<void>
}

/** What a lane works with: a collection that is open here, and the place at which a thread opens it for itself. */
export interface LaneOptions {
  readonly store: Store
  readonly place: string | undefined
  readonly acting: Acting
  readonly web: WebOptions
  /** Whether others trace what comes in. */
  readonly isTracedElsewhere?: boolean
  /** The script that the thread runs; work is done in this thread where there is none. */
  readonly script?: URL
  /** What the collection is called where work is watched. */
  readonly name?: string
  readonly telemetry?: Telemetry | undefined
}

export function openLane(options: LaneOptions): Lane {
  const { store, place, acting, web, isTracedElsewhere = false, script = besideThis } = options
  const { name = '', telemetry = unwatched } = options
  const isBuilt = existsSync(script)
  let [last, waiting, closed] = [Promise.resolve(), 0, false]
  let thread: Worker | undefined

  return {
    run<K extends Task['kind']>(task: Extract<Task, { kind: K }>, tell: (told: Told) => void = () => undefined) {
      waiting++
      const result = last.then(() => {
        if (closed) throw ending()
        return telemetry.during({ kind: 'task', name: task.kind, facts: { collection: name } }, () =>
          isBuilt ? inThread<K>(task, tell) : done<K>(task, { store, acting, web, isTracedElsewhere, tell }),
        )
      })
      last = result.then(
        () => undefined,
        () => undefined,
      )
      return result.finally(() => waiting--)
    },
    begin() {
      if (isBuilt && !closed) begun()
    },
    get waiting() {
      return waiting
    },
    async close() {
      closed = true
      await thread?.terminate()
      if (!isBuilt) await last
    },
  }

  function begun(): Worker {
    if (thread) return thread
    const worker = new Worker(script, {
      workerData: { place, by: acting.by, web, isTracedElsewhere } satisfies ThreadData,
    })
    // Also when it breaks down while nobody waits for it: the next task begins another.
    const gone = (): void => {
      if (thread === worker) thread = undefined
    }
    worker.on('error', gone).on('exit', gone)
    thread = worker
    return worker
  }

  function inThread<K extends Task['kind']>(task: Task, tell: (told: Told) => void): Promise<Done[K]> {
    const worker = begun()
    return new Promise((resolve, reject) => {
      const settled = (): void => {
        worker.off('message', answered).off('error', broken).off('exit', ended)
      }
      const answered = (answer: ThreadAnswer): void => {
        if ('told' in answer) {
          tell(answer.told)
          return
        }
        settled()
        if ('failure' in answer) reject(new Error(answer.failure))
        else resolve(answer.result as Done[K])
      }
      const broken = (cause: unknown): void => {
        settled()
        if (thread === worker) thread = undefined
        reject(closed ? ending() : new Error('the thread that works broke down', { cause }))
      }
      const ended = (): void => broken(new Error('it ended'))
      worker.on('message', answered).on('error', broken).on('exit', ended)
      worker.postMessage(task)
    })
  }
}

/** Nothing failed: what was under way is kept and goes on at the next start. */
const ending = (): Error => Object.assign(new Error('the server is ending'), { code: 'ENDING' })

/** Whether work was given up because the server ends. */
export const isEnding = (error: unknown): boolean => (error as { readonly code?: unknown } | null)?.code === 'ENDING'

/** What a thread is begun with. */
export interface ThreadData {
  readonly place: string | undefined
  readonly by: string
  readonly web: WebOptions
  readonly isTracedElsewhere: boolean
}

/** What a thread says. */
export type ThreadAnswer = { readonly told: Told } | { readonly result: unknown } | { readonly failure: string }

/** Wherever it is built to. */
const besideThis = new URL('./work-thread.js', import.meta.url)
