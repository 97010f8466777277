import type { Queue } from '../../ports/queue.ts'
import type { ReportVersion, Store } from '../../ports/store.ts'
import { pipeline } from '../collection/acting.ts'
import { movedAside, versionName } from '../collection/aside.ts'
import type { WorkerEvent } from './events.ts'
import type { Hands } from './hands.ts'
import type { OpenPile, Planned } from './jobs.ts'
import { hintOf, type ReadTask, type Task, type TraceTask } from './tasks.ts'
import type { Pace } from './worker.ts'

/** What parting needs of the worker that does it. */
export interface Parting {
  readonly store: Store
  readonly queue: Queue
  readonly hands: Pick<Hands, 'plan' | 'finish'>
  work(task: ReadTask | TraceTask): Promise<boolean>
  tell(event: WorkerEvent): void
  pause(milliseconds: number): Promise<void>
  readonly pace: Pace
  isStopping(): boolean
  /** Whether a newer build makes the answers now. */
  isReplaced(): Promise<boolean>
}

/**
 * Brings the answers of a collection up to what is in it: plans its piles, has whoever is free read and trace them, and writes down what the answers are
 * made of once all are there. Whoever does this dies: another begins anew, and finds what was read and traced.
 *
 * @returns whether it need not be done again
 */
export async function part(parting: Parting): Promise<boolean> {
  const { hands, tell, isStopping, isReplaced } = parting
  const started = performance.now()
  const plan = await hands.plan()
  if (!plan) return true
  tell({ kind: 'planned', upTo: plan.upTo, piles: plan.piles.length })
  const standing = await spread(plan, parting)
  if (isStopping() || standing === 'overtaken' || (await isReplaced())) return false
  if (standing === 'outdated') return part(parting)
  const finished = await hands.finish()
  // Somebody else came first; whether all is done is for the next look.
  if (!finished) return false
  tell({ kind: 'finished', upTo: plan.upTo, ...finished, milliseconds: performance.now() - started })
  return true
}

/**
 * Has piles read and traced, and what is to be compared read, by whoever is free, until all of it is kept.
 *
 * @returns what the plan is now: `overtaken` where somebody else finished one, `outdated` where reports of some piles were set aside meanwhile, so that
 * these have to be planned anew
 */
async function spread(
  { piles, upTo, unread: besides }: Planned,
  parting: Parting,
): Promise<'carried-out' | 'overtaken' | 'outdated'> {
  const { store, queue, work, tell, pause, pace, isStopping, isReplaced } = parting
  let [left, besidesLeft] = [piles, besides]
  let isOutdated = false
  let hinted = new Set<string>()
  let [round, lastMoved, unreadBefore] = [0, performance.now(), 0]
  while (left.length + besidesLeft.length > 0 && !isStopping()) {
    // Workers of a build that is replaced carry no hints out.
    if (await isReplaced()) return 'overtaken'
    const moved = new Set((await movedAside(store, upTo)).map(versionName))
    const planned = left.filter(({ members }) => !members.some((member) => moved.has(versionName(member))))
    isOutdated ||= planned.length < left.length
    left = planned
    const [some, someBesides] = [left.slice(0, atOnce), besidesLeft.slice(0, atOnce)]
    const unread = await store.unread([...some.flatMap(({ members }) => members), ...someBesides], pipeline)
    const isUnread = new Set(unread.map(versionName))
    const readable = some.filter(({ members }) => !members.some((member) => isUnread.has(versionName(member))))
    await hint([
      ...unread.map((report): Task => ({ kind: 'read', ...report })),
      ...readable.map(({ base, upTo }): Task => ({ kind: 'trace', base, upTo })),
    ])
    await pause(pace.poll)

    const keys = await store.keysOf(some.map(({ base }) => base))
    const open = some.filter(({ base, kept }) => (keys.get(base)?.length ?? 0) <= kept)
    if ((await store.countPlanned(open.map(({ base }) => base))) < open.length) return 'overtaken'
    if (open.length < some.length || unread.length < unreadBefore) lastMoved = performance.now()
    unreadBefore = unread.length
    left = [...open, ...left.slice(atOnce)]
    besidesLeft = [...someBesides.filter((report) => isUnread.has(versionName(report))), ...besidesLeft.slice(atOnce)]
    if (performance.now() - lastMoved < pace.lost || (await isAnyOpen())) continue

    // Nobody has anything in hand, and nothing comes: then hints were lost, and are given again; what does not come even then is done here.
    tell({ kind: 'lost', piles: open.length })
    hinted = new Set()
    lastMoved = performance.now()
    if (++round > rounds) {
      await readHere(besidesLeft)
      for (const pile of open) await doneHere(pile)
    }
  }
  return isOutdated ? 'outdated' : 'carried-out'

  /** What the queue has no room for is hinted at when there is some. */
  async function hint(tasks: readonly Task[]): Promise<void> {
    for (const task of tasks) {
      const one = hintOf(task, round)
      if (hinted.has(one.id)) continue
      if (!(await queue.publish(one))) return
      hinted.add(one.id)
    }
  }

  async function isAnyOpen(): Promise<boolean> {
    return (await queue.open('work')) > 0
  }

  async function doneHere({ base, upTo, members }: OpenPile): Promise<void> {
    await readHere(members)
    for (let times = 1; times <= pace.tries && !isStopping(); times++)
      if (await work({ kind: 'trace', base, upTo })) return
  }

  async function readHere(reports: readonly ReportVersion[]): Promise<void> {
    for (let times = 1; times <= pace.tries && !isStopping(); times++)
      for (const report of await store.unread(reports, pipeline)) await work({ kind: 'read', ...report })
  }
}

/** Piles that are asked after at a time: more than any number of workers has in hand, and few enough to ask after several times a second. */
const atOnce = 200

/** How many times hints are given again. */
const rounds = 3
