import type { Page } from '../../syntax/page.ts'

/** How many answers {@link quotedness} has. */
export const quotednessCount = 14

/** How a token lies to quotations: right behind one, right before one, first, last or inside, and whether the cue is in the same one. */
export function quotedness(page: Page, token: number, cue: number): number {
  const quotation = page.quotation(token)
  if (!quotation) return page.quotation(token - 1) ? 1 : page.quotation(token + 1) ? 2 : 0
  const place = quotation.first === token ? 3 : quotation.last - 1 === token ? 4 : 5
  return place + (page.quotation(cue) === quotation ? 8 : 0)
}
