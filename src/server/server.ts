import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { levelsOf } from '../app/collection/levels.ts'
import type { Team } from '../app/team/team.ts'
import type { Desk, DeskOptions } from '../app/workbench/desk.ts'
import { type OpenCollection, openDesks } from '../app/workbench/desks.ts'
import type { IdentityProvider } from '../ports/identity.ts'
import type { Level } from '../ports/telemetry.ts'
import { localAccess } from './access.ts'
import { appOf } from './app.ts'
import { type LimitSizes, openLimits } from './limits.ts'
import { newToken } from './new-token.ts'
import type { Part } from './parts.ts'
import { sessionCookies, teamAccess } from './team-access.ts'
import type { TeamServer } from './team-server.ts'
import { refuseUnreadable } from './unreadable.ts'

export interface ServerOptions extends Omit<DeskOptions, 'name' | keyof OpenCollection> {
  readonly collections: readonly OpenCollection[]
  /** 0 for any that is free. */
  readonly port: number
  /** What the one person who may ask shows; people with accounts need none. */
  readonly token?: string | undefined
  readonly team?: TeamOptions | undefined
  /** Which network it is bound to: this machine's own where nothing is said. */
  readonly host?: string | undefined
  /** The folder in which the workbench was built. */
  readonly workbench: string
  readonly tell: (says: string) => void
  /** How long a request may take to arrive, its headers first; milliseconds. */
  readonly patience?: { readonly headers: number; readonly request: number }
}

/** Where people have accounts. */
export interface TeamOptions {
  readonly team: Team
  readonly identity?: IdentityProvider | undefined
  /** Under which people reach it, where that is not where it is bound to: `https://desk.example`. */
  readonly origin?: string | undefined
  /** The address of the proxy in front, where it is another machine. */
  readonly proxy?: string | undefined
  readonly limits?: LimitSizes | undefined
}

export interface OpenServer {
  /** `http://127.0.0.1:4126/?token=…`: opens the workbench for whoever has it. */
  readonly address: string
  readonly port: number
  /** Why it cannot answer at the moment; undefined when it can. */
  ready(): Promise<string | undefined>
  /** How much there is in each collection, and how much is waiting. */
  readonly parts: readonly Part[]
  /** Takes nothing more, lets what is under way end for a moment, and ends. */
  close(): Promise<void>
}

/**
 * Opens collections to the browser and the programs of one person at this machine, where no other machine reaches it; or to people with
 * accounts.
 *
 * @throws Error with a code (EADDRINUSE) when the port is taken
 */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { collections, token = newToken(), workbench, tell, acting, patience = usual, host = '127.0.0.1' } = options
  const desks = await openDesks(collections, options)
  let port = options.port
  const own = (): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const origin = (): string => options.team?.origin ?? own()
  const origins = (): ReadonlyMap<string, string> => {
    const here = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
    return new Map([...here.map((name) => [name, `http://${name}`] as const), [new URL(origin()).host, origin()]])
  }
  const team = options.team && teamServer(options.team, origin, () => port, tell)
  // The pages hold no data, and whoever comes from another page (a bookmarklet) brings no cookie before they have begun.
  const access = team
    ? teamAccess(team.team, team.cookies)
    : { ...localAccess(token, acting.by, () => port), isOpen: true }
  const app = appOf({ desks, access, origins, team, workbench, tell, telemetry: options.telemetry })
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
  server.on('clientError', refuseUnreadable)
  try {
    server.listen(options.port, host)
    await once(server, 'listening')
  } catch (error) {
    await desks.close()
    throw error
  }
  port = (server.address() as AddressInfo).port
  return {
    address: team ? `${origin()}/` : `http://127.0.0.1:${port}/?token=${token}`,
    port,
    async ready() {
      for (const { name, store } of desks.all)
        await store.lastLine().catch((cause: unknown) => {
          throw new Error(`the collection ${name} cannot be read`, { cause })
        })
      return undefined
    },
    parts: desks.all.map((desk) => ({
      labels: { collection: desk.name, part: 'collection' },
      levels: () => deskLevels(desk),
    })),
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

const deskLevels = async ({ name, store, waiting }: Desk): Promise<readonly Level[]> => [
  ...(await levelsOf(store, name)),
  {
    name: 'headwater_tasks_waiting',
    says: 'Tasks that are not done yet',
    labels: { collection: name },
    value: waiting,
  },
]

const usual = { headers: 10_000, request: 120_000 }

function teamServer(
  { team, identity, proxy, limits }: TeamOptions,
  origin: () => string,
  port: () => number,
  tell: (says: string) => void,
): TeamServer {
  const cookies = () => sessionCookies(origin().startsWith('https:'), port())
  return { team, identity, proxy, origin, cookies, tell, limits: openLimits(limits) }
}
