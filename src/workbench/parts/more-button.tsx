import type { Listed } from '../answers/ask.ts'
import { words } from '../words.ts'

/** The next page of a list that is not scrolled by the thousand. */
export function MoreButton<T>({ list }: { readonly list: Listed<T> }) {
  if (list.total === undefined || (list.value?.length ?? 0) >= list.total) return null
  return (
    <p className="rest">
      <button type="button" onClick={list.more}>
        {words.states.more}
      </button>
    </p>
  )
}
