import { z } from 'zod'
import { claimNamed, documentNamed } from '../../export/agent/handles.ts'
import type { Shelf } from '../../export/workbench/shelf.ts'
import type { Claim, ReportDocument } from '../../model/report.ts'
import { NotDone } from '../tool.ts'

/** What every list can be asked for. */
export const part = {
  limit: z.int().min(1).max(25).default(10).describe('How many at most; fewer are given where they are long'),
  cursor: z.string().max(400).optional().describe('The `cursor` of the part before'),
}

export const handle = (of: string) =>
  z.string().min(1).max(2_000).describe(`${of}, as a tool gave it: headwater://… or its id`)

/** Texts that are handed in: as much as can be read while somebody waits. */
export const texts = z
  .array(
    z.strictObject({
      text: z.string().min(1).max(100_000).describe('The words of the report'),
      title: z.string().max(1_000).optional(),
      publisher: z.string().max(200).optional().describe('Who published it: reports of one outlet count as one voice'),
      published: z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/, 'a day is wanted, 2026-02-03')
        .optional(),
      url: z
        .url({ protocol: /^https?$/, message: 'the address of a page is wanted, https://…' })
        .max(2_000)
        .optional(),
    }),
  )
  .max(20)
  .refine((all) => all.reduce((sum, { text }) => sum + text.length, 0) <= 200_000, {
    message: 'together the texts may have 200,000 letters',
  })

export const addresses = z
  .array(z.url({ protocol: /^https?$/, message: 'only http and https addresses are fetched' }).max(2_000))
  .max(10)

export function claimAsked(shelf: Shelf, given: string): Claim {
  const claim = claimNamed(shelf, given)
  if (!claim)
    throw new NotDone('There is no such claim in this collection. The tools search and trace give handles of claims.')
  return claim
}

export function documentAsked(shelf: Shelf, given: string): ReportDocument {
  const document = documentNamed(shelf, given)
  if (!document)
    throw new NotDone(
      'There is no such report in this collection. The tool search, and the list of resources, give handles of reports.',
    )
  return document
}
