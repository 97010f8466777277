import { z } from 'zod'
import type { Answer } from '../../app/workbench/answer.ts'
import { claimWith } from '../../app/workbench/pages.ts'
import { dayPattern, type Hit, isDay, termsOf } from '../../collection/search.ts'
import { type FoundLine, foundLine } from '../../export/agent/found-line.ts'
import { sealed } from '../../export/agent/sealed.ts'
import { keyOf } from '../../export/workbench/shelf.ts'
import { findingKinds } from '../../model/finding.ts'
import { certainties } from '../../model/statement.ts'
import { found } from '../shapes.ts'
import { aboutMarks, defineTool, looks, NotDone } from '../tool.ts'
import { placedPart } from './asked.ts'

const day = z.string().regex(dayPattern, 'a day is wanted, 2026-02-03').refine(isDay, 'the calendar has no such day')

export const search = defineTool({
  name: 'search',
  title: 'Search the collection',
  description: `Finds statements, reports and sources of the collection by their words: words that must all be there, "a phrase", -not, begin*; and filters, all of which must hold. Each statement comes with the handle of its claim. ${aboutMarks}`,
  input: z.strictObject({
    query: z.string().max(1_000).default(''),
    kinds: z
      .array(z.enum(['statement', 'document', 'source']))
      .max(3)
      .default([]),
    source: z.string().max(200).optional().describe('Part of the name of who is said to have said it'),
    outlet: z.string().max(200).optional().describe('Part of the name of who published it'),
    from: day.optional(),
    to: day.optional(),
    at_least: z.number().optional().describe('With a figure that may be this large'),
    at_most: z.number().optional(),
    finding: z.enum(findingKinds).optional(),
    certainty: z.enum(certainties).optional(),
    ...placedPart,
  }),
  output: found,
  annotations: looks,
  async run({ query, kinds, limit, cursor, at_least: atLeast, at_most: atMost, ...filters }, { room }) {
    const terms = termsOf(query)
    const isAnything =
      terms.length > 0 ||
      kinds.length > 0 ||
      [atLeast, atMost, ...Object.values(filters)].some((one) => one !== undefined)
    if (!isAnything) throw new NotDone('Say what to look for: words in `query`, or a filter such as `source`.')
    const skip = cursor === undefined ? 0 : Number(cursor)
    if (skip > 10_000) throw new NotDone('That is no cursor of this tool.')
    // What came in since is found, too.
    await room.answer()
    const { hits, total } = await room.store.search({ terms, kinds, limit, skip, atLeast, atMost, ...filters })
    const lines = await room.tell((answer) => foundLines(answer, hits))
    const items: FoundLine[] = []
    let size = 0
    for (const line of lines) {
      size += JSON.stringify(line).length
      if (items.length > 0 && size > 5_000) break
      items.push(line)
    }
    const end = skip + items.length
    return sealed({
      found: { items, total, left_out: Math.max(0, total - end), cursor: end < total ? String(end) : null },
    })
  },
})

async function foundLines(answer: Answer, hits: readonly Hit[]): Promise<readonly FoundLine[]> {
  const lines: FoundLine[] = []
  for (const hit of hits) {
    const claim = hit.kind === 'statement' ? (await claimWith(answer, hit.id))?.claim : undefined
    lines.push(foundLine(answer.catalogue, claim && { key: keyOf(claim), independent: claim.independent }, hit))
  }
  return lines
}
