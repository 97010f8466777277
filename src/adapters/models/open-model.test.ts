import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ModelServer, openModelServer, type Script, status } from '../../../test/fixtures/model-server.ts'
import { type ModelOptions, openModel } from './open-model.ts'

let server: ModelServer
const waited: number[] = []
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())
beforeEach(() => {
  waited.length = 0
  server.script = () => ({ ok: true })
})

const question = { system: 'the rules', user: 'the words', schema: { type: 'object' } }
const opened = (kind: string, options: Partial<ModelOptions> = {}) =>
  openModel(`${kind}:small@${server.address}`, {
    secret: () => undefined,
    perMinute: Number.POSITIVE_INFINITY,
    timeout: 1_000,
    pause: async (ms) => void waited.push(ms),
    ...options,
  })

describe.each([
  ['openai', '/v1/chat/completions', (body: never) => (body as { response_format: unknown }).response_format],
  ['anthropic', '/v1/messages', (body: never) => (body as { tools: unknown }).tools],
  ['ollama', '/api/chat', (body: never) => (body as { format: unknown }).format],
] as const)('a server that speaks %s', (kind, path, formOf) => {
  it('is asked in its own way, with the form of the answer', async () => {
    const model = opened(kind)
    expect([model.name, model.host]).toEqual([`${kind}:small`, server.address.replace('http://', '')])
    expect(await model.ask(question)).toEqual({ text: '{"ok":true}', tokens: { sent: 100, received: 20 } })
    const sent = server.asked.at(-1)
    expect(sent).toMatchObject({ path, system: 'the rules', user: 'the words' })
    expect(sent?.body.model).toBe('small')
    expect(JSON.stringify(formOf(sent?.body as never))).toContain('"type":"object"')
  })

  it('gets a key of the variable that is meant for it, and no other', async () => {
    const keys: Readonly<Record<string, string>> = { OPENAI_API_KEY: 'sk-usual', ANTHROPIC_API_KEY: 'sk-usual' }
    await opened(kind, { secret: (name) => keys[name] }).ask(question)
    expect(JSON.stringify(server.asked.at(-1)?.headers)).not.toContain('sk-usual')
    await opened(kind, { secret: (name) => ({ ...keys, HEADWATER_MODEL_KEY: 'sk-own' })[name] }).ask(question)
    expect(server.asked.at(-1)?.headers[kind === 'anthropic' ? 'x-api-key' : 'authorization']).toContain('sk-own')
  })

  it('is asked again when it is busy, as late as it wants', async () => {
    const first = server.asked.length
    server.script = (_, count) =>
      count - first === 1 ? status(429, { 'retry-after': '7' }) : count - first === 2 ? status(503) : { ok: 1 }
    expect(await opened(kind).ask(question)).toMatchObject({ text: '{"ok":1}' })
    expect(waited).toEqual([7_000, 2_000])
  })

  it('is asked without a form where it knows none', async () => {
    server.script = ({ body }) => (formOf(body as never) === undefined ? '{"ok":2}' : status(400))
    const model = opened(kind)
    expect(await model.ask(question)).toMatchObject({ text: '{"ok":2}' })
    const before = server.asked.length
    await model.ask(question)
    expect(server.asked.length).toBe(before + 1)
  })

  it.each([
    ['answers with another protocol', () => status(200, {}, '{"hello": 1}'), 'malformed'],
    ['answers with a page', () => status(200, { 'content-type': 'text/html' }, '<p>'), 'malformed'],
    ['answers with half a JSON', () => status(200, {}, '{"choices": ['), 'malformed'],
    ['answers with broken letters', () => status(200, {}, Buffer.from([0x22, 0xff, 0x22])), 'malformed'],
    ['answers too much', () => `"${'a'.repeat(600_000)}"`, 'too-large'],
    ['wants another key', () => status(401), 'no-access'],
    ['has no such model', () => status(404), 'refused'],
    ['does not take the question', () => status(413), 'refused'],
    ['leads elsewhere', () => status(307, { location: 'http://127.0.0.1:1/' }), 'refused'],
    ['is always busy', () => status(529), 'busy'],
    ['wants to be left alone for a day', () => status(429, { 'retry-after': '86400' }), 'busy'],
    ['never ends', () => drip, 'unreachable'],
    ['nests without end', () => nested, 'malformed'],
    ['hangs up', () => (response: ServerResponse) => void response.destroy(), 'unreachable'],
  ] as readonly (readonly [string, Script, string])[])(
    'that %s is a failure with a remedy, and none of its words',
    async (_, says, code) => {
      server.script = says
      const answer = await opened(kind, { retries: 1 }).ask(question)
      expect(answer).toMatchObject({ code })
      expect(JSON.stringify(answer)).not.toContain('sk-secret')
    },
  )

  it('is asked no more when it is to stop', async () => {
    const stop = new AbortController()
    server.script = () => () => stop.abort(new Error('enough'))
    await expect(opened(kind).ask(question, stop.signal)).rejects.toThrow('enough')
    const before = server.asked.length
    await expect(opened(kind).ask(question, stop.signal)).rejects.toThrow('enough')
    expect(server.asked.length).toBe(before)
  })
})

/** A blank now and then, for ever. */
const drip = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' })
  const timer = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(timer))
}

/** Deeper than a program can walk, and as small as an answer may be; where each protocol has its words. */
const nested = (response: ServerResponse): void => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    `{"choices": [{"message": {"content": ${deep}}}], "content": [{"type": "tool_use", "name": "answer", "input": ${deep}}]}`,
  )
}

describe('a model by its name', () => {
  it('leaves time between two questions', async () => {
    const model = opened('ollama', { perMinute: 6 })
    await model.ask(question)
    await model.ask(question)
    expect(waited.length).toBe(1)
    expect(waited[0]).toBeGreaterThan(8_000)
  })

  it.each([
    ['nothing', 'names no model'],
    ['gpt-5', 'names no model'],
    ['toString:a', 'names no model'],
    ['openai:', 'names no model'],
    ['openai:a', 'wants a key'],
    ['openai:a@here', 'is no address'],
    ['openai:a@ftp://here', 'http and https'],
    ['openai:a@http://169.254.169.254/', 'secrets'],
    ['openai:a@http://10.0.0.1/', 'private'],
    ['openai:a@http://user:pass@host.example/', 'user name'],
    ['openai:a@https://host.example/?key=1', 'no question mark'],
  ])('%s cannot be asked', (spec, says) => {
    expect(() => openModel(spec, { secret: () => undefined })).toThrow(says)
  })

  it('sends no key that others can read on the way, and none that is no key', () => {
    const secret = (name: string) => (name === 'HEADWATER_MODEL_KEY' ? 'sk-own' : undefined)
    expect(() => openModel('openai:a@http://models.example', { secret })).toThrow('over http')
    expect(() => openModel('openai:a@https://models.example', { secret: () => 'a\r\nx: y' })).toThrow('the key holds')
  })
})
