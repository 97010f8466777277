import { useLayoutEffect, useSyncExternalStore } from 'react'
import { here } from '../address/navigation.tsx'
import type { Me, Page } from './shapes.ts'

/** What came of a question to the server. An old answer stays on the screen while a new one is on its way. */
export interface Asked<T> {
  readonly value: T | undefined
  readonly problem: Problem | undefined
  readonly waiting: boolean
}

/** RFC 9457, as the server says it. Status 0: the server did not answer at all. */
export interface Problem {
  readonly status: number
  readonly title: string
  readonly detail?: string
}

/** Where the API has something of the collection that the window is in: `/claims` → `/api/v1/collections/desk/claims`. */
export const ofCollection = (path: string, collection = here().collection ?? ''): string =>
  `/collections/${encodeURIComponent(collection)}${path}`

/** A path under /api/v1, for links. */
export const apiHref = (path: string): string => `/api/v1${path}`

/** The answer to one path of the collection that the window is in. */
export function useAsk<T>(path: string | null): Asked<T> {
  return useAskServer<T>(path === null ? null : ofCollection(path))
}

/** The answer to one path under /api/v1, kept while the window lives; asked anew when a new report is there. */
export function useAskServer<T>(path: string | null): Asked<T> {
  const held = path === null ? nothing : answerOf(path)
  useSyncExternalStore(subscribe, () => (path === null ? nothing : answerOf(path)))
  // Before what waits is drawn: drawing takes as long as some answers do.
  useLayoutEffect(() => {
    if (path === null) return
    watched.set(path, (watched.get(path) ?? 0) + 1)
    if (needsAsking(path)) void ask(path)
    return () => {
      watched.set(path, (watched.get(path) ?? 1) - 1)
    }
  }, [path])
  return held as Asked<T>
}

/** Asks for what a screen will need before it is drawn. */
export function askAhead(...paths: readonly string[]): void {
  for (const path of paths) if (needsAsking(path)) void ask(path)
}

/** The pages of a list that were asked for so far, as one list. */
export interface Listed<T> extends Asked<readonly T[]> {
  readonly total: number | undefined
  /** Asks for the next page, if there is one and none is on its way. */
  readonly more: () => void
}

export function useList<T>(inside: string): Listed<T> {
  const path = ofCollection(inside)
  const join = path.includes('?') ? '&' : '?'
  const first = useAskServer<Page<T>>(`${path}${join}limit=${pageSize}`)
  useSyncExternalStore(subscribe, () => rest.get(path)?.length ?? 0)
  const page = first.value
  if (page === undefined) return { ...first, value: undefined, total: undefined, more: () => undefined }
  const pages = rest.get(path) ?? []
  const last = (pages.at(-1) as Page<T> | undefined) ?? page
  return {
    ...first,
    value: pages.length === 0 ? page.items : (joined(path, page as Page<unknown>, pages) as readonly T[]),
    total: page.total,
    more: () => {
      if (last.next !== null && last.next !== undefined)
        void askNext(path, `${path}${join}limit=${pageSize}&after=${encodeURIComponent(last.next)}`)
    },
  }
}

/** Enough for two screens. */
const pageSize = 60

/** Sends something to the collection that the window is in, and gives the answer; throws a `Problem` where it was refused. */
export async function send<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return sendServer<T>(method, ofCollection(path), body)
}

/** The same for a path under /api/v1. */
export async function sendServer<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const isForm = body instanceof FormData
  return request<T>(path, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { 'content-type': 'application/json' } }),
  })
}

/** Everything that is shown is asked anew; the old answers stay until the new ones are there. */
export function forgetAnswers(): void {
  for (const path of answers.keys()) stale.add(path)
  rest.clear()
  for (const [path, watchers] of watched) if (watchers > 0 && stale.has(path)) void ask(path)
  for (const path of answers.keys()) if ((watched.get(path) ?? 0) <= 0) answers.delete(path)
}

/** One path of the collection is asked anew: what it answers was changed here. Done when the new answer is there. */
export async function askAgain(inside: string): Promise<void> {
  const path = ofCollection(inside)
  // What is on its way may have been answered before the change.
  await onTheWay.get(path)
  await ask(path)
}

