import { z } from '@hono/zod-openapi'
import { wholeOr } from './numbers.ts'

export { type Page, pageOf } from '../export/workbench/page-of.ts'

/** What every list can be asked for. */
export const paging = {
  limit: wholeOr(50, 1, 500).openapi({ description: 'How many, at most 500' }),
  after: z.string().max(4_000).optional().openapi({ description: 'The `next` of the page before' }),
}
