import type { Finding, FindingKind } from '../../model/finding.ts'
import type { Claim, Position, ReportStatement, Trail } from '../../model/report.ts'
import { count, figureWords } from './figure-words.ts'
import { type HandWork, handWorkOn } from './hand-words.ts'
import { byOutlet, type Lookup, nameOf } from './lookup.ts'
import { oneLine, shorten } from './plain.ts'
import { originWords, series } from './summary.ts'

/** One claim gathered for a reader: the answers side by side, what changed, what clashes, and what stays open. */
export interface ClaimView {
  readonly claim: Claim
  readonly gist: string
  /** "5 reports · 2 independent origins" in parts. */
  readonly marks: readonly string[]
  readonly answers: readonly Answer[]
  /** Drifts and corrections; findings about the same two statements are one change. */
  readonly changes: readonly Change[]
  readonly conflicts: readonly Change[]
  /** Findings that are neither: circular, vague attribution … A single origin or relay is said by `reachWords`. */
  readonly notes: readonly Finding[]
  readonly trails: readonly Trail[]
  /** Trails that end in nobody named or in a circle. */
  readonly open: readonly Trail[]
  /** What people decided of it. */
  readonly hand: readonly HandWork[]
}

export interface Answer {
  readonly position: Position
  /** The figures in words, or what is affirmed or denied. */
  readonly words: string
  readonly origins: readonly string[]
  /** Names of the outlets that print it, each once, in the order of the statements. */
  readonly outlets: readonly string[]
  /** What the reports are called of which no outlet is known: they count as no outlet. */
  readonly unplaced: readonly string[]
  readonly statements: readonly ReportStatement[]
}

/** Two statements put beside each other, and every finding that does so. */
export interface Change {
  readonly kind: FindingKind
  readonly aspects: readonly string[]
  readonly from: ReportStatement
  readonly to: ReportStatement
  readonly says: readonly string[]
  readonly rules: readonly string[]
}

export function claimView(held: Lookup, claim: Claim): ClaimView {
  const findings = held.findings.get(claim.id) ?? []
  const pairs = changesOf(held, findings)
  const hand = handWorkOn(held, claim)
  return {
    claim,
    gist: shorten(asSentence(oneLine(claim.gist.slice(0, 4_000))), 240),
    marks: [...marksOf(claim), ...(hand.some(({ kind }) => kind === 'corrected') ? ['corrected by hand'] : [])],
    answers: claim.positions.map((position) => answer(held, position)),
    changes: pairs.filter(({ kind }) => kind === 'drift' || kind === 'correction'),
    conflicts: pairs.filter(({ kind }) => kind === 'conflict'),
    notes: findings.filter(({ kind }) => !PAIRED.includes(kind) && !REACH.includes(kind)),
    trails: claim.trails,
    open: claim.trails.filter(({ end }) => end !== 'origin'),
    hand,
  }
}

/** The reports a trail starts in, told once per way: copies that travelled the same way share a line. */
function nodeNames(held: Lookup, nodes: readonly string[]): readonly string[] {
  return [...new Set(nodes.map((node) => nameOf(held, node)))]
}

/** A statement's words on one line. One sentence can be a megabyte long; nobody reads more than this of it. */
export function quoteOf(statement: ReportStatement): string {
  return shorten(oneLine(statement.quote.slice(0, 4_000)), 600)
}

/** Why a claim's count is what it is, in one sentence; undefined where the count speaks for itself. */
export function reachWords(held: Lookup, claim: Claim): string | undefined {
  const doubtful = nodeNames(held, claim.doubtful ?? [])
  if (claim.bottleneck && doubtful.length > 0)
    return `One origin is counted, ${nameOf(held, claim.bottleneck)}; ${series(doubtful)} may be answering another question.`
  if (claim.bottleneck) return `Every trail that ends in somebody named goes back to ${nameOf(held, claim.bottleneck)}.`
  if (claim.cut && claim.cut.length > 0 && claim.paths < claim.independent)
    return claim.paths === 1
      ? `All of it reaches the reader through ${series(nodeNames(held, claim.cut))}.`
      : `It reaches the reader by ${claim.paths} separate ways only, through ${series(nodeNames(held, claim.cut))}.`
  if (doubtful.length > 0)
    return `${series(doubtful)} may be answering another question, and ${doubtful.length > 1 ? 'are' : 'is'} not counted.`
  return undefined
}

/** A gist may begin in the middle of a sentence; a word written all in small letters gets a capital, "iPhone" keeps its own. */
function asSentence(gist: string): string {
  return /^\p{Ll}+(?!\p{L})/u.test(gist) ? gist.slice(0, 1).toUpperCase() + gist.slice(1) : gist
}

const PAIRED: readonly FindingKind[] = ['drift', 'correction', 'conflict']
const REACH: readonly FindingKind[] = ['single-origin', 'single-relay']

function marksOf(claim: Claim): readonly string[] {
  const doubtful = claim.doubtful?.length ?? 0
  const unnamed = claim.notEstablished
  return [
    count(claim.documents, 'report'),
    originWords(claim),
    ...(doubtful > 0 ? [count(doubtful, 'doubtful origin')] : []),
    ...(unnamed > 0 && claim.independent > 0 ? [`${count(unnamed, 'trail')} to nobody named`] : []),
  ]
}

function answer(held: Lookup, position: Position): Answer {
  const statements = position.statements.map((id) => held.statements.get(id)).filter((found) => found !== undefined)
  const { outlets, unplaced } = byOutlet(
    held,
    statements.map((statement) => statement.document),
  )
  return {
    position,
    words: answerWords(position),
    origins: nodeNames(held, position.origins),
    outlets,
    unplaced: nodeNames(held, unplaced),
    statements,
  }
}

function answerWords({ figures, polarity }: Position): string {
  const words = (figures ?? []).map(figureWords).join('; ')
  if (polarity === 'denied') return words ? `denied: ${words}` : 'denied'
  return words || 'affirmed'
}

function changesOf(held: Lookup, findings: readonly Finding[]): readonly Change[] {
  const made = new Map<string, Change>()
  for (const finding of findings) {
    const from = held.statements.get(finding.from ?? '')
    const to = held.statements.get(finding.to ?? '')
    if (!from || !to || !PAIRED.includes(finding.kind)) continue
    const key = `${finding.kind} ${from.id} ${to.id}`
    const before = made.get(key)
    made.set(key, {
      kind: finding.kind,
      from,
      to,
      aspects: [...(before?.aspects ?? []), ...(finding.aspect ? [finding.aspect] : [])],
      says: [...(before?.says ?? []), oneLine(finding.says)],
      rules: [...(before?.rules ?? []), finding.rule],
    })
  }
  return [...made.values()]
}
