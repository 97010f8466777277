import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from './log.ts'
import { openTelemetry } from './telemetry.ts'

/** A collector: what was sent to it, as it came. */
const received: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]>; readonly body: string }[] =
  []
const collector = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    // Names stand in the protocol's bytes as they are.
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('latin1') })
    response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end()
  })
})
let endpoint = ''

beforeEach(async () => {
  received.length = 0
  await new Promise<void>((listening) => collector.listen(0, '127.0.0.1', listening))
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
})
afterEach(async () => {
  collector.closeAllConnections()
  await new Promise((closed) => collector.close(closed))
})

const refresh = { kind: 'task', name: 'refresh', facts: { collection: 'desk' } } as const
const asked = (method: string) => ({ kind: 'request', name: method }) as const

describe('what is measured', () => {
  it('counts how tasks ended and how long they took', async () => {
    const telemetry = await openTelemetry({})
    await telemetry.during(refresh, async () => 1)
    const failing = telemetry.during(refresh, async () => {
      throw new Error('the disk is full of secrets')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    const text = await telemetry.exposition([])
    expect(text).toContain('headwater_task_seconds_count{task="refresh",collection="desk",outcome="done"} 1')
    expect(text).toContain('headwater_task_seconds_count{task="refresh",collection="desk",outcome="failed"} 1')
    expect(text).not.toContain('secrets')
    expect(text).toMatch(/^process_cpu_seconds_total /m)
  })

  it('has one series for all methods that nobody knows', async () => {
    const telemetry = await openTelemetry({})
    for (const method of ['GET', 'BREW', 'BREW2'])
      await telemetry.during(asked(method), async (noted) => noted({ route: '/api/v1/me', status: 200 }))
    const counts = (await telemetry.exposition([])).match(/^headwater_request_seconds_count.*$/gm)
    expect(counts).toEqual([
      'headwater_request_seconds_count{method="GET",route="/api/v1/me",status="200"} 1',
      'headwater_request_seconds_count{method="other",route="/api/v1/me",status="200"} 2',
    ])
  })

  it('gives levels as they are now, and forgets those that are no more', async () => {
    const telemetry = await openTelemetry({})
    const level = (collection: string, value: number) => ({
      name: 'headwater_documents',
      says: 'Reports',
      labels: { collection },
      value,
    })
    expect(await telemetry.exposition([level('a', 3), level('b\n"', 1)])).toContain(
      'headwater_documents{collection="b\\n\\""} 1',
    )
    const now = (await telemetry.exposition([level('a', 4)])).match(/^headwater_documents.*$/gm)
    expect(now).toEqual(['headwater_documents{collection="a"} 4'])
  })
})

describe('what is sent', () => {
  it.each([
    ['no place is named', {}],
    ['it is switched off', { OTEL_SDK_DISABLED: 'true' }],
    ['no exporter is wanted', { OTEL_TRACES_EXPORTER: 'none' }],
  ])('is nothing where %s', async (_, wish) => {
    const telemetry = await openTelemetry(
      'OTEL_SDK_DISABLED' in wish || 'OTEL_TRACES_EXPORTER' in wish
        ? { ...wish, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }
        : wish,
    )
    await telemetry.during(refresh, async () => 1)
    await telemetry.close()
    expect(received).toEqual([])
  })

  it('is a span for each thing done, within what began elsewhere, without a word of what failed', async () => {
    const told: string[] = []
    await withEnvironment(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: 'x-desk=7',
        OTEL_RESOURCE_ATTRIBUTES: 'host.rack=r12',
        OTEL_PROPAGATORS: 'tracecontext,baggage',
      },
      async (env) => {
        const telemetry = await openTelemetry(env, openLog({ write: (line) => void told.push(line) }))
        const within = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
        await telemetry.during({ ...asked('POST'), within }, async (noted) => {
          await telemetry
            .during(refresh, async () => {
              throw new TypeError('the disk is full of secrets')
            })
            .catch(() => undefined)
          noted({ route: '/api/v1/collections/:collection/inputs', status: 500 })
        })
        await telemetry.close()
      },
    )
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces'])
    const { headers = {}, body = '' } = received[0] ?? {}
    expect(headers['x-desk']).toBe('7')
    for (const name of [
      'POST /api/v1/collections/:collection/inputs',
      'refresh',
      'headwater',
      'host.rack',
      'TypeError',
    ])
      expect(body).toContain(name)
    expect(body).not.toContain('secrets')
    // Both are of the trace that the caller named.
    const trace = Buffer.from('0af7651916cd43dd8448eb211c80319c', 'hex').toString('latin1')
    expect(body.split(trace)).toHaveLength(3)
    expect(told.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', msg: 'task refresh', outcome: 'failed', trace: '0af7651916cd43dd8448eb211c80319c' },
      { level: 'error', msg: 'request POST', status: 500, outcome: 'done' },
    ])
  })

  it('is of no trace that a stranger names, where nobody said that callers are believed', async () => {
    const within = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    for (const env of [{}, { OTEL_PROPAGATORS: 'none' }])
      await withEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...env }, async (env) => {
        const telemetry = await openTelemetry(env)
        await telemetry.during({ ...asked('POST'), within }, async () => 1)
        await telemetry.close()
      })
    expect(received).toHaveLength(2)
    const trace = Buffer.from('0af7651916cd43dd8448eb211c80319c', 'hex').toString('latin1')
    for (const { body } of received) expect(body).not.toContain(trace)
  })

  it('is what the sampler keeps', async () => {
    await withEnvironment({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: 'always_off' }, async (env) => {
      const telemetry = await openTelemetry(env)
      await telemetry.during(refresh, async () => 1)
      await telemetry.close()
    })
    expect(received).toEqual([])
  })

  it('keeps nobody from working when the collector is not there', async () => {
    await withEnvironment(
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_BSP_EXPORT_TIMEOUT: '300' },
      async (env) => {
        const telemetry = await openTelemetry(env)
        expect(await telemetry.during(refresh, async () => 'done')).toBe('done')
        await telemetry.close()
      },
    )
  })

  it.each([
    [{ OTEL_TRACES_EXPORTER: 'zipkin' }, /OTEL_TRACES_EXPORTER is otlp, console or none here/],
    [{ OTEL_TRACES_EXPORTER: 'otlp', OTEL_PROPAGATORS: 'b3' }, /OTEL_PROPAGATORS is tracecontext or none here/],
    [
      { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      /OTEL_EXPORTER_OTLP_PROTOCOL is http\/protobuf here/,
    ],
  ])('cannot be what %o asks for', async (env, says) => {
    await expect(openTelemetry(env)).rejects.toThrow(says)
  })
})

describe('the log', () => {
  it('is lines of JSON whatever stands in them', () => {
    const lines: string[] = []
    const log = openLog({ write: (line) => void lines.push(line) })
    log.line('info', 'refused a\n"b"\u2028', { seconds: 1 })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[^\n]*\n$/)
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      service: 'headwater',
      seconds: 1,
      msg: 'refused a\n"b"\u2028',
    })
  })
})

/** OpenTelemetry's packages read the process's own environment. */
async function withEnvironment(
  variables: Readonly<Record<string, string>>,
  work: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  Object.assign(process.env, variables)
  try {
    await work(process.env)
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
  }
}
