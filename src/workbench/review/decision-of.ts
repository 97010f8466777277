import type { SuggestedSide, Suggestion } from '../answers/shapes.ts'

/** The decision that a yes or a no to a suggestion is, as the server gives it or made of what it shows. */
export function decisionOf({ kind, a, b, decisions }: Suggestion, isYes: boolean): unknown {
  const given = isYes ? decisions?.accept : decisions?.reject
  if (given !== undefined) return given
  const named = isYes ? kind : `not-${kind}`
  if (kind === 'same-claim')
    return a.statement && b.statement ? { kind: named, a: a.statement, b: b.statement } : undefined
  if (kind === 'same-source') return a.source && b.source ? { kind: named, a: a.source, b: b.source } : undefined
  const [from, document] = [documentOf(a), documentOf(b)]
  return from && document ? { kind: named, document, from: { kind: 'document', document: from } } : undefined
}

const documentOf = ({ document, statement }: SuggestedSide): string | undefined => document ?? statement?.document
