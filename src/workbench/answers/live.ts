import { useSyncExternalStore } from 'react'
import type { Alert } from '../../collection/alerts.ts'
import { apiHref, askFailedAgain, forgetAnswers, ofCollection } from './ask.ts'
import type { Job } from './shapes.ts'

/** What the server tells by itself: how far work has come, that a new report is there, that an alert went out. */
export interface Live {
  readonly connected: boolean
  readonly jobs: readonly Job[]
  readonly alerts: readonly Alert[]
  /** Counts the new reports since the window was opened. */
  readonly reports: number
}

const quiet: Live = { connected: false, jobs: [], alerts: [], reports: 0 }
let live: Live = quiet
/** The collection whose events are heard. */
let listening = ''
const listeners = new Set<() => void>()

export function useLive(): Live {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => live,
  )
}

/** A job as just started here, before the server has told of it. */
export function holdJob(job: Job): void {
  const known = live.jobs.some(({ id }) => id === job.id)
  change({ jobs: known ? live.jobs.map((each) => (each.id === job.id ? job : each)) : [job, ...live.jobs] })
  remember(live.jobs.map(({ id }) => id))
}

const keptFor = (collection: string): string => `headwater-jobs ${collection}`

/** Jobs outlive a reload of the page as long as the server does. */
function remember(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(keptFor(listening), JSON.stringify(ids.slice(0, 20)))
  } catch {
    // Then they are gone with the page.
  }
}

async function askForJobs(collection: string): Promise<void> {
  const ids = JSON.parse(sessionStorage.getItem(keptFor(collection)) ?? '[]') as readonly string[]
  for (const id of [...ids].reverse()) {
    const answer = await fetch(apiHref(ofCollection(`/jobs/${encodeURIComponent(id)}`, collection)))
    if (answer.ok && collection === listening) holdJob((await answer.json()) as Job)
  }
}

/** Opens the stream of events of a collection, until the returned function is called; the browser opens it again when it breaks off. */
export function listen(collection: string): () => void {
  listening = collection
  change(quiet)
  askForJobs(collection).catch(() => undefined)
  const stream = new EventSource(apiHref(ofCollection('/events', collection)))
  let lost = false
  stream.addEventListener('open', () => {
    change({ connected: true })
    // What was told in between is not told again.
    if (lost) forgetAnswers()
    lost = false
  })
  stream.addEventListener('error', () => {
    lost = true
    change({ connected: false })
  })
  addEventListener('focus', askFailedAgain)
  stream.addEventListener('job', ({ data }: MessageEvent<string>) => holdJob(JSON.parse(data) as Job))
  stream.addEventListener('alert', ({ data }: MessageEvent<string>) =>
    change({ alerts: [JSON.parse(data) as Alert, ...live.alerts] }),
  )
  stream.addEventListener('report', () => {
    change({ reports: live.reports + 1 })
    forgetAnswers()
  })
  return () => {
    stream.close()
    removeEventListener('focus', askFailedAgain)
  }
}

function change(by: Partial<Live>): void {
  live = { ...live, ...by }
  for (const listener of listeners) listener()
}
