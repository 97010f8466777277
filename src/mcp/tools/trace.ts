import { z } from 'zod'
import { traceGiven } from '../../app/agent/trace-given.ts'
import type { Answer } from '../../app/workbench/answer.ts'
import type { Part } from '../../export/agent/listed.ts'
import { sealed, type Words, words } from '../../export/agent/sealed.ts'
import { summarySentences } from '../../export/view/summary.ts'
import { trailWords } from '../../export/view/trail-words.ts'
import { type ClaimQuestion, claimOrders } from '../../export/workbench/claim-rows.ts'
import type { Refusal } from '../../model/document.ts'
import { findingKinds } from '../../model/finding.ts'
import { traced } from '../shapes.ts'
import { aboutMarks, defineTool, looks, NotDone } from '../tool.ts'
import { addresses, claimLines, part, texts } from './asked.ts'

export const trace = defineTool({
  name: 'trace',
  title: 'Trace claims to their origins',
  description: `For every claim: in how many reports it stands, how many independent origins it has as far as the collection shows, what changed on the way. Without \`texts\` and \`addresses\` it tells of the collection; with them it traces just those, and keeps nothing. It never says whether a claim holds. Files are not read; give their words as \`texts\`. ${aboutMarks}`,
  input: z.strictObject({
    texts: texts.default([]),
    addresses: addresses.default([]).describe('Pages to fetch; only where the server was started with --web'),
    words: z.string().max(1_000).optional().describe('Only claims with these words'),
    finding: z.enum(findingKinds).optional().describe('Only claims with a finding of this kind'),
    source: z.string().max(500).optional().describe('Only claims that this voice is said to have made'),
    fewest_origins: z.int().min(0).optional(),
    most_origins: z.int().min(0).optional(),
    sort: z.enum(claimOrders).default('noteworthy'),
    ...part,
  }),
  output: traced,
  annotations: { ...looks, openWorldHint: true },
  async run(asked, { room, web }) {
    const isGiven = asked.texts.length > 0 || asked.addresses.length > 0
    if (asked.addresses.length > 0 && !web)
      throw new NotDone(
        'Addresses are fetched only where the server was started with --web; give the words as `texts`.',
      )
    if (!isGiven) return room.tell((answer) => told(answer, asked, 'the collection', []))
    const { answer, refusals } = await traceGiven(asked, web ?? {})
    return told(answer, asked, 'what was given; nothing of it is kept', refusals, true)
  },
})

async function told(answer: Answer, asked: Asked, of: string, refusals: readonly Refusal[], isWhole = false) {
  const claims = await answer.claims({
    q: asked.words,
    finding: asked.finding,
    source: asked.source,
    min: asked.fewest_origins,
    max: asked.most_origins,
    sort: asked.sort,
  })
  const lines = await claimLines(answer, claims, asked, isWhole ? await trailsOf(answer) : undefined)
  return sealed({
    of,
    summary: summarySentences(answer.catalogue.summary).join(' '),
    claims: lines,
    refused: refusals
      .slice(0, 10)
      .map(({ input, code, says }) => ({ input: words(input, 200), code, says: words(says, 200) })),
    more_refused: Math.max(0, refusals.length - 10),
  })
}

type Asked = Part &
  Pick<ClaimQuestion, 'finding' | 'source' | 'sort'> & {
    readonly words?: string | undefined
    readonly fewest_origins?: number | undefined
    readonly most_origins?: number | undefined
  }

/** What is not kept cannot be asked for again: its trails come at once. */
async function trailsOf(answer: Answer): Promise<(key: string) => { readonly trails: readonly Words[] }> {
  const [first = ''] = answer.catalogue.documents.keys()
  const shelf = await answer.shelf(first)
  return (key) => ({
    trails: (shelf?.claimOf.get(key)?.trails ?? [])
      .slice(0, 4)
      .flatMap((trail) => (shelf ? [words(trailWords(shelf, trail), 200)] : [])),
  })
}
