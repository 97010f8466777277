import type { ClaimView } from '../view/claim-view.ts'
import { shorten } from '../view/plain.ts'
import { type Run, run } from './ansi.ts'
import { markRuns } from './claim-lines.ts'
import { type Line, type Page, PROSE, text } from './page.ts'

/** Claims of one line each. */
export function briefLines(
  page: Page,
  title: string,
  views: readonly ClaimView[],
  more: (view: ClaimView) => readonly Run[],
): readonly Line[] {
  if (views.length === 0) return []
  const shown = views.slice(0, MOST_BRIEF)
  const rest = views.length - shown.length
  return [
    [run(title, 'strong')],
    ...shown.flatMap((view) =>
      text(page, 4, [run(shorten(view.gist, 120)), run(' · ', 'faint'), ...more(view)], PROSE, 6),
    ),
    ...(rest > 0 ? text(page, 4, [run(`and ${rest} more, shown with --why`, 'faint')]) : []),
    [],
  ]
}

/** Said in one report, with nothing beside it and nothing decided of it: a line is enough. */
export function isQuiet({ claim, changes, conflicts, hand }: ClaimView): boolean {
  return claim.documents < 2 && changes.length === 0 && conflicts.length === 0 && hand.length === 0
}

/** The figures of a claim and what was noted, for its one line. */
export function briefMarks(view: ClaimView): readonly Run[] {
  const { changes, conflicts } = view
  const noted = [...(changes.length > 0 ? ['changed'] : []), ...(conflicts.length > 0 ? ['disputed'] : [])]
  return [...markRuns(view), ...noted.map((word) => run(` · ${word}`, 'warn'))]
}

/** Claims of one line before the list is cut. */
const MOST_BRIEF = 15
