import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Inputs } from '../../app/workbench/inputs.ts'
import { isJson } from '../content-type.ts'
import { json } from '../described.ts'
import { filesIn, filesSchema } from '../files-in.ts'
import { busy, Problem, problems, wrongForm } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { job as jobSchema } from '../schemas.ts'
import { webAddress } from './follows.ts'

const short = z.string().max(1_000).optional()

const given = z.object({
  addresses: z.array(webAddress).max(500).default([]),
  text: z
    .object({
      title: short,
      text: z.string().min(1).max(10_000_000),
      publisher: short,
      published: z
        .string()
        .regex(/^\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/, 'A day is wanted, 2026-02-03.')
        .optional(),
      url: webAddress.optional(),
    })
    .optional(),
  page: z
    .object({ url: webAddress, html: z.string().min(1).max(20_000_000) })
    .optional()
    .openapi({ description: 'A page as a browser showed it: it is kept as an upload, not as fetched' }),
})

const add = createRoute({
  method: 'post',
  path: '/inputs',
  ...needs('analyst'),
  operationId: 'addInputs',
  summary: 'Hand in files, addresses, a text or a page; the work goes on in the background',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: given.openapi('Inputs') },
        'multipart/form-data': { schema: filesSchema },
      },
    },
  },
  responses: {
    202: json(z.object({ job: z.string() }), 'What to ask for at `jobs/{id}` of the collection'),
    ...problems(400, 413, 415, 503),
  },
})

const job = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  ...needs('viewer'),
  operationId: 'getJob',
  summary: 'How far something handed in has come',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: json(jobSchema, 'The job'), ...problems(404) },
})

export const inputs: Resource = (app) => {
  // Both kinds of body are read here, so that a file is not first taken for a field.
  app.openAPIRegistry.registerPath(add)
  app.post(add.path, async (context) => {
    const taken = context.get('desk').take(await inputsIn(context), context.get('person').name)
    if (!taken) throw busy()
    return context.json({ job: taken.id }, 202)
  })
  app.openapi(job, async (context) => {
    const found = context.get('desk').job(context.req.valid('param').id)
    if (!found) throw new Problem(404, 'No job has this id; they are forgotten when the server ends.', 'id')
    return context.json(found, 200)
  })
}

async function inputsIn(context: Context): Promise<Inputs> {
  const kind = context.req.header('content-type')?.toLowerCase() ?? ''
  const inputs = kind.startsWith('multipart/form-data')
    ? { files: await filesIn(context), addresses: [] }
    : isJson(kind)
      ? await givenIn(context)
      : undefined
  if (!inputs) throw new Problem(415, 'Send multipart/form-data or application/json.', 'Content-Type')
  if (inputs.files.length + inputs.addresses.length === 0 && !inputs.text && !inputs.page)
    throw new Problem(400, 'There is nothing in it: send files, addresses, a text or a page.')
  return inputs
}

async function givenIn({ req }: Context): Promise<Inputs> {
  const value: unknown = await req.json().catch(() => {
    throw new Problem(400, 'The body is no JSON.')
  })
  const { data, error } = given.safeParse(value)
  if (error) throw wrongForm(error)
  return { files: [], ...data }
}
