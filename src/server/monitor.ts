import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'

/** What those who run a process ask of it, at an address of its own that nobody else needs to reach. */
export interface Monitored {
  /** Why it cannot do its work at the moment; undefined when it can. */
  ready(): Promise<string | undefined>
  /** Its measurements, in the text format of Prometheus. */
  metrics(): Promise<string>
  readonly mediaType: string
}

export interface Monitor {
  /** `http://127.0.0.1:9464` */
  readonly address: string
  /** From now on it is not ready, so that nothing more is sent to it while what is under way ends. */
  drain(): void
  close(): Promise<void>
}

/**
 * Answers `/healthz` (the process runs), `/readyz` (it can do its work) and `/metrics`.
 *
 * @param port 0 for any that is free
 * @throws Error with a code (EADDRINUSE) when the port is taken
 */
export async function openMonitor(host: string, port: number, monitored: Monitored): Promise<Monitor> {
  let isDraining = false
  const app = new Hono()
  // What pages of a browser may not read they may not make the server work out either.
  app.use(async (context, next) =>
    context.req.header('origin') !== undefined || crossSite.has(context.req.header('sec-fetch-site') ?? '')
      ? context.text('Pages may not ask this.\n', 403)
      : next(),
  )
  app.get('/healthz', (context) => context.text('alive\n'))
  app.get('/readyz', async (context) => {
    const why = isDraining ? 'it is ending' : await inTime(monitored.ready())
    return why === undefined ? context.text('ready\n') : context.text(`${why}\n`, 503)
  })
  app.get('/metrics', async (context) =>
    context.body(await monitored.metrics(), 200, { 'Content-Type': monitored.mediaType }),
  )
  app.notFound((context) => context.text('Ask /healthz, /readyz or /metrics.\n', 404))
  app.onError((error, context) => context.text(`It cannot be measured: ${error.message}\n`, 500))

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.maxConnections = 64
  server.listen(port, host)
  await once(server, 'listening')
  const bound = (server.address() as AddressInfo).port
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    drain() {
      isDraining = true
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

const crossSite: ReadonlySet<string> = new Set(['cross-site', 'same-site', 'same-origin'])

/** Whoever asks whether something is ready does not wait for long. */
async function inTime(ready: Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((over) => {
    timer = setTimeout(() => over('it did not answer in time'), patience)
  })
  return Promise.race([ready, late])
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    .finally(() => clearTimeout(timer))
}

/** Milliseconds; Kubernetes waits one second unless told otherwise. */
const patience = 900
