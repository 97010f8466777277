import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { DeskOptions } from '../app/workbench/desk.ts'
import { type OpenCollection, openDesks } from '../app/workbench/desks.ts'
import { localAccess } from './access.ts'
import { appOf } from './app.ts'

export interface ServerOptions extends Omit<DeskOptions, 'name' | keyof OpenCollection> {
  readonly collections: readonly OpenCollection[]
  /** 0 for any that is free. */
  readonly port: number
  readonly token: string
  /** The folder in which the workbench was built. */
  readonly workbench: string
  readonly tell: (says: string) => void
  /** How long a request may take to arrive, its headers first; milliseconds. */
  readonly patience?: { readonly headers: number; readonly request: number }
}

export interface OpenServer {
  /** `http://127.0.0.1:4126/?token=…`: opens the workbench for whoever has it. */
  readonly address: string
  readonly port: number
  /** Takes nothing more, lets what is under way end for a moment, and ends. */
  close(): Promise<void>
}

/**
 * Opens collections to the browser and the programs of one person at this machine; no other machine reaches it.
 *
 * @throws Error with a code (EADDRINUSE) when the port is taken
 */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { collections, token, workbench, tell, acting, patience = { headers: 10_000, request: 120_000 } } = options
  const desks = await openDesks(collections, options)
  let port = options.port
  const access = localAccess(token, acting.by, () => port)
  const hosts = (): readonly string[] => ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  const app = appOf({ desks, access, hosts, workbench, tell })
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(patience.headers, 5_000),
      maxHeaderSize: 16 * 1024,
    },
  }) as Server
  server.maxConnections = 256
  try {
    server.listen(options.port, '127.0.0.1')
    await once(server, 'listening')
  } catch (error) {
    await desks.close()
    throw error
  }
  port = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${port}/?token=${token}`,
    port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      // Listeners to events would stay for ever.
      const timer = setTimeout(() => server.closeAllConnections(), 500)
      server.closeIdleConnections()
      await closed
      clearTimeout(timer)
      await desks.close()
    },
  }
}
