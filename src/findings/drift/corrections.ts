import type { Finding } from '../../model/finding.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { nameBoth } from '../quoting.ts'
import type { Change } from './changes.ts'
import { revisions } from './revisions.ts'
import { figuresOf } from './says.ts'

/**
 * A voice that gives another figure on a later day than it did before. One finding for each claim and voice, on its last
 * change. The later statement is also a drift, for who holds only the earlier report; a conflict it is not.
 */
export function corrections(context: FindingContext): readonly Finding[] {
  const last = new Map<string, Change>()
  for (const change of revisions(context)) {
    if (change.rule !== 'drift/revised-by-its-source') continue
    const key = `${change.to.claim} ${change.to.body}`
    const known = last.get(key)
    if (!known || dayOf(change) > dayOf(known)) last.set(key, change)
  }
  const names = new Map(context.voices.sources.map(({ id, name }) => [id, name]))
  return [...last.values()]
    .map((change): Finding => {
      const { from, to } = change
      const [was, now] = figuresOf(change)
      const [before, after] = nameBoth(from, to)
      const voice = names.get(to.voices.at(-1) ?? '') ?? 'The same voice'
      return {
        kind: 'correction',
        aspect: 'figure',
        claim: to.claim,
        from: from.id,
        to: to.id,
        statements: [from.id, to.id],
        says: `${voice} gave “${was}” first (${before}) and “${now}” later (${after}).`,
        rule: 'correction/own-figure',
      }
    })
    .sort((a, b) => byCodeUnit(a.claim ?? '', b.claim ?? '') || byCodeUnit(a.to ?? '', b.to ?? ''))
}

const dayOf = ({ to }: Change): string => to.published?.slice(0, 10) ?? ''
