import { createRoute, z } from '@hono/zod-openapi'
import { exportFormats } from '../../app/collection/export.ts'
import { busy, Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'

const route = createRoute({
  method: 'get',
  path: '/export/{format}',
  ...needs('viewer'),
  summary: 'The collection as one file',
  description: exportFormats.map(({ name, says }) => `\`${name}\`: ${says}.`).join(' '),
  request: { params: z.object({ format: z.string().openapi({ examples: exportFormats.map(({ name }) => name) }) }) },
  responses: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        exportFormats.map(({ mediaType }) => [
          mediaType.replace(/;.*/, ''),
          { schema: { type: 'string' as const, format: 'binary' } },
        ]),
      ),
    },
    ...problems(404, 503),
  },
})

/** How a file of a format is named, where its name is not its ending. */
const endings: Readonly<Record<string, string>> = { markdown: 'md', warc: 'warc.gz', dossier: 'zip' }

export const exports: Resource = (app) => {
  app.openapi(route, async (context) => {
    const { format } = context.req.valid('param')
    const known = exportFormats.find(({ name }) => name === format)
    if (!known) throw new Problem(404, `There are ${exportFormats.map(({ name }) => name).join(', ')}.`, 'format')
    const bytes = context.get('desk').ask<'export'>({ kind: 'export', format })
    if (!bytes) throw busy()
    return context.body(new Uint8Array(await bytes), 200, {
      'Content-Type': known.mediaType,
      'Content-Disposition': `attachment; filename="headwater.${endings[known.name] ?? known.name}"`,
      // The dossier brings a policy of its own; whoever opens it from here gets no script of it run beside the workbench.
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    })
  })
}
