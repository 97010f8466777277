import type { River } from '../../export/workbench/river.ts'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { Badge } from '../parts/badge.tsx'
import { ColumnHeads } from '../parts/column-heads.tsx'
import { Empty } from '../parts/states.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'

/** The river as a list: every link a row, for those who read rather than look. */
export function FlowTable({ river }: { readonly river: River }) {
  const named = new Map(river.nodes.map((node) => [node.id, node]))
  if (river.links.length === 0) return <Empty title={words.river.none} />
  const when = (id: string): string => named.get(id)?.published ?? ''
  const sorted = [...river.links].sort((a, b) =>
    when(a.to) < when(b.to) ? -1 : when(a.to) > when(b.to) ? 1 : b.shared - a.shared,
  )
  return (
    <table className="list flows">
      <ColumnHeads names={words.river.columns} />
      <tbody>
        {sorted.slice(0, 1_000).map(({ from, to, manner, basis, confidence, shared }) => {
          const [source, report] = [named.get(from), named.get(to)]
          return (
            <tr key={`${from} ${to}`}>
              <th scope="row">
                <Link to={hrefOf(['reports', to])}>
                  <Written most={60}>{report?.name ?? to}</Written>
                </Link>
              </th>
              <td data-label={words.river.columns[1]}>
                {source?.kind === 'origin' ? <Badge name={source.name} silent /> : null}{' '}
                <Link to={hrefOf([source?.kind === 'origin' ? 'sources' : 'reports', from])}>
                  <Written most={60}>{source?.name ?? from}</Written>
                </Link>
              </td>
              <td data-label={words.river.columns[2]}>
                {manner === null ? words.river.names : words.river.manners[manner]}
              </td>
              <td data-label={words.river.columns[3]}>
                {basis === 'stated' ? words.river.saysSo : words.river.inferred(Math.round(confidence * 100))}
              </td>
              <td data-label={words.river.columns[4]} className="number">
                {shared}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
