import type { ReactNode } from 'react'
import type { Role } from '../../team/roles.ts'
import { words } from '../words.ts'
import { useMay, useRole } from './me.ts'

/** What only some may do; others read why it is not there. */
export function NeedsRole({ least, children }: { readonly least: Role; readonly children: ReactNode }) {
  const own = useRole()
  return useMay(least) ? (
    children
  ) : (
    <p className="soft">{words.team.needs(words.roles[least], words.roles[own ?? 'viewer'])}</p>
  )
}
