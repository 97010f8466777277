import { createContext, useContext } from 'react'
import type { StatementProps } from '../../views/reader/blamed-row.tsx'
import { hrefOf, withQuery } from '../address/address.ts'
import { here, Link } from '../address/navigation.tsx'
import { type HeldDocument, upstreamOf } from './held-document.ts'

/** What the reader knows of its statements. */
export interface Statements {
  readonly held: HeldDocument
  /** Where the first words of each stand: they are what the keyboard goes to. */
  readonly first: ReadonlyMap<string, number>
  readonly current: string | undefined
  readonly choose: (statement: string) => void
}

export const StatementsOfReader = createContext<Statements | undefined>(undefined)

/** The words of one statement: hover or focus shows its trail, a click opens the report it was taken from beside it. */
export function StatementLink({ statement, start, end, className, children }: StatementProps) {
  const reader = useContext(StatementsOfReader)
  if (!reader) return children
  const { held, first, current, choose } = reader
  const isFirst = first.get(statement) === start
  const origin = held.origins.get(statement)
  const upstream = upstreamOf(held, origin)
  const at = `${start}-${end}`
  const to = upstream
    ? withQuery(here(), { beside: upstream, at })
    : origin
      ? hrefOf(['claims', origin.claim])
      : withQuery(here(), { at })
  return (
    <Link
      to={to}
      className={`${className}${isFirst ? ' first' : ''}${statement === current ? ' current' : ''}`}
      tabIndex={isFirst ? undefined : -1}
      aria-describedby="chain"
      onMouseEnter={() => choose(statement)}
      onFocus={() => choose(statement)}
      onClick={() => choose(statement)}
    >
      {children}
    </Link>
  )
}
