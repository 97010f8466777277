import { memo } from 'react'
import { nameOf } from '../../export/view/lookup.ts'
import { stations } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import { Badge } from '../parts/badge.tsx'
import { Written } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'

/** Where the words beside it come from, as the commit stands beside a line in `git blame`. */
export const Margin = memo(function Margin({
  setting,
  held,
  trails,
}: InSetting & { readonly trails: readonly Trail[] }) {
  if (trails.length === 0) return <div className="margin empty" />
  return (
    <div className="margin">
      {trails.map((trail) => (
        <Who key={trail.statement} setting={setting} held={held} trail={trail} />
      ))}
    </div>
  )
})

function Who({ setting, held, trail }: InSetting & { readonly trail: Trail }) {
  const way = stations(held, trail)
  const end = way.at(-1)
  const via = way.slice(1, -1).map(({ name }) => name)
  const isNamed = trail.end === 'origin' || trail.end === 'doubtful'
  const label =
    trail.end === 'circular' ? words.reader.circle : isNamed || way.length > 1 ? (end?.name ?? '') : words.reader.nobody
  return (
    <div className={isNamed ? 'who' : 'who open'}>
      <Badge mark={trail.end === 'origin' && end ? setting.mark(end.node, nameOf(held, end.node)) : undefined} />
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
