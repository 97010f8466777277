import { quotedIn } from '../../model/decision.ts'
import type { Report } from '../../model/report.ts'
import { addTo } from '../../text/listed.ts'
import { type Put, putOn, statementIn } from '../../tracing/decided.ts'
import type { InForce } from '../../tracing/in-force.ts'
import type { Joining } from '../../tracing/outline.ts'
import type { KeyedDigest } from './answer.ts'

/**
 * Where the words that decisions quote were found, by the key of the pile and what was quoted: the id of a statement, and the place of its claim
 * in the pile, -1 where it is in none. Null where no statement is shown by the words.
 */
export type Anchors = Map<string, Map<string, Anchor | null>>

interface Anchor {
  readonly id: string
  readonly claim: number
}

interface Decided {
  readonly piles: readonly KeyedDigest[]
  readonly decisions: readonly InForce[]
  readonly anchors: Anchors
  report(key: string): Promise<Report | undefined>
}

/** What people put on the piles of a collection. Only reports are read whose words a decision quotes, each once for as long as it stands. */
export async function putOnPiles({ piles, decisions, anchors, report }: Decided, joining: Joining): Promise<Put> {
  const { sources } = joining
  if (decisions.length === 0) return { sources, letters: new Map(), annotations: [], unapplied: [] }
  const placeOf = new Map(
    piles.flatMap(({ outline }, pile) => outline.documents.map(({ id }, place) => [id, { pile, place }] as const)),
  )
  const quotedOf = new Map<number, Quoted[]>()
  for (const quoted of decisions.flatMap(({ decision }) => quotedIn(decision))) {
    const pile = placeOf.get(quoted.document)?.pile
    if (pile !== undefined) addTo(quotedOf, pile, quoted)
  }
  const here = new Set(piles.map(({ key }) => key))
  for (const key of anchors.keys()) if (!here.has(key)) anchors.delete(key)
  for (const [pile, quoted] of quotedOf) await anchor(piles[pile], quoted)

  const sourcesBy = joining.sourceIds.map((ids, pile) => {
    const places = new Map<string, number[]>()
    for (const [place, { id }] of (piles[pile]?.outline.sources ?? []).entries())
      addTo(places, ids.get(id) ?? id, place)
    return places
  })
  const madeBy = new Set(piles.flatMap(({ outline }) => outline.madeBy))
  return putOn(
    {
      documents: piles.flatMap(({ outline }) => outline.documents),
      sources,
      statement(quoted) {
        const pile = placeOf.get(quoted.document)?.pile ?? -1
        const found = anchors.get(piles[pile]?.key ?? '')?.get(JSON.stringify(quoted))
        return found ? { id: found.id, claim: joining.claimIds[pile]?.[found.claim] ?? null } : undefined
      },
      isHeardIn(source, document) {
        const at = placeOf.get(document)
        const places = at && sourcesBy[at.pile]?.get(source)
        return places?.some((one) => piles[at?.pile ?? -1]?.outline.heardIn[one]?.includes(at?.place ?? -1)) ?? false
      },
      isMadeBy: (decision) => madeBy.has(decision),
    },
    decisions,
  )

  async function anchor(pile: KeyedDigest | undefined, quoted: readonly Quoted[]): Promise<void> {
    if (!pile) return
    const known = anchors.get(pile.key) ?? new Map<string, Anchor | null>()
    anchors.set(pile.key, known)
    const unknown = quoted.filter((one) => !known.has(JSON.stringify(one)))
    const read = unknown.length > 0 ? await report(pile.key) : undefined
    if (!read) return
    const claims = new Map(read.claims.map(({ id }, place) => [id, place]))
    for (const one of unknown) {
      const statement = statementIn(read, one)
      known.set(
        JSON.stringify(one),
        statement ? { id: statement.id, claim: claims.get(statement.claim ?? '') ?? -1 } : null,
      )
    }
  }
}

type Quoted = ReturnType<typeof quotedIn>[number]
