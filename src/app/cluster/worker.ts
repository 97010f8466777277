import type { Delivery, Queue, Subject } from '../../ports/queue.ts'
import type { Store } from '../../ports/store.ts'
import { type Telemetry, unwatched } from '../../ports/telemetry.ts'
import { type Acting, pipeline } from '../collection/acting.ts'
import { join, replacing } from '../collection/builds.ts'
import { setAside, unreadable } from '../collection/readings.ts'
import { isDue } from '../collection/refresh.ts'
import { announceChange } from './announce.ts'
import type { WorkerEvent } from './events.ts'
import type { Hands } from './hands.ts'
import type { Outcome } from './jobs.ts'
import { part } from './part.ts'
import { digestOf, type ReadTask, type Task, type TraceTask, taskIn } from './tasks.ts'

/** One of any number of processes that read and trace one collection. */
export interface Worker {
  /**
   * Takes no more, finishes what it holds, and hands back what is not finished in time.
   *
   * @param grace milliseconds
   */
  stop(grace: number): Promise<void>
}

export interface WorkerOptions {
  readonly store: Store
  readonly queue: Queue
  readonly hands: Hands
  readonly acting: Acting
  readonly tell?: (event: WorkerEvent) => void
  /** What the collection is called where work is watched. */
  readonly name?: string
  readonly telemetry?: Telemetry
  /** Whether this build makes the answers even where a newer one did. */
  readonly takesOver?: boolean
  readonly pace?: Partial<Pace>
}

/** How often and how long; milliseconds. */
export interface Pace {
  /** Between two looks of one who has nothing to do. */
  readonly look: number
  /** Between two words that it is still at it. */
  readonly beat: number
  /** How long it asks the queue in one go. */
  readonly ask: number
  /** Between two looks at how far others have come. */
  readonly poll: number
  /** How long nothing may happen, with an empty queue, before hints are taken for lost. */
  readonly lost: number
  /** The first wait after a failure; each further one is twice as long, up to the longest. */
  readonly wait: number
  readonly longestWait: number
  /** How many times a task may fail before it is tried alone, and set aside where it fails again. */
  readonly tries: number
}

/** @param silence after how long without a word one is taken for dead: nothing that somebody is waited for takes longer */
export const paceFor = (silence: number): Pace => ({
  look: silence,
  beat: silence / 4,
  ask: (2 / 3) * silence,
  poll: 250,
  lost: 5_000,
  wait: 500,
  longestWait: silence,
  tries: 3,
})

const usualPace = paceFor(30_000)

/**
 * Begins to work. What there is to do is looked up in the collection at the start and whenever nothing else is to be done, so that a hint that got
 * lost costs time and nothing else.
 */
