import { z } from '@hono/zod-openapi'

export { type Page, pageOf } from '../export/workbench/page-of.ts'

/** What every list can be asked for. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ description: 'How many, at most 500' }),
  after: z.string().max(4_000).optional().openapi({ description: 'The `next` of the page before' }),
}
