import { type ReactNode, useState } from 'react'
import { words } from '../words.ts'

/** How many of a long list are drawn before somebody asks for more. */
export const firstShown = 12

/** The first of a long list, and as many more whenever somebody asks: a page that draws hundreds of quotations keeps its reader waiting. */
export function FirstOf<T>({ all, each }: { readonly all: readonly T[]; readonly each: (one: T) => ReactNode }) {
  const { shown, rest } = useFirst(all)
  return (
    <>
      {shown.map(each)}
      {rest}
    </>
  )
}

/** The same for who draws the list. */
export function useFirst<T>(all: readonly T[]): { readonly shown: readonly T[]; readonly rest: ReactNode } {
  const [most, setMost] = useState(firstShown)
  const left = all.length - most
  return {
    shown: all.slice(0, most),
    rest: left > 0 && (
      <p className="rest">
        {words.states.shownOf(most, all.length)}{' '}
        <button type="button" className="no-print" onClick={() => setMost(most * 4)}>
          {words.states.showMore(Math.min(left, most * 3))}
        </button>
      </p>
    ),
  }
}
