import type { Derivation } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { fold } from '../../text/words.ts'
import { creditSource } from '../citing/credits.ts'
import type { ClaimGroup } from '../claims/claims.ts'
import { readingsById, type StatementRef, statementAt } from '../claims/statement-ref.ts'
import type { Reuse } from '../copying/reuse.ts'
import { copyShare, type Taking, takings } from '../rewriting/copied.ts'
import type { Voices } from '../sources/voices.ts'
import type { Provenance } from './claim-graph.ts'
import { claimsOfOriginals } from './claims-of-originals.ts'
import { type CopiedStatements, copiedStatements } from './copied-statements.ts'
import { issuerOf } from './issuer.ts'
import { firstHand } from './own-authority.ts'
import { sameBodies } from './same-body.ts'
import { testimonyOf } from './testimony.ts'
import { type VoiceRank, voiceRank } from './voice-rank.ts'

/** Groups all statements into claims, and lays out what their graphs are read off. */
export function provenanceOf(
  readings: readonly Reading[],
  voices: Voices,
  derivations: readonly Derivation[],
  reuse: readonly Reuse[],
  taken: readonly Taking[] = takings(readings, reuse),
): Provenance & { readonly claims: readonly ClaimGroup[] } {
  const byId = readingsById(readings)
  const copied = copiedStatements(byId, taken)
  const copies = new Set(taken.filter(({ share }) => share >= copyShare).map(({ to }) => to))
  const provenance = laidOut(readings, voices, derivations, copied)
  const bodiesOf = (ref: StatementRef) => bodiesBehind(ref, provenance)
  return { ...provenance, claims: claimsOfOriginals(readings, voices, derivations, reuse, copied, copies, bodiesOf) }
}

/**
 * What the graphs of claims are read off.
 *
 * @param named voices that neither a text nor a credit line names
 */
export function laidOut(
  readings: readonly Reading[],
  voices: Voices,
  derivations: readonly Derivation[],
  { copies }: CopiedStatements,
  named: readonly Source[] = [],
): Provenance {
  const byId = readingsById(readings)
  const credited = readings.flatMap(({ document }) => document.credits.map(({ name }) => creditSource(name, voices)))
  const heardOf = [...credited, ...named].filter(({ id }) => derivations.some(({ from }) => from === id))
  const sources = [...voices.sources, ...heardOf].sort((a, b) => byCodeUnit(a.id, b.id))
  const issuers = new Map(readings.map((reading) => [reading.document.id, issuerOf(reading, voices)]))
  return {
    readings: byId,
    voices: { ...voices, bodyOf: sameBodies(voices) },
    issuerOf: (document) => issuers.get(document) ?? null,
    sources: new Map(sources.map((source) => [source.id, source])),
    rankOf: ranks(readings, issuers, sources, voices.bodyOf),
    upstream: upstreamOf(derivations, byId),
    copies,
  }
}

/** The named bodies that a statement's own document puts behind it, and its outlet where that says how it knows. */
function bodiesBehind(ref: StatementRef, provenance: Provenance): readonly string[] {
  const statement = statementAt(provenance.readings, ref)
  if (!statement) return []
  const named = testimonyOf(ref, statement, provenance).filter(({ source }) => provenance.rankOf(source) !== 'unnamed')
  const own = firstHand(ref, statement, provenance) === null ? [] : [ref.document]
  return [...named.map(({ body }) => body), ...own]
}

/** What each source is worth as the end of a trail. A publisher is an outlet unless it issues releases in its own name. */
function ranks(
  readings: readonly Reading[],
  issuers: ReadonlyMap<string, string | null>,
  sources: readonly Source[],
  bodyOf: Voices['bodyOf'],
): Provenance['rankOf'] {
  const issuing = new Set([...issuers.values()].flatMap((source) => source ?? []))
  const press = readings.filter(({ document }) => (issuers.get(document.id) ?? null) === null)
  const publishers = new Set(press.flatMap(({ document }) => document.publisher ?? []).map(fold))
  const isOutlet = (name: string) => publishers.has(fold(name))
  const own = (source: Source): VoiceRank => (issuing.has(source.id) ? 'named' : voiceRank(source, isOutlet))
  const plain = new Map(sources.map((source) => [source.id, own(source)] as const))
  // What a newspaper printed, "a list published by the Courier", is the newspaper's word.
  const known = new Map(
    sources.map(({ id, kind }) => {
      const printed = kind === 'document' && plain.get(bodyOf(id)) === 'outlet'
      return [id, printed ? 'outlet' : (plain.get(id) ?? 'unnamed')] as const
    }),
  )
  return (source) => known.get(source) ?? 'unnamed'
}

/** Derivations between documents that are sure enough to carry a statement, by the later document, surest first. */
function upstreamOf(
  derivations: readonly Derivation[],
  readings: ReadonlyMap<string, Reading>,
): ReadonlyMap<string, readonly Derivation[]> {
  const upstream = new Map<string, Derivation[]>()
  for (const derivation of derivations) {
    if (!readings.has(derivation.from) || derivation.confidence < surely) continue
    const list = upstream.get(derivation.to)
    if (list) list.push(derivation)
    else upstream.set(derivation.to, [derivation])
  }
  for (const list of upstream.values()) list.sort((a, b) => b.confidence - a.confidence || byCodeUnit(a.from, b.from))
  return upstream
}

/** Derivations below this are shown, but no count rests on them. */
const surely = 0.5