export function openWorker({
  store,
  queue,
  hands,
  acting,
  tell = () => undefined,
  name = '',
  telemetry = unwatched,
  takesOver = false,
  pace: given = {},
}: WorkerOptions): Worker {
  const pace: Pace = { ...usualPace, ...given }
  let isStopping = false
  /** Wakes each of those who rest. */
  const resting = new Set<() => void>()
  const held = new Set<Delivery>()
  /** The last parting; settled when it is over. */
  let parting: Promise<unknown> = Promise.resolve()
  let hasJoined = false
  /** The newer build that was told of. */
  let toldOf: string | undefined

  const loops = [...Array.from({ length: hands.count }, () => takeFrom('work')), takeFrom('part'), lookAround()]

  return {
    async stop(grace) {
      isStopping = true
      for (const wake of [...resting]) wake()
      queue.drain()
      const all = Promise.all(loops)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<'late'>((over) => {
        timer = setTimeout(over, grace, 'late')
      })
      if ((await Promise.race([all, late])) === 'late') for (const delivery of held) delivery.nak(0)
      clearTimeout(timer)
      await hands.close()
      await all
    },
  }

  async function takeFrom(subject: Subject): Promise<void> {
    let wait = pace.wait
    while (!isStopping) {
      try {
        const delivery = await queue.take(subject, pace.ask)
        wait = pace.wait
        if (delivery) await handle(delivery)
      } catch (error) {
        tell({ kind: 'failed', about: 'queue', says: saying(error) })
        await pause(wait)
        wait = Math.min(2 * wait, pace.longestWait)
      }
    }
  }

  async function handle(delivery: Delivery): Promise<void> {
    held.add(delivery)
    const beats = setInterval(() => delivery.inProgress(), pace.beat)
    try {
      const isDone = await done(delivery)
      if (isDone) delivery.ack()
      else delivery.nak(isStopping ? 0 : waitAfter(delivery.times))
    } catch (error) {
      delivery.nak(isStopping ? 0 : waitAfter(delivery.times))
      if (isStopping) return
      tell({ kind: 'failed', about: 'task', says: saying(error) })
      await untilAnswered()
    } finally {
      clearInterval(beats)
      held.delete(delivery)
    }
  }

  /** @returns whether it need not come again */
  async function done({ body }: Delivery): Promise<boolean> {
    const task = taskIn(body)
    if (!task) return true
    return telemetry.during({ kind: 'task', name: task.kind, facts: { collection: name } }, async (noted) => {
      const isDone = await carriedOut(task)
      if (!isDone) noted({ outcome: 'again' })
      return isDone
    })
  }

  async function carriedOut(task: Task): Promise<boolean> {
    if (await isReplaced()) return true
    if (task.kind !== 'part') return work(task)
    return parted()
  }

  /** One after the other: who was handed a hint and who found the queue full share the hands that plan, which hold one plan. */
  function parted(): Promise<boolean> {
    const doing = { store, queue, hands, work, tell, pause, pace, isStopping: () => isStopping, isReplaced }
    const next = parting.then(() => !isStopping && part(doing))
    parting = next.catch(() => false)
    return next
  }

  /**
   * Does one piece of work. What fails again and again is tried alone, and set aside where it fails even then: nothing else ever is. How often it
   * failed stands in the collection: how often a hint came says nothing, and whoever may write to the queue may say what he likes.
   */
  async function work(task: ReadTask | TraceTask): Promise<boolean> {
    const started = performance.now()
    const about = aboutOf(task)
    let outcome: Outcome = await hands.work(task)
    if (isStopping && isFault(outcome)) return false
    if (isFault(outcome)) {
      const times = await store.write((writing) => writing.countFailure(digestOf(task)))
      if (times < pace.tries) {
        tell({ kind: 'failed', about, says: outcome.fault })
        return false
      }
      tell({ kind: 'suspected', about, says: outcome.fault })
      outcome = await hands.workApart(task)
      if (isStopping && isFault(outcome)) return false
      if (isFault(outcome)) return givenUp(task, times + 1, outcome.fault)
    }
    tell({ kind: 'done', task: task.kind, about, outcome, milliseconds: performance.now() - started })
    return true
  }

  /** @returns whether it need not come again */
  async function givenUp(task: ReadTask | TraceTask, times: number, fault: string): Promise<boolean> {
    const versions = task.kind === 'read' ? [task] : ((await store.planned([task.base])).get(task.base)?.members ?? [])
    const together = versions.length > 1 ? `, together with ${versions.length - 1} reports like it,` : ''
    const says = unreadable(`${times} times${together}`, fault)
    const gone = await setAside(store, versions, { says, isOfTracing: task.kind === 'trace' }, acting)
    if (gone.length > 0) tell({ kind: 'set-aside', about: aboutOf(task), says: fault })
    // Whoever parts plans anew, without what would be found in them.
    return true
  }

  /** Looks what is to be done when nobody says so. */
  async function lookAround(): Promise<void> {
    while (!isStopping) {
      try {
        const isIdle = (await queue.open('work')) + (await queue.open('part')) === 0
        if (isIdle && !(await isReplaced()) && (await isDue(store)) && !(await announceChange(queue, store)))
          // Nobody can be told: the queue is full of what is not for this build.
          await carriedOut({ kind: 'part', upTo: 0 })
      } catch (error) {
        if (!isStopping) tell({ kind: 'failed', about: 'look', says: saying(error) })
      }
      // Not all at the same moment.
      await pause(pace.look * (0.75 + Math.random() / 2))
    }
  }

  /** Whether a newer build makes the answers. Two that run side by side would go on undoing each other's work: the older one rests. */
  async function isReplaced(): Promise<boolean> {
    if (!hasJoined) await join(store, pipeline, takesOver)
    hasJoined = true
    const by = await replacing(store, pipeline)
    if (by !== undefined && by !== toldOf) tell({ kind: 'replaced', by })
    toldOf = by
    return by !== undefined
  }

  async function untilAnswered(): Promise<void> {
    for (let wait = pace.wait; !isStopping; wait = Math.min(2 * wait, pace.longestWait)) {
      await pause(wait)
      try {
        await store.lastLine()
        return
      } catch (error) {
        tell({ kind: 'failed', about: 'collection', says: saying(error) })
      }
    }
  }

  function waitAfter(times: number): number {
    return Math.min(pace.wait * 2 ** Math.min(times, 10), pace.longestWait)
  }

  /** Rests; ends early when it is to stop. No race with a promise that lasts: every rest would leave something behind at it. */
  function pause(milliseconds: number): Promise<void> {
    if (isStopping) return Promise.resolve()
    return new Promise((over) => {
      const wake = (): void => {
        clearTimeout(timer)
        resting.delete(wake)
        over()
      }
      const timer = setTimeout(wake, milliseconds)
      resting.add(wake)
    })
  }
}

const isFault = (outcome: Outcome): outcome is { readonly fault: string } => typeof outcome === 'object'

const aboutOf = (task: ReadTask | TraceTask): string =>
  task.kind === 'read' ? `${task.id} (version ${task.version})` : `the pile ${task.base.slice(0, 12)}`

const saying = (error: unknown): string => (error instanceof Error ? error.message : String(error))
