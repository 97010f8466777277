import { afterEach, describe, expect, it } from 'vitest'
import { type Monitor, openMonitor } from './monitor.ts'

let monitor: Monitor | undefined
afterEach(() => monitor?.close())

async function opened(
  ready: () => Promise<string | undefined>,
): Promise<(path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>> {
  const own = await openMonitor('127.0.0.1', 0, {
    ready,
    metrics: async () => 'up 1\n',
    mediaType: 'text/plain; version=0.0.4',
  })
  monitor = own
  return (path, headers = {}) => fetch(own.address + path, { headers })
}

describe('those who run a server', () => {
  it('are told that it lives and is ready, and what it measured', async () => {
    const ask = await opened(async () => undefined)
    expect((await ask('/healthz')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(200)
    const metrics = await ask('/metrics')
    expect(metrics.headers.get('content-type')).toContain('version=0.0.4')
    expect(await metrics.text()).toBe('up 1\n')
    expect((await ask('/api/v1/me')).status).toBe(404)
  })

  it.each([
    ['what it lacks', async () => 'the queue is away', 'the queue is away'],
    [
      'what failed',
      () => Promise.reject(new Error('the collection desk cannot be read')),
      'the collection desk cannot be read',
    ],
    ['that it does not answer', () => new Promise<undefined>(() => undefined), 'it did not answer in time'],
  ])('are told %s, while it lives', async (_, ready, says) => {
    const ask = await opened(ready)
    const answer = await ask('/readyz')
    expect([answer.status, await answer.text()]).toEqual([503, `${says}\n`])
    expect((await ask('/healthz')).status).toBe(200)
  })

  it('send it nothing more when it ends', async () => {
    const ask = await opened(async () => undefined)
    monitor?.drain()
    expect((await ask('/readyz')).status).toBe(503)
    expect((await ask('/healthz')).status).toBe(200)
  })

  it.each([{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://attacker.example' }])(
    'are no pages: %o',
    async (headers) => {
      const ask = await opened(async () => undefined)
      expect((await ask('/metrics', headers)).status).toBe(403)
    },
  )
})
