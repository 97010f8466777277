import type { NamedVoice, VoiceDecision } from '../../model/decision.ts'
import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { slug } from '../sources/names.ts'
import { aliasesOf, plainName, type VoiceBook } from './voice-book.ts'
import type { Ruled } from './voices.ts'

/** Which voices became which, and which are to stay two. */
export interface Joined {
  /** The id under which a voice goes now. */
  idOf(source: string): string
  /** Pairs of voices that a person said are two. */
  readonly apart: readonly (readonly [string, string])[]
}

/** Makes one voice of those that a person said are one, the latest decision first: an earlier one that excludes it changes nothing. */
export function joinVoices(book: VoiceBook, decided: readonly Ruled<VoiceDecision>[]): Joined {
  const became = new Map<string, string>()
  const idOf = (source: string): string => became.get(source) ?? source
  const apart: (readonly [string, string])[] = []
  const areApart = (a: string, b: string): boolean =>
    apart.some(([x, y]) => (idOf(x) === a && idOf(y) === b) || (idOf(x) === b && idOf(y) === a))
  for (const { id, decision } of [...decided].reverse()) {
    const pair = pairOf(decision)
    if (!pair) continue
    const [a, b] = [book.find(pair[0]), book.find(pair[1])]
    if (decision.kind === 'not-same-source') {
      if (!a || !b || a.id === b.id) continue
      apart.push([a.id, b.id])
      for (const voice of [a, b]) book.mark(voice.id, id)
    } else if (a && b) {
      if (areApart(a.id, b.id)) continue
      book.mark(a.id === b.id ? a.id : join(a, b), id)
    } else if (a && !book.knows(pair[1].name)) rename(a, pair, id)
    else if (b && !book.knows(pair[0].name) && isWhole(decision, b)) rename(b, [pair[1], pair[0]], id)
  }
  return { idOf, apart: apart.map(([a, b]) => [idOf(a), idOf(b)] as const) }

  function join(a: Source, b: Source): string {
    const [kept, gone] = isFuller(a, b) ? [a, b] : [b, a]
    const bodies = [kept.affiliation, gone.affiliation].filter((of) => of !== kept.id && of !== gone.id)
    book.change(kept.id, {
      aliases: aliasesOf(kept.name, [...kept.aliases, gone.name, ...gone.aliases]),
      affiliation: bodies.find((of) => of !== null) ?? null,
    })
    for (const decision of gone.decisions ?? []) book.mark(kept.id, decision)
    replace(gone.id, kept.id)
    return kept.id
  }

  function replace(gone: string, kept: string): void {
    for (const [from, to] of became) if (to === gone) became.set(from, kept)
    became.set(gone, kept)
    book.replace(gone, kept)
  }

  /**
   * Only the first of the two is heard here: it goes by the name that both have where both are heard. A name that is another's
   * elsewhere, "the minister", must come with a document.
   */
  function rename(source: Source, [here, there]: readonly [NamedVoice, NamedVoice], decision: string): void {
    if (!isProper(source.name) && here.document === undefined) return
    const name = byFullness(there.name, source.name) < 0 ? there.name : source.name
    if (name !== source.name) {
      const { aliases, affiliation, decisions = [] } = source
      const forms = aliasesOf(name, [...aliases, source.name])
      const kind = there.kind ?? source.kind
      const renamed = book.add(slug(name), { name, aliases: forms, kind, affiliation, decisions })
      replace(source.id, renamed.id)
      book.mark(renamed.id, decision)
    } else {
      book.change(source.id, { aliases: aliasesOf(name, [...source.aliases, there.name]) })
      book.mark(source.id, decision)
    }
  }
}

/** A further name that is only one of several of a voice tells nothing of the others. */
const isWhole = (decision: VoiceDecision, { name }: Source): boolean =>
  decision.kind !== 'alias' || plainName(name) === plainName(decision.name)

function pairOf(decision: VoiceDecision): readonly [NamedVoice, NamedVoice] | undefined {
  if (decision.kind === 'affiliation') return undefined
  return decision.kind === 'alias' ? [decision.source, { name: decision.name }] : [decision.a, decision.b]
}

/** Which of two that are one gives the name: somebody named before somebody described, then the fuller name. */
function isFuller(a: Source, b: Source): boolean {
  const named = ({ kind }: Source): number => (kind === 'anonymous' || kind === 'vague' ? 1 : 0)
  return (named(a) - named(b) || byFullness(a.name, b.name) || byCodeUnit(a.id, b.id)) < 0
}

/** Names with a capital behind their first letter first, then those of more words. */
function byFullness(a: string, b: string): number {
  const words = (name: string): number => name.split(/\s+/).length
  return Number(isProper(b)) - Number(isProper(a)) || words(b) - words(a) || b.length - a.length || byCodeUnit(a, b)
}

/** "Mia Lund", "Nordwerk", "the Harbour Board"; not "Police" and "an official", who are others elsewhere. */
const isProper = (name: string): boolean => /(?<!^)\p{Lu}|^\p{Lu}\p{L}*$/u.test(name.replace(/^(?:the|a|an) /i, ''))
