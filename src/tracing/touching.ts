import type { Decision } from '../model/decision.ts'
import type { Source } from '../model/source.ts'
import { plainName } from '../provenance/decided/voice-book.ts'
import { addTo } from '../text/listed.ts'
import type { InForce } from './in-force.ts'

/** The names that voices go by, as names are compared. */
export const namesOf = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(sources.flatMap(({ name, aliases }) => [name, ...aliases].map(plainName)))

/**
 * Finds the decisions that may change what is traced of a pile: those on its documents and on the voices heard there, by whatever name other
 * such decisions give them. Those that only put something on the report (notes, grades) never do. Other decisions are not looked at, however
 * many piles are asked for.
 *
 * @returns given the ids of the documents in a pile and the names that its voices go by, with or without decisions (a decision takes none
 * away), those that touch it, in their order
 */
export function openTouching(decisions: readonly InForce[]): Touching {
  const subjects = decisions.map(({ decision }) => subjectsOf(decision))
  const [byDocument, byVoice] = [new Map<string, number[]>(), new Map<string, number[]>()]
  for (const [i, { documents, voices }] of subjects.entries()) {
    for (const id of documents) addTo(byDocument, id, i)
    for (const name of voices) addTo(byVoice, name, i)
  }
  return (documents, names) => {
    const reached = new Set(documents.flatMap((id) => byDocument.get(id) ?? []))
    const known = new Set([...names, ...[...reached].flatMap((i) => subjects[i]?.voices ?? [])])
    // What a voice is called, too, is another name to look under: the set grows while it is gone through.
    for (const name of known)
      for (const i of byVoice.get(name) ?? []) {
        reached.add(i)
        for (const other of subjects[i]?.voices ?? []) known.add(other)
      }
    return [...reached].sort((a, b) => a - b).flatMap((i) => decisions[i] ?? [])
  }
}

export type Touching = (documents: readonly string[], names: Iterable<string>) => readonly InForce[]

/** Those that touch one pile. */
export const touching = (
  decisions: readonly InForce[],
  documents: readonly string[],
  names: Iterable<string>,
): readonly InForce[] => openTouching(decisions)(documents, names)

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
  return bothOf(touching(all, subjects.documents, subjects.voices).concat(changed))
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
