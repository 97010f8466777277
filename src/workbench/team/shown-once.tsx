import { useState } from 'react'
import { words as all } from '../words.ts'

/** Something that is shown now and never again. */
export function ShownOnce({ what, words }: { readonly what: string; readonly words: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="shown-once" role="status">
      <p>{what}</p>
      <p className="row-of-buttons">
        <code>{words}</code>
        <button
          type="button"
          className="small"
          onClick={() =>
            void navigator.clipboard?.writeText(words).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          {copied ? all.team.copied : all.team.copy}
        </button>
      </p>
    </div>
  )
}
