import { useLayoutEffect } from 'react'
import { ColumnHeads } from '../../views/parts/column-heads.tsx'
import { Written } from '../../views/parts/written.tsx'
import { hrefOf } from '../address/address.ts'
import { go, Link } from '../address/navigation.tsx'
import type { CollectionRow } from '../answers/shapes.ts'
import { Answered, Empty } from '../parts/states.tsx'
import { Page } from '../shell/page.tsx'
import { words } from '../words.ts'
import { lastOpen, useCollections } from './known.ts'

/** All collections that may be seen here. */
export function CollectionsPage() {
  const asked = useCollections()
  return (
    <Page title={words.collections.title} lead={<p>{words.collections.lead}</p>}>
      <Answered asked={asked}>{(rows) => <Collections rows={rows} />}</Answered>
    </Page>
  )
}

/** Where the address names no collection: the one that was open last or the only one is opened, else they are listed. */
export function Beginning() {
  const { value } = useCollections()
  const names = value?.map(({ name }) => name) ?? []
  const last = lastOpen()
  const name = last !== undefined && names.includes(last) ? last : names.length === 1 ? names[0] : undefined
  useLayoutEffect(() => {
    if (name !== undefined) go(hrefOf(['collections', name, 'claims']), 'replace')
  }, [name])
  return name === undefined ? <CollectionsPage /> : null
}

function Collections({ rows }: { readonly rows: readonly CollectionRow[] }) {
  if (rows.length === 0) return <Empty title={words.collections.none} />
  return (
    <table className="list">
      <ColumnHeads names={words.collections.columns} />
      <tbody>
        {rows.map(({ name, documents, alerts, role }) => (
          <tr key={name}>
            <th scope="row" className="title">
              <Link to={hrefOf(['collections', name, 'claims'])}>
                <Written most={80}>{name}</Written>
              </Link>
            </th>
            <td className="number" data-label={words.collections.columns.documents}>
              {documents}
            </td>
            <td className="number" data-label={words.collections.columns.alerts}>
              {alerts}
            </td>
            <td data-label={words.collections.columns.role}>{words.roles[role]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
