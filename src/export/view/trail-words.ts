import type { Hop, Trail } from '../../model/report.ts'
import { type Lookup, nameOf } from './lookup.ts'

/** One station of a trail, from the report a reader holds upstream to where it ends. The first has no hop. */
export interface Station {
  readonly node: string
  readonly name: string
  readonly hop: Hop | undefined
}

/** The stations of a trail; one that only repeats the name before it (the outlet as document, then as source) is passed over. */
export function stations(held: Lookup, trail: Trail): readonly Station[] {
  const start = held.statements.get(trail.statement)?.document ?? trail.statement
  const all: Station[] = [{ node: start, name: nameOf(held, start), hop: undefined }]
  for (const hop of trail.hops) {
    const name = nameOf(held, hop.node)
    if (name.toLowerCase() !== all.at(-1)?.name.toLowerCase()) all.push({ node: hop.node, name, hop })
  }
  return all
}

/** What stands after the last station: nothing where a named voice ends the trail. */
export function endWords(held: Lookup, trail: Trail): string {
  const all = stations(held, trail)
  if (trail.end === 'circular') return ' (a circle: no origin)'
  const circled = circles(all)
  if (trail.end === 'origin') return all.length === 1 ? ' on its own authority' : circled ? ' (after a circle)' : ''
  if (trail.end === 'doubtful') return ' (doubtful: it may be answering another question)'
  if (!held.sources.has(all.at(-1)?.node ?? '')) return ' ← nobody named'
  return circled ? ' (after a circle, not established)' : ' (not established)'
}

/** Does a trail come back to a station that it has left? */
function circles(all: readonly Station[]): boolean {
  return new Set(all.map(({ name }) => name.toLowerCase())).size < all.length
}

/** A whole trail in one line; `←` stated, `⇠` inferred. */
export function trailWords(held: Lookup, trail: Trail): string {
  const way = stations(held, trail).map(
    ({ name, hop }) => `${hop ? (hop.basis === 'inferred' ? ' ⇠ ' : ' ← ') : ''}${name}`,
  )
  return way.join('') + endWords(held, trail)
}
