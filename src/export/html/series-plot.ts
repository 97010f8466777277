import type { Series } from '../../model/report.ts'
import type { Lookup } from '../view/lookup.ts'
import { type PlacedDot, seriesPlotOf } from '../view/series-plot.ts'
import { html, type Markup } from './markup.ts'
import type { Badges } from './origins.ts'

/**
 * The figures of one series, drawn by hand: a few dozen dots need no charting library or document model, and the drawing stays a pure
 * function of its data.
 */
export function seriesPlot(held: Lookup, badges: Badges, series: Series | undefined): Markup | undefined {
  const plot = seriesPlotOf(held, badges.of, series)
  if (!plot) return undefined
  const { width, height, left, right, top, bottom, ticks, days, bands, dots, spoken } = plot
  return html`<figure class="plot">
<figcaption>A filled dot is a figure as stated, a hollow one a plan; a bar with an arrow has an open end. The letter is the origin, “?” is nobody named.</figcaption>
<div class="scroll" tabindex="0" role="group" aria-label="Plot of the figures, scrollable">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${spoken}">
${ticks.map(({ y, words }) => html`<g class="tick"><line x1="${left}" x2="${right}" y1="${y}" y2="${y}"/><text x="${left - 8}" y="${round(y + 4)}" text-anchor="end">${words}</text></g>`)}
${days.map((each) => html`<text class="day" x="${each.at}" y="${height - 8}" text-anchor="middle">${each.words}</text>`)}
${bands.map(({ name, from, to, words }, index) => html`${name !== 'time' && html`<text class="day band" x="${round((from + to) / 2)}" y="${height - 8}" text-anchor="middle">${words}</text>`}${index > 0 && html`<line class="apart" x1="${round(from)}" x2="${round(from)}" y1="${top}" y2="${bottom}"/>`}`)}
${dots.map(drawn)}
</svg></div></figure>`
}

function drawn({ low, high, hue, letter, words, point, times, at, y1, y2, middle }: PlacedDot): Markup {
  const bar = low !== high
  return html`<g class="dot o${hue}${point.planned ? ' planned' : ''}"><title>${words}</title>${bar && html`<line class="bound" x1="${at}" x2="${at}" y1="${y1}" y2="${y2}"/>`}${high === null && html`<path class="bound" d="M${at - 5} ${y1 + 7} L${at} ${y1} L${at + 5} ${y1 + 7}"/>`}${low === null && html`<path class="bound" d="M${at - 5} ${y2 - 7} L${at} ${y2} L${at + 5} ${y2 - 7}"/>`}<circle cx="${at}" cy="${middle}" r="9"/><text x="${at}" y="${round(middle + 3.5)}" text-anchor="middle">${letter}</text>${times > 1 && html`<text class="times" x="${at + 13}" y="${round(middle + 4)}">×${times}</text>`}</g>`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
