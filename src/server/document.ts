import type { RouteConfig } from '@hono/zod-openapi'
import { version } from '../model/version.ts'
import type { App } from './app.ts'
import { type ProblemStatus, problemResponses, problemsOf } from './problem.ts'
import { collectionPath, type Needed, neededBy } from './roles.ts'

/** What the OpenAPI document says of everything that is under /api/v1. */
export function documentOf(app: App): OpenAPIDocument {
  const { paths = {}, components = {}, webhooks: _, ...rest } = app.getOpenAPI31Document(about)
  const routes = new Map(routesOf(app).map((route) => [`${route.method} ${route.path}`, route]))
  const described = Object.entries(paths).map(([path, methods]) => {
    const operations = Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => {
      const route = routes.get(`${method} ${path}`)
      return [method, route ? complete(operation, route) : operation]
    })
    const shared = isInCollection(path) ? { parameters: [collectionParameter] } : {}
    return [path, { ...shared, ...Object.fromEntries(operations) }]
  })
  return {
    ...rest,
    components: { schemas: components.schemas ?? {}, responses: problemResponses, securitySchemes },
    paths: Object.fromEntries(described),
  }
}

export type OpenAPIDocument = ReturnType<App['getOpenAPI31Document']>

/** Every route, as it is described. */
export const routesOf = (app: App): readonly RouteConfig[] =>
  app.openAPIRegistry.definitions.flatMap((definition) => (definition.type === 'route' ? [definition.route] : []))

interface Operation {
  readonly parameters?: readonly unknown[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, Answer>>
}

interface Answer {
  readonly description: string
  readonly content?: Readonly<Record<string, unknown>>
}

/** An operation with what holds for all of its kind, which no route has to say of itself. */
function complete(operation: Operation, route: RouteConfig): object {
  const own = Object.entries(operation.responses)
  const good = own.filter(([status]) => Number(status) < 400)
  const bad = own.map(([status]) => Number(status) as ProblemStatus).filter((status) => status >= 400)
  const isTagged = route.method === 'get' && good.some(([, { content }]) => content?.['application/json'] !== undefined)
  const answers = good.map(([status, answer]) => [status, isTagged ? { ...answer, headers: tag } : answer])
  return {
    ...operation,
    security: securityOf(neededBy(route)),
    responses: {
      ...Object.fromEntries(answers),
      ...(isTagged
        ? { 304: { description: 'It still has the tag that was sent as If-None-Match', headers: tag } }
        : {}),
      ...problemsOf([...bad, ...usual(route)]),
    },
  }
}

/** Problems that a route may answer with by what kind it is of. */
function usual({ method, path }: RouteConfig): readonly ProblemStatus[] {
  return [
    400,
    ...(isInCollection(path) ? ([404] as const) : []),
    ...(method === 'get' ? [] : ([413, 415] as const)),
    ...([429, 500] as const),
  ]
}

const isInCollection = (path: string): boolean => path === collectionPath || path.startsWith(`${collectionPath}/`)

/** What a program shows, or a browser has; what pages change with the cookie takes `X-Headwater-Csrf` beside it. */
function securityOf(needed: Needed | undefined): readonly object[] {
  if (needed === 'anyone') return []
  return needed === 'account' ? [{ cookie: [] }] : [{ token: [] }, { cookie: [] }]
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that `headwater serve` prints, or with `--team` one that somebody made under Settings',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-headwater',
    description:
      'What a browser has that signed in; without TLS its name holds the port. Where people have accounts, what changes something sends the `csrf` of `GET /api/v1/me` as `X-Headwater-Csrf` beside it.',
  },
} as const

const tag = {
  ETag: { description: 'Changes with the answer', schema: { type: 'string' } },
} as const

const collectionParameter = {
  name: 'collection',
  in: 'path',
  required: true,
  description: 'What GET /api/v1/collections calls it',
  schema: { type: 'string' },
} as const

const about = {
  openapi: '3.1.0',
  info: {
    title: 'Headwater',
    version,
    description:
      'Git blame for the news: who first said it, how many independent origins it has, how it changed on the way. Lists are given in pages: `limit` at most 500, `after` the `next` of the page before. A name in the query that an address does not take is refused. What is refused is told as RFC 9457 says (`application/problem+json`); answers in JSON have an ETag.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
}
