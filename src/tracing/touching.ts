import type { Decision } from '../model/decision.ts'
import type { Source } from '../model/source.ts'
import { plainName } from '../provenance/decided/voice-book.ts'
import type { InForce } from './in-force.ts'

/** The names that voices go by, as names are compared. */
export const namesOf = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ name, aliases }) => [name, ...aliases].map(plainName)))

/**
 * The decisions that may change what is traced of a pile: those on its documents and on the voices heard there, by whatever name other
 * such decisions give them. Those that only put something on the report (notes, grades) never do.
 *
 * @param documents ids of those in the pile
 * @param names that voices of the pile go by, with or without decisions: a decision takes none away
 */
export function touching(
  decisions: readonly InForce[],
  documents: readonly string[],
  names: ReadonlySet<string>,
): readonly InForce[] {
  const here = new Set(documents)
  const known = new Set(names)
  const reached = new Set<InForce>()
  let left = decisions.map((one) => ({ one, ...subjectsOf(one.decision) }))
  for (let more = true; more; ) {
    const now = left.filter(
      ({ documents, voices }) => documents.some((id) => here.has(id)) || voices.some((name) => known.has(name)),
    )
    for (const { one, voices } of now) {
      reached.add(one)
      for (const name of voices) known.add(name)
    }
    left = left.filter(({ one }) => !reached.has(one))
    more = now.length > 0
  }
  return decisions.filter((one) => reached.has(one))
}

/**
 * Where piles are looked for that may come out otherwise under other decisions: a pile that holds none of these documents and in which
 * nobody goes by one of these names is touched by the same decisions as before.
 */
export function concernedBy(was: readonly InForce[], is: readonly InForce[]): Subjects {
  const said = (one: InForce): string => JSON.stringify([one.id, one.decision])
  const [before, after] = [new Set(was.map(said)), new Set(is.map(said))]
  const all = [...was, ...is]
  const changed = all.filter((one) => before.has(said(one)) !== after.has(said(one)))
  const subjects = bothOf(changed)
  return bothOf(touching(all, subjects.documents, new Set(subjects.voices)).concat(changed))
}

const bothOf = (decisions: readonly InForce[]): Subjects => {
  const subjects = decisions.map(({ decision }) => subjectsOf(decision))
  return {
    documents: [...new Set(subjects.flatMap(({ documents }) => documents))],
    voices: [...new Set(subjects.flatMap(({ voices }) => voices))],
  }
}

/** Whom and what decisions are about. */
export interface Subjects {
  readonly documents: readonly string[]
  /** Names, as they are compared. */
  readonly voices: readonly string[]
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
      return { documents: [], voices: [decision.a.name, decision.b.name].map(plainName) }
    case 'alias':
      return { documents: [], voices: [decision.source.name, decision.name].map(plainName) }
    case 'affiliation':
      return { documents: [], voices: [plainName(decision.source.name)] }
    case 'grade':
    case 'note':
    case 'tag':
    case 'state':
    case 'decline':
      return { documents: [], voices: [] }
  }
}
