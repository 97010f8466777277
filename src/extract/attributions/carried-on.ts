import type { Page } from '../syntax/page.ts'
import type { Stretch } from '../syntax/phrases.ts'
import type { Draft } from './draft.ts'

/** Fewer tokens are a term in quotation marks, not speech. */
const shortest = 6

/**
 * Adds quotations that stand as sentences of their own, without a frame, to the report before them in the same or the preceding
 * paragraph: the voice goes on.
 */
export function carriedOn(page: Page, reports: readonly Draft[]): readonly Draft[] {
  const covered = new Set<number>()
  for (const { content, cue, source } of reports) {
    for (const { first, last } of [...content, ...cue, ...source]) {
      for (let i = first; i < last; i++) {
        const quotation = page.quotation(i)
        if (!quotation) continue
        covered.add(quotation.first)
        i = quotation.last - 1
      }
    }
  }
  const more = new Map<Draft, Stretch[]>()
  let next = 0
  let before: Draft | undefined
  for (const { first, last } of page.quotations) {
    while (next < reports.length && (reports[next]?.cue[0]?.first ?? 0) < first) {
      const report = reports[next++]
      if (report && report.source.length > 0 && /\/(?:say|say-what|speak|tell|complain|carried-on)$/.test(report.rule))
        before = report
    }
    if (!before || covered.has(first) || last - first < shortest || !standsAlone(page, first, last)) continue
    const gap = (page.sentence(first)?.paragraph ?? 0) - (page.sentence(lastOf(before, more))?.paragraph ?? 0)
    if (gap > 1) continue
    const parts = more.get(before)
    if (parts) parts.push({ first, last })
    else more.set(before, [{ first, last }])
  }
  return reports.map((report) => {
    const parts = more.get(report)
    return parts ? { ...report, content: [...report.content, ...parts] } : report
  })
}

/** The last token that the report has so far. */
const lastOf = (report: Draft, more: ReadonlyMap<Draft, readonly Stretch[]>): number =>
  Math.max(report.cue[0]?.first ?? 0, (more.get(report)?.at(-1)?.last ?? 1) - 1, (report.content.at(-1)?.last ?? 1) - 1)

function standsAlone(page: Page, first: number, last: number): boolean {
  if (page.sentence(first)?.first !== first) return false
  return page.sentence(last - 1)?.last === last
}
