import { z } from 'zod'
import { traceGiven } from '../../app/agent/trace-given.ts'
import { claimLine } from '../../export/agent/claim-answer.ts'
import { listed } from '../../export/agent/listed.ts'
import { sealed, words } from '../../export/agent/sealed.ts'
import { summarySentences } from '../../export/view/summary.ts'
import { trailWords } from '../../export/view/trail-words.ts'
import { claimOrders, claimsFor } from '../../export/workbench/claim-rows.ts'
import { keyOf, type Shelf } from '../../export/workbench/shelf.ts'
import { findingKinds } from '../../model/finding.ts'
import type { Claim } from '../../model/report.ts'
import { traced } from '../shapes.ts'
import { aboutMarks, defineTool, looks, NotDone } from '../tool.ts'
import { addresses, part, texts } from './asked.ts'

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
    const { shelf, refusals } = isGiven
      ? await traceGiven(asked, web ?? {})
      : { shelf: await room.shelf(), refusals: [] }
    const claims = claimsFor(shelf, {
      q: asked.words,
      finding: asked.finding,
      source: asked.source,
      min: asked.fewest_origins,
      max: asked.most_origins,
      sort: asked.sort,
    })
    return sealed({
      of: isGiven ? 'what was given; nothing of it is kept' : 'the collection',
      summary: summarySentences(shelf.summary).join(' '),
      claims: listed(claims, asked, keyOf, (claim) => (isGiven ? wholeLine(shelf, claim) : claimLine(shelf, claim))),
      refused: refusals
        .slice(0, 10)
        .map(({ input, code, says }) => ({ input: words(input, 200), code, says: words(says, 200) })),
      more_refused: Math.max(0, refusals.length - 10),
    })
  },
})

/** What is not kept cannot be asked for again: its trails come at once. */
const wholeLine = (shelf: Shelf, claim: Claim) => ({
  ...claimLine(shelf, claim),
  trails: claim.trails.slice(0, 4).map((trail) => words(trailWords(shelf, trail), 200)),
})
