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
      <div id={id} popover="auto" className="term-card">
        <p>
          <strong>{held.term}</strong>: {held.means}.
        </p>
        {held.example && <p className="soft">{words.help.example(held.example)}</p>}
        <p>
          <Link to={hrefOf(['help'])}>{words.help.all}</Link>
        </p>
      </div>
    </>
  )
}
