import { type ClaimView, reachWords } from '../view/claim-view.ts'
import { oneLine } from '../view/plain.ts'
import { moves, seriesWords } from '../view/series-view.ts'
import { series } from '../view/summary.ts'
import { type Run, run } from './ansi.ts'
import { columns } from './columns.ts'
import { type Line, type Page, PROSE, rule, sideBySide, text } from './page.ts'
import { pairLines } from './pair-lines.ts'
import { trailLines } from './trail-lines.ts'

/** One claim in full: its answers, what changed, what clashes, the trails and what stays open. */
export function claimLines(page: Page, view: ClaimView, number: number): readonly Line[] {
  const { claim } = view
  const indent = 4
  return [
    ...text(
      page,
      Math.max(0, indent - 1 - `${number}`.length),
      [run(`${number}`, 'faint'), run(' '), run(view.gist, 'strong')],
      PROSE,
      indent,
    ),
    ...text(page, indent, markRuns(view)),
    ...reach(page, view),
    ...answers(page, view),
    ...overTime(page, view),
    ...view.changes.flatMap((change) =>
      pairLines(page, change, change.kind === 'correction' ? 'corrected' : 'changed'),
    ),
    ...view.conflicts.flatMap((change) => pairLines(page, change, 'disputed')),
    ...trailLines(page, view),
    ...view.notes.flatMap((note) =>
      text(
        page,
        indent,
        [run(`${note.kind.replaceAll('-', ' ')}: `, 'warn'), run(oneLine(note.says)), ...rule(page, note.rule)],
        PROSE,
        6,
      ),
    ),
    ...text(
      page,
      indent,
      [run(`credibility ${claim.credibility}: ${oneLine(claim.credibilityReason)}`, 'faint')],
      PROSE,
      6,
    ),
    ...view.hand.flatMap(({ words }) => text(page, indent, [run(words)], PROSE, 6)),
    [],
  ]
}

/** The figures of a claim on one line. */
export function markRuns({ claim, marks }: ClaimView): readonly Run[] {
  return marks.flatMap((mark, index) => [
    run(index === 0 ? '' : ' · ', 'faint'),
    run(mark, index !== 1 ? 'faint' : claim.independent > 1 ? 'good' : 'warn'),
  ])
}

function reach(page: Page, { claim }: ClaimView): readonly Line[] {
  const words = reachWords(page.held, claim)
  return words ? text(page, 4, [run(words)], PROSE) : []
}

function answers(page: Page, { answers }: ClaimView): readonly Line[] {
  if (answers.length === 1 && answers[0]?.words === 'affirmed') return []
  const left = Math.min(Math.max(...answers.map(({ words }) => columns(words)), 0), Math.floor(page.width / 2) - 8)
  return answers.flatMap(({ words, origins, outlets, unplaced }) => {
    const who = origins.length > 0 ? origins.join(', ') : 'not established'
    const others = [...outlets, ...unplaced].filter((outlet) => outlet !== who)
    const right = [
      run(who, origins.length > 0 ? 'good' : 'warn'),
      run(others.length > 0 ? `, in ${series(atMost(others, page.why ? Number.POSITIVE_INFINITY : 4))}` : '', 'faint'),
    ]
    return sideBySide(page, 4, left, [run(words)], right)
  })
}

/** The series that the claim leads; those of other claims stand with them. */
function overTime(page: Page, { claim }: ClaimView): readonly Line[] {
  return page.held.report.series
    .filter((each) => each.claim === claim.id && moves(each))
    .flatMap((each) => text(page, 4, [run('over time  ', 'faint'), run(seriesWords(page.held, each))], PROSE, 6))
}

function atMost(names: readonly string[], most: number): readonly string[] {
  return names.length <= most ? names : [...names.slice(0, most - 1), `${names.length - most + 1} others`]
}
