import type { ClaimView } from '../../export/view/claim-view.ts'
import type { Lookup } from '../../export/view/lookup.ts'
import { series as listed } from '../../export/view/summary.ts'
import { stations } from '../../export/view/trail-words.ts'
import type { Trail } from '../../model/report.ts'
import { Written } from '../parts/written.tsx'
import { words } from '../words.ts'

/** What is not established about a claim, and why. */
export function OpenQuestions({ held, view }: { readonly held: Lookup; readonly view: ClaimView }) {
  const ends = new Map<string, Set<string>>()
  for (const trail of view.open) {
    const why = reasonOf(held, trail)
    const outlets = ends.get(why) ?? new Set()
    ends.set(why, outlets.add(stations(held, trail)[0]?.name ?? ''))
  }
  const { credibility, credibilityReason } = view.claim
  return (
    <ul className="plain-list">
      {[...ends].map(([why, outlets]) => (
        <li key={why}>
          <Written most={300}>{why}</Written>: <Written most={600}>{listed([...outlets])}</Written>.
        </li>
      ))}
      {view.notes.map(({ says, rule }) => (
        <li key={says} title={words.claim.by(rule)}>
          <Written most={900}>{says}</Written>
        </li>
      ))}
      <li>
        {words.claim.credibility(credibility)}: <Written most={400}>{credibilityReason.replace(/\.$/, '')}</Written>.
      </li>
    </ul>
  )
}

function reasonOf(held: Lookup, trail: Trail): string {
  const way = stations(held, trail)
  const end = way.at(-1)
  const source = held.sources.get(end?.node ?? '')
  if (trail.end === 'circular') return words.claim.circle
  if (trail.end === 'doubtful') return words.claim.mayAnswerAnother(end?.name ?? '')
  if (way.length === 1 || !source) return words.claim.namesNobody
  return source.kind === 'anonymous' || source.kind === 'vague'
    ? words.claim.anyone(end?.name ?? '')
    : words.claim.beyond(end?.name ?? '')
}
