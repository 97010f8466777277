import { reportingNouns, weakNouns } from '../../language/en/weak-voices.ts'
import type { Source } from '../../model/source.ts'
import type { Voices } from '../../provenance/sources/voices.ts'
import { fold } from '../../text/words.ts'

/** How well a voice can be asked: somebody named, somebody unnamed, an outlet that only relays, "reports", nobody. */
export type Standing = 3 | 2 | 1 | 0.5 | 0

/** Looks up the standing of a voice by its source id. */
export function standingIn(voices: Voices): (source: string, issuing: ReadonlySet<string>) => Standing {
  const known = new Map(voices.sources.map((source) => [source.id, standingOf(source)]))
  return (source, issuing) => {
    if (voices.documentsOf(source).length > 0 && !issuing.has(source)) return 1
    return known.get(source) ?? 1
  }
}

function standingOf({ kind, name }: Source): Standing {
  if (kind === 'vague') return 0.5
  const words = name.split(/\s+/).filter((word) => !/^(?:the|a|an|his|her|its|their)$/i.test(word))
  const named = words.slice(1).some((word) => /^\p{Lu}/u.test(word)) || (kind === 'person' && words.length === 1)
  const head = fold(words.at(-1) ?? '')
  if (!named && weakNouns.has(head)) return 0.5
  if (kind === 'outlet' || (!named && reportingNouns.has(head))) return 1
  return kind === 'anonymous' ? 2 : 3
}
