import type { Finding } from '../../model/finding.ts'
import type { Report, ReportStatement, Trail } from '../../model/report.ts'
import { type Change, type ClaimView, claimView, reachWords } from '../view/claim-view.ts'
import { count } from '../view/figure-words.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { type Only, onlyClaims } from '../view/only.ts'
import { oneLine, shorten } from '../view/plain.ts'
import { series, summarise, summarySentences } from '../view/summary.ts'
import { endWords, stations, trailWords } from '../view/trail-words.ts'
import { wordDiff } from '../view/word-diff.ts'
import { paint, type Run, run } from './ansi.ts'
import { columns, pad, wrap } from './columns.ts'

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number
  readonly colour: boolean
  /** Only the claims that show one of these. */
  readonly only?: readonly Only[]
  /** Print every hop's words, and the rule behind every hop and finding. */
  readonly why?: boolean
}

/** The answer for a person at a terminal: the story in figures, the claims that need attention first, what was refused, what to do next. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const held = lookup(report)
  const page: Page = { held, why: options.why ?? false, width: Math.max(40, Math.min(options.width, 160)) }
  const claims = onlyClaims(held, options.only)
  const views = claims.map((claim) => claimView(held, claim))
  const whole = page.why || (options.only?.length ?? 0) > 0
  const loud = whole ? views : views.filter((view) => !isQuiet(view))
  const full = whole ? loud : loud.slice(0, MOST_CLAIMS)
  const quiet = views.filter((view) => !loud.includes(view))
  const lines = [
    ...opening(page),
    ...full.flatMap((view, index) => claimLines(page, view, index + 1)),
    ...briefLines(page, 'Further claims', loud.slice(full.length), briefMarks),
    ...briefLines(page, 'In one report only', quiet, ({ trails }) => (trails[0] ? trailRuns(page, trails[0]) : [])),
    ...(claims.length === 0 && report.claims.length > 0
      ? text(page, 0, [run('No claim shows what was asked for.')])
      : []),
    ...documentsNotes(page),
    ...refusalLines(page),
    ...hints(page, claims.length),
  ]
  return `${lines.map((line) => paint(line, options.colour)).join('\n')}\n`
}

interface Page {
  readonly held: Lookup
  readonly why: boolean
  readonly width: number
}

type Line = readonly Run[]

/** Prose is easier to read on a line of about a hundred characters than on a wide screen's full line. */
const PROSE = 100

function opening(page: Page): readonly Line[] {
  const summary = summarise(page.held)
  const [first = '', ...rest] = summarySentences(summary)
  return [
    ...(summary.published ? [[run(summary.published, 'faint')]] : []),
    ...text(page, 0, [run(first, 'strong'), run(' '), run(rest.join(' '))], PROSE),
    [],
  ]
}

function claimLines(page: Page, view: ClaimView, number: number): readonly Line[] {
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
    ...view.changes.flatMap((change) =>
      pairLines(page, change, change.kind === 'correction' ? 'corrected' : 'changed'),
    ),
    ...view.conflicts.flatMap((change) => pairLines(page, change, 'disputed')),
    ...trailLines(page, view),
    ...notesOf(view).flatMap((note) =>
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
    [],
  ]
}

/** Said in one report, with nothing beside it: a line is enough. */
function isQuiet({ claim, changes, conflicts }: ClaimView): boolean {
  return claim.documents < 2 && changes.length === 0 && conflicts.length === 0
}

