import { z } from 'zod'
import { sourceKinds } from '../model/attribution.ts'
import type { Decision } from '../model/decision.ts'

/** No decision is longer: a note is not a report. */
const words = z.string().trim().min(1).max(10_000)
const name = z.string().trim().min(1).max(500)

const voice = z.strictObject({
  name,
  kind: z.enum(sourceKinds).optional(),
  document: name.optional(),
})

const statement = z.strictObject({
  document: name,
  quote: words,
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
})

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), document: name }),
  z.strictObject({ kind: z.literal('source'), source: voice }),
  z.strictObject({ kind: z.enum(['statement', 'claim']), statement }),
])

/**
 * Decisions as they come from outside. The kinds and states are all there are: nobody can mark a claim as true or false, which is not
 * for Headwater to say.
 */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['same-source', 'not-same-source']), a: voice, b: voice }),
  z.strictObject({ kind: z.literal('alias'), source: voice, name }),
  z.strictObject({ kind: z.literal('affiliation'), source: voice, of: voice.nullable() }),
  z.strictObject({
    kind: z.literal('grade'),
    source: voice,
    letter: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
    reason: words,
  }),
  z.strictObject({ kind: z.enum(['same-claim', 'not-same-claim']), a: statement, b: statement }),
  z.strictObject({
    kind: z.enum(['made-from', 'not-made-from']),
    document: name,
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('document'), document: name }),
      z.strictObject({ kind: z.literal('source'), source: voice }),
    ]),
  }),
  z.strictObject({ kind: z.enum(['note', 'tag']), on: subject, text: words }),
  z.strictObject({
    kind: z.literal('state'),
    on: subject,
    state: z.enum(['open', 'in-progress', 'waiting', 'unverifiable', 'settled']),
  }),
  z.strictObject({ kind: z.literal('decline'), suggestion: z.string().regex(/^[\w -]{1,100}$/) }),
])

/** A decision, or what is wrong with it in one sentence. */
export function decisionIn(json: unknown): { readonly decision: Decision } | { readonly says: string } {
  const found = decisionSchema.safeParse(json)
  if (found.success) return { decision: found.data as Decision }
  const [issue] = found.error.issues
  if (!issue) return { says: 'this is no decision' }
  const where = issue.path.length > 0 ? issue.path.join('.') : 'the decision'
  return { says: `${where} ${inWords(issue)}` }
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  if (issue.code === 'unrecognized_keys') return `has what it cannot have: ${issue.keys.join(', ')}`
  if (issue.code === 'too_small') return 'is empty'
  if (issue.code === 'too_big') return 'is too long'
  if (issue.code === 'invalid_type')
    return issue.message.includes('undefined') ? 'is missing' : `must be ${issue.expected}`
  return issue.code === 'invalid_union' ? 'is of no kind that is known' : issue.message
}
