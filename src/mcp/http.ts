import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { localAccess } from '../server/access.ts'
import { type Env, guard } from '../server/guard.ts'
import { answered, Problem } from '../server/problem.ts'
import { safeHeaders } from '../server/safe-headers.ts'
import { checkSmall } from '../server/small-json.ts'
import { type AgentOptions, agentServer } from './agent-server.ts'

export interface HttpOptions extends AgentOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly token: string
}

export interface OpenAgentServer {
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves agents of one person at this machine over streamable HTTP: one question, one answer, nothing remembered between them. Who may ask
 * is decided as for the workbench: the name the server goes by, no pages of other sites, and a token.
 *
 * @throws Error with a code (EADDRINUSE) when the port is taken
 */
export async function serveHttp(options: HttpOptions): Promise<OpenAgentServer> {
  let port = options.port
  const access = localAccess(options.token, options.room.acting.by, () => port)
  const origins = (): ReadonlyMap<string, string> =>
    new Map(['127.0.0.1', 'localhost', '[::1]'].map((name) => [`${name}:${port}`, `http://${name}:${port}`]))
  const server = createAdaptorServer({
    fetch: appOf(options, guard(access, origins)).fetch,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 120_000, maxHeaderSize: 16 * 1024 },
  }) as Server
  server.maxConnections = 64
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${port}/mcp`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      const timer = setTimeout(() => server.closeAllConnections(), 500)
      server.closeIdleConnections()
      await closed
      clearTimeout(timer)
    },
  }
}

function appOf(options: AgentOptions, guarded: ReturnType<typeof guard>): Hono<Env> {
  const app = new Hono<Env>()
  app.onError((error, context) => {
    if (error instanceof Problem) return answered(context, error)
    options.tell(error.stack ?? error.message)
    return answered(context, new Problem(500, 'The server failed; what happened stands where it was started.'))
  })
  app.use(safeHeaders)
  app.use(guarded)
  app.use(bodyLimit({ maxSize: longestRequest, onError: tooLarge }))
  app.use(async ({ req }, next) => {
    checkSmall(await req.raw.clone().text())
    return next()
  })
  app.post('/mcp', async (context) => {
    const transport = new WebStandardStreamableHTTPServerTransport({
      enableJsonResponse: true,
      maxRequestBodySize: longestRequest,
    })
    const server = agentServer(options)
    await server.connect(transport)
    try {
      return await transport.handleRequest(context.req.raw)
    } finally {
      await server.close()
    }
  })
  app.all('/mcp', () => {
    throw new Problem(405, 'Send it with POST; nothing is remembered between two questions.')
  })
  app.all('*', () => {
    throw new Problem(404, 'Agents ask at /mcp.')
  })
  return app
}

/** Bytes. */
const longestRequest = 4 * 1024 * 1024

function tooLarge(): never {
  throw new Problem(413, 'A request may be 4 MB large, and this is larger.')
}
