import type { Reading } from '../../model/reading.ts'
import { overlap, type Span } from '../../model/span.ts'
import { remembered, rememberedOfPairs, rememberedWithin } from '../../text/remembered.ts'
import { wordsOf } from '../../text/words.ts'
import type { StatementRef } from '../claims/statement-ref.ts'
import type { Taking } from '../rewriting/copied.ts'
import { refKey } from './claim-graph.ts'

/** What copying makes of the statements of a collection. */
export interface CopiedStatements {
  /** For a statement in a copied passage, by `refKey`: the upstream statement that it repeats. */
  readonly copies: ReadonlyMap<string, StatementRef>
  /** Statements that stand in copied passages, whether or not a counterpart was found. They are no evidence of their own. */
  readonly covered: ReadonlySet<string>
}

/** Finds, for every statement in a passage taken from another document, the statement there that it repeats. */
export function copiedStatements(readings: ReadonlyMap<string, Reading>, takings: readonly Taking[]): CopiedStatements {
  const copies = new Map<string, StatementRef>()
  const covered = new Set<string>()
  for (const taking of takings) {
    const [from, to] = [readings.get(taking.from), readings.get(taking.to)]
    if (!from || !to) continue
    for (const { statement, repeats } of repeatsIn(to, from, taking.passages)) {
      const key = refKey({ document: taking.to, statement })
      if (copies.has(key)) continue
      covered.add(key)
      if (repeats !== undefined) copies.set(key, { document: taking.from, statement: repeats })
    }
  }
  return { copies, covered }
}

/** A statement in a copied passage, and the one there that it repeats, where there is one. Both by index. */
interface Repeat {
  readonly statement: number
  readonly repeats: number | undefined
}

/** The statements of one reading that stand in passages copied from another. */
function repeatsIn(to: Reading, from: Reading, taken: Taking['passages']): readonly Repeat[] {
  const known = repeatsOf(to, from)
  const found = known.get(taken) ?? repeated(to, from, taken)
  known.set(taken, found)
  return found
}

/** What was found by the passages. By numbers only: with the other reading in it, that would stay for as long as this one is there. */
const repeatsOf = rememberedOfPairs((_to: Reading, _from: Reading) => new Map<Taking['passages'], readonly Repeat[]>())

function repeated(to: Reading, from: Reading, taken: Taking['passages']): readonly Repeat[] {
  const passages = [...taken].sort((a, b) => a.to.start - b.to.start)
  return to.statements.flatMap((statement, i) => {
    const passage = passages.find((p) => overlap(p.to, statement) >= mostly * (statement.end - statement.start))
    return passage ? [{ statement: i, repeats: counterpart(to, statement, from, passage) }] : []
  })
}

/** Share of a statement that must stand in a copied passage. */
const mostly = 0.7
/** Share of words (Jaccard) that two statements in one passage have in common when one repeats the other. */
const alike = 0.45

function counterpart(
  to: Reading,
  statement: Span,
  from: Reading,
  passage: Taking['passages'][number],
): number | undefined {
  const wanted = keysIn(to).of(statement)
  const place = (statement.start - passage.to.start) / Math.max(1, passage.to.end - passage.to.start)
  let best: { readonly i: number; readonly likeness: number; readonly away: number } | undefined
  from.statements.forEach((other, i) => {
    if (overlap(passage.from, other) === 0) return
    const likeness = jaccard(wanted, keysIn(from).of(other))
    const away = Math.abs(
      (other.start - passage.from.start) / Math.max(1, passage.from.end - passage.from.start) - place,
    )
    if (likeness < alike) return
    const better = !best || likeness > best.likeness + 1e-9 || (likeness >= best.likeness - 1e-9 && away < best.away)
    if (better) best = { i, likeness, away }
  })
  return best?.i
}

/** The words of each statement of a document, looked up once. */
const keysIn = remembered(({ document }: Reading) => ({
  of: rememberedWithin((span: Span): ReadonlySet<number> => new Set(wordsOf(document.text, [span]).keys)),
}))

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const key of a) if (b.has(key)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
