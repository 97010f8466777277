import { heldAnswers } from './held-answers.ts'
import type { Delete, Get, Patch, Post, Problem } from './paths.ts'

export type * from './paths.ts'

export interface ClientOptions {
  /** Where the server is: `http://127.0.0.1:4126`. */
  readonly base: string
  /** What `headwater serve` printed, or a token that was made under *Your account*. A page of the server itself needs none. */
  readonly token?: string
  /** What asks instead of the `fetch` of the platform. */
  readonly fetch?: typeof fetch
  /**
   * How many letters of answers are held, those asked for last; 4,000,000 when not given, 0 for none. What is asked for again is then sent
   * only where it has changed.
   */
  readonly held?: number
}

/** Asks the API of a server, with its addresses, what they take and what they answer known to the compiler. */
export interface Client {
  get<P extends keyof Get>(path: P, ...given: Given<Get[P]>): Promise<Get[P]['answer']>
  post<P extends keyof Post>(path: P, ...given: Given<Post[P]>): Promise<Post[P]['answer']>
  patch<P extends keyof Patch>(path: P, ...given: Given<Patch[P]>): Promise<Patch[P]['answer']>
  delete<P extends keyof Delete>(path: P, ...given: Given<Delete[P]>): Promise<Delete[P]['answer']>
}

/**
 * A client for the server at one address. What is refused is thrown as `Refused`; what never came there as whatever `fetch` throws. Files,
 * feeds and streams are given as the `Response` that they came in.
 */
export function openClient({ base, token, fetch: ask = fetch, held: most = 4_000_000 }: ClientOptions): Client {
  const held = heldAnswers(most)

  async function send(method: string, path: string, params: object = {}, body?: unknown): Promise<never> {
    const isForm = body instanceof FormData
    const address = new URL(`/api/v1${addressOf(path, params)}`, base)
    const before = method === 'GET' ? held.get(address.href) : undefined
    const answer = await ask(address, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(before === undefined ? {} : { 'if-none-match': before.tag }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    // A tag is over what this person gets: what is held of somebody who signed out here is never taken for the answer of the next.
    if (answer.status === 304 && before) return JSON.parse(before.text) as never
    if (!isData(answer)) return (await read(answer)) as never
    const text = await answer.text()
    const tag = answer.headers.get('etag')
    if (method === 'GET' && tag !== null) held.put(address.href, { tag, text })
    return JSON.parse(text) as never
  }
  return {
    get: (path, ...[params, body]) => send('GET', path, params, body),
    post: (path, ...[params, body]) => send('POST', path, params, body),
    patch: (path, ...[params, body]) => send('PATCH', path, params, body),
    delete: (path, ...[params, body]) => send('DELETE', path, params, body),
  }
}

/** What the server refused, as it told of it (RFC 9457). */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  /** Seconds after which it may be tried again, where the server said so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail === '' ? problem.title : problem.detail)
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** Parameters of the address and its query in one, then the body; what need not be given may be left out. */
type Given<O extends { readonly params: object; readonly body: unknown }> = undefined extends O['body']
  ? Record<never, never> extends O['params']
    ? [params?: O['params']]
    : [params: O['params']]
  : [params: O['params'], body: O['body']]

/**
 * An address with its parameters: those that it names in their places, the others as its query. What is undefined is left out, a list is
 * asked for one by one. Nothing that is given leads to another address: `/` is escaped, and `..` refused, which would be taken out on the way.
 */
export function addressOf(path: string, params: object): string {
  const rest = new Map<string, unknown>(Object.entries(params))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest.get(name) ?? '')
    rest.delete(name)
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} cannot be “${value}” in ${path}.`)
    return encodeURIComponent(value)
  })
  const query = [...rest].flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined ? [] : [[name, String(one)]])),
  )
  return query.length === 0 ? filled : `${filled}?${new URLSearchParams(query)}`
}

async function read(answer: Response): Promise<Response | undefined> {
  if (!answer.ok) {
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
    throw new Refused(await problemOf(answer), Number.isFinite(seconds) ? seconds : undefined)
  }
  return answer.status === 204 ? undefined : answer
}

/** Neither refused nor a file, of JSON or of anything else. */
const isData = (answer: Response): boolean =>
  answer.ok && !answer.headers.has('content-disposition') && kindOf(answer) === 'application/json'

/** A proxy in front may refuse in words of its own. */
async function problemOf(answer: Response): Promise<Problem> {
  if (kindOf(answer) === 'application/problem+json') return (await answer.json()) as Problem
  return { type: 'about:blank', title: answer.statusText, status: answer.status, detail: '' }
}

const kindOf = (answer: Response): string => (answer.headers.get('content-type') ?? '').replace(/;.*/, '').trim()
