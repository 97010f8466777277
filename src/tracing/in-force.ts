import type { Decided, Decision } from '../model/decision.ts'

/** A line of the log that decides something. */
export type InForce = Decided & { readonly decision: Decision }

/**
 * The decisions of a log that hold now, in its order: those that no later line takes back (an undo can be undone), and of several about
 * the same thing the last one. Notes and tags stand beside each other.
 */
export function inForce(log: readonly Decided[]): readonly InForce[] {
  const undone = new Set<string>()
  const held = new Map<string, InForce>()
  for (const line of [...log].reverse()) {
    if (undone.has(line.id)) continue
    if (line.undoes !== undefined) undone.add(line.undoes)
    if (line.decision === null) continue
    const subject = subjectOf(line.decision, line.id)
    if (!held.has(subject)) held.set(subject, { ...line, decision: line.decision })
  }
  return [...held.values()].reverse()
}

/** What a decision is about: of two with the same one, the later holds. */
function subjectOf(decision: Decision, id: string): string {
  switch (decision.kind) {
    case 'same-source':
    case 'not-same-source':
    case 'same-claim':
    case 'not-same-claim':
      return keyOf(decision.kind.replace('not-', ''), ...[keyOf(decision.a), keyOf(decision.b)].sort())
    case 'made-from':
    case 'not-made-from':
      return keyOf('made-from', decision.document, decision.from)
    case 'alias':
      return keyOf('alias', decision.source, decision.name)
    case 'affiliation':
    case 'grade':
      return keyOf(decision.kind, decision.source)
    case 'state':
      return keyOf('state', decision.on)
    case 'tag':
      return keyOf('tag', decision.on, decision.text)
    case 'decline':
      return keyOf('decline', decision.suggestion)
    case 'note':
      return keyOf('note', id)
  }
}

/** The same text for the same values, in whatever order their fields were written. */
const keyOf = (...values: readonly unknown[]): string => JSON.stringify(values.map(arranged))

function arranged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, arranged(held)])
}
