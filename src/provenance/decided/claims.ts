import { byCodeUnit } from '../../text/order.ts'
import type { ClaimGroup } from '../claims/claims.ts'
import { type Content, contentsOf } from '../claims/content.ts'
import { gistOf } from '../claims/gist.ts'
import { openGroups } from '../claims/linking.ts'
import { positionsOf } from '../claims/positions.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import { refKey } from '../graph/claim-graph.ts'
import { refOf, rootOf, withCopies } from '../graph/claims-of-originals.ts'
import { accept, type StatementPair } from './constraints.ts'
import type { Found } from './derivations.ts'
import { parted } from './regrouping.ts'

/**
 * Claims as people corrected them. Two statements that were said to answer one question bring their claims together, and their origins
 * are counted together; two that do not are parted, each with what it is surest like. All other claims stay as they are, under their ids.
 *
 * @param pairs in the order of the log; of two that exclude each other the later holds
 * @param copies the statement that each copied one repeats: a copy always stands beside it
 */
export function decidedClaims(
  found: Found,
  pairs: readonly StatementPair[],
  copies: ReadonlyMap<string, StatementRef>,
): readonly ClaimGroup[] {
  if (pairs.length === 0) return found.claims
  const contents = openContents(found)
  const { same, apart } = accept(pairs, (ref) => refOf(rootOf(refKey(ref), copies)))
  const units = unitsOf(found.claims, same, copies)
  const changed = units.flatMap((unit) => {
    const keys = new Set(unit.members.map(refKey))
    const own = same.filter(({ a }) => keys.has(refKey(a)))
    const against = apart.filter(({ a, b }) => keys.has(refKey(a)) && keys.has(refKey(b)))
    if (own.length === 0 && against.length === 0) return unit.claims
    const groups = against.length === 0 ? [unit.members] : parted(found, unit.members, own, against)
    return rebuilt(unit, groups, [...own, ...against])
  })
  return numbered(changed, found.claims, copies)

  function rebuilt(unit: Unit, groups: readonly (readonly StatementRef[])[], ruled: readonly StatementPair[]) {
    const parts = [...groups].sort(byWidth)
    const ids = idsOf(unit, parts)
    return parts.map((members, part): ClaimGroup => {
      const ordered = contents(members)
      const joined = ruled.filter((pair) => pair.same)
      const decisions = [...new Set(ruled.filter((pair) => concerns(pair, members)).map(({ id }) => id))].sort(
        byCodeUnit,
      )
      return {
        id: ids[part] ?? '',
        gist: gistOf(ordered),
        statements: members,
        positions: positionsOf(ordered),
        cores: coresOf(unit, members, joined),
        decisions,
      }
    })
  }
}

const concerns = ({ a, b }: StatementPair, members: readonly StatementRef[]): boolean =>
  members.some((ref) => refKey(ref) === refKey(a) || refKey(ref) === refKey(b))

/** Claims that a person brought together, or one that nobody did. */
interface Unit {
  readonly claims: readonly ClaimGroup[]
  /** Its statements without copied ones, in order. */
  readonly members: readonly StatementRef[]
}

/** Each part goes by the id of the claim that most of its statements were in, the widest part first; empty where that is taken. */
function idsOf({ claims }: Unit, parts: readonly (readonly StatementRef[])[]): readonly string[] {
  const claimOf = new Map(claims.flatMap(({ id, statements }) => statements.map((ref) => [refKey(ref), id] as const)))
  const free = new Set(claims.map(({ id }) => id))
  return parts.map((members) => {
    const from = members.flatMap((ref) => claimOf.get(refKey(ref)) ?? [])
    const counts = [...free].map((id) => ({ id, count: from.filter((one) => one === id).length }))
    const [best] = counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
    if (best) free.delete(best.id)
    return best?.id ?? ''
  })
}

