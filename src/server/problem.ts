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
    this.title = titles[status]
    this.detail = detail
    this.input = input
    this.headers = headers
  }
}

/** More is asked for at once than is held. */
export const busy = (): Problem => new Problem(503, 'Wait until some of it is done.')

const titles = {
  400: 'This request cannot be understood',
  401: 'This needs to know who asks',
  403: 'This may not be done',
  404: 'There is no such thing',
  405: 'This cannot be done here',
  408: 'This took too long to arrive',
  409: 'This cannot be done now',
  413: 'This is too large',
  415: 'This kind of content is not read',
  429: 'This was tried too often',
  500: 'This should not happen',
  503: 'Too much is waiting already',
} as const

export type ProblemStatus = keyof typeof titles

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    input: z.string().optional(),
  })
  .openapi('Problem')

/** The answer that tells of a problem. */
export function answered(context: Context, { status, title, detail, input, headers }: Problem): Response {
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  const body = { type: 'about:blank', title, status, detail, ...(input === undefined ? {} : { input }) }
  // What was not read of a refused request would be taken for the beginning of the next one.
  if (context.req.method !== 'GET') context.header('Connection', 'close')
  // Somebody who opens the address without its token reads a sentence; the words are ours, none of the request is in them.
  const isRead = context.req.header('accept')?.includes('text/html') && !context.req.path.startsWith('/api/')
  if (isRead) return context.html(pageOf(title, detail), status)
  if (status === 401) context.header('WWW-Authenticate', 'Bearer realm="headwater"')
  return context.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' })
}

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
      { description: titles[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
