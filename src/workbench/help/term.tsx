import { type ReactNode, useId } from 'react'
import glossary from '../../../docs/glossary.md?raw'
import { hrefOf } from '../address/address.ts'
import { Link } from '../address/navigation.tsx'
import { helped, words } from '../words.ts'
import { termsOf } from './glossary.ts'

export const terms = termsOf(glossary)

/** A word of ours with what it means a click, a tap or a key away. */
export function Term({ of, children }: { readonly of: keyof typeof helped; readonly children?: ReactNode }) {
  const id = useId()
  const held = terms.find(({ term }) => term === helped[of])
  if (!held) return children ?? helped[of]
  return (
    <>
      <button type="button" className="term" popoverTarget={id} aria-label={words.help.what(held.term)}>
        {children ?? held.term}
      </button>
      {/* Spans, because a term may stand in a heading or a paragraph. */}
      <span id={id} popover="auto" className="term-card">
        <span className="block">
          <strong>{held.term}</strong>: {held.means}.
        </span>
        {held.example && <span className="block soft">{words.help.example(held.example)}</span>}
        <Link className="block" to={hrefOf(['help'])}>
          {words.help.all}
        </Link>
      </span>
    </>
  )
}
