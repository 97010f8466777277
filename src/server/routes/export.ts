import { createRoute, z } from '@hono/zod-openapi'
import { type Format, formats } from '../../export/formats.ts'
import { markingNames } from '../../export/stix/marking-names.ts'
import { busy, Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'

const route = createRoute({
  method: 'get',
  path: '/export/{format}',
  ...needs('viewer'),
  operationId: 'exportCollection',
  summary: 'The collection as one file',
  description: formats.map(({ name, says, lacks }) => `\`${name}\`: ${says}. Not in it: ${lacks}.`).join(' '),
  request: {
    params: z.object({ format: z.string().openapi({ examples: formats.map(({ name }) => name) }) }),
    query: z.object({
      ending: z.string().optional().openapi({ description: 'One of the endings of the format, where it has several' }),
      tlp: z.enum(markingNames).optional().openapi({ description: 'How far a STIX bundle may be handed on' }),
    }),
  },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        formats.map(({ mediaType }) => [
          mediaType.replace(/;.*/, ''),
          { schema: { type: 'string' as const, format: 'binary' } },
        ]),
      ),
    },
    ...problems(400, 404, 503),
  },
})

export const exports: Resource = (app) => {
  app.openapi(route, async (context) => {
    const { format } = context.req.valid('param')
    const { ending, tlp: marking } = context.req.valid('query')
    const known: Format | undefined = formats.find(({ name }) => name === format)
    if (!known) throw new Problem(404, `There are ${formats.map(({ name }) => name).join(', ')}.`, 'format')
    if (ending !== undefined && !known.endings.includes(ending))
      throw new Problem(400, `A file of ${known.title} ends in ${known.endings.join(' or ')}.`, 'ending')
    const path = `headwater.${ending ?? known.endings[0]}`
    const bytes = context.get('desk').ask<'export'>({ kind: 'export', format, wishes: { path, marking } })
    if (!bytes) throw busy()
    return context.body(new Uint8Array(await bytes), 200, {
      'Content-Type': known.also && ending === known.also.ending ? known.also.mediaType : known.mediaType,
      'Content-Disposition': `attachment; filename="${path}"`,
      // The dossier brings a policy of its own; whoever opens it from here gets no script of it run beside the workbench.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })
}
