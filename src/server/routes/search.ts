import { createRoute, z } from '@hono/zod-openapi'
import { dayPattern, type Hit, isDay, termsOf } from '../../collection/search.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { json } from '../described.ts'
import { amount, wholeOr } from '../numbers.ts'
import { Problem, problems } from '../problem.ts'
import type { Resource } from '../resources.ts'
import { needs } from '../roles.ts'
import { certainty, findingKind, found } from '../schemas.ts'

const day = z
  .string()
  .regex(dayPattern, 'A day is wanted, 2026-02-03.')
  .refine(isDay, 'The calendar has no such day.')
  .optional()
const kind = z.enum(['statement', 'document', 'source'])

const route = createRoute({
  method: 'get',
  path: '/search',
  ...needs('viewer'),
  operationId: 'search',
  summary: 'Statements, reports and sources by their words',
  description: 'Words that must all be there, "a phrase", -not, begin*; and filters, all of which must hold.',
  request: {
    query: z.object({
      q: z.string().max(1_000).default(''),
      kinds: z.union([kind.transform((one) => [one]), z.array(kind)]).optional(),
      source: z.string().optional(),
      outlet: z.string().optional(),
      from: day,
      to: day,
      atLeast: amount().optional(),
      atMost: amount().optional(),
      finding: findingKind.optional(),
      certainty: certainty.optional(),
      limit: wholeOr(20, 1, 500),
      skip: wholeOr(0, 0, 10_000),
    }),
  },
  responses: { 200: json(found, 'What was found, best first'), ...problems(400) },
})

export const search: Resource = (app) => {
  app.openapi(route, async (context) => {
    const { q, kinds = [], limit, skip, ...filters } = context.req.valid('query')
    const terms = termsOf(q)
    const isAnything = terms.length > 0 || kinds.length > 0 || Object.values(filters).some((one) => one !== undefined)
    if (!isAnything) throw new Problem(400, 'Say what to look for: words, or a filter such as source.', 'q')
    const { store, answers } = context.get('desk')
    const [{ hits, total }, { catalogue }] = await Promise.all([
      store.search({ terms, kinds, limit, skip, ...filters }),
      answers.now(),
    ])
    const reportOf = ({ kind, id, document }: Hit): string | null => {
      const report = kind === 'document' ? id : document
      return report === null || !catalogue.documents.has(report) ? null : nameOf(catalogue, report)
    }
    return context.json({ hits: hits.map((hit) => ({ ...hit, report: reportOf(hit) })), total }, 200)
  })
}
