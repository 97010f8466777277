import { useState } from 'react'
import { nameOf } from '../../export/view/lookup.ts'
import { type Station, stations } from '../../export/view/trail-words.ts'
import { basisWords, Way, type WayProps } from '../../views/claim/trails.tsx'
import { Quotation } from '../../views/parts/quotation.tsx'
import { Written } from '../../views/parts/written.tsx'
import { Link } from '../address/navigation.tsx'
import { placeOf, setting } from '../parts/setting.ts'
import { words } from '../words.ts'
import { FirstTrails } from './first-trails.tsx'
import type { HeldClaim } from './held-claim.ts'

/** The trails of a claim, each to be walked hop by hop. */
export const WalkableTrails = (claim: HeldClaim) => <FirstTrails {...claim} Each={WalkableWay} />

function WalkableWay(props: WayProps) {
  const [at, setAt] = useState<number>()
  const way = stations(props.held, props.trail)
  return (
    <>
      <Way {...props} current={at} />
      {way.length > 1 && at === undefined && (
        <button type="button" className="quiet small no-print" onClick={() => setAt(0)}>
          {words.claim.walk}
        </button>
      )}
      {at !== undefined && <Walk {...props} way={way} at={at} go={setAt} />}
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
}: WayProps & {
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
      {at === 0 && statement && <Quotation setting={setting} held={held} statement={statement} />}
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
            {hop.basis === 'stated' ? words.claim.saysSo : basisWords(hop)}; {words.claim.by(hop.rule)}.
            {at === way.length - 1 && ` ${words.claim.endsHere}`}
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
