import type { Derivation, Passage } from '../../model/derivation.ts'
import type { Reading } from '../../model/reading.ts'
import type { Figure } from '../../model/report.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { Voices } from '../sources/voices.ts'
import { linksOf } from './candidates.ts'
import type { Content } from './content.ts'
import { setsSideBySide } from './contrast.ts'
import { copyLinks } from './copies.ts'
import { coresOf } from './cores.ts'
import { gistOf } from './gist.ts'
import type { Link } from './linking.ts'
import { type PairJudge, pairJudge } from './pair-judge.ts'
import { positionsOf } from './positions.ts'
import { fewDocuments, relatedIn } from './related.ts'
import type { StatementRef } from './statement-ref.ts'
import { throughCopies } from './through-copies.ts'
import { inTwoTiers } from './tiers.ts'

/** One question that the reports answer. Statements that answer it differently stand side by side in `positions`. */
export interface ClaimGroup {
  /** `c1` is the most widely stated. */
  readonly id: string
  readonly gist: string
  /** In canonical order: by document id, then by place. */
  readonly statements: readonly StatementRef[]
  readonly positions: readonly ClaimPosition[]
  /**
   * The parts of it whose statements surely answer one question, widest first; absent, it is one such part. Origins are counted within
   * one core: two that are tied by a doubtful pair only are shown side by side and not counted together.
   */
  readonly cores?: readonly (readonly StatementRef[])[]
  /** Ids of the decisions that joined or parted its statements. Absent where nobody decided anything. */
  readonly decisions?: readonly string[]
}

/** One of the answers to a claim's question, and the statements that give it. */
export interface ClaimPosition {
  readonly figures: readonly Figure[] | null
  readonly polarity: 'affirmed' | 'denied'
  readonly statements: readonly StatementRef[]
}

/** Two documents that share words, and where. */
export interface SharedText {
  readonly a: string
  readonly b: string
  readonly passages: readonly Passage[]
}

/**
 * Groups the statements of all documents into claims. Questions asked of the reader and bare exclamations get none.
 *
 * @param wanted which statements to group; the others only tell how well a statement matches its document
 * @param bodiesOf the named bodies that stand behind a statement by the words of its own document
 * @param judged the judge of pairs, who may know more documents than these
 */
export function groupClaims(
  readings: readonly Reading[],
  voices: Voices,
  derivations: readonly Derivation[],
  reuse: readonly SharedText[],
  wanted: (ref: StatementRef) => boolean = () => true,
  bodiesOf: (ref: StatementRef) => readonly string[] = () => [],
  { contents, surety }: PairJudge = pairJudge(readings, voices),
): readonly ClaimGroup[] {
  const ordered = [...readings].sort((a, b) => byCodeUnit(a.document.id, b.document.id))
  const atHand = new Set(ordered.map(({ document }) => document.id))
  const repeats = repeatsIn(contents, (ref) => atHand.has(ref.document) && wanted(ref))
  const among = [...repeats.keys()]
  const kin = throughCopies(derivations, atHand)
  const related = ordered.length <= fewDocuments ? () => true : relatedIn(ordered, kin, reuse)
  const links = linksOf(contents, among, related, surety)
  const tied = [...links, ...copyLinks(contents, among, reuse)]
  const bodies = (i: number): readonly string[] => bodiesOf(contents[i] ?? nothing)
  const groups = inTwoTiers(contents, among, tied, bodies)
  const within = linksWithin(groups, tied).map((list) =>
    list.map((link) => (setsSideBySide(contents[link.a], contents[link.b]) ? { ...link, score: 1 } : link)),
  )
  const membersOf = (indices: readonly number[]) => indices.flatMap((i) => repeats.get(i) ?? []).sort(byPlace)
  return groups
    .map((indices, k) => ({
      members: membersOf(indices),
      cores: coresOf(contents, indices, within[k] ?? [])
        .map(membersOf)
        .sort(byImportance),
    }))
    .sort((a, b) => byImportance(a.members, b.members))
    .map(({ members, cores }, i) => ({
      id: `c${i + 1}`,
      gist: gistOf(members),
      statements: members.map(refOf),
      positions: positionsOf(members),
      cores: cores.map((core) => core.map(refOf)),
    }))
}

const refOf = ({ document, statement }: StatementRef): StatementRef => ({ document, statement })

/** The links between members of each group. */
function linksWithin(groups: readonly (readonly number[])[], links: readonly Link[]): readonly (readonly Link[])[] {
  const groupOf = new Map(groups.flatMap((members, k) => members.map((i) => [i, k] as const)))
  const within: Link[][] = groups.map(() => [])
  for (const link of links) {
    const at = groupOf.get(link.a)
    if (at !== undefined && at === groupOf.get(link.b)) within[at]?.push(link)
  }
  return within
}

/** Each statement that is to be grouped, with what its own document says again in the same words. */
function repeatsIn(
  contents: readonly Content[],
  wanted: (ref: StatementRef) => boolean,
): ReadonlyMap<number, readonly Content[]> {
  const firstOf = new Map<string, number>()
  const repeats = new Map<number, Content[]>()
  for (const [i, content] of contents.entries()) {
    if (!wanted(content)) continue
    const words = `${content.document}\n${content.attributed}\n${content.plain}`
    const first = firstOf.get(words) ?? i
    firstOf.set(words, first)
    const list = repeats.get(first)
    if (list) list.push(content)
    else repeats.set(first, [content])
  }
  return repeats
}

const nothing: StatementRef = { document: '', statement: -1 }

const byPlace = (a: Content, b: Content): number =>
  byCodeUnit(a.document, b.document) || a.start - b.start || a.end - b.end

/** In how many documents it stands, then in how many statements, then its first words. */
function byImportance(a: readonly Content[], b: readonly Content[]): number {
  const documents = (members: readonly Content[]): number => new Set(members.map(({ document }) => document)).size
  const [first, other] = [a[0], b[0]]
  if (!first || !other) return b.length - a.length
  return documents(b) - documents(a) || b.length - a.length || byPlace(first, other)
}
