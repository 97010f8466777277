import type { Report, ReportStatement } from '../../model/report.ts'
import type { Exporter, ExportOptions } from '../exporter.ts'
import { type Change, type ClaimView, claimView, quoteOf, reachWords } from '../view/claim-view.ts'
import { dayWords } from '../view/day-words.ts'
import { count } from '../view/figure-words.ts'
import { handWorkOnDocument, unappliedWords } from '../view/hand-words.ts'
import { type Lookup, lookup, nameOf } from '../view/lookup.ts'
import { onlyClaims } from '../view/only.ts'
import { seriesViews } from '../view/series-view.ts'
import { series, summarise, summarySentences } from '../view/summary.ts'
import { trailWords } from '../view/trail-words.ts'
import { type DiffRun, wordDiff } from '../view/word-diff.ts'
import { linkMarkdown, escapeMarkdown as md } from './escape.ts'

/** The report as Markdown: the figures, a table of claims, each claim in full, the reports read and what was refused. */
export function markdownReport(report: Report, options: ExportOptions = {}): string {
  const held = lookup(report)
  const claims = onlyClaims(held, options.only, options.claims)
  const views = claims.map((claim) => claimView(held, claim))
  const [first = '', ...rest] = summarySentences(summarise(held, claims))
  const moving = seriesViews(held, new Set(views.map(({ claim }) => claim.id)))
  const parts = [
    '# Where this story comes from',
    [`**${first}**`, ...rest].join(' '),
    ...(views.length > 0 ? ['## Claims', table(held, views)] : []),
    ...views.flatMap((view, index) => claimParts(held, view, index + 1, options.why ?? false)),
    ...(moving.length > 0 ? ['## Figures over time', list(moving.map(({ words }) => md(words)))] : []),
    ...reportParts(held),
    ...unappliedParts(held),
    ...refusalParts(held),
  ]
  return `${parts.join('\n\n')}\n`
}

export const markdown: Exporter = {
  name: 'markdown',
  mediaType: 'text/markdown',
  summary: 'The report as Markdown, for a repository, a wiki or an e-mail',
  write: markdownReport,
}

function table(held: Lookup, views: readonly ClaimView[]): string {
  return [
    '| | Claim | Reports | Independent origins found | Noted |',
    '|--:|---|--:|--:|---|',
    ...views.map(({ claim, gist, changes, conflicts }, index) => {
      const noted = [
        ...(claim.bottleneck ? [`all from ${md(nameOf(held, claim.bottleneck))}`] : []),
        ...(changes.length > 0 ? ['changed on the way'] : []),
        ...(conflicts.length > 0 ? ['disputed'] : []),
        ...(claim.independent === 0 ? ['not established'] : []),
      ]
      return `| ${index + 1} | ${md(gist)} | ${claim.documents} | ${claim.independent} | ${noted.join(', ')} |`
    }),
  ].join('\n')
}

function claimParts(held: Lookup, view: ClaimView, number: number, why: boolean): readonly string[] {
  const { claim, gist, marks, answers, changes, conflicts, notes, hand } = view
  const reach = reachWords(held, claim)
  const ways = [...new Set(view.trails.map((trail) => trailWords(held, trail)))]
  return [
    `### ${number}. ${md(gist)}`,
    `${marks.join(' · ')} · credibility ${claim.credibility} (${md(claim.credibilityReason)})`,
    ...(reach ? [md(reach)] : []),
    list(
      answers.map(
        ({ words, origins, outlets, unplaced }) =>
          `**${md(words)}**: ${origins.length > 0 ? md(series(origins)) : '*not established*'}, in ${md(series([...outlets, ...unplaced]))}`,
      ),
    ),
    ...changes.map((change) =>
      pair(held, change, change.kind === 'correction' ? 'Corrected' : 'Changed on the way', why),
    ),
    ...conflicts.map((change) => pair(held, change, 'Disputed', why)),
    ...(ways.length > 0 ? [`Trails (← stated, ⇠ inferred):\n\n${list(ways.map(md))}`] : []),
    ...(notes.length > 0
      ? [
          list(
            notes.map(
              ({ kind, says, rule }) => `*${kind.replaceAll('-', ' ')}*: ${md(says)}${why ? ` (${md(rule)})` : ''}`,
            ),
          ),
        ]
      : []),
    ...(hand.length > 0 ? [list(hand.map(({ words }) => md(words)))] : []),
  ].filter((part) => part !== '')
}

function pair(held: Lookup, { from, to, aspects, rules }: Change, title: string, why: boolean): string {
  const diff = wordDiff(quoteOf(from), quoteOf(to))
  const about = [...new Set(aspects)]
  return [
    `${title}${about.length > 0 ? ` (${series(about)})` : ''}:${why ? ` ${md(series([...new Set(rules)]))}` : ''}`,
    '',
    `> ${who(held, from)}: “${words(diff.before)}”`,
    '>',
    `> ${who(held, to)}: “${words(diff.after)}”`,
  ].join('\n')
}

function who(held: Lookup, statement: ReportStatement): string {
  const document = held.documents.get(statement.document)
  const day = document?.published ? `, ${dayWords(document.published)}` : ''
  return `${linkMarkdown(nameOf(held, statement.document), document?.url ?? null)}${day}`
}

function words(runs: readonly DiffRun[]): string {
  return runs.map(({ text, changed }) => spaced(text, changed)).join('')
}

/** Escaping trims, so the white space around a run is put back; emphasis must hug its words. HTML tags, since `**` fails beside punctuation. */
function spaced(text: string, changed: boolean): string {
  const inner = md(text)
  if (!inner) return ' '
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : '']
  return `${before}${changed ? `<b>${inner}</b>` : inner}${after}`
}

function reportParts(held: Lookup): readonly string[] {
  const { documents } = held.report
  if (documents.length === 0) return []
  const bare = new Set(summarise(held).addNothing)
  const notes = held.findings.get(null) ?? []
  return [
    '## Reports',
    list(
      documents.map(({ id, title, url, published }) => {
        const day = published ? `, ${dayWords(published)}` : ''
        return `${md(nameOf(held, id))}${day}: ${linkMarkdown(title ?? id, url)}${bare.has(id) ? ' (adds nothing of its own)' : ''}${handWorkOnDocument(
          held,
          id,
        )
          .map(({ words }) => `. ${md(words)}`)
          .join('')}`
      }),
    ),
    ...(notes.length > 0 ? [list(notes.map(({ says }) => md(says)))] : []),
  ]
}

function unappliedParts(held: Lookup): readonly string[] {
  const all = unappliedWords(held)
  return all.length > 0 ? ['## Decisions not applied', list(all.map(md))] : []
}

function refusalParts(held: Lookup): readonly string[] {
  const { refusals, coverage } = held.report
  const lines = [
    ...refusals.map(({ input, code, says }) => `${md(input)}: ${code}. ${md(says)}`),
    ...(coverage.unread > 0
      ? [`${count(coverage.unread, 'report')} in a language that is not searched for claims yet.`]
      : []),
  ]
  return lines.length > 0 ? ['## Not read', list(lines)] : []
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}
