import { type Change, quoteOf } from '../../export/view/claim-view.ts'
import type { Lookup } from '../../export/view/lookup.ts'
import { wordDiff } from '../../export/view/word-diff.ts'
import { Quotation } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'

/** Two quotations beside each other, word by word: what changed on the way, or what cannot both hold. */
export function Changes({
  held,
  changes,
  look,
}: {
  readonly held: Lookup
  readonly changes: readonly Change[]
  readonly look: 'change' | 'conflict'
}) {
  return changes.map(({ from, to, aspects, says, rules, kind }) => {
    const diff = wordDiff(quoteOf(from), quoteOf(to))
    return (
      <div key={`${kind} ${from.id} ${to.id}`} className={`pair ${look}`}>
        <p className="says">
          {[...new Set(aspects)].map((aspect) => (
            <span key={aspect} className="chip" title={words.claim.by(rules.join(', '))}>
              {aspect}
            </span>
          ))}{' '}
          <Written most={900}>{says.join(' ')}</Written>
        </p>
        <div className="sides">
          <Quotation held={held} statement={from} runs={diff.before} emphasis={look === 'change' ? 'del' : 'mark'} />
          <Quotation held={held} statement={to} runs={diff.after} emphasis={look === 'change' ? 'ins' : 'mark'} />
        </div>
      </div>
    )
  })
}
