import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { HonoRequest, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { NotPossible } from '../app/team/team.ts'
import type { Desks } from '../app/workbench/desks.ts'
import { isEnding } from '../app/workbench/lane.ts'
import { type Telemetry, unwatched } from '../ports/telemetry.ts'
import type { Access, Person } from './access.ts'
import { isJson } from './content-type.ts'
import { json } from './described.ts'
import { docsPage, docsStyle } from './docs-page.ts'
import { documentOf, routesOf } from './document.ts'
import { type Env, guard } from './guard.ts'
import { inCollection } from './in-collection.ts'
import { observed } from './observed.ts'
import { answered, Problem, problems, wrongForm } from './problem.ts'
import { resources } from './resources.ts'
import { revalidated } from './revalidated.ts'
import { collectionPath, declared, needs } from './roles.ts'
import { collections } from './routes/collections.ts'
import { me } from './routes/team/me.ts'
import { members } from './routes/team/members.ts'
import { openId } from './routes/team/openid.ts'
import { own } from './routes/team/own.ts'
import { people } from './routes/team/people.ts'
import { signingIn } from './routes/team/signing-in.ts'
import { safeHeaders } from './safe-headers.ts'
import { checkSmall } from './small-json.ts'
import { addressOf, type TeamServer } from './team-server.ts'
import { workbenchFiles } from './workbench-files.ts'

export interface AppOptions {
  readonly desks: Desks
  readonly access: Access
  /** What pages say that they come from, by each name (with port) that the server answers to. */
  readonly origins: () => ReadonlyMap<string, string>
  /** What is needed where people have accounts. */
  readonly team?: TeamServer | undefined
  /** The folder in which the workbench was built. */
  readonly workbench: string
  /** Told of what should not happen. */
  readonly tell: (says: string) => void
  readonly telemetry?: Telemetry | undefined
}

export type App = OpenAPIHono<Env>

/** Everything that the server answers, as a function of a request. */
export function appOf(options: AppOptions): App {
  const { desks, access, origins, team, workbench, tell, telemetry = unwatched } = options
  const app = newApp()
  app.onError((error, context) => answered(context, problemOf(error, tell)))
  app.use(observed(telemetry))
  app.use(safeHeaders)
  app.use(guard(access, origins))
  app.use('/api/*', revalidated)
  if (team)
    app.use('/api/*', async (context, next) => {
      const person: Person | undefined = context.get('person')
      await team.limits.asking(person?.name ?? addressOf(context, team))
      return next()
    })
  app.use(
    '/api/*',
    declared(() => routesOf(app), access.refusal),
  )
  app.use('/api/*', async (context, next) => limit(mostOf(context.req))(context, next))
  app.use('/api/*', smallJson)
  collections(app, desks)
  me(app, team)
  if (team) for (const route of teamRoutes) route(app, team, desks)
  app.openAPIRegistry.registerPath(described)
  app.get(described.path, (context) => context.json(documentOf(app)))
  for (const route of [page, style]) app.openAPIRegistry.registerPath(route)
  app.get(page.path, async (context) => context.html(await docsPage(documentOf(app))))
  app.get(style.path, (context) => context.body(docsStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.route(mounted, collectionApp(desks, team))
  app.all('*', workbenchFiles(workbench))
  return app
}

const newApp = (): App =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw wrongForm(result.error)
    },
  })

/** Puts routes about people under `/api/v1`. */
export type TeamRoutes = (app: App, team: TeamServer, desks: Desks) => void

const teamRoutes: readonly TeamRoutes[] = [signingIn, openId, own, people]

const mounted = collectionPath.replace(/\{(\w+)\}/g, ':$1')

/** What is under the address of one collection. */
function collectionApp(desks: Desks, team: TeamServer | undefined): App {
  const app = newApp()
  app.use(inCollection(desks))
  for (const resource of resources) resource(app)
  if (team) members(app, team)
  return app
}

const described = createRoute({
  method: 'get',
  path: '/api/v1/openapi.json',
  ...needs('person'),
  operationId: 'getDescription',
  summary: 'This description, with all shapes',
  responses: { 200: json(z.record(z.string(), z.unknown()), 'OpenAPI 3.1'), ...problems() },
})

const page = createRoute({
  method: 'get',
  path: '/api/v1/docs',
  ...needs('person'),
  operationId: 'readDocs',
  summary: 'This description as a page to read',
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } }, ...problems() },
})

const style = createRoute({
  method: 'get',
  path: '/api/v1/docs.css',
  ...needs('person'),
  operationId: 'readDocsStyle',
  summary: 'How that page looks',
  responses: { 200: { description: 'The style', content: { 'text/css': { schema: z.string() } } }, ...problems() },
})

/** Files are handed in at two addresses of each collection: reports, and notes on them. */
const takesFiles = (path: string): boolean => /^\/api\/v1\/collections\/[^/]+\/(?:inputs|imports)$/.test(path)

/** Bytes of a request: of one with files, of a file in it, of one that hands in a text or a page in JSON, of any other. */
export const largest = {
  request: 256 * 1024 * 1024,
  file: 32 * 1024 * 1024,
  page: 32 * 1024 * 1024,
  other: 1024 * 1024,
} as const

/** How large a request may be, and what to do with a larger one. */
function mostOf(req: HonoRequest): { readonly bytes: number; readonly else?: string } {
  if (!takesFiles(req.path)) return { bytes: largest.other }
  if (!isJson(req.header('content-type'))) return { bytes: largest.request }
  return { bytes: req.path.endsWith('/inputs') ? largest.page : largest.other, else: ' Send it as a file.' }
}

const limit = ({ bytes, else: instead = '' }: ReturnType<typeof mostOf>) =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new Problem(413, `A request may be ${bytes / 1024 / 1024} MB large, and this is larger.${instead}`)
    },
  })

/**
 * What is sent is JSON and says so: a form of another site can be sent without asking, JSON cannot. It is small, or made of a few long texts: it is
 * read while everybody else waits.
 */
const smallJson: MiddlewareHandler<Env> = async ({ req }, next) => {
  // What is empty and says nothing of itself is no body at all.
  const isNone =
    req.header('transfer-encoding') === undefined &&
    Number(req.header('content-length') ?? 0) === 0 &&
    req.header('content-type') === undefined
  if (
    req.method !== 'GET' &&
    req.method !== 'HEAD' &&
    !isNone &&
    !isJson(req.header('content-type')) &&
    !takesFiles(req.path)
  )
    throw new Problem(415, 'Send application/json.', 'Content-Type')
  if (isJson(req.header('content-type'))) checkSmall(await req.text())
  return next()
}

function problemOf(error: unknown, tell: (says: string) => void): Problem {
  if (error instanceof Problem) return error
  if (error instanceof NotPossible) return new Problem(statusOf[error.why], error.message)
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Problem) return cause
  if (isEnding(error)) return new Problem(503, 'The server is ending; ask again when it is there.')
  // Hono throws of its own where a body is no JSON.
  const status = (error as { readonly status?: unknown } | null)?.status
  if (status === 400) return new Problem(400, 'The body cannot be read.')
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return new Problem(500, 'The server failed; what happened stands where it was started.')
}

const statusOf = { wrong: 400, stale: 403, unknown: 404, conflict: 409 } as const
