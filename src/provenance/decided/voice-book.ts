import type { NamedVoice } from '../../model/decision.ts'
import type { Reading } from '../../model/reading.ts'
import type { Source } from '../../model/source.ts'
import { byCodeUnit } from '../../text/order.ts'
import { fold } from '../../text/words.ts'
import type { Voices } from '../sources/voices.ts'

/** Who speaks where, as a table that decisions are entered into one after the other. */
export interface VoiceBook {
  readonly sources: Map<string, Source>
  /** By document, the source id of each attribution. */
  readonly spoken: Map<string, (string | null)[]>
  /** By document, the source id of its publisher. */
  readonly outlets: Map<string, string | null>
  /** The one voice that bears a name; undefined where none does, or several. */
  find(named: NamedVoice): Source | undefined
  /** Does any voice bear this name, in whatever document? */
  knows(name: string): boolean
  change(id: string, to: Partial<Source>): void
  /** Writes down that a decision made a voice what it is. */
  mark(id: string, decision: string): void
  /** Puts one voice in the place of another, wherever it speaks, publishes or is belonged to. */
  replace(gone: string, kept: string): void
  /** Enters a voice under an id that is still free. */
  add(id: string, source: Omit<Source, 'id'>): Source
}

export function openVoiceBook(heard: Voices, readings: readonly Reading[]): VoiceBook {
  const sources = new Map(heard.sources.map((source) => [source.id, source]))
  const taken = new Set(readings.map(({ document }) => document.id))
  const spoken = new Map(
    readings.map(({ document, attributions }) => [
      document.id,
      attributions.map((_, i) => heard.voiceOf(document.id, i)),
    ]),
  )
  const outlets = new Map(readings.map(({ document }) => [document.id, heard.outletOf(document.id)]))
  const isHeardIn = (id: string, document: string): boolean =>
    outlets.get(document) === id || (spoken.get(document)?.includes(id) ?? false)

  return {
    sources,
    spoken,
    outlets,
    find(named) {
      const bearers = voicesNamed(named, [...sources.values()], isHeardIn)
      return bearers.length === 1 ? bearers[0] : undefined
    },
    knows: (name) => voicesNamed({ name }, [...sources.values()], () => true).length > 0,
    change(id, to) {
      const source = sources.get(id)
      if (source) sources.set(id, { ...source, ...to })
    },
    mark(id, decision) {
      const source = sources.get(id)
      if (source && !source.decisions?.includes(decision))
        sources.set(id, { ...source, decisions: [...(source.decisions ?? []), decision].sort(byCodeUnit) })
    },
    replace(gone, kept) {
      sources.delete(gone)
      for (const source of [...sources.values()])
        if (source.affiliation === gone)
          sources.set(source.id, { ...source, affiliation: source.id === kept ? null : kept })
      for (const [document, voices] of spoken)
        spoken.set(
          document,
          voices.map((voice) => (voice === gone ? kept : voice)),
        )
      for (const [document, outlet] of outlets) if (outlet === gone) outlets.set(document, kept)
    },
    add(wanted, source) {
      let id = wanted
      for (let n = 2; taken.has(id) || sources.has(id); n++) id = `${wanted}-${n}`
      const made = { id, ...source }
      sources.set(id, made)
      return made
    },
  }
}

/** The voices that bear a name, those of which it is the first name before those that it is one of several of. */
export function voicesNamed(
  { name, kind, document }: NamedVoice,
  sources: readonly Source[],
  isHeardIn: (id: string, document: string) => boolean,
): readonly Source[] {
  const wanted = plainName(name)
  const bearers = sources
    .filter((source) => [source.name, ...source.aliases].some((other) => plainName(other) === wanted))
    .filter(({ id }) => document === undefined || isHeardIn(id, document))
  const ofKind = bearers.filter((source) => kind === undefined || source.kind === kind)
  const fitting = ofKind.length > 0 ? ofKind : bearers
  const first = fitting.filter((source) => plainName(source.name) === wanted)
  return first.length > 0 ? first : fitting
}

/** A name as names are compared: without case, accents and article. */
export const plainName = (name: string): string => fold(name.trim()).replace(/^(?:the|a|an) /, '')

/** Names without the first one, each once, in order. */
export const aliasesOf = (name: string, forms: readonly string[]): readonly string[] =>
  [...new Set(forms)].filter((form) => form !== name).sort(byCodeUnit)
