import type { Report } from '../../model/report.ts'
import { digestIn, listingOf } from '../collection/listing.ts'
import { type Answer, answerOf } from './answer.ts'
import { rowsHeld } from './rows.ts'

/**
 * The answer that one report gives by itself, kept nowhere.
 *
 * @param stories the documents of each story, by id; all of them one story where nothing is said
 */
export async function answerOn(
  report: Report,
  stories: readonly (readonly string[])[] = [report.documents.map(({ id }) => id)],
  arrival: (document: string) => number = () => 0,
): Promise<Answer> {
  const listing = listingOf(report)
  return answerOf({
    upTo: 0,
    piles: [{ ...digestIn(listing.digest), key: 'given' }],
    decisions: [],
    stories,
    rows: rowsHeld(new Map([['given', listing]])),
    report: async () => report,
    arrival,
    anchors: new Map(),
  })
}
