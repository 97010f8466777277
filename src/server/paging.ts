import { z } from '@hono/zod-openapi'
import { pageMark } from '../export/workbench/page-of.ts'
import { wholeOr } from './numbers.ts'

export { type Page, pageOf } from '../export/workbench/page-of.ts'

/** What every list can be asked for. */
export const paging = {
  limit: wholeOr(50, 1, 500).openapi({ description: 'How many, at most 500' }),
  after: z
    .string()
    .max(4_000)
    .regex(pageMark, 'The `next` of a page is wanted.')
    .optional()
    .openapi({ description: 'The `next` of the page before' }),
}
