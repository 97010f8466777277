import { dayOf } from '../../export/view/day-words.ts'
import { nameOf } from '../../export/view/lookup.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import { type PlacedDot, type SeriesPlot, seriesPlotOf } from '../../export/view/series-plot.ts'
import { pointWords, seriesWords } from '../../export/view/series-view.ts'
import type { Series } from '../../model/report.ts'
import { ColumnHeads } from '../parts/column-heads.tsx'
import { Written } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'

/** The figures of one thing over time: in a sentence, drawn, and as a table with every quotation. */
export function SeriesFigure({ setting, held, series }: InSetting & { readonly series: Series }) {
  const plot = seriesPlotOf(
    held,
    (origin) => {
      const name = nameOf(held, origin)
      const mark = setting.mark(origin, name)
      return mark && { letter: mark.letters, hue: mark.hue, name }
    },
    series,
  )
  return (
    <div className="one-series">
      <p className="over-time">
        <Written>{seriesWords(held, series)}</Written>
      </p>
      <figure className="plot">
        {plot && <Plot plot={plot} />}
        <details className="as-table">
          <summary>{words.claim.plotTable}</summary>
          <PointsTable setting={setting} held={held} series={series} />
        </details>
      </figure>
    </div>
  )
}

function Plot({ plot }: { readonly plot: SeriesPlot }) {
  const { width, height, left, right, top, bottom, ticks, days, bands, dots, spoken } = plot
  return (
    <>
      <figcaption>{words.claim.plotCaption}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <div className="scroll" tabIndex={0} role="group" aria-label={words.claim.plotScroll}>
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={spoken}>
          {bands.map(
            ({ name, from, to }) =>
              name === 'planned' && (
                <rect key={name} className="to-come" x={from} y={top} width={to - from} height={bottom - top} />
              ),
          )}
          {ticks.map(({ y, words }) => (
            <g key={y} className="tick">
              <line x1={left} x2={right} y1={y} y2={y} />
              <text x={left - 8} y={y + 4} textAnchor="end">
                {words}
              </text>
            </g>
          ))}
          {days.map(({ at, words }) => (
            <text key={at} className="day" x={at} y={height - 8} textAnchor="middle">
              {words}
            </text>
          ))}
          {bands.map(({ name, from, to, words }, index) => (
            <g key={name}>
              {words !== '' && (
                <text className="day" x={(from + to) / 2} y={height - 8} textAnchor="middle">
                  {words}
                </text>
              )}
              {index > 0 && <line className="apart" x1={from} x2={from} y1={top} y2={bottom} />}
            </g>
          ))}
          {dots.map((dot) => (
            <Dot key={`${dot.point.statement} ${dot.point.start} ${dot.at}`} {...dot} />
          ))}
        </svg>
      </div>
    </>
  )
}

function Dot({ low, high, hue, letter, words, point, times, at, y1, y2, middle }: PlacedDot) {
  return (
    <g className={`dot o${hue}${point.planned ? ' planned' : ''}`}>
      <title>{words}</title>
      {low !== high && <line className="bound" x1={at} x2={at} y1={y1} y2={y2} />}
      {high === null && <path className="bound" d={`M${at - 5} ${y1 + 7} L${at} ${y1} L${at + 5} ${y1 + 7}`} />}
      {low === null && <path className="bound" d={`M${at - 5} ${y2 - 7} L${at} ${y2} L${at + 5} ${y2 - 7}`} />}
      <circle cx={at} cy={middle} r={10} />
      <text x={at} y={middle + 3.5} textAnchor="middle">
        {letter}
      </text>
      {times > 1 && (
        <text className="times" x={at + 14} y={middle + 4}>
          ×{times}
        </text>
      )}
    </g>
  )
}

function PointsTable({ setting, held, series }: InSetting & { readonly series: Series }) {
  const [when, figure, who, said] = words.claim.plotColumns
  return (
    <table className="list">
      <ColumnHeads names={words.claim.plotColumns} />
      <tbody>
        {series.points.map((point) => {
          const statement = held.statements.get(point.statement)
          return (
            <tr key={`${point.statement} ${point.start}`}>
              <td data-label={when}>{point.when ? dayOf(point.when) : words.claim.now}</td>
              <td data-label={figure}>
                {pointWords(held, point, series.unit)}
                {point.standing !== 'actual' && ` (${point.standing})`}
              </td>
              <td data-label={who}>
                <Written most={80}>{point.origin ? nameOf(held, point.origin) : words.reader.nobody}</Written>
              </td>
              <td data-label={said}>
                {statement && (
                  <setting.Link to={setting.statement(statement)}>
                    “<Written>{shorten(oneLine(statement.quote.slice(0, 600)), 120)}</Written>”
                  </setting.Link>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
