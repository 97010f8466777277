import type { Finding } from '../../model/finding.ts'
import type { Reading } from '../../model/reading.ts'
import { statementId } from '../../provenance/claims/statement-ref.ts'
import type { TracedContext } from '../findings.ts'
import { naming } from '../naming.ts'

/**
 * A text that stands under another outlet's name and does not say whose it is. It is about two documents and so of no one
 * claim; `from` and `to` are the first statement of the original that the copy prints too, and where it stands there.
 */
export function uncreditedCopies(context: TracedContext): readonly Finding[] {
  const name = naming(context)
  const readings = new Map(context.readings.map((reading) => [reading.document.id, reading]))
  return context.derivations.flatMap(({ from, to, manner, basis }) => {
    const [original, copy] = [readings.get(from), readings.get(to)]
    if (manner !== 'copies' || basis === 'stated' || !original || !copy) return []
    const { publisher } = original.document
    if (publisher !== undefined && publisher === copy.document.publisher) return []
    const shared = statementsShared(original, copy)
    return [
      {
        kind: 'uncredited-copy',
        aspect: null,
        claim: null,
        from: shared[0]?.from ?? null,
        to: shared[0]?.to ?? null,
        statements: shared.flatMap((pair) => [pair.from, pair.to]),
        says: `${name(to)} (${to}) prints the text of ${name(from)} (${from}) without naming it.`,
        rule: 'independence/uncredited-copy',
      } as const,
    ]
  })
}

/** Statements of the original that stand in the copy too, word for word, as ids. */
function statementsShared(original: Reading, copy: Reading): readonly { readonly from: string; readonly to: string }[] {
  const printed = new Map<string, string>()
  for (const statement of copy.statements) {
    const words = plain(statement.quote)
    if (!printed.has(words)) printed.set(words, statementId(copy.document.id, statement))
  }
  return original.statements.flatMap((statement) => {
    const to = printed.get(plain(statement.quote))
    return to === undefined ? [] : [{ from: statementId(original.document.id, statement), to }]
  })
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').toLowerCase()
