import { type Lookup, nameOf } from '../../export/view/lookup.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import { type DotMark, type PlacedDot, seriesPlotOf } from '../../export/view/series-plot.ts'
import { pointWords } from '../../export/view/series-view.ts'
import type { Series } from '../../model/report.ts'
import { Link } from '../address/navigation.tsx'
import { badgeOf } from '../parts/badge-of.ts'
import { ColumnHeads } from '../parts/column-heads.tsx'
import { dayOf } from '../parts/day.ts'
import { placeOf } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'

/** The figures of one thing over time, drawn as in the dossier, and the same as a table with every quotation. */
export function FiguresPlot({ held, series }: { readonly held: Lookup; readonly series: Series }) {
  const plot = seriesPlotOf(held, (origin) => markOf(held, origin), series)
  return (
    <figure className="plot">
      {plot && (
        <>
          <figcaption>{words.claim.plotCaption}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <div className="scroll" tabIndex={0} role="group" aria-label={words.claim.plotScroll}>
            <svg
              viewBox={`0 0 ${plot.width} ${plot.height}`}
              width={plot.width}
              height={plot.height}
              role="img"
              aria-label={plot.spoken}
            >
              {plot.ticks.map(({ y, words }) => (
                <g key={y} className="tick">
                  <line x1={plot.left} x2={plot.right} y1={y} y2={y} />
                  <text x={plot.left - 8} y={y + 4} textAnchor="end">
                    {words}
                  </text>
                </g>
              ))}
              {plot.days.map(({ at, words }) => (
                <text key={at} className="day" x={at} y={plot.height - 8} textAnchor="middle">
                  {words}
                </text>
              ))}
              {plot.bands.map(({ name, from, to, words }, index) => (
                <g key={name}>
                  <text className="day" x={(from + to) / 2} y={plot.height - 8} textAnchor="middle">
                    {words}
                  </text>
                  {index > 0 && <line className="apart" x1={from} x2={from} y1={plot.top} y2={plot.bottom} />}
                </g>
              ))}
              {plot.dots.map((dot) => (
                <DrawnDot key={`${dot.point.statement} ${dot.point.start} ${dot.at}`} {...dot} />
              ))}
            </svg>
          </div>
        </>
      )}
      <details className="as-table">
        <summary>{words.claim.plotTable}</summary>
        <PointsTable held={held} series={series} />
      </details>
    </figure>
  )
}

function DrawnDot({ low, high, hue, letter, words, point, times, at, y1, y2, middle }: PlacedDot) {
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

function PointsTable({ held, series }: { readonly held: Lookup; readonly series: Series }) {
  return (
    <table className="list">
      <ColumnHeads names={words.claim.plotColumns} />
      <tbody>
        {series.points.map((point) => {
          const statement = held.statements.get(point.statement)
          return (
            <tr key={`${point.statement} ${point.start}`}>
              <td>{point.when ? dayOf(point.when) : words.claim.now}</td>
              <td>
                {pointWords(held, point, series.unit)}
                {point.standing !== 'actual' && ` (${point.standing})`}
              </td>
              <td>
                <Written most={80}>{point.origin ? nameOf(held, point.origin) : words.reader.nobody}</Written>
              </td>
              <td>
                {statement && (
                  <Link to={placeOf(statement.document, statement)}>
                    “<Written>{shorten(oneLine(statement.quote.slice(0, 600)), 120)}</Written>”
                  </Link>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function markOf(held: Lookup, origin: string): DotMark {
  const name = nameOf(held, origin)
  const { letters, hue } = badgeOf(name)
  return { letter: letters, hue, name }
}
