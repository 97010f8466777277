import { z } from '@hono/zod-openapi'
import { wholeOr } from './numbers.ts'

/** What lists can be asked for whose items are numbered from 1 without gaps, and never taken away. @param item what one of them is */
export const numberedPaging = (item: string) => ({
  after: wholeOr(0, 0).openapi({
    description: `Number of ${item}, or the \`next\` of the page before; 0 for the beginning`,
  }),
  order: z.enum(['oldest', 'newest']).default('oldest').openapi({ description: 'Which come first' }),
  limit: wholeOr(50, 1, 500),
})

export interface NumberedAsked {
  readonly after: number
  readonly order: 'oldest' | 'newest'
  readonly limit: number
}

/** @param some gives those after a number, the oldest first, at most so many */
export async function numberedPage<T extends { readonly number: number }>(
  { after, order, limit }: NumberedAsked,
  total: number,
  some: (after: number, most: number) => Promise<readonly T[]>,
): Promise<{ readonly items: readonly T[]; readonly next: string | null }> {
  const isOldest = order === 'oldest'
  // From the newest on, what comes after a number are those below it.
  const end = after === 0 ? total : Math.min(after - 1, total)
  const found = await some(isOldest ? after : Math.max(0, end - limit), isOldest ? limit : Math.min(limit, end))
  const items = isOldest ? found : found.toReversed()
  const last = items.at(-1)?.number
  const isMore = last !== undefined && (isOldest ? last < total : last > 1)
  return { items, next: isMore ? String(last) : null }
}
