import type { MiddlewareHandler } from 'hono'
import { etag } from 'hono/etag'
import { isJson } from './content-type.ts'

/**
 * Gives every answer in JSON a tag that changes with it, and 304 without a body to whoever sends the tag that it still has. The tag is over
 * the very bytes that this person gets, after it was looked at who asks: nobody learns from a tag what they may not see. Streams, files and
 * problems get none: a stream has no end to wait for.
 *
 * `Cache-Control` stays `no-store`. Browsers keep nothing of a collection on the disk, where it would outlive the session; programs, and the
 * workbench in its memory, hold what they have and ask with its tag.
 */
export const revalidated: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return
  const { status, headers } = context.res
  const isFile = headers.has('content-disposition')
  if (status !== 200 || isFile || !isJson(headers.get('content-type'))) return
  headers.set('Vary', 'Authorization, Cookie')
  await tagged(context, async () => undefined)
}

const tagged = etag()
