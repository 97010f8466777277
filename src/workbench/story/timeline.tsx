import { dayOf, hourOf } from '../../export/view/day-words.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import type { Moment } from '../../export/workbench/story-page.ts'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { Empty } from '../parts/states.tsx'
import { words } from '../words.ts'
import { type Day, daysOf } from './days.ts'

/** When it was published and of when it is told: as a strip, and day by day with the words. */
export function Timeline({ happenings }: { readonly happenings: readonly Moment[] }) {
  const days = daysOf(happenings)
  if (days.length === 0) return <Empty title={words.timeline.none} />
  return (
    <figure className="timeline">
      <figcaption>{words.timeline.caption}</figcaption>
      <Strip days={days} />
      <table className="list days">
        <thead>
          <tr>
            <th scope="col">{words.timeline.day}</th>
            <th scope="col">{words.timeline.published}</th>
            <th scope="col">{words.timeline.told}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, published, told }) => (
            <tr key={day} id={`day-${day}`}>
              <th scope="row">{dayOf(day)}</th>
              <td data-label={words.timeline.published}>
                <Happened list={published} />
              </td>
              <td data-label={words.timeline.told}>
                <Happened list={told} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Happened({ list }: { readonly list: readonly Moment[] }) {
  const shown = list.slice(0, mostShown)
  return (
    <ul className="plain-list bare">
      {shown.map(({ when, document, statement, words, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one report may tell the same words of a day twice
        <li key={`${document} ${index}`}>
          {kind === 'published' && hourOf(when) && <span className="soft">{hourOf(when)} </span>}
          <Link to={hrefOf(['reports', document], { at: placeIn(statement) })}>
            <Written>{shorten(oneLine(words.slice(0, 600)), 110)}</Written>
          </Link>
        </li>
      ))}
      {list.length > mostShown && <li className="soft">{words.claims.moreAnswers(list.length - mostShown)}</li>}
    </ul>
  )
}

const mostShown = 12

/** A statement's id ends in its place: `1-iberia-wire#452-470`. */
function placeIn(statement: string | undefined): string | undefined {
  return /#(\d+-\d+)$/.exec(statement ?? '')?.[1]
}

/** One column a day with something in it; a wider gap where days lie between that have nothing. */
function Strip({ days }: { readonly days: readonly Day[] }) {
  const most = Math.max(...days.map(({ published, told }) => Math.max(published.length, told.length)))
  const unit = Math.min(16, half / most)
  let x = 8
  let before: string | undefined
  const columns = days.map((day) => {
    if (before !== undefined) x += isNext(before, day.day) ? step : 2 * step
    const hasGap = before !== undefined && !isNext(before, day.day)
    before = day.day
    return { ...day, x, hasGap }
  })
  const labelled = withRoom(columns.map((column) => column.x))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div className="scroll" tabIndex={0} role="group" aria-label={words.timeline.strip(days.length)}>
      <svg
        width={x + 110}
        height={2 * half + 48}
        className="strip"
        role="img"
        aria-label={words.timeline.strip(days.length)}
      >
        <line className="axis" x1={0} x2={x + step} y1={axis} y2={axis} />
        {columns.map(({ day, published, told, x, hasGap }, index) => (
          <g key={day}>
            <title>{`${dayOf(day)}: ${published.length} / ${told.length}`}</title>
            {hasGap && (
              <text className="gap" x={x - step + bar / 2} y={axis + 4} textAnchor="middle">
                ⋯
              </text>
            )}
            <rect
              className="published"
              x={x}
              y={axis - 2 - published.length * unit}
              width={bar}
              height={published.length * unit}
            />
            <rect className="told" x={x} y={axis + 2} width={bar} height={told.length * unit} />
            {labelled.has(index) && (
              <text className="day" x={x + bar / 2} y={2 * half + 42} textAnchor={index === 0 ? 'start' : 'middle'}>
                {dayOf(day).replace(/ \d{4}$/, '')}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  )
}

/** Pixels: how high the bars are at most on either side of the axis, how wide they are, and how far the next day is. */
const [half, bar, step] = [96, 22, 38]
const axis = half + 8

/** Which columns have room for the name of their day. */
function withRoom(places: readonly number[]): ReadonlySet<number> {
  const named = new Set<number>()
  let last = Number.NEGATIVE_INFINITY
  places.forEach((place, index) => {
    if (place - last < 92) return
    named.add(index)
    last = place
  })
  return named
}

function isNext(day: string, next: string): boolean {
  return day.length === 10 && next.length === 10 && Date.parse(next) - Date.parse(day) <= 86_400_000
}
