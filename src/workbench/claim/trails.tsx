import { useState } from 'react'
import { type Lookup, nameOf } from '../../export/view/lookup.ts'
import { oneLine, shorten } from '../../export/view/plain.ts'
import { endWords, type Station, stations, trailWords } from '../../export/view/trail-words.ts'
import type { Hop, Trail } from '../../model/report.ts'
import { Link } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { placeOf, Quotation } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import type { HeldClaim } from './held-claim.ts'

/** Every trail of a claim from the report upstream; what travelled the same way is told once. */
export function Trails({ held, view, walkable = false }: HeldClaim & { readonly walkable?: boolean }) {
  const ways = new Map<string, Trail[]>()
  for (const trail of view.trails) {
    const told = trailWords(held, trail)
    const same = ways.get(told)
    if (same) same.push(trail)
    else ways.set(told, [trail])
  }
  return (
    <ul className="trails">
      {[...ways].map(
        ([told, same]) =>
          same[0] && <OneTrail key={told} held={held} trail={same[0]} times={same.length} walkable={walkable} />,
      )}
    </ul>
  )
}

function OneTrail({
  held,
  trail,
  times,
  walkable,
}: {
  readonly held: Lookup
  readonly trail: Trail
  readonly times: number
  readonly walkable: boolean
}) {
  const [at, setAt] = useState<number>()
  const way = stations(held, trail)
  const [first, ...hops] = way
  const statement = held.statements.get(trail.statement)
  const end = endWords(held, trail).replace(/[()←]/g, '').trim()
  return (
    <li>
      <ol className="trail">
        <li className="station start">
          {statement ? (
            <Link to={placeOf(statement.document, statement)}>
              <Written most={80}>{first?.name ?? ''}</Written>
            </Link>
          ) : (
            <Written most={80}>{first?.name ?? ''}</Written>
          )}
          {times > 1 && <span className="soft"> · {words.claim.sameWay(times)}</span>}
        </li>
        {hops.map((station, index) => (
          <StationLine
            key={`${station.node} ${station.hop?.document} ${station.hop?.start}`}
            held={held}
            station={station}
            isEnd={index === hops.length - 1}
            trail={trail}
            current={at === index + 1}
          />
        ))}
      </ol>
      {end !== '' && <p className={`end ${trail.end}`}>{end}</p>}
      {walkable && hops.length > 0 && at === undefined && (
        <button type="button" className="quiet small no-print" onClick={() => setAt(0)}>
          {words.claim.walk}
        </button>
      )}
      {walkable && at !== undefined && <Walk held={held} trail={trail} way={way} at={at} go={setAt} />}
    </li>
  )
}

function StationLine({
  held,
  station,
  isEnd,
  trail,
  current,
}: {
  readonly held: Lookup
  readonly station: Station
  readonly isEnd: boolean
  readonly trail: Trail
  readonly current: boolean
}) {
  const { name, node, hop } = station
  if (!hop) return null
  return (
    <li className={`station ${hop.basis}`} aria-current={current ? 'step' : undefined}>
      {isEnd && trail.end === 'origin' && <Badge name={nameOf(held, node)} silent />}
      {isEnd && trail.end === 'not-established' && <Badge name={undefined} />}
      <strong className="where">
        <Written most={80}>{name}</Written>
      </strong>{' '}
      <span className="basis">
        {hop.basis === 'stated' ? words.claim.stated : words.claim.inferred(Math.round(hop.confidence * 100))}
      </span>{' '}
      <HopWords held={held} hop={hop} />
    </li>
  )
}

function HopWords({ held, hop }: { readonly held: Lookup; readonly hop: Hop }) {
  return (
    <>
      <Link className="hop" to={placeOf(hop.document, hop)} title={words.claim.by(hop.rule)}>
        “<Written>{shorten(oneLine(hop.quote.slice(0, 2_000)), 160)}</Written>”
      </Link>{' '}
      <span className="in">
        {words.claim.in} <Written most={60}>{nameOf(held, hop.document)}</Written>
      </span>
    </>
  )
}

/** One hop at a time: the words it rests on, where they stand, and why they were read so. */
function Walk({
  held,
  trail,
  way,
  at,
  go,
}: {
  readonly held: Lookup
  readonly trail: Trail
  readonly way: readonly Station[]
  readonly at: number
  readonly go: (to: number | undefined) => void
}) {
  const station = way[at]
  const statement = held.statements.get(trail.statement)
  const hop = station?.hop
  return (
    <div className="walk no-print">
      <p className="walk-head">
        <strong>{at === 0 ? words.claim.start : words.claim.hop(at, way.length - 1)}</strong> ·{' '}
        <Written most={80}>{station?.name ?? ''}</Written>
      </p>
      {at === 0 && statement && <Quotation held={held} statement={statement} />}
      {hop && (
        <>
          <blockquote>
            <p dir="auto">
              “<Written most={1200}>{hop.quote}</Written>”
            </p>
            <footer>
              <Link to={placeOf(hop.document, hop)}>{words.claim.readAt}</Link>,{' '}
              <Written most={80}>{nameOf(held, hop.document)}</Written>
            </footer>
          </blockquote>
          <p className="soft">
            {hop.basis === 'stated' ? words.claim.saysSo : words.claim.inferred(Math.round(hop.confidence * 100))};{' '}
            {words.claim.by(hop.rule)}.{at === way.length - 1 && ` ${words.claim.endsHere}`}
          </p>
        </>
      )}
      <p className="row-of-buttons">
        <button type="button" className="small" disabled={at === 0} onClick={() => go(at - 1)}>
          {words.claim.back}
        </button>
        <button type="button" className="small" disabled={at >= way.length - 1} onClick={() => go(at + 1)}>
          {words.claim.next}
        </button>
        <button type="button" className="quiet small" onClick={() => go(undefined)}>
          {words.why.close}
        </button>
      </p>
    </div>
  )
}
