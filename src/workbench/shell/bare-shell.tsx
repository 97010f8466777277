import type { ReactNode } from 'react'
import { Link } from '../address/navigation.tsx'
import { Who } from '../team/who.tsx'
import { words } from '../words.ts'

/** The frame of what is in no collection. */
export function BareShell({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <div className="frame bare">
        <header className="bar">
          <Link to="/" className="wordmark">
            <img src="/mark.svg" alt="" width="22" height="22" />
            {words.product}
          </Link>
          <Who />
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  )
}
