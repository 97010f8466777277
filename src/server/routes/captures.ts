import { createRoute, z } from '@hono/zod-openapi'
import { json } from '../described.ts'
import { whole } from '../numbers.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { capture as schema } from '../schemas.ts'

const params = z.object({ number: whole(1) })

/** Only what is a page, words or a picture is shown as what it is. */
const shownKinds = [
  'text/html',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
] as const

const one = createRoute({
  method: 'get',
  path: '/captures/{number}',
  ...needs('viewer'),
  operationId: 'getCapture',
  summary: 'How something came into the collection',
  request: { params },
  responses: { 200: json(schema, 'The capture'), ...problems(400, 404) },
})

const raw = createRoute({
  method: 'get',
  path: '/captures/{number}/raw',
  ...needs('viewer'),
  operationId: 'getCaptureBytes',
  summary: 'The bytes as they were captured',
  description: 'As a file to keep; with `show`, as what they are, in a sandbox that runs no script and loads nothing.',
  request: { params, query: z.object({ show: z.string().optional() }) },
  responses: {
    200: {
      description: 'The bytes',
      content: Object.fromEntries(
        ['application/octet-stream', ...shownKinds].map((kind) => [
          kind,
          { schema: { type: 'string' as const, format: 'binary' } },
        ]),
      ),
    },
    ...problems(400, 404),
  },
})

export const captures: Resource = (app) => {
  app.openapi(one, async (context) => {
    const { store } = context.get('desk')
    const found = await store.capture(context.req.valid('param').number)
    if (!found) throw new Problem(404, 'No capture has this number.', 'number')
    return context.json(found, 200)
  })
  app.openapi(raw, async (context) => {
    const { store } = context.get('desk')
    const found = await store.capture(context.req.valid('param').number)
    const bytes = found && (await store.bytes(found.sha256))
    if (!bytes) throw new Problem(404, 'No capture has this number.', 'number')
    const isShown = context.req.valid('query').show !== undefined
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': isShown ? shownAs(found.mediaType, bytes) : 'application/octet-stream',
      'Content-Disposition': isShown
        ? 'inline'
        : `attachment; filename="capture-${found.number}${ending(found.input)}"`,
      'Content-Security-Policy': sandbox,
    })
  })
}

/** What was captured is shown, never obeyed: no script, no form, no request, an origin of its own. The workbench may frame it. */
const sandbox =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** What was declared otherwise is shown as words, or kept. */
function shownAs(declared: string | null, bytes: Uint8Array): string {
  const kind = declared?.toLowerCase().split(';')[0]?.trim()
  const known = shownKinds.find((one) => one === kind)
  if (known) return known
  if (kind !== undefined && /^application\/xhtml\+xml$/.test(kind)) return 'text/html'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  if (/^\s*<(?:!doctype\s+html|html|head|body|!--)/i.test(head)) return 'text/html'
  return head.includes('\0') ? 'application/octet-stream' : 'text/plain'
}

/** `.html`, where a name ends so plainly; a name from elsewhere does not get into a header otherwise. */
const ending = (input: string): string => /\.[a-z0-9]{1,8}$/i.exec(input)?.[0] ?? ''
