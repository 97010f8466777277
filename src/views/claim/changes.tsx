import { type Change, quoteOf } from '../../export/view/claim-view.ts'
import { wordDiff } from '../../export/view/word-diff.ts'
import { Quotation } from '../parts/quotation.tsx'
import { Written } from '../parts/written.tsx'
import type { InSetting } from '../setting.ts'
import { words } from '../words.ts'

/** Two quotations beside each other, word by word: what changed on the way, or what cannot both hold. */
export function Changes({
  setting,
  held,
  changes,
  look,
}: InSetting & { readonly changes: readonly Change[]; readonly look: 'change' | 'conflict' }) {
  return changes.map(({ from, to, aspects, says, rules, kind }) => {
    const diff = wordDiff(quoteOf(from), quoteOf(to))
    const [before, after] = look === 'change' ? (['del', 'ins'] as const) : (['mark', 'mark'] as const)
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
          <Quotation setting={setting} held={held} statement={from} runs={diff.before} emphasis={before} />
          <Quotation setting={setting} held={held} statement={to} runs={diff.after} emphasis={after} />
        </div>
      </div>
    )
  })
}
