import type { Annotation, Claim } from '../../model/report.ts'
import { type Lookup, nameOf } from './lookup.ts'
import { oneLine, shorten } from './plain.ts'
import { series } from './summary.ts'

/** What a person said about something, in words; `corrected` where the answer itself is another because of it. */
export interface HandWork {
  readonly kind: 'corrected' | 'reliability' | Annotation['kind']
  readonly words: string
}

/** Everything that people decided of a claim: what they corrected, how they graded its origins, and what they wrote on it. */
export function handWorkOn(held: Lookup, claim: Claim): readonly HandWork[] {
  const corrected = correctionsOf(held, claim)
  return [
    ...(corrected.length > 0
      ? [{ kind: 'corrected' as const, words: `Corrected by hand: ${series(corrected)}.` }]
      : []),
    ...Object.entries(claim.reliability).map(([node, letter]): HandWork => {
      const reason = gradeOf(held, node)?.reason ?? ''
      return {
        kind: 'reliability',
        words: `Reliability of ${nameOf(held, node)}: ${letter}${reason === '' ? '' : `, ${oneLine(reason)}`}`,
      }
    }),
    ...written(held, 'claim', claim.id, ''),
    ...claim.statements.flatMap((id) =>
      written(
        held,
        'statement',
        id,
        ` on “${shorten(oneLine(held.statements.get(id)?.quote.slice(0, 400) ?? id), 80)}”`,
      ),
    ),
    ...claim.origins.flatMap((id) => written(held, 'source', id, ` on ${nameOf(held, id)}`)),
  ]
}

/** What people wrote on a report. */
export const handWorkOnDocument = (held: Lookup, document: string): readonly HandWork[] =>
  written(held, 'document', document, '')

/** Decisions that could not be applied, in words; "same-source" and the like are not told, since the report does not hold them. */
export const unappliedWords = ({ report }: Lookup): readonly string[] =>
  (report.unapplied ?? []).map(({ decision, says }) => `${oneLine(says)} (decision ${oneLine(decision)})`)

function written(held: Lookup, kind: Annotation['on']['kind'], id: string, on: string): readonly HandWork[] {
  return (held.annotations.get(`${kind} ${id}`) ?? []).map((one) => ({
    kind: one.kind,
    words: `${titles[one.kind]}${on}: ${oneLine(one.text)} (${oneLine(one.by)}, ${one.at.slice(0, 10)})`,
  }))
}

const titles: Readonly<Record<Annotation['kind'], string>> = { state: 'State', tag: 'Tag', note: 'Note' }

/** What is as it is in a claim because a person said so. */
function correctionsOf(held: Lookup, claim: Claim): readonly string[] {
  const sources = new Set([...claim.origins, ...claim.positions.flatMap(({ origins }) => origins)])
  const made = new Set<string>()
  for (const trail of claim.trails) {
    let at = held.statements.get(trail.statement)?.document ?? ''
    for (const { node } of trail.hops) {
      sources.add(node)
      if (held.madeFrom.get(at)?.some(({ from, decisions }) => from === node && decisions)) made.add(at)
      at = node
    }
  }
  const voices = [...sources].filter((node) => held.sources.get(node)?.decisions).map((node) => nameOf(held, node))
  return [
    ...(claim.decisions ? ['which statements it holds'] : []),
    ...(voices.length > 0 ? [`who ${series([...new Set(voices)])} ${new Set(voices).size > 1 ? 'are' : 'is'}`] : []),
    ...(made.size > 0 ? [`what ${series([...new Set([...made].map((id) => nameOf(held, id)))])} was made from`] : []),
  ]
}

/** The grade of a source, or of the outlet that published a document. */
function gradeOf(held: Lookup, node: string) {
  const publisher = held.documents.get(node)?.publisher?.toLowerCase()
  const outlet = held.report.sources.find(
    ({ grade, name, aliases }) =>
      grade && publisher !== undefined && [name, ...aliases].some((form) => form.toLowerCase() === publisher),
  )
  return held.sources.get(node)?.grade ?? outlet?.grade
}
