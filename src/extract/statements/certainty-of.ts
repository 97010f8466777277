import type { Certainty } from '../../model/statement.ts'
import { attributions } from '../attributions/attributions.ts'
import { looseDocument } from '../loose-document.ts'
import { tokens } from '../tokens/tokens.ts'
import { statements } from './statements.ts'

/**
 * How sure one sentence is, by its first statement that a reader would take for its main point: the longest one.
 * A sentence that states nothing is taken for plainly asserted.
 */
export function certaintyOf(text: string): { readonly certainty: Certainty; readonly score: number } {
  const document = looseDocument(text)
  const words = tokens.run(document, {})
  const none = { mentions: [], quantities: [], times: [], hedges: [] }
  const voices = attributions.run(document, { ...words, ...none })
  const found = statements.run(document, { ...words, ...none, ...voices }).statements
  const [main] = found
    .filter(({ inner }) => !inner)
    .sort((a, b) => b.quote.length - a.quote.length || a.start - b.start)
  return main ? { certainty: main.certainty, score: main.certaintyScore } : { certainty: 'asserted', score: 3 }
}
