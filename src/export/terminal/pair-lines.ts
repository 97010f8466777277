import type { ReportStatement } from '../../model/report.ts'
import { type Change, quoteOf } from '../view/claim-view.ts'
import { nameOf } from '../view/lookup.ts'
import { series } from '../view/summary.ts'
import { wordDiff } from '../view/word-diff.ts'
import { type Run, run } from './ansi.ts'
import { type Line, type Page, PROSE, sideBySide, text } from './page.ts'

/** Two quotations under each other, or beside each other where there is room, with the words that differ emphasised. */
export function pairLines(page: Page, change: Change, title: string): readonly Line[] {
  const { from, to, aspects, rules } = change
  const head = text(page, 4, [
    run(title, 'warn'),
    run(aspects.length > 0 ? ` · ${series([...new Set(aspects)])}` : '', 'faint'),
    ...(page.why ? [run(`  [${[...new Set(rules)].join(', ')}]`, 'faint')] : []),
  ])
  const diff = wordDiff(quoteOf(from), quoteOf(to))
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
