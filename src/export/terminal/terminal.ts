import type { Claim, Report } from '../../model/report.ts'
import { type ClaimView, claimView } from '../view/claim-view.ts'
import { count } from '../view/figure-words.ts'
import { handWorkOnDocument, unappliedWords } from '../view/hand-words.ts'
import { lookup, nameOf } from '../view/lookup.ts'
import { type Only, onlyClaims } from '../view/only.ts'
import { oneLine } from '../view/plain.ts'
import { type SeriesView, seriesViews } from '../view/series-view.ts'
import { summarise, summarySentences } from '../view/summary.ts'
import { paint, run } from './ansi.ts'
import { briefLines, briefMarks, isQuiet } from './brief-lines.ts'
import { claimLines } from './claim-lines.ts'
import { type Line, type Page, PROSE, rule, text } from './page.ts'
import { trailRuns } from './trail-lines.ts'

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** Only the claims that show one of these. */
  readonly only?: readonly Only[]
  /** Only the claims of these ids. */
  readonly claims?: readonly string[]
  /** Print the story in figures and a line for each of the first claims, and nothing else but what was refused. */
  readonly brief?: boolean
  /** Print every hop's words, and the rule behind every hop and finding. */
  readonly why?: boolean
}

/** The answer for a person at a terminal: the story in figures, the claims that need attention first, what was refused, what to do next. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const held = lookup(report)
  const page: Page = { held, why: options.why ?? false, width: Math.max(40, Math.min(options.width, 160)) }
  const claims = onlyClaims(held, options.only, options.claims)
  const ranks = new Map(report.claims.map(({ id }, i) => [id, i + 1]))
  const views = claims.map((claim) => claimView(held, claim))
  const loudest = views.filter((view) => !isQuiet(view))
  if (options.brief)
    return painted([...opening(page, claims), ...firstLines(page, loudest), ...refusalLines(page)], options).trimEnd()
  const whole = page.why || (options.only?.length ?? 0) > 0
  const loud = whole ? views : loudest
  const full = whole ? loud : loud.slice(0, MOST_CLAIMS)
  const quiet = views.filter((view) => !loud.includes(view))
  const lines = [
    ...opening(page, claims),
    ...full.flatMap((view) => claimLines(page, view, ranks.get(view.claim.id) ?? 0)),
    ...briefLines(page, 'Further claims', loud.slice(full.length), briefMarks),
    ...seriesLines(page, seriesViews(held, claimIds(views)), claimIds(full)),
    ...briefLines(page, 'In one report only', quiet, ({ trails }) => (trails[0] ? trailRuns(page, trails[0]) : [])),
    ...documentsNotes(page),
    ...unappliedLines(page),
    ...refusalLines(page),
    ...hints(page, claims.length),
  ]
  return painted(lines, options)
}

const painted = (lines: readonly Line[], { colour }: TerminalOptions): string =>
  `${lines.map((line) => paint(line, colour)).join('\n')}\n`

function opening(page: Page, claims: readonly Claim[]): readonly Line[] {
  const summary = summarise(page.held, claims)
  const [first = '', ...rest] = summarySentences(summary)
  return [
    ...(summary.published ? [[run(summary.published, 'faint')]] : []),
    ...text(page, 0, [run(first, 'strong'), run(' '), run(rest.join(' '))], PROSE),
    [],
  ]
}

/** What is most worth a look, a line each. */
const firstLines = (page: Page, views: readonly ClaimView[]): readonly Line[] =>
  briefLines(page, 'Most worth a look', views.slice(0, MOST_FIRST), briefMarks)

const MOST_FIRST = 3

/** Claims told in full: a screen or three. The others get a line each, and `--why` tells all of them. */
const MOST_CLAIMS = 10

/** Figures that moved or are planned to, one line each; those of a claim told in full stand with it. */
function seriesLines(page: Page, views: readonly SeriesView[], told: ReadonlySet<string>): readonly Line[] {
  const others = views.filter(({ series }) => !series.claims.some((claim) => told.has(claim)))
  if (others.length === 0) return []
  const shown = others.slice(0, MOST_SERIES)
  const rest = others.length - shown.length
  return [
    [run('Figures over time', 'strong')],
    ...shown.flatMap(({ words }) => text(page, 4, [run(words)], PROSE, 6)),
    ...(rest > 0 ? text(page, 4, [run(`and ${rest} more, shown with --why`, 'faint')]) : []),
    [],
  ]
}

const claimIds = (views: readonly ClaimView[]): ReadonlySet<string> => new Set(views.map(({ claim }) => claim.id))

/** Series told before the list is cut; those with a plan come first. */
const MOST_SERIES = 5

/** Findings about whole documents, a copy that names nobody, and what people wrote on them. */
function documentsNotes(page: Page): readonly Line[] {
  const notes = page.held.findings.get(null) ?? []
  const written = page.held.report.documents.flatMap(({ id }) =>
    handWorkOnDocument(page.held, id).map(({ words }) => `${nameOf(page.held, id)}: ${words}`),
  )
  if (notes.length + written.length === 0) return []
  return [
    [run('Reports', 'strong')],
    ...notes.flatMap((note) => text(page, 4, [run(oneLine(note.says)), ...rule(page, note.rule)], PROSE, 6)),
    ...written.flatMap((words) => text(page, 4, [run(words)], PROSE, 6)),
    [],
  ]
}

/** Decisions that found nothing to be applied to. */
function unappliedLines(page: Page): readonly Line[] {
  const all = unappliedWords(page.held)
  if (all.length === 0) return []
  return [
    [run('Decisions not applied', 'strong')],
    ...all.flatMap((words) => text(page, 4, [run(words)], PROSE, 6)),
    [],
  ]
}

function refusalLines(page: Page): readonly Line[] {
  const { refusals, coverage } = page.held.report
  const unread = coverage.unread
  if (refusals.length === 0 && unread === 0) return []
  return [
    [run('Not read', 'strong')],
    ...refusals.flatMap(({ input, code, says }) =>
      text(page, 4, [run(oneLine(input)), run(` · ${code}: `, 'faint'), run(oneLine(says))], PROSE, 6),
    ),
    ...(unread > 0
      ? text(
          page,
          4,
          [
            run(
              `${count(unread, 'report is', 'reports are')} in a language that is not searched for claims yet; copies of ${unread === 1 ? 'it' : 'them'} are still seen.`,
            ),
          ],
          PROSE,
          6,
        )
      : []),
    [],
  ]
}

function hints(page: Page, shown: number): readonly Line[] {
  const { report } = page.held
  if (report.documents.length === 0) return []
  const tips = [
    ...(shown > 0 && !page.why ? ['--why shows the words and the rule behind every hop'] : []),
    ...(shown > 8 ? ['--only drift or --only conflict shows the claims that changed or clash'] : []),
    '--html FILE writes the dossier, to click through',
  ]
  return text(page, 0, [run(`Next: ${tips.join(' · ')}`, 'faint')], PROSE, 6)
}
