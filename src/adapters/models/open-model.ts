import { setTimeout as sleep } from 'node:timers/promises'
import type { Model, ModelAnswer, ModelFailure, ModelQuestion } from '../../ports/model.ts'
import { failureOf } from '../web/failure.ts'
import { openPost, type Post, type Posted } from '../web/post.ts'
import { bareHost, objectionTo } from '../web/safe-address.ts'
import { retryAfter } from '../web/waits.ts'
import { type Protocol, protocols } from './protocols.ts'

export interface ModelOptions {
  /** A secret by the name of its variable. */
  readonly secret: (name: string) => string | undefined
  /** Ask servers in private networks too; this machine may be asked anyway, by who names it. */
  readonly allowPrivate?: boolean | undefined
  /** Questions in a minute; 30 when not given. */
  readonly perMinute?: number | undefined
  /** Milliseconds until an answer has come whole; two minutes when not given. */
  readonly timeout?: number | undefined
  /** How often a question is asked again when the server is busy; 4 when not given. */
  readonly retries?: number | undefined
  /** Waits, for tests that need not. */
  readonly pause?: (ms: number, signal: AbortSignal | undefined) => Promise<void>
}

/**
 * Opens a model that somebody else runs: `openai:NAME`, `anthropic:NAME` or `ollama:NAME`, with `@https://host` where it is asked elsewhere than
 * usual. No redirection is followed; what the server says beside its answer is never shown, because it may hold the key.
 *
 * @throws Error with the code WRONG_MODEL, whose message names the remedy, where it cannot be asked at all
 */
export function openModel(spec: string, options: ModelOptions): Model {
  const { protocol, name, model, url, isUsual } = readSpec(spec)
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(bareHost(url))
  const allowPrivate = isHere || options.allowPrivate === true
  const objection = objectionTo(url, allowPrivate)
  if (objection !== undefined) throw wrong(`${url.host} cannot be asked: ${objection}`)
  const key = keyFor(protocol, isUsual, options.secret)
  if (key === undefined && protocol.key !== undefined && isUsual)
    throw wrong(`${name} wants a key; put it into the variable ${protocol.key}`)
  if (key !== undefined && url.protocol === 'http:' && !isHere)
    throw wrong(
      `a key is not sent to ${url.host} over http, where others on the way can read it; give an https address`,
    )
  const { timeout = 120_000, retries = 4, perMinute = 30, pause = rest } = options
  const post = openPost({ allowPrivate, timeout, most: longestAnswer })
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key === undefined ? {} : protocol.headers(key)),
  }
  let [last, plain] = [Number.NEGATIVE_INFINITY, false]

  return {
    name,
    host: url.host,
    async ask(question, signal) {
      for (let attempt = 0; ; attempt++) {
        await turn(signal)
        const reply = await posted(post, url, bodyOf(question), headers, signal)
        if (!('status' in reply)) {
          const { mayPass, ...failure } = reply
          if (!mayPass || attempt >= retries) return failure
          await pause(waitBefore(attempt), signal)
          continue
        }
        if (reply.status === 200) return answerOf(protocol, reply)
        // Servers that know no form of answers say that the request is wrong.
        if ((reply.status === 400 || reply.status === 422) && !plain) {
          plain = true
          continue
        }
        if (!busy.has(reply.status) || attempt >= retries) return failureOfStatus(reply.status, protocol)
        const asked = retryAfter([...reply.headers], Date.now()) ?? 0
        if (asked > longestWait) return failureOfStatus(reply.status, protocol)
        await pause(Math.max(asked, waitBefore(attempt)), signal)
      }
    },
    async close() {},
  }

  function bodyOf(question: ModelQuestion): string {
    return JSON.stringify(protocol.body(question, model, { plain, usual: isUsual }))
  }

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    const wait = last + 60_000 / perMinute - Date.now()
    if (wait > 0) await pause(wait, signal)
    signal?.throwIfAborted()
    last = Date.now()
  }
}

/** Bytes of an answer; what is asked for fits in a tenth. */
const longestAnswer = 512 * 1024

/** Milliseconds. A server that wants more is asked another time. */
const longestWait = 120_000

