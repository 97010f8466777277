import type { Trail } from '../../model/report.ts'
import type { ClaimView } from '../view/claim-view.ts'
import { nameOf } from '../view/lookup.ts'
import { oneLine, shorten } from '../view/plain.ts'
import { endWords, stations, trailWords } from '../view/trail-words.ts'
import { type Run, run } from './ansi.ts'
import { type Line, type Page, rule, text } from './page.ts'

/** The trails, those that travelled the same way on one line: the way from the reader's report to the one who said it first. */
export function trailLines(page: Page, { trails }: ClaimView): readonly Line[] {
  const ways = new Map(trails.map((trail) => [trailWords(page.held, trail), trail]))
  const shown = page.why ? [...ways.values()] : [...ways.values()].slice(0, MOST_TRAILS)
  const more = ways.size - shown.length
  return [
    ...(shown.length > 0 ? [[run('    '), run('trails', 'faint')]] : []),
    ...shown.flatMap((trail) => [
      ...text(page, 6, trailRuns(page, trail), page.width, 8),
      ...(page.why ? hopLines(page, trail) : []),
    ]),
    ...(more > 0 ? text(page, 6, [run(`and ${more} more, shown with --why`, 'faint')]) : []),
  ]
}

/** One trail: the reader's report first, the one who said it last. */
export function trailRuns(page: Page, trail: Trail): readonly Run[] {
  const all = stations(page.held, trail)
  return [
    ...all.flatMap(({ name, hop }, index) => [
      run(hop ? (hop.basis === 'inferred' ? ' ⇠ ' : ' ← ') : '', 'faint'),
      run(name, index === all.length - 1 && trail.end === 'origin' ? 'good' : 'plain'),
    ]),
    run(endWords(page.held, trail), trail.end === 'origin' ? 'faint' : 'warn'),
  ]
}

function hopLines(page: Page, trail: Trail): readonly Line[] {
  return trail.hops.flatMap((hop) =>
    text(
      page,
      10,
      [
        run(`${hop.basis}, ${Math.round(hop.confidence * 100)} %: `, 'faint'),
        run(`“${shorten(oneLine(hop.quote.slice(0, 2_000)), 200)}” in ${nameOf(page.held, hop.document)}`, 'faint'),
        ...rule(page, hop.rule),
      ],
      page.width,
      12,
    ),
  )
}

/** More ways than this hide the answer; `--why` prints them all. */
const MOST_TRAILS = 8
