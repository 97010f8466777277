import type { Finding } from '../../model/finding.ts'
import type { TracedContext } from '../findings.ts'
import { naming } from '../naming.ts'

/** A text that stands under another outlet's name and does not say whose it is. */
export function uncreditedCopies(context: TracedContext): readonly Finding[] {
  const name = naming(context)
  const outlets = new Map(context.readings.map(({ document }) => [document.id, document.publisher]))
  return context.derivations.flatMap(({ from, to, manner, basis }) => {
    if (manner !== 'copies' || basis === 'stated' || !outlets.has(from)) return []
    if (outlets.get(from) !== undefined && outlets.get(from) === outlets.get(to)) return []
    return [
      {
        kind: 'uncredited-copy',
        aspect: null,
        claim: null,
        from: null,
        to: null,
        statements: [],
        says: `${name(to)} (${to}) prints the text of ${name(from)} (${from}) without naming it.`,
        rule: 'independence/uncredited-copy',
      } as const,
    ]
  })
}
