import type { ComponentType } from 'react'
import { bodyOf, nameOf } from '../../export/view/lookup.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import { endWords, type Station, stations } from '../../export/view/trail-words.ts'
import type { Way as ToldWay } from '../../export/view/ways.ts'
import type { Hop, Trail } from '../../model/report.ts'
import { Badge } from '../parts/badge.tsx'
import { Written } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'

/** One way that trails of a claim take, and all that take it. */
export interface WayProps extends InSetting {
  readonly trail: Trail
  /** What travelled the same way, the trail that is told among it. */
  readonly same: readonly Trail[]
}

/** Trails of a claim from the report upstream; what travelled the same way is told once. */
export function Trails({
  setting,
  held,
  ways,
  Each = Way,
}: InSetting & {
  readonly ways: readonly ToldWay[]
  /** What is drawn of each way, where a page adds something to it. */
  readonly Each?: ComponentType<WayProps>
}) {
  return (
    <ul className="trails">
      {ways.map(({ told, trail, same }) => (
        <li key={told}>
          <Each setting={setting} held={held} trail={trail} same={same} />
        </li>
      ))}
    </ul>
  )
}

/** One trail, station by station, each hop with the words it rests on. */
export function Way({
  setting,
  held,
  trail,
  same,
  current,
  most = 160,
}: WayProps & {
  /** The station that somebody stands at. */
  readonly current?: number | undefined
  /** Letters of a quotation. */
  readonly most?: number
}) {
  const [first, ...hops] = stations(held, trail)
  const statement = held.statements.get(trail.statement)
  const end = endWords(held, trail).replace(/[()←]/g, '').trim()
  const name = <Written most={80}>{first?.name ?? ''}</Written>
  return (
    <>
      <ol className="trail">
        <li className="station start" aria-current={current === 0 ? 'step' : undefined}>
          {statement ? <setting.Link to={setting.statement(statement)}>{name}</setting.Link> : name}
          {same.length > 1 && <span className="soft"> · {words.claim.sameWay(same.length)}</span>}
        </li>
        {hops.map((station, index) => (
          <StationLine
            key={`${station.node} ${station.hop?.document} ${station.hop?.start}`}
            setting={setting}
            held={held}
            station={station}
            end={index === hops.length - 1 ? trail.end : undefined}
            isCurrent={current === index + 1}
            most={most}
          />
        ))}
      </ol>
      {end !== '' && <p className={`end ${trail.end}`}>{end}</p>}
    </>
  )
}

function StationLine({
  setting,
  held,
  station: { name, node, hop },
  end,
  isCurrent,
  most,
}: InSetting & {
  readonly station: Station
  readonly end: Trail['end'] | undefined
  readonly isCurrent: boolean
  readonly most: number
}) {
  if (!hop) return null
  const body = end === 'origin' ? bodyOf(held, node) : undefined
  return (
    <li className={`station ${hop.basis}`} aria-current={isCurrent ? 'step' : undefined}>
      {end === 'origin' && <Badge mark={setting.mark(node, nameOf(held, node))} />}
      {end === 'not-established' && <Badge mark={undefined} />}
      <strong className="where">
        <Written most={80}>{name}</Written>
      </strong>{' '}
      {body && (
        <span className="in">
          ({words.claim.speaksFor} <Written most={80}>{body}</Written>){' '}
        </span>
      )}
      <span className="basis">{basisWords(hop)}</span>{' '}
      <setting.Link className="hop" to={setting.words(hop.document, hop)} title={words.claim.by(hop.rule)}>
        “<Written>{shorten(oneLine(hop.quote.slice(0, 2_000)), most)}</Written>”
      </setting.Link>{' '}
      <span className="in">
        {words.claim.in} <Written most={60}>{nameOf(held, hop.document)}</Written>
      </span>
    </li>
  )
}

/** Whether the text says so itself, a person did, or it was inferred, and how surely. */
export function basisWords({ rule, basis, confidence }: Pick<Hop, 'rule' | 'basis' | 'confidence'>): string {
  if (rule === 'decision/made-from') return words.claim.byHand
  return basis === 'stated' ? words.claim.stated : words.claim.inferred(Math.round(confidence * 100))
}
