import type { Alert } from '../../collection/alerts.ts'
import { answeringKinds } from '../../collection/log.ts'
import type { StoryPage } from '../../export/workbench/story-page.ts'
import type { Messenger } from '../../ports/messenger.ts'
import type { Store } from '../../ports/store.ts'
import { type Telemetry, unwatched } from '../../ports/telemetry.ts'
import { type Acting, pipeline } from '../collection/acting.ts'
import { leavesItTo } from '../collection/builds.ts'
import { deliver, dispatch } from '../collection/deliver.ts'
import { isDue } from '../collection/refresh.ts'
import type { WebOptions } from '../web.ts'
import type { Answer } from './answer.ts'
import { type Answers, openAnswers } from './answers.ts'
import { type Inputs, namesOf } from './inputs.ts'
import { isEnding, openLane } from './lane.ts'
import { openStories } from './stories.ts'
import type { Done, Item, Task, Told } from './work.ts'

/** A collection that people work at: its answers, what is under way, and news of both. */
export interface Desk {
  /** What the collection is called in addresses. */
  readonly name: string
  readonly store: Store
  readonly acting: Acting
  readonly answers: Answers
  /** The story that a report is about; undefined where there is no such report. */
  storyPage(answer: Answer, document: string): Promise<StoryPage | undefined>
  /** Does what somebody waits for (exports, checks, previews, notes of other programs) beside what comes in. Undefined where too many wait already. */
  ask<K extends Asked['kind']>(task: Extract<Asked, { kind: K }>): Promise<Done[K]> | undefined
  /** Somebody is about to ask: what answers is made ready. */
  expectQuestions(): void
  /** Takes something in for somebody, in the background. Undefined where too much is waiting already. */
  take(inputs: Inputs, by: string): Job | undefined
  job(id: string): Job | undefined
  /** Brings the answers up to what is in the collection, in the background. */
  refresh(): void
  /** Tasks that are not done yet. */
  readonly waiting: number
  /** Calls back with everything that happens, until the returned function is called. */
  listen(listener: (news: News) => void): () => void
  close(): Promise<void>
}

/** Work that gives something to whoever asked for it. */
export type Asked = Extract<Task, { readonly kind: 'export' | 'verify' | 'preview' | 'import' }>

/** Something handed in, and what has become of it so far. */
export interface Job {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  /** How far it has come, in one sentence. */
  readonly says: string
  readonly items: readonly JobItem[]
}

export interface JobItem extends Omit<Item, 'state'> {
  readonly state: Item['state'] | 'waiting'
}

export type News =
  | { readonly kind: 'job'; readonly job: Job }
  /** A new answer is there. */
  | { readonly kind: 'report'; readonly upTo: number }
  | { readonly kind: 'alert'; readonly alert: Alert }

export interface DeskOptions {
  readonly name: string
  readonly store: Store
  /** Where a thread opens the collection for itself. */
  readonly place: string | undefined
  readonly acting: Acting
  readonly web?: WebOptions
  /** Who is brought every alert; of several processes that name the same ones, one brings each. */
  readonly messengers?: readonly Messenger[]
  /** Called when there are alerts that were not there before. */
  readonly alerted?: () => Promise<void>
  /** Tells others who trace that there is something to trace; it is traced here when absent. */
  readonly announce?: () => Promise<void>
  /** The script that threads run, where it is not beside this module. */
  readonly script?: URL
  /** Told of what fails in the background. */
  readonly tell?: (says: string) => void
  readonly telemetry?: Telemetry | undefined
  /** How often it is looked whether something is due or another process changed the collection; milliseconds. */
  readonly every?: number
}

