import { z } from 'zod'
import type { Report, ReportDocument } from '../../model/report.ts'
import {
  absentOr,
  annotation,
  claim,
  derivation,
  documentHead,
  finding,
  list,
  passage,
  refusal,
  series,
  source,
  statement,
  wholeText,
} from './report-shapes.ts'

/** A report as it stands in JSON: the same as in the program, its texts only where they were asked for. */
export type JsonReport = Omit<Report, 'documents'> & {
  readonly documents: readonly (Omit<ReportDocument, 'text'> & { readonly text?: string })[]
}

/**
 * The shape of `headwater/report@1`, for whoever checks one or makes types of it. It is published as JSON Schema
 * (`headwater/schema/report.json`); the compiler holds it to the type that the program works with.
 */
export const reportSchema = z.object({
  schema: z.literal('headwater/report@1'),
  documents: list(
    documentHead.extend({
      text: absentOr(wholeText.describe('The title, one blank line, the body; only with --text')),
    }),
  ),
  sources: list(source),
  statements: list(statement),
  claims: list(claim),
  derivations: list(derivation),
  series: list(series),
  findings: list(finding),
  refusals: list(refusal),
  coverage: z.object({
    documents: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    unread: z.int().nonnegative(),
    languages: z.record(z.string(), z.int()).readonly(),
  }),
  passages: absentOr(list(passage)),
  annotations: absentOr(list(annotation)),
  unapplied: absentOr(list(z.object({ decision: z.string(), says: z.string() }))),
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
