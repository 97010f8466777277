import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPost } from './post.ts'

let server: Server
let address = ''
const got: { readonly url: string | undefined; readonly body: string; readonly mark: string | undefined }[] = []

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    got.push({ url: request.url, body: Buffer.concat(chunks).toString(), mark: request.headers['x-mark'] as string })
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/hook' }).end()
    else if (request.url === '/much') response.end('x'.repeat(100_000))
    else if (request.url === '/never') return
    else response.writeHead(201).end('thanks')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('sending to an address', () => {
  const post = openPost({ allowPrivate: true, timeout: 500 })

  it('brings the body and the headers, and gives the answer', async () => {
    const { status, bytes } = await post(`${address}/hook`, '{"a":1}', { 'x-mark': 'b' })
    expect([status, new TextDecoder().decode(bytes)]).toEqual([201, 'thanks'])
    expect(got.at(-1)).toEqual({ url: '/hook', body: '{"a":1}', mark: 'b' })
  })

  it('follows nobody to another address', async () => {
    expect((await post(`${address}/elsewhere`, 'x', {})).status).toBe(302)
    expect(got.at(-1)?.url).toBe('/elsewhere')
  })

  it.each(['much', 'never'])('gives up on %s', async (path) => {
    await expect(post(`${address}/${path}`, 'x', {})).rejects.toThrow()
  })

  it.each(['http://127.0.0.1/', 'http://[::ffff:10.0.0.1]/', 'http://169.254.169.254/', 'ftp://a.example/'])(
    'does not even ask %s unless it may',
    async (inside) => {
      await expect(openPost({ timeout: 500 })(inside, 'x', {})).rejects.toThrow()
    },
  )

  it('does not ask a name that leads inside', async () => {
    const inside = openPost({ timeout: 500, resolve: async () => ['127.0.0.1'] })
    const before = got.length
    await expect(inside(address.replace('127.0.0.1', 'hook.example'), 'x', {})).rejects.toThrow(/leads there/)
    expect(got).toHaveLength(before)
  })
})