/** Opens a desk, and begins to bring its answers up to date. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { name, store, acting, web = {}, messengers = [], alerted, announce, every = 15_000 } = options
  const { tell = () => undefined } = options
  const telemetry = options.telemetry ?? unwatched
  const answers = openAnswers(store)
  const lane = { ...options, web, isTracedElsewhere: announce !== undefined }
  const [working, asking] = [openLane(lane), openLane(lane)]
  const listeners = new Set<(news: News) => void>()
  const jobs = new Map<string, Job>()
  let [serial, bytesWaiting, lastAlert, isLooking] = [0, 0, (await store.counts()).alerts, false]
  const refreshing = openRefreshing()
  // Whoever is new among them is told of what comes from now on.
  await dispatch(store, messengers, acting.now())
  let bringing: Promise<void> | undefined
  const timer = setInterval(() => void lookAround().catch(failed), every)
  timer.unref()
  refreshing.ask()

  return {
    name,
    store,
    acting,
    answers,
    storyPage: openStories(store),
    ask: <K extends Asked['kind']>(task: Extract<Asked, { kind: K }>) =>
      asking.waiting < most.asked ? asking.run<K>(task as Extract<Task, { kind: K }>) : undefined,
    expectQuestions: asking.begin,
    take,
    job: (id) => jobs.get(id),
    refresh: refreshing.ask,
    get waiting() {
      return working.waiting + asking.waiting
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      clearInterval(timer)
      await Promise.all([working.close(), asking.close(), bringing])
    },
  }

  function take(inputs: Inputs, by: string): Job | undefined {
    const size = inputs.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (working.waiting >= most.jobs || (bytesWaiting > 0 && bytesWaiting + size > most.bytes)) return undefined
    bytesWaiting += size
    const job: Job = {
      id: `job-${++serial}`,
      state: 'running',
      says: working.waiting > 0 ? 'waiting' : 'reading',
      items: namesOf(inputs).map((input) => ({ input, state: 'waiting', says: null, documents: [] })),
    }
    publish(job)
    void work(job.id, inputs, by).finally(() => {
      bytesWaiting -= size
    })
    return job
  }

  async function work(id: string, inputs: Inputs, by: string): Promise<void> {
    try {
      const { documents, refused } = await working.run<'add'>({ kind: 'add', inputs, by }, (told) => heard(id, told))
      change(id, { says: announce ? 'left to the workers' : 'tracing' })
      await refreshing.now((told) => heard(id, told))
      change(id, {
        state: 'done',
        items: (jobs.get(id)?.items ?? []).map((item) =>
          item.state === 'waiting' ? { ...item, state: 'known' } : item,
        ),
        says: `${documents} ${documents === 1 ? 'report' : 'reports'} added${refused > 0 ? `, ${refused} refused` : ''}`,
      })
    } catch (cause) {
      failed(cause)
      change(id, { state: 'failed', says: 'It could not be finished; what was kept stays. Hand it in again to go on.' })
    }
  }

  function heard(id: string, told: Told): void {
    const job = jobs.get(id)
    if (!job) return
    if (told.kind === 'says') {
      change(id, { says: told.says })
      return
    }
    const { item } = told
    const at = job.items.findIndex(({ input, state }) => input === item.input && state === 'waiting')
    change(id, { items: at < 0 ? [...job.items, item] : job.items.with(at, item) })
  }

  function change(id: string, changed: Partial<Job>): void {
    const job = jobs.get(id)
    if (job) publish({ ...job, ...changed })
  }

  function publish(job: Job): void {
    jobs.set(job.id, job)
    for (const [id, { state }] of jobs) {
      if (jobs.size <= most.remembered) break
      if (state !== 'running') jobs.delete(id)
    }
    spread({ kind: 'job', job })
  }

  function spread(news: News): void {
    for (const listener of listeners) listener(news)
  }

  function failed(cause: unknown): void {
    if (isEnding(cause)) return
    tell(cause instanceof Error ? `${cause.message}${cause.cause ? `: ${String(cause.cause)}` : ''}` : String(cause))
  }

  /** At most one refresh waits for its turn: whoever asks meanwhile is served by the same. */
  function openRefreshing() {
    let next: Promise<void> | undefined
    /** The newer build that was told of. */
    let toldOf: string | undefined
    const now = (say: (told: Told) => void = () => undefined): Promise<void> => {
      next ??= Promise.resolve().then(async () => {
        await (announce ? announced(announce) : traced(say)).finally(() => {
          next = undefined
        })
        await renewed()
      })
      return next
    }
    const traced = async (say: (told: Told) => void): Promise<void> => {
      const { leftTo } = await working.run<'refresh'>({ kind: 'refresh' }, (told) => {
        next = undefined
        say(told)
      })
      if (leftTo !== undefined && leftTo !== toldOf) tell(leavesItTo(leftTo, pipeline))
      toldOf = leftTo
    }
    const announced = async (announce: () => Promise<void>): Promise<void> => {
      next = undefined
      if (await isDue(store)) await announce()
    }
    return { now, ask: () => void now().catch(failed) }
  }

  /** Tells of a new answer where there is one, and of alerts. */
  async function renewed(): Promise<void> {
    const isNewer = await telemetry.during({ kind: 'task', name: 'renew', facts: { collection: name } }, answers.renew)
    if (isNewer) spread({ kind: 'report', upTo: (await answers.now()).upTo })
    const before = lastAlert
    for await (const alert of store.alerts(lastAlert)) {
      lastAlert = alert.number
      spread({ kind: 'alert', alert })
    }
    if (lastAlert > before) await alerted?.()
    // Takes a moment, and is asked for by many screens: nobody should wait for it.
    void answers.tell((answer) => answer.doubts()).catch(failed)
    bringing ??= bring().finally(() => {
      bringing = undefined
    })
  }

  /** Brings what is due to whom it concerns, what could not be brought before included. Nobody waits for it. */
  async function bring(): Promise<void> {
    if (messengers.length === 0) return
    try {
      await dispatch(store, messengers, acting.now())
      for (const { alert, to, deliveredAt, says } of await deliver(store, messengers, acting.now))
        if (deliveredAt === null) tell(`alert ${alert} not sent: ${to}: ${says}`)
    } catch (cause) {
      failed(cause)
    }
  }

  /** What is followed may be due; another process may have added something or brought the answers up to date. */
  async function lookAround(): Promise<void> {
    if (isLooking || working.waiting > 0) return
    isLooking = true
    try {
      const now = acting.now()
      if ((await store.follows()).some(({ nextAt }) => nextAt <= now)) await working.run<'look'>({ kind: 'look' })
      const [last, traced] = [await store.lastLine(answeringKinds), await store.tracing()]
      if ((last?.number ?? 0) > (traced?.upTo ?? 0)) await refreshing.now()
      else await renewed()
    } finally {
      isLooking = false
    }
  }
}

/** Jobs and questions that may wait, bytes of theirs that are held in memory, jobs that are remembered when they are over. */
const most = { jobs: 20, asked: 8, bytes: 512 * 1024 * 1024, remembered: 200 } as const