function unitsOf(
  claims: readonly ClaimGroup[],
  same: readonly StatementPair[],
  copies: ReadonlyMap<string, StatementRef>,
): readonly Unit[] {
  const claimOf = new Map(claims.flatMap((claim, at) => claim.statements.map((ref) => [refKey(ref), at] as const)))
  const newcomers = new Map<string, StatementRef>()
  for (const ref of same.flatMap(({ a, b }) => [a, b])) if (!claimOf.has(refKey(ref))) newcomers.set(refKey(ref), ref)
  const loose = [...newcomers.values()]
  for (const [i, ref] of loose.entries()) claimOf.set(refKey(ref), claims.length + i)
  const groups = openGroups([...claims.keys(), ...loose.map((_, i) => claims.length + i)])
  for (const { a, b } of same) groups.join(claimOf.get(refKey(a)) ?? 0, claimOf.get(refKey(b)) ?? 0)
  return groups.all().map((indices) => {
    const own = indices.flatMap((at) => claims[at] ?? [])
    const added = indices.flatMap((at) => loose[at - claims.length] ?? [])
    const stated = own.flatMap(({ statements }) => statements.filter((ref) => !copies.has(refKey(ref))))
    return { claims: own, members: sorted([...stated, ...added]) }
  })
}

/** The cores of what was brought together or parted; those of two statements that a person said are one question are one. */
function coresOf(
  { claims }: Unit,
  members: readonly StatementRef[],
  same: readonly StatementPair[],
): readonly (readonly StatementRef[])[] {
  const at = new Map(members.map((ref, i) => [refKey(ref), i]))
  const groups = openGroups([...members.keys()])
  for (const core of claims.flatMap((claim) => claim.cores ?? [claim.statements])) {
    const [first, ...rest] = core.flatMap((ref) => at.get(refKey(ref)) ?? [])
    for (const i of rest) groups.join(first ?? i, i)
  }
  for (const { a, b } of same) {
    const [i, j] = [at.get(refKey(a)), at.get(refKey(b))]
    if (i !== undefined && j !== undefined) groups.join(i, j)
  }
  return groups
    .all()
    .map((indices) => indices.flatMap((i) => members[i] ?? []))
    .sort(byWidth)
}

/** Puts the copies back beside what they repeat, and gives ids to what was parted off. */
function numbered(
  changed: readonly ClaimGroup[],
  before: readonly ClaimGroup[],
  copies: ReadonlyMap<string, StatementRef>,
): readonly ClaimGroup[] {
  let last = before.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0)
  const touched = changed.filter(({ decisions }) => decisions)
  const whole = new Map(withCopies(touched, copies).map((claim, i) => [touched[i], claim]))
  return changed.map((claim) => {
    const now = whole.get(claim) ?? claim
    return now.id === '' ? { ...now, id: `c${++last}` } : now
  })
}

/** The contents of statements, worked out per document when asked for. */
function openContents({ readings }: Found) {
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  const known = new Map<string, readonly Content[]>()
  const of = (ref: StatementRef): Content | undefined => {
    const reading = byId.get(ref.document)
    const contents = known.get(ref.document) ?? (reading ? contentsOf(reading) : [])
    known.set(ref.document, contents)
    return contents[ref.statement]
  }
  return (refs: readonly StatementRef[]): readonly Content[] => refs.flatMap((ref) => of(ref) ?? []).sort(byPlace)
}

const byPlace = (a: Content, b: Content): number =>
  byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end

const sorted = (refs: readonly StatementRef[]): readonly StatementRef[] =>
  [...refs].sort((a, b) => byCodeUnit(a.document, b.document) || a.statement - b.statement)

/** In more documents first, then with more statements, then by the first of them. */
function byWidth(a: readonly StatementRef[], b: readonly StatementRef[]): number {
  const documents = (refs: readonly StatementRef[]): number => new Set(refs.map(({ document }) => document)).size
  const [first = '', other = ''] = [a, b].map(([ref]) => (ref ? refKey(ref) : ''))
  return documents(b) - documents(a) || b.length - a.length || byCodeUnit(first, other)
}
