import type { River, RiverNode } from '../../export/workbench/river.ts'
import { Badge } from '../parts/badge.tsx'
import { ColumnHeads } from '../parts/column-heads.tsx'
import { Written } from '../parts/written.tsx'
import type { Setting } from '../setting.ts'
import { words } from '../words.ts'

/** The river as a list: every line a row, in the order in which the reports came out, for those who read rather than look. */
export function FlowTable({
  river,
  setting,
  leadsTo,
  idOf,
}: {
  readonly river: River
  readonly setting: Pick<Setting, 'Link' | 'mark'>
  readonly leadsTo: (node: RiverNode) => string | undefined
  /** The id that the first row of a report has, where something links to it. */
  readonly idOf?: (report: string) => string
}) {
  const named = new Map(river.nodes.map((node) => [node.id, node]))
  const when = (id: string): string => named.get(id)?.published ?? '~'
  const sorted = [...river.links].sort((a, b) =>
    when(a.to) < when(b.to)
      ? -1
      : when(a.to) > when(b.to)
        ? 1
        : a.to < b.to
          ? -1
          : a.to > b.to
            ? 1
            : b.shared - a.shared,
  )
  const [, from, how, because, claims] = words.river.columns
  const nameOf = (id: string) => {
    const node = named.get(id)
    const name = <Written most={60}>{node?.name ?? id}</Written>
    const to = node && leadsTo(node)
    return to === undefined ? name : <setting.Link to={to}>{name}</setting.Link>
  }
  return (
    <table className="list flows">
      <ColumnHeads names={words.river.columns} />
      <tbody>
        {sorted.slice(0, 1_000).map((link, index) => {
          const source = named.get(link.from)
          const isFirst = sorted[index - 1]?.to !== link.to
          return (
            <tr key={`${link.from} ${link.to}`} id={isFirst ? idOf?.(link.to) : undefined}>
              <th scope="row">{nameOf(link.to)}</th>
              <td data-label={from}>
                {source?.kind === 'origin' && (
                  <Badge mark={source.isUnnamed ? undefined : setting.mark(source.id, source.name)} />
                )}{' '}
                {nameOf(link.from)}
              </td>
              <td data-label={how}>{link.manner === null ? words.river.names : words.river.manners[link.manner]}</td>
              <td data-label={because}>
                {link.basis === 'stated' ? words.river.saysSo : words.claim.inferred(Math.round(link.confidence * 100))}
              </td>
              <td data-label={claims} className="number">
                {link.shared}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
