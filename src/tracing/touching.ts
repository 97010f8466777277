import type { Decision, NamedVoice } from '../model/decision.ts'
import type { Document } from '../model/document.ts'
import type { Report } from '../model/report.ts'
import { plainName } from '../provenance/decided/voice-book.ts'
import type { InForce } from './in-force.ts'

/** The names that voices of a report go by, as names are compared. */
export const namesIn = ({ sources }: Report): ReadonlySet<string> =>
  new Set(sources.flatMap(({ name, aliases }) => [name, ...aliases].map(plainName)))

/**
 * The decisions that may change what is traced of a pile. Those that only put something on the report (notes, grades) never do.
 *
 * @param names that voices of the pile go by, with or without decisions: a decision takes none away
 */
export function touching(
  decisions: readonly InForce[],
  pile: readonly Document[],
  names: ReadonlySet<string>,
): readonly InForce[] {
  const here = new Set(pile.map(({ id }) => id))
  return decisions.filter(({ decision }) => {
    const { documents, voices } = subjectsOf(decision)
    return documents.some((id) => here.has(id)) || voices.some(({ name }) => names.has(plainName(name)))
  })
}

interface Subjects {
  readonly documents: readonly string[]
  readonly voices: readonly NamedVoice[]
}

function subjectsOf(decision: Decision): Subjects {
  switch (decision.kind) {
    case 'same-claim':
    case 'not-same-claim':
      return { documents: [decision.a.document, decision.b.document], voices: [] }
    case 'made-from':
    case 'not-made-from':
      return { documents: [decision.document], voices: [] }
    case 'same-source':
    case 'not-same-source':
      return { documents: [], voices: [decision.a, decision.b] }
    case 'alias':
      return { documents: [], voices: [decision.source, { name: decision.name }] }
    case 'affiliation':
      return { documents: [], voices: [decision.source] }
    case 'grade':
    case 'note':
    case 'tag':
    case 'state':
      return { documents: [], voices: [] }
  }
}
