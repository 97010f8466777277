import { Written } from '../parts/written.tsx'
import type { Setting } from '../setting.ts'
import { words } from '../words.ts'

/** The key to the tints of a text: which reports its words stand in as well. */
export function SharedWith({
  setting,
  tints,
  nameOf,
  leadsTo,
}: {
  readonly setting: Pick<Setting, 'Link'>
  readonly tints: ReadonlyMap<string, number>
  readonly nameOf: (document: string) => string
  readonly leadsTo: (document: string) => string | undefined
}) {
  if (tints.size === 0) return null
  return (
    <p className="shared">
      {[...tints].map(([from, tint]) => {
        const to = leadsTo(from)
        const name = <Written most={60}>{nameOf(from)}</Written>
        return (
          <span key={from} className={`key h${tint}`}>
            {words.reader.sharedWith} {to === undefined ? name : <setting.Link to={to}>{name}</setting.Link>}
          </span>
        )
      })}
    </p>
  )
}