/** Doubles from one second on. One question at a time cannot be a stampede: nothing is left to chance. */
const waitBefore = (attempt: number): number => 1_000 * 2 ** attempt

const rest = async (ms: number, signal: AbortSignal | undefined): Promise<void> => {
  await sleep(ms, undefined, signal ? { signal } : {})
}

/** Too many requests, faults that pass, and Anthropic's word for overloaded. */
const busy: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504, 529])

function readSpec(spec: string) {
  const [, kind = '', model = '', address] = /^([a-z]+):([^\s@]+)(?:@(\S+))?$/.exec(spec) ?? []
  const protocol = Object.hasOwn(protocols, kind) ? protocols[kind] : undefined
  if (!protocol)
    throw wrong(
      `"${spec}" names no model; write ${Object.keys(protocols).join(':NAME, ')}:NAME, with @https://host where it is elsewhere`,
    )
  const given = address ?? protocol.usual
  if (!URL.canParse(given)) throw wrong(`"${given}" is no address; write https://host or http://127.0.0.1:port`)
  const base = new URL(given)
  if (base.search !== '' || base.hash !== '') throw wrong('the address of a model has no question mark and no #')
  const path = base.pathname.replace(/\/+$/, '').replace(/\/v1$/, '')
  const url = new URL(`${path}${protocol.path}`, base)
  return { protocol, model, url, name: `${kind}:${model}`, isUsual: base.origin === new URL(protocol.usual).origin }
}

/** The key of a service goes to that service only. Whoever asks another server says with a variable of its own that it is to get a key. */
function keyFor(protocol: Protocol, isUsual: boolean, secret: ModelOptions['secret']): string | undefined {
  const own = secret('HEADWATER_MODEL_KEY')
  const key = own ?? (isUsual && protocol.key !== undefined ? secret(protocol.key) : undefined)
  if (key === undefined || key === '') return undefined
  if (!/^[\x21-\x7E]+$/.test(key)) throw wrong('the key holds blanks or letters that no key has; check the variable')
  return key
}

const wrong = (says: string): Error => Object.assign(new Error(says), { code: 'WRONG_MODEL' })

async function posted(
  post: Post,
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Posted | (ModelFailure & { readonly mayPass: boolean })> {
  try {
    return await post(url.href, body, headers, signal)
  } catch (error) {
    signal?.throwIfAborted()
    const cause = error instanceof Error ? error.cause : undefined
    if (cause === undefined) throw error
    if (cause instanceof Error && cause.name === 'TimeoutError')
      return { code: 'unreachable', says: 'no answer came in time; ask for less, or a faster model', mayPass: true }
    const { code, says, mayPass } = failureOf(cause)
    const known = code === 'too-large' || code === 'forbidden-address' || code === 'malformed' ? code : 'unreachable'
    return { code: known, says: `the model could not be asked: ${says}`, mayPass }
  }
}

function answerOf(protocol: Protocol, { headers, bytes }: Posted): ModelAnswer | ModelFailure {
  const malformed = (says: string): ModelFailure => ({
    code: 'malformed',
    says: `${says}; check the address of the model`,
  })
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? ''))
    return malformed('what answers there sends no JSON')
  let answer: ModelAnswer | undefined
  try {
    // What is read without trouble may still be nested too deep to be looked at or written again.
    answer = protocol.answerIn(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return malformed('what answers there sends broken JSON')
  }
  return answer ?? malformed('what answers there does not speak the protocol that the name of the model says')
}

function failureOfStatus(status: number, { key }: Protocol): ModelFailure {
  if (status === 401 || status === 403)
    return {
      code: 'no-access',
      says: `it answers ${status}: check the key in ${key ?? 'HEADWATER_MODEL_KEY'} and what it may be used for`,
    }
  if (status === 402) return { code: 'no-access', says: 'it answers 402: it wants to be paid' }
  if (status === 404) return { code: 'refused', says: 'it answers 404: check the name and the address of the model' }
  if (busy.has(status))
    return { code: 'busy', says: `it answers ${status} again and again; ask later, what was answered is kept` }
  return { code: 'refused', says: `it answers ${status} and does not take the question` }
}
