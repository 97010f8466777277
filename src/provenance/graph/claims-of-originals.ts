import type { Derivation } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import { type ClaimGroup, groupClaims } from '../claims/claims.ts'
import { pairJudge } from '../claims/pair-judge.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import type { Reuse } from '../copying/reuse.ts'
import type { Voices } from '../sources/voices.ts'
import { refKey } from './claim-graph.ts'
import type { CopiedStatements } from './copied-statements.ts'

/**
 * Groups statements into claims so that copying cannot change the grouping: first the originals alone; then every copied
 * statement joins the claim of the one it repeats; last, what a copy adds of its own joins a claim or founds one.
 */
export function claimsOfOriginals(
  readings: readonly Reading[],
  voices: Voices,
  derivations: readonly Derivation[],
  reuse: readonly Reuse[],
  copied: CopiedStatements,
  copies: ReadonlySet<string>,
  bodiesOf: (ref: StatementRef) => readonly string[],
): readonly ClaimGroup[] {
  const isOriginal = (ref: StatementRef) => !copied.covered.has(refKey(ref))
  const originals = readings.filter(({ document }) => !copies.has(document.id))
  const addsWords = readings.some(
    ({ document, statements }) =>
      copies.has(document.id) && statements.some((_, i) => isOriginal({ document: document.id, statement: i })),
  )
  // What is grouped twice is laid out once.
  const judged = pairJudge(addsWords ? readings : originals, voices)
  const group = (list: readonly Reading[]) =>
    groupClaims(list, voices, derivations, reuse, isOriginal, bodiesOf, judged)
  const first = group(originals)
  const placed = addsWords ? withAdditions(first, group(readings), copies) : first
  return withCopies(placed, copied.copies)
}

/** Puts the words that copies add (a headline, a sentence of their own) beside the claims of the originals, which stay as they are. */
function withAdditions(
  first: readonly ClaimGroup[],
  second: readonly ClaimGroup[],
  copies: ReadonlySet<string>,
): readonly ClaimGroup[] {
  const claimOf = new Map(first.flatMap((claim) => claim.statements.map((ref) => [refKey(ref), claim.id] as const)))
  const additions = new Map<string, Addition[]>()
  const founded: ClaimGroup[] = []
  for (const claim of second) {
    const isAddition = (ref: StatementRef) => copies.has(ref.document)
    const added = claim.positions
      .map((position) => ({ ...position, statements: position.statements.filter(isAddition) }))
      .filter(({ statements }) => statements.length > 0)
    if (added.length === 0) continue
    const home = mostCommon(claim.statements.flatMap((ref) => claimOf.get(refKey(ref)) ?? []))
    const cores = (claim.cores ?? [claim.statements])
      .map((core) => ({ beside: core.filter((ref) => !isAddition(ref)), added: core.filter(isAddition) }))
      .filter((core) => core.added.length > 0)
    if (home !== undefined) additions.set(home, [...(additions.get(home) ?? []), { positions: added, cores }])
    else
      founded.push({
        ...claim,
        statements: added.flatMap(({ statements }) => statements),
        positions: added,
        cores: cores.map((core) => core.added),
      })
  }
  const joined = first.map((claim) => joinedBy(claim, additions.get(claim.id) ?? []))
  const next = founded.map((claim, i) => ({ ...claim, id: `c${first.length + i + 1}` }))
  return [...joined, ...next]
}

/** Words that copies add to a claim: the answers they give, and by core what they stand beside. */
interface Addition {
  readonly positions: ClaimGroup['positions']
  readonly cores: readonly { readonly beside: readonly StatementRef[]; readonly added: readonly StatementRef[] }[]
}

function joinedBy(claim: ClaimGroup, additions: readonly Addition[]): ClaimGroup {
  if (additions.length === 0) return claim
  const added = additions.flatMap((addition) => addition.positions)
  const answer = ({ figures, polarity }: ClaimGroup['positions'][number]) =>
    `${polarity} ${(figures ?? []).map(({ low, high, unit, per }) => `${low}..${high} ${unit} ${per}`).join(', ')}`
  const positions = new Map(claim.positions.map((position) => [answer(position), position]))
  for (const position of added) {
    const known = positions.get(answer(position))
    positions.set(
      answer(position),
      known ? { ...known, statements: sorted([...known.statements, ...position.statements]) } : position,
    )
  }
  const statements = sorted([...claim.statements, ...added.flatMap((position) => position.statements)])
  const cores = coresWith(claim, additions)
  return { ...claim, statements, positions: [...positions.values()], cores }
}

/** An addition is in the core of what it stands beside; beside nothing of this claim, it is a core of its own. */
function coresWith(claim: ClaimGroup, additions: readonly Addition[]): readonly (readonly StatementRef[])[] {
  const cores = (claim.cores ?? [claim.statements]).map((core) => [...core])
  const coreOf = new Map(cores.flatMap((core, at) => core.map((ref) => [refKey(ref), `${at}`] as const)))
  for (const { beside, added } of additions.flatMap((addition) => addition.cores)) {
    const home = mostCommon(beside.flatMap((ref) => coreOf.get(refKey(ref)) ?? []))
    if (home === undefined) cores.push([...added])
    else cores[Number(home)]?.push(...added)
  }
  return cores.map(sorted)
}

/** A copied statement stands beside the one that it repeats: in the same claim, with the same answer. */
export function withCopies(
  claims: readonly ClaimGroup[],
  copies: ReadonlyMap<string, StatementRef>,
): readonly ClaimGroup[] {
  const copiesOf = new Map<string, StatementRef[]>()
  for (const key of copies.keys()) {
    const root = rootOf(key, copies)
    const list = copiesOf.get(root)
    if (list) list.push(refOf(key))
    else copiesOf.set(root, [refOf(key)])
  }
  const spread = (refs: readonly StatementRef[]) =>
    sorted(refs.flatMap((ref) => [ref, ...(copiesOf.get(refKey(ref)) ?? [])]))
  return claims.map((claim) => ({
    ...claim,
    statements: spread(claim.statements),
    positions: claim.positions.map((position) => ({ ...position, statements: spread(position.statements) })),
    cores: (claim.cores ?? [claim.statements]).map(spread),
  }))
}

/** The statement that a copied one goes back to, by key; itself where it copies nothing. */
export function rootOf(key: string, copies: ReadonlyMap<string, StatementRef>): string {
  const walked = new Set<string>()
  let at = key
  for (let next = copies.get(at); next && !walked.has(at); next = copies.get(at)) {
    walked.add(at)
    at = refKey(next)
  }
  return at
}

/** The place that a key of `refKey` tells. */
export function refOf(key: string): StatementRef {
  const cut = key.lastIndexOf('\n')
  return { document: key.slice(0, cut), statement: Number(key.slice(cut + 1)) }
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnit(a, b))
  return first?.[0]
}

const sorted = (refs: readonly StatementRef[]): readonly StatementRef[] =>
  [...refs].sort((a, b) => byCodeUnit(a.document, b.document) || a.statement - b.statement)
