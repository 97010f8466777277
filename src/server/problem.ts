import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

/** Why a request was not answered, as everybody is told it (RFC 9457). Thrown by whoever finds it out. */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly title: string
  readonly detail: string
  /** Which part of the request it is about. */
  readonly input: string | undefined

  readonly headers: Readonly<Record<string, string>>

  constructor(status: ProblemStatus, detail: string, input?: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.status = status
    this.title = kinds[status].title
    this.detail = detail
    this.input = input
    this.headers = headers
  }
}

/** What was sent has not the form that is described: the first thing that is wrong with it, as a sentence. */
export function wrongForm({ issues: [issue] }: z.ZodError): Problem {
  const says = issue?.message || 'It has not the right form.'
  return new Problem(400, says.endsWith('.') ? says : `${says}.`, issue?.path.join('.') || undefined)
}

/** More is asked for at once than is held. */
export const busy = (): Problem => new Problem(503, 'Wait until some of it is done.')

/** What each is called: in its type, where `docs` tells of it, and in words. */
export const kinds = {
  400: { name: 'not-understood', title: 'This request cannot be understood' },
  401: { name: 'unknown-person', title: 'This needs to know who asks' },
  403: { name: 'not-allowed', title: 'This may not be done' },
  404: { name: 'not-found', title: 'There is no such thing' },
  405: { name: 'not-done-here', title: 'This cannot be done here' },
  408: { name: 'too-slow', title: 'This took too long to arrive' },
  409: { name: 'not-now', title: 'This cannot be done now' },
  413: { name: 'too-large', title: 'This is too large' },
  415: { name: 'not-read', title: 'This kind of content is not read' },
  429: { name: 'too-often', title: 'This was tried too often' },
  431: { name: 'headers-too-large', title: 'The headers are too large' },
  500: { name: 'failed', title: 'This should not happen' },
  503: { name: 'busy', title: 'Too much is waiting already' },
} as const

export type ProblemStatus = keyof typeof kinds

export const problemSchema = z
  .object({
    type: z.string().openapi({ description: 'Which kind it is, as an address where that is explained' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What it is this time, and what to do' }),
    input: z.string().optional().openapi({ description: 'The part of the request that it is about' }),
  })
  .openapi('Problem')

/** The answer that tells of a problem. */
export function answered(context: Context, { status, title, detail, input, headers }: Problem): Response {
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  // What was not read of a refused request would be taken for the beginning of the next one.
  if (context.req.method !== 'GET') context.header('Connection', 'close')
  // Somebody who opens the address without its token reads a sentence; the words are ours, none of the request is in them.
  const isRead = context.req.header('accept')?.includes('text/html') && !context.req.path.startsWith('/api/')
  if (isRead) return context.html(pageOf(title, detail), status)
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="headwater"')
  return context.body(told({ status, title, detail, input }), status, { 'Content-Type': mediaType })
}

/** As RFC 9457 writes a problem down. The type is an address at this server, where it is explained. */
export function told({ status, title, detail, input }: Pick<Problem, 'status' | 'title' | 'detail' | 'input'>): string {
  const type = `/api/v1/docs#${kinds[status].name}`
  return JSON.stringify({ type, title, status, detail, ...(input === undefined ? {} : { input }) })
}

export const mediaType = 'application/problem+json'

const pageOf = (title: string, detail: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Headwater</title>
<h1>${title}</h1>
<p>${detail}</p>
<p>The address is printed by <code>headwater serve</code> when it starts.</p>
</html>
`

/** The problems that a route may answer with, for the OpenAPI document. */
export const problems = (...statuses: readonly ProblemStatus[]) =>
  Object.fromEntries(
    ([401, 403, ...statuses] as const).map((status) => [
      status,
      { description: kinds[status].title, content: { [mediaType]: { schema: problemSchema } } },
    ]),
  )

/** The same as they stand in the finished document, where each is told once. */
export const problemsOf = (statuses: readonly ProblemStatus[]) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]))

const nameOf = (status: ProblemStatus): string =>
  kinds[status].name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

const headersOf: ReadonlyMap<ProblemStatus, Readonly<Record<string, HeaderDescribed>>> = new Map([
  [401, { 'WWW-Authenticate': { description: 'Bearer', schema: { type: 'string' } } }],
  [429, { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } }],
])

type HeaderDescribed = {
  readonly description: string
  readonly schema: { readonly type: 'string' | 'integer' }
}

export const problemResponses = Object.fromEntries(
  (Object.keys(kinds).map(Number) as readonly ProblemStatus[]).map((status) => [
    nameOf(status),
    {
      description: kinds[status].title,
      headers: headersOf.get(status) ?? {},
      content: { [mediaType]: { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
)
