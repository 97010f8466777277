import { useEffect, useState } from 'react'
import type { Suggestion } from '../../export/workbench/suggestions.ts'
import { send } from '../answers/ask.ts'
import { useLive } from '../answers/live.ts'
import type { Preview } from '../answers/shapes.ts'

/** What saying yes would move, asked before anything is written; null where it could not be found out. */
export function usePreview(suggestion: Suggestion, next: Suggestion | undefined): Preview | null | undefined {
  const { reports } = useLive()
  const [found, setFound] = useState<{ readonly of: string; readonly preview: Preview | null }>()
  useEffect(() => {
    let gone = false
    const { id } = suggestion
    void previewOf(suggestion, reports).then((preview) => {
      if (gone) return
      setFound({ of: id, preview })
      // Whoever reads this one has a moment; then the next is there at once. It waits its turn, since the server does one at a time.
      if (next) void previewOf(next, reports)
    })
    return () => {
      gone = true
    }
  }, [suggestion, next, reports])
  return found?.of === suggestion.id ? found.preview : undefined
}

/** What was asked since the last new report: another report moves other counts. */
let asked: { readonly report: number; readonly previews: Map<string, Promise<Preview | null>> } | undefined

function previewOf({ id, accept }: Suggestion, report: number): Promise<Preview | null> {
  if (asked?.report !== report) asked = { report, previews: new Map() }
  const known = asked.previews.get(id)
  if (known) return known
  const { previews } = asked
  const found = send<Preview>('POST', '/decisions?preview', { decision: accept }).catch(() => {
    previews.delete(id)
    return null
  })
  previews.set(id, found)
  return found
}
