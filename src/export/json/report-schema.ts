import { z } from 'zod'
import { sourceKinds } from '../../model/attribution.ts'
import { findingKinds } from '../../model/finding.ts'
import type { Report, ReportDocument } from '../../model/report.ts'
import { certainties } from '../../model/statement.ts'

/** A report as it stands in JSON: the same as in the program, its texts only where they were asked for. */
export type JsonReport = Omit<Report, 'documents'> & {
  readonly documents: readonly (Omit<ReportDocument, 'text'> & { readonly text?: string })[]
}

const text = z.string()
const maybe = z.string().nullable()
const bound = z.number().nullable().describe('null: no bound on this side')
const share = z.number().min(0).max(1)
const rule = z.templateLiteral([z.string(), '/', z.string()]).describe('The rule that made it, listed in docs/rules.md')
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly()
const ids = (what: string) => list(text).describe(what)
const offset = z.int().nonnegative()
const excerpt = {
  start: offset.describe('UTF-16 code units into the text of the document'),
  end: offset,
  quote: text.describe('text.slice(start, end)'),
}
const basis = z.enum(['stated', 'inferred']).describe('stated: the later text says so itself')
const decisions = z.exactOptional(ids('Decisions of people by which it is as it is'))

const document = z.object({
  id: text,
  title: maybe,
  publisher: maybe,
  byline: maybe,
  published: maybe.describe('ISO 8601, with the precision the page gave'),
  url: maybe,
  language: text.describe('ISO 639-1, or und'),
  sha256: text.describe('Hex, of the text in UTF-8'),
  words: z.int().nonnegative(),
  text: z.exactOptional(text.describe('The title, one blank line, the body; only with --text')),
})

const source = z.object({
  id: text,
  name: text,
  aliases: list(text),
  kind: z.enum(sourceKinds),
  affiliation: maybe.describe('The source it belongs to; they count as one origin'),
  grade: z.exactOptional(z.object({ letter: z.enum(['A', 'B', 'C', 'D', 'E', 'F']), reason: text })),
  decisions,
})

const figure = z.object({
  ...excerpt,
  low: bound,
  high: bound,
  approximate: z.boolean(),
  vague: z.boolean().describe('A word for a magnitude: “dozens” is 24 to 99'),
  of: maybe,
  unit: maybe,
  per: maybe,
})

const statement = z.object({
  id: text,
  document: text,
  ...excerpt,
  claim: maybe,
  attribution: list(z.object({ source: text, ...excerpt, cue: text })).describe(
    'Outermost first; empty: the text names nobody',
  ),
  certainty: z.enum(certainties),
  certaintyScore: z.number().min(-3).max(3),
  hedges: list(z.object({ ...excerpt, rule })),
  figures: list(figure),
  times: list(z.object({ ...excerpt, value: text.describe('TIMEX3'), type: text })),
})

const position = z.object({
  figures: list(figure).nullable(),
  polarity: z.enum(['affirmed', 'denied']),
  statements: ids('Statements that answer so'),
  origins: ids('Where their trails end'),
  independent: z.int().nonnegative(),
})

const trail = z.object({
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

const claim = z.object({
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
  doubtful: z.exactOptional(ids('Origins that may be answering another question; not counted')),
  credibility: z.enum(['1', '2', '3', '4', '5', '6']).describe('STANAG 2511, computed'),
  credibilityReason: text,
  reliability: z.record(text, text).readonly().describe('STANAG 2511 letters by source, only as people graded them'),
  trails: list(trail),
  decisions,
})

const evidence = z.object({ document: text, ...excerpt })

const derivation = z.object({
  from: text.describe('Document or source'),
  to: text.describe('Document'),
  manner: z.enum(['copies', 'rewrites', 'cites', 'quotes', 'translates']),
  basis,
  confidence: share,
  evidence: z.tuple([evidence], evidence).readonly().meta({ minItems: 1 }),
  rule,
  decisions,
})

const series = z.object({
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

const finding = z.object({
  kind: z.enum(findingKinds),
  aspect: z.enum(['figure', 'hedge', 'role', 'attribution', 'polarity', 'scope', 'time', 'place']).nullable(),
  claim: maybe,
  from: maybe,
  to: maybe,
  statements: list(text),
  says: text.describe('One plain English sentence'),
  rule,
})

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

/**
 * The shape of `headwater/report@1`, for whoever checks one or makes types of it. It is published as JSON Schema
 * (`headwater/schema/report.json`); the compiler holds it to the type that the program works with.
 */
export const reportSchema = z.object({
  schema: z.literal('headwater/report@1'),
  documents: list(document),
  sources: list(source),
  statements: list(statement),
  claims: list(claim),
  derivations: list(derivation),
  series: list(series),
  findings: list(finding),
  refusals: list(z.object({ input: text, code: refusalCode, says: text })),
  coverage: z.object({
    documents: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    unread: z.int().nonnegative(),
    languages: z.record(text, z.int()).readonly(),
  }),
  passages: z.exactOptional(
    list(z.object({ document: text, from: text, start: offset, end: offset, fromStart: offset, fromEnd: offset })),
  ),
  annotations: z.exactOptional(
    list(
      z.object({
        on: z.object({ kind: z.enum(['document', 'source', 'statement', 'claim']), id: text }),
        kind: z.enum(['note', 'tag', 'state']),
        text,
        by: text,
        at: text,
        decision: text,
      }),
    ),
  ),
  unapplied: z.exactOptional(list(z.object({ decision: text, says: text }))),
})

type Fits<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never

/** Does not compile where schema and type have come apart. */
export const schemaFitsType: Fits<z.infer<typeof reportSchema>, JsonReport> = true

/**
 * The same as JSON Schema, draft 2020-12.
 *
 * @param isOpen whether fields that a later version adds are let pass: so it is published, since additions are free
 */
export const reportJsonSchema = (isOpen: boolean): Readonly<Record<string, unknown>> => ({
  $id: 'urn:headwater:schema:report:1',
  title: 'headwater/report@1',
  description:
    'The answer of headwater trace --json: who first said what, how many independent origins it has, how it changed on the way.',
  ...z.toJSONSchema(reportSchema, { io: isOpen ? 'input' : 'output' }),
})