/** What could not be answered is asked once more: somebody came back to the window. */
export function askFailedAgain(): void {
  for (const [path, watchers] of watched) if (watchers > 0 && answers.get(path)?.problem !== undefined) void ask(path)
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'status' in value && 'title' in value
}

const nothing: Asked<never> = { value: undefined, problem: undefined, waiting: false }
const waiting: Asked<never> = { value: undefined, problem: undefined, waiting: true }
const answers = new Map<string, Asked<unknown>>()
/** By the answer itself, so that a tag is never held longer than what it stands for. */
const tags = new WeakMap<object, string>()
const rest = new Map<string, readonly Page<unknown>[]>()
const flat = new WeakMap<readonly Page<unknown>[], readonly unknown[]>()
const stale = new Set<string>()
const watched = new Map<string, number>()
const listeners = new Set<() => void>()
const onTheWay = new Map<string, Promise<void>>()
const pagesOnTheWay = new Set<string>()

function joined(_: string, first: Page<unknown>, pages: readonly Page<unknown>[]): readonly unknown[] {
  const made = flat.get(pages) ?? [...first.items, ...pages.flatMap(({ items }) => items)]
  flat.set(pages, made)
  return made
}

function answerOf(path: string): Asked<unknown> {
  return answers.get(path) ?? waiting
}

function needsAsking(path: string): boolean {
  return stale.has(path) || !answers.has(path) || answers.get(path)?.problem !== undefined
}

function ask(path: string): Promise<void> {
  const going = onTheWay.get(path) ?? asking(path).finally(() => onTheWay.delete(path))
  onTheWay.set(path, going)
  return going
}

async function asking(path: string): Promise<void> {
  stale.delete(path)
  const before = answers.get(path)
  if (before) keep(path, { ...before, waiting: true })
  try {
    keep(path, { value: await revalidated(path, before?.value), problem: undefined, waiting: false })
  } catch (problem) {
    keep(path, { value: undefined, problem: isProblem(problem) ? problem : unreachable, waiting: false })
    // The session may have ended: whoever is asked who they are is led to sign in.
    if (isProblem(problem) && problem.status === 401 && path !== '/me') void ask('/me')
  }
}

/** The answer to a path; the one that is held, where the server says by its tag that it is still the same. */
async function revalidated(path: string, held: unknown): Promise<unknown> {
  const tag = held === undefined ? undefined : tags.get(held as object)
  const answer = await answerTo(path, tag === undefined ? {} : { headers: { 'if-none-match': tag } })
  if (answer.status === 304) return held
  const value = await read<unknown>(answer)
  const given = answer.headers.get('etag')
  if (given !== null && typeof value === 'object' && value !== null) tags.set(value, given)
  return value
}

async function askNext(path: string, next: string): Promise<void> {
  if (pagesOnTheWay.has(next)) return
  pagesOnTheWay.add(next)
  try {
    const page = await request<Page<unknown>>(next)
    rest.set(path, [...(rest.get(path) ?? []), page])
    tell()
  } catch {
    // The list stays as long as it is; scrolling on asks again.
  } finally {
    pagesOnTheWay.delete(next)
  }
}

async function request<T>(path: string, how: RequestInit = {}): Promise<T> {
  return read<T>(await answerTo(path, how))
}

async function answerTo(path: string, how: RequestInit): Promise<Response> {
  try {
    const headers = { ...(how.headers as Readonly<Record<string, string>>), ...(how.method ? proof() : {}) }
    return await fetch(apiHref(path), { credentials: 'same-origin', ...how, headers })
  } catch {
    throw unreachable
  }
}

async function read<T>(answer: Response): Promise<T> {
  const isJson = /json/.test(answer.headers.get('content-type') ?? '')
  const body: unknown = isJson ? await answer.json() : undefined
  if (answer.ok) return body as T
  throw isProblem(body) ? { ...body, status: answer.status } : { status: answer.status, title: answer.statusText }
}

/** What shows that one of our own pages sends this: known from asking who this is. */
function proof(): Readonly<Record<string, string>> {
  const me = answers.get('/me')?.value as Partial<Me> | undefined
  return me?.csrf ? { 'x-headwater-csrf': me.csrf } : {}
}

const unreachable: Problem = { status: 0, title: '' }

function keep(path: string, asked: Asked<unknown>): void {
  answers.set(path, asked)
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