/** Claims of one line each. */
function briefLines(
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

function briefMarks(view: ClaimView): readonly Run[] {
  const { changes, conflicts } = view
  const noted = [...(changes.length > 0 ? ['changed'] : []), ...(conflicts.length > 0 ? ['disputed'] : [])]
  return [...markRuns(view), ...noted.map((word) => run(` · ${word}`, 'warn'))]
}

function markRuns({ claim, marks }: ClaimView): readonly Run[] {
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
  return answers.flatMap(({ words, origins, outlets }) => {
    const who = origins.length > 0 ? origins.join(', ') : 'not established'
    const others = outlets.filter((outlet) => outlet !== who)
    const right = [
      run(who, origins.length > 0 ? 'good' : 'warn'),
      run(others.length > 0 ? `, in ${series(atMost(others, page.why ? Number.POSITIVE_INFINITY : 4))}` : '', 'faint'),
    ]
    return sideBySide(page, 4, left, [run(words)], right)
  })
}

function pairLines(page: Page, change: Change, title: string): readonly Line[] {
  const { from, to, aspects, rules } = change
  const head = text(page, 4, [
    run(title, 'warn'),
    run(aspects.length > 0 ? ` · ${series([...new Set(aspects)])}` : '', 'faint'),
    ...(page.why ? [run(`  [${[...new Set(rules)].join(', ')}]`, 'faint')] : []),
  ])
  const diff = wordDiff(oneLine(from.quote), oneLine(to.quote))
  const drift = title !== 'disputed'
  const left = diff.before.map(({ text, changed }) => run(text, changed ? (drift ? 'gone' : 'strong') : 'plain'))
  const right = diff.after.map(({ text, changed }) => run(text, changed ? (drift ? 'new' : 'strong') : 'plain'))
  const signs = drift ? ['− ', '+ '] : ['A ', 'B ']
  if (page.width >= 120)
    return [
      ...head,
      ...sideBySide(
        page,
        6,
        Math.floor(page.width / 2) - 10,
        quoted(page, signs[0] ?? '', from, left),
        quoted(page, signs[1] ?? '', to, right),
      ),
    ]
  return [
    ...head,
    ...text(page, 6, quoted(page, signs[0] ?? '', from, left), PROSE, 8),
    ...text(page, 6, quoted(page, signs[1] ?? '', to, right), PROSE, 8),
  ]
}

function quoted({ held }: Page, sign: string, statement: ReportStatement, words: readonly Run[]): readonly Run[] {
  return [run(sign, 'faint'), run(nameOf(held, statement.document), 'faint'), run(': '), run('“'), ...words, run('”')]
}

/** The trails, those that travelled the same way on one line: the way from the reader's report to the one who said it first. */
function trailLines(page: Page, { trails }: ClaimView): readonly Line[] {
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

function trailRuns(page: Page, trail: Trail): readonly Run[] {
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
        run(`“${shorten(oneLine(hop.quote), 200)}” in ${nameOf(page.held, hop.document)}`, 'faint'),
        ...rule(page, hop.rule),
      ],
      page.width,
      12,
    ),
  )
}

/** The count itself says "single origin", and the sentence under it names the hand that all passes through. */
function notesOf({ notes }: ClaimView): readonly Finding[] {
  return notes.filter(({ kind }) => kind !== 'single-origin' && kind !== 'single-relay')
}

/** Claims told in full; a screen or three. The others get a line each, and `--why` tells all of them. */
const MOST_CLAIMS = 10
const MOST_BRIEF = 15

/** More ways than this hide the answer; `--why` prints them all. */
const MOST_TRAILS = 8

function atMost(names: readonly string[], most: number): readonly string[] {
  return names.length <= most ? names : [...names.slice(0, most - 1), `${names.length - most + 1} others`]
}

/** Findings about whole documents: a copy that names nobody. */
function documentsNotes(page: Page): readonly Line[] {
  const notes = page.held.findings.get(null) ?? []
  if (notes.length === 0) return []
  return [
    [run('Reports', 'strong')],
    ...notes.flatMap((note) => text(page, 4, [run(oneLine(note.says)), ...rule(page, note.rule)], PROSE, 6)),
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

function rule({ why }: Page, id: string): readonly Run[] {
  return why ? [run(`  [${id}]`, 'faint')] : []
}

function text(page: Page, indent: number, runs: readonly Run[], width = page.width, hang = indent): readonly Line[] {
  return wrap(runs, Math.min(width, page.width), indent, hang)
}

function sideBySide(page: Page, indent: number, left: number, one: Line, two: Line): readonly Line[] {
  const gap = 3
  const [a, b] = [wrap(one, left), wrap(two, page.width - indent - left - gap)]
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index) => [
    run(' '.repeat(indent)),
    ...pad(a[index] ?? [], left),
    run(' '.repeat(gap)),
    ...(b[index] ?? []),
  ])
}
