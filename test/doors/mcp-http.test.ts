import { request } from 'node:http'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReadingRoom } from '../../src/app/agent/reading-room.ts'
import { openCollection } from '../../src/app/collection/open.ts'
import { type OpenAgentServer, serveHttp } from '../../src/mcp/http.ts'
import type { Store } from '../../src/ports/store.ts'
import { asked } from '../fixtures/agent.ts'
import { temporaryCollection } from '../fixtures/temporary-collection.ts'
import { ranWith } from '../fixtures/world.ts'

const token = 'a-token-for-tests-only-0123456789'
const kept = temporaryCollection()
let store: Store
let server: OpenAgentServer
const told: string[] = []

beforeAll(async () => {
  await ranWith(['add', 'examples/herring-quay', '--collection', kept.place])
  store = await openCollection(kept.place)
  const acting = { by: 'ana', now: () => '2026-02-03T04:05:06.789Z' }
  const room = openReadingRoom(store, acting)
  server = await serveHttp({ room, web: undefined, write: false, tell: (says) => told.push(says), port: 0, token })
})
afterAll(async () => {
  await server.close()
  await store.close()
  kept.remove()
})

const ping = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })
const plain = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }

/** With headers exactly as given. */
const sent = (headers: Readonly<Record<string, string>>, body = ping, method = 'POST', path = '/mcp') =>
  new Promise<{ readonly status: number; readonly body: string }>((resolve, reject) => {
    const { port } = new URL(server.address)
    const asking = request({ host: '127.0.0.1', port, path, method, headers: { ...plain, ...headers } }, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    asking.on('error', reject).end(body)
  })

describe('headwater mcp over HTTP', () => {
  it('answers the client that has the token', async () => {
    const client = new Client({ name: 'a test', version: '1' })
    const headers = { authorization: `Bearer ${token}` }
    await client.connect(
      new StreamableHTTPClientTransport(new URL(server.address), { requestInit: { headers } }) as never,
    )
    expect((await client.listTools()).tools.length).toBe(6)
    const [one, other] = await Promise.all([asked(client, 'trace', { limit: 3 }), asked(client, 'sources')])
    expect(one.data.claims.items.length).toBeGreaterThan(0)
    expect(other.data.sources.total).toBeGreaterThan(0)
    const { resources } = await client.listResources()
    expect((await client.readResource({ uri: resources[0]?.uri ?? '' })).contents.length).toBe(1)
    await client.close()
    expect(told).toEqual([])
  })

  it.each([
    ['without a token', {}, 401],
    ['with a wrong one', { authorization: 'Bearer wrong-token-0123456789' }, 401],
    ['with the token in the address only', {}, 401, '/mcp?token=a-token-for-tests-only-0123456789'],
    ['by another name (DNS rebinding)', { authorization: `Bearer ${token}`, host: 'evil.example' }, 403],
    ['from a page of another site', { authorization: `Bearer ${token}`, origin: 'https://evil.example' }, 403],
    ['from a page of another port', { authorization: `Bearer ${token}`, origin: 'http://127.0.0.1:1' }, 403],
    ['as another site says itself', { authorization: `Bearer ${token}`, 'sec-fetch-site': 'cross-site' }, 403],
    ['of another kind', { authorization: `Bearer ${token}`, 'content-type': 'text/plain' }, 415],
    ['at another address', { authorization: `Bearer ${token}` }, 404, '/'],
  ] as const)('refuses who asks %s', async (_, headers, status, path?: string) => {
    expect((await sent(headers, ping, 'POST', path)).status).toBe(status)
  })

  it('takes no other method, no more than 4 MB, and nothing that is no message', async () => {
    const authorization = `Bearer ${token}`
    expect((await sent({ authorization })).status).toBe(200)
    for (const method of ['GET', 'DELETE', 'PUT']) expect((await sent({ authorization }, '', method)).status).toBe(405)
    expect((await sent({ authorization }, `"${'a'.repeat(5_000_000)}"`)).status).toBe(413)
    for (const many of ['['.repeat(100), `[${'1,'.repeat(20_000)}1]`])
      expect(await sent({ authorization }, many)).toMatchObject({ status: 413, body: expect.stringContaining('parts') })
    expect((await sent({ authorization }, '{')).status).toBe(400)
    expect((await sent({ authorization }, '"a"')).status).toBe(400)
  })
})
