import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { InputFile } from '../../app/workbench/inputs.ts'
import { isJson } from '../content-type.ts'
import { json } from '../described.ts'
import { filesIn, filesSchema } from '../files-in.ts'
import { busy, Problem, problems, wrongForm } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { imported, list } from '../schemas.ts'

const given = z.object({ name: z.string().min(1).max(1_000), text: z.string().min(1) })

const take = createRoute({
  method: 'post',
  path: '/imports',
  ...needs('analyst'),
  operationId: 'importNotes',
  summary:
    'Take what people wrote in other programs (STIX, Web Annotation, ClaimReview, FollowTheMoney) as notes on what is here',
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: given.openapi('NotesFile') },
        'multipart/form-data': { schema: filesSchema },
      },
    },
  },
  responses: {
    200: json(z.object({ imports: list(imported) }), 'Of each file what was taken, and what was not and why'),
    ...problems(400, 413, 415, 503),
  },
})

export const imports: Resource = (app) => {
  // Both kinds of body are read here, so that a file is not first taken for a field.
  app.openAPIRegistry.registerPath(take)
  app.post(take.path, async (context) => {
    const desk = context.get('desk')
    const files = await notesIn(context)
    const taken = desk.ask<'import'>({ kind: 'import', files, by: context.get('person').name })
    if (!taken) throw busy()
    const all = await taken
    if (all.some(({ kept }) => kept > 0)) desk.refresh()
    return context.json({ imports: all }, 200)
  })
}

async function notesIn(context: Context): Promise<readonly InputFile[]> {
  const kind = context.req.header('content-type')?.toLowerCase() ?? ''
  if (kind.startsWith('multipart/form-data')) {
    const files = await filesIn(context)
    if (files.length === 0) throw new Problem(400, 'There is no file in it.')
    return files
  }
  if (!isJson(kind)) throw new Problem(415, 'Send multipart/form-data or application/json.', 'Content-Type')
  return [await givenIn(context)]
}

async function givenIn({ req }: Context): Promise<InputFile> {
  const value: unknown = await req.json().catch(() => {
    throw new Problem(400, 'The body is no JSON.')
  })
  const { data, error } = given.safeParse(value)
  if (error) throw wrongForm(error)
  return { name: data.name, bytes: new TextEncoder().encode(data.text) }
}
