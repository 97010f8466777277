import { z } from 'zod'
import { sourceKinds } from '../../model/attribution.ts'
import { findingKinds } from '../../model/finding.ts'
import { certainties } from '../../model/statement.ts'

/**
 * The shapes of what a report is made of, once: for `headwater/report@1` and for the API, which gives the same things one by one. Each goes by
 * its name in both documents.
 */

export const findingKind = z.enum(findingKinds)
export const sourceKind = z.enum(sourceKinds)
export const certainty = z.enum(certainties)
export const manner = z.enum(['copies', 'rewrites', 'cites', 'quotes', 'translates'])

const text = z.string()
const maybe = z.string().nullable()
const bound = z.number().nullable().describe('null: no bound on this side')
const share = z.number().min(0).max(1)
export const rule = z
  .templateLiteral([z.string(), '/', z.string()])
  .describe('The rule that made it, listed in docs/rules.md')
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const ids = (what: string) => list(text).describe(what)
const offset = z.int().nonnegative()
export const excerpt = {
  start: offset.describe('UTF-16 code units into the text of the document'),
  end: offset,
  quote: text.describe('text.slice(start, end)'),
}
export const basis = z.enum(['stated', 'inferred']).describe('stated: the later text says so itself')
const decisions = absentOr(ids('Decisions of people by which it is as it is'))

export const documentHead = z
  .object({
    id: text,
    title: maybe,
    publisher: maybe,
    byline: maybe,
    published: maybe.describe('ISO 8601, with the precision the page gave'),
    url: maybe,
    language: text.describe('ISO 639-1, or und'),
    sha256: text.describe('Hex, of the text in UTF-8'),
    words: z.int().nonnegative(),
  })
  .meta({ id: 'DocumentHead' })

/** Of a document whose text is there. */
export const wholeText = text.describe('The title, one blank line, the body')

export const source = z
  .object({
    id: text,
    name: text,
    aliases: list(text),
    kind: sourceKind,
    affiliation: maybe.describe('The source it belongs to; they count as one origin'),
    grade: absentOr(z.object({ letter: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), reason: text })),
    decisions,
  })
  .meta({ id: 'Source' })

export const figure = z
  .object({
    ...excerpt,
    low: bound,
    high: bound,
    approximate: z.boolean(),
    vague: z.boolean().describe('A word for a magnitude: “dozens” is 24 to 99'),
    of: maybe,
    unit: maybe,
    per: maybe,
  })
  .meta({ id: 'Figure' })

export const statement = z
  .object({
    id: text,
    document: text,
    ...excerpt,
    claim: maybe,
    attribution: list(z.object({ source: text, ...excerpt, cue: text })).describe(
      'Outermost first; empty: the text names nobody',
    ),
    certainty,
    certaintyScore: z.number().min(-3).max(3),
    hedges: list(z.object({ ...excerpt, rule })),
    figures: list(figure),
    times: list(z.object({ ...excerpt, value: text.describe('TIMEX3'), type: text })),
  })
  .meta({ id: 'Statement' })

const position = z.object({
  figures: list(figure).nullable(),
  polarity: z.enum(['affirmed', 'denied']),
  statements: ids('Statements that answer so'),
  origins: ids('Where their trails end'),
  independent: z.int().nonnegative(),
})

export const trail = z
  .object({
    statement: text,
    hops: list(
      z.object({
        node: text.describe('The document or source that is reached'),
        basis,
        confidence: share,
        document: text,
        ...excerpt,
        rule,
      }),
    ),
    end: z.enum(['origin', 'doubtful', 'not-established', 'circular']),
  })
  .meta({ id: 'Trail' })

export const claim = z
  .object({
    id: text,
    gist: text,
    statements: ids('Statements of it'),
    documents: z.int().nonnegative().describe('How many documents state it'),
    origins: ids('Sources, or documents of outlets that report on their own authority'),
    independent: z.int().nonnegative().describe('Origins independent of each other, as far as this collection shows'),
    positions: list(position).describe('Who says what, where the answers differ'),
    bottleneck: maybe.describe('The one origin, where independent is 1'),
    paths: z.int().nonnegative().describe('Trails that share nothing on the way'),
    cut: ids('What all trails squeeze through').nullable(),
    notEstablished: z.int().nonnegative().describe('Trails that end in nobody named'),
    doubtful: absentOr(ids('Origins that may be answering another question; not counted')),
    credibility: z.enum(['1', '2', '3', '4', '5', '6']).describe('STANAG 2511, computed'),
    credibilityReason: text,
    reliability: z.record(text, text).readonly().describe('STANAG 2511 letters by source, only as people graded them'),
    trails: list(trail),
    decisions,
  })
  .meta({ id: 'Claim' })

const evidence = z.object({ document: text, ...excerpt })

export const derivation = z
  .object({
    from: text.describe('Document or source'),
    to: text.describe('Document'),
    manner,
    basis,
    confidence: share,
    evidence: nonEmpty(evidence),
    rule,
    decisions,
  })
  .meta({ id: 'Derivation' })

export const series = z
  .object({
    claim: text,
    claims: list(text),
    of: maybe,
    unit: maybe,
    per: maybe,
    points: list(
      z.object({
        statement: text,
        origin: maybe,
        when: maybe.describe('TIMEX3 date'),
        low: bound,
        high: bound,
        planned: z.boolean(),
        standing: z.enum(['former', 'actual', 'planned']),
        ...excerpt,
      }),
    ),
  })
  .meta({ id: 'Series' })

export const finding = z
  .object({
    kind: findingKind,
    aspect: z.enum(['figure', 'hedge', 'role', 'attribution', 'polarity', 'scope', 'time', 'place']).nullable(),
    claim: maybe,
    from: maybe,
    to: maybe,
    statements: list(text),
    says: text.describe('One plain English sentence'),
    rule,
  })
  .meta({ id: 'Finding' })

const refusalCode = z.enum([
  'empty',
  'too-large',
  'binary',
  'unreadable',
  'not-found',
  'malformed',
  'no-text',
  'unsupported',
  'too-deep',
  'forbidden-address',
  'robots',
  'http-error',
  'timed-out',
  'unreachable',
  'redirects',
  'set-aside',
])

export const refusal = z.object({ input: text, code: refusalCode, says: text }).meta({ id: 'Refusal' })

export const passage = z
  .object({ document: text, from: text, start: offset, end: offset, fromStart: offset, fromEnd: offset })
  .meta({ id: 'CopiedPassage' })

export const annotation = z
  .object({
    on: z.object({ kind: z.enum(['document', 'source', 'statement', 'claim']), id: text }),
    kind: z.enum(['note', 'tag', 'state']),
    text,
    by: text,
    at: text,
    decision: text,
  })
  .meta({ id: 'Annotation' })

/** At least one of them. Said as a list, since makers of OpenAPI documents know no rest of a tuple. */
function nonEmpty<T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodTuple<[T], T>> {
  return z.array(item).min(1).readonly() as unknown as z.ZodReadonly<z.ZodTuple<[T], T>>
}

/**
 * A field that may be absent, and is no `undefined` where it is there: so the type says. At run time it is not told apart, since JSON knows
 * no `undefined`, and makers of OpenAPI documents know the plain kind only.
 */
export function absentOr<T extends z.ZodType>(schema: T): z.ZodExactOptional<T> {
  return z.optional(schema) as unknown as z.ZodExactOptional<T>
}
