import type { Report } from '../../model/report.ts'
import { digestIn, listingOf } from '../collection/listing.ts'
import { type Answer, answerOf } from './answer.ts'
import { rowsHeld } from './rows.ts'

/** The answer that one report gives by itself, as one story, kept nowhere. */
export async function answerOn(report: Report): Promise<Answer> {
  const listing = listingOf(report)
  return answerOf({
    upTo: 0,
    piles: [{ ...digestIn(listing.digest), key: 'given' }],
    decisions: [],
    stories: [report.documents.map(({ id }) => id)],
    rows: rowsHeld(new Map([['given', listing]])),
    report: async () => report,
    arrival: () => 0,
    anchors: new Map(),
  })
}
