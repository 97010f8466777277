import { type ReactNode, useEffect } from 'react'
import { oneLine } from '../../export/view/plain.ts'
import { words } from '../words.ts'

/** A screen with its heading; the window's title says the same. */
export function Page({
  title,
  heading,
  kicker,
  lead,
  actions,
  children,
}: {
  readonly title: string
  readonly heading?: ReactNode
  readonly kicker?: ReactNode
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  useEffect(() => {
    document.title = words.shell.title(oneLine(title.slice(0, 300)))
  }, [title])
  return (
    <div className="page">
      <div className="page-head">
        <div>
          {kicker && <p className="kicker">{kicker}</p>}
          <h1>{heading ?? title}</h1>
          {lead && <div className="lead">{lead}</div>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
