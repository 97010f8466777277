import { createRoute, z } from '@hono/zod-openapi'
import { formats } from '../../app/workbench/export.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'

const route = createRoute({
  method: 'get',
  path: '/api/v1/export/{format}',
  summary: 'The collection as one file',
  description: formats.map(({ name, summary }) => `\`${name}\`: ${summary}.`).join(' '),
  request: { params: z.object({ format: z.string().openapi({ examples: formats.map(({ name }) => name) }) }) },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        formats.map(({ mediaType }) => [mediaType, { schema: { type: 'string' as const, format: 'binary' } }]),
      ),
    },
    ...problems(404),
  },
})

export const exports: Resource = (app, { asking }) => {
  app.openapi(route, async (context) => {
    const { format } = context.req.valid('param')
    const known = formats.find(({ name }) => name === format)
    if (!known) throw new Problem(404, `There are ${formats.map(({ name }) => name).join(', ')}.`, 'format')
    const bytes = await asking.run<'export'>({ kind: 'export', format })
    return context.body(new Uint8Array(bytes), 200, {
      'Content-Type': `${known.mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="headwater.${known.ending}"`,
      // The dossier brings a policy of its own; whoever opens it from here gets no script of it run beside the workbench.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })
}
