import { memo } from 'react'
import { nameOf } from '../../export/view/lookup.ts'
import { stations } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import { Badge } from '../parts/badge.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'
import type { HeldDocument } from './held-document.ts'

/** Where the words beside it come from, as the commit stands beside a line in `git blame`. */
export const Margin = memo(function Margin({
  held,
  trails,
}: {
  readonly held: HeldDocument
  readonly trails: readonly Trail[]
}) {
  if (trails.length === 0) return <div className="margin empty" />
  return (
    <div className="margin">
      {trails.map((trail) => (
        <Who key={trail.statement} held={held} trail={trail} />
      ))}
    </div>
  )
})

function Who({ held, trail }: { readonly held: HeldDocument; readonly trail: Trail }) {
  const way = stations(held.held, trail)
  const end = way.at(-1)
  const via = way.slice(1, -1).map(({ name }) => name)
  const isNamed = trail.end === 'origin' || trail.end === 'doubtful'
  const label =
    trail.end === 'circular' ? words.reader.circle : isNamed || way.length > 1 ? (end?.name ?? '') : words.reader.nobody
  return (
    <div className={isNamed ? 'who' : 'who open'}>
      <Badge name={trail.end === 'origin' && end ? nameOf(held.held, end.node) : undefined} silent />
      <span>
        <Written most={60}>{label}</Written>
        {trail.end === 'not-established' && way.length > 1 && <small>{words.reader.notEstablished}</small>}
        {trail.end === 'doubtful' && <small>{words.reader.doubtful}</small>}
        {via.length > 0 && (
          <small>
            {words.reader.via} <Written most={80}>{via.join(', ')}</Written>
          </small>
        )}
        {way.length === 1 && trail.end === 'origin' && <small>{words.reader.ownAuthority}</small>}
      </span>
    </div>
  )
}
