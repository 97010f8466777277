import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Desk } from '../app/workbench/desk.ts'
import { version } from '../model/version.ts'
import type { Access } from './access.ts'
import { type Env, guard } from './guard.ts'
import { answered, Problem } from './problem.ts'
import { resources } from './resources.ts'
import { safeHeaders } from './safe-headers.ts'
import { workbenchFiles } from './workbench-files.ts'

export interface AppOptions {
  readonly desk: Desk
  readonly access: Access
  /** Names with port that the server answers to. */
  readonly hosts: () => readonly string[]
  /** The folder in which the workbench was built. */
  readonly workbench: string
  /** Told of what should not happen. */
  readonly tell: (says: string) => void
}

export type App = OpenAPIHono<Env>

/** Everything that the server answers, as a function of a request. */
export function appOf({ desk, access, hosts, workbench, tell }: AppOptions): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      const [issue] = result.error.issues
      throw new Problem(400, issue?.message ?? 'It has not the right form.', issue?.path.join('.') || undefined)
    },
  })
  app.onError((error, context) => answered(context, problemOf(error, tell)))
  app.use(safeHeaders)
  app.use(guard(access, hosts))
  app.use('/api/v1/inputs', limit(largest.request))
  app.use('/api/*', async (context, next) =>
    context.req.path === '/api/v1/inputs' ? next() : limit(largest.other)(context, next),
  )
  app.use('/api/v1/:resource', jsonOnly)
  for (const resource of resources) resource(app, desk)
  app.doc31('/api/v1/openapi.json', document)
  app.all('/api/*', () => {
    throw new Problem(404, 'The API has no such address; /api/v1/openapi.json names all it has.')
  })
  app.all('*', workbenchFiles(workbench))
  return app
}

/** Bytes of a request. */
export const largest = { request: 256 * 1024 * 1024, file: 32 * 1024 * 1024, other: 1024 * 1024 } as const

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem(413, `A request may be ${maxSize / 1024 / 1024} MB large, and this is larger.`)
    },
  })

/** What is sent is JSON and says so: a form of another site can be sent without asking, JSON cannot. */
const jsonOnly: MiddlewareHandler<Env> = async ({ req }, next) => {
  const isJson = /^application\/json\s*(?:;|$)/i.test(req.header('content-type') ?? '')
  if (req.method === 'POST' && !isJson && req.path !== '/api/v1/inputs')
    throw new Problem(415, 'Send application/json.', 'Content-Type')
  return next()
}

function problemOf(error: unknown, tell: (says: string) => void): Problem {
  if (error instanceof Problem) return error
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Problem) return cause
  // Hono throws of its own where a body is no JSON.
  const status = (error as { readonly status?: unknown } | null)?.status
  if (status === 400) return new Problem(400, 'The body cannot be read.')
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return new Problem(500, 'The server failed; what happened stands where it was started.')
}

/** What the OpenAPI document says of the whole. */
export const document = {
  openapi: '3.1.0',
  info: {
    title: 'Headwater',
    version,
    description:
      'Git blame for the news: who first said it, how many independent origins it has, how it changed on the way. Lists are given in pages: `limit` at most 500, `after` the `next` of the page before.',
  },
  security: [{ token: [] }],
}
