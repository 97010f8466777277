import { z } from 'zod'
import type { Answer } from '../../app/workbench/answer.ts'
import type { ClaimFound } from '../../app/workbench/pages.ts'
import { type ClaimLine, claimLine } from '../../export/agent/claim-answer.ts'
import { claimNamed, documentNamed, documentsOfClaim } from '../../export/agent/handles.ts'
import { asked, type Listed, listed, type Part } from '../../export/agent/listed.ts'
import type { CataloguedClaim } from '../../export/workbench/catalogue.ts'
import { pageMark } from '../../export/workbench/page-of.ts'
import type { Shelf } from '../../export/workbench/shelf.ts'
import type { ReportDocument } from '../../model/report.ts'
import { NotDone } from '../tool.ts'

const cursor = z.string().max(400)
const says = 'The `cursor` of the part before'

/** What every list can be asked for. */
export const part = {
  limit: z.int().min(1).max(25).default(10).describe('How many at most; fewer are given where they are long'),
  cursor: cursor.regex(pageMark, 'that is no cursor of this tool').optional().describe(says),
}

/** The same where what is found has places and no ids. */
export const placedPart = {
  ...part,
  cursor: cursor
    .regex(/^\d{1,5}$/, 'that is no cursor of this tool')
    .optional()
    .describe(says),
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

/** The claim that is asked for, with the pile that it stands in. */
export async function claimAsked(answer: Answer, given: string): Promise<ClaimFound> {
  const found = await claimFound(answer, given)
  if (!found)
    throw new NotDone('There is no such claim in this collection. The tools search and trace give handles of claims.')
  return found
}

export async function claimFound(answer: Answer, given: string): Promise<ClaimFound | undefined> {
  for (const document of documentsOfClaim(answer.catalogue, given)) {
    const shelf = await answer.shelf(document)
    const claim = shelf && claimNamed(shelf, given)
    if (claim) return { shelf, claim }
  }
  return undefined
}

/** The report that is asked for, with the pile that it stands in. */
export async function documentAsked(
  answer: Answer,
  given: string,
): Promise<{ readonly shelf: Shelf; readonly document: ReportDocument }> {
  const id = documentNamed(answer.catalogue, given)?.id ?? ''
  const shelf = await answer.shelf(id)
  const document = shelf?.documents.get(id)
  if (!shelf || !document)
    throw new NotDone(
      'There is no such report in this collection. The tool search, and the list of resources, give handles of reports.',
    )
  return { shelf, document }
}

/**
 * A part of a list of claims, each on a line.
 *
 * @param more what is said of a claim besides, by its key
 */
export async function claimLines<More extends object = object>(
  answer: Answer,
  claims: readonly CataloguedClaim[],
  part: Part,
  more: (key: string) => More | undefined = () => undefined,
): Promise<Listed<ClaimLine & Partial<More>>> {
  const keyOf = ({ key }: CataloguedClaim): string => key
  const shown = asked(claims, part, keyOf)
  const rows = new Map((await answer.claimRows(shown)).map((row) => [row.key, row]))
  return listed(claims, part, keyOf, (claim) => {
    const row = rows.get(claim.key)
    if (!row) throw new Error(`the row of ${claim.key} was not read`)
    return { ...claimLine(answer.catalogue, claim, row), ...more(claim.key) } as ClaimLine & Partial<More>
  })
}
