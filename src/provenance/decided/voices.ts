import type { VoiceDecision } from '../../model/decision.ts'
import type { Reading } from '../../model/reading.ts'
import { addTo } from '../../text/listed.ts'
import { byCodeUnit } from '../../text/order.ts'
import { slug } from '../sources/names.ts'
import type { Voices } from '../sources/voices.ts'
import { decidedBodies } from './bodies.ts'
import { joinVoices } from './joining.ts'
import { part } from './parting.ts'
import { aliasesOf, openVoiceBook, plainName, type VoiceBook } from './voice-book.ts'

/** A decision with the id it goes by in the log. */
export interface Ruled<Kind> {
  readonly id: string
  readonly decision: Kind
}

/**
 * The voices as people corrected them: who was taken for one is parted, who is one is joined, a further name is led to its voice, and
 * each belongs to what somebody said. What cannot be found here changes nothing.
 *
 * @param decided in the order of the log; of two that exclude each other the later holds
 */
export function decidedVoices(
  heard: Voices,
  readings: readonly Reading[],
  decided: readonly Ruled<VoiceDecision>[],
): Voices {
  if (decided.length === 0) return heard
  const book = openVoiceBook(heard, readings)
  for (const one of decided) partNames(book, one, readings)
  for (const one of decided) leadAlias(book, one, readings)
  const joined = joinVoices(book, decided)
  affiliate(book, decided)
  if (![...book.sources.values()].some((source) => source.decisions)) return heard
  const bodies = decidedBodies(heard, book, joined)
  const published = new Map<string, string[]>()
  for (const [document, outlet] of [...book.outlets].sort(([a], [b]) => byCodeUnit(a, b)))
    if (outlet !== null) addTo(published, outlet, document)
  return {
    sources: [...book.sources.values()].sort((a, b) => byCodeUnit(a.id, b.id)),
    voiceOf: (document, attribution) => book.spoken.get(document)?.[attribution] ?? null,
    outletOf: (document) => book.outlets.get(document) ?? null,
    documentsOf: (source) => published.get(source) ?? [],
    ...bodies,
  }
}

/** Parts a voice that two names, or one name in two documents, were taken for. */
function partNames(book: VoiceBook, { id, decision }: Ruled<VoiceDecision>, readings: readonly Reading[]): void {
  if (decision.kind !== 'not-same-source') return
  const [a, b] = [book.find(decision.a), book.find(decision.b)]
  const isOneName = plainName(decision.a.name) === plainName(decision.b.name)
  if (isOneName && decision.a.document === decision.b.document) return
  // Of one name in two documents only one may be here.
  const whole = a === b || (isOneName && (a === undefined || b === undefined)) ? (a ?? b) : undefined
  if (whole) for (const voice of part(book, whole, decision.a, decision.b, readings)) book.mark(voice, id)
}

/** Leads every place that uses a further name of a voice to it. Where that is another voice's first name, both are joined later. */
function leadAlias(book: VoiceBook, { id, decision }: Ruled<VoiceDecision>, readings: readonly Reading[]): void {
  if (decision.kind !== 'alias') return
  const source = book.find(decision.source)
  const wanted = plainName(decision.name)
  const others = [...book.sources.values()].filter((other) => other.id !== source?.id)
  if (!source || others.some(({ name }) => plainName(name) === wanted)) return
  const only = decision.source.document
  for (const { document, attributions } of readings) {
    if (only !== undefined && document.id !== only) continue
    const spoken = book.spoken.get(document.id) ?? []
    for (const [i, attribution] of attributions.entries())
      if (plainName(attribution.source.map(({ quote }) => quote).join(' ')) === wanted) spoken[i] = source.id
    if (plainName(document.publisher ?? '') === wanted) book.outlets.set(document.id, source.id)
  }
  for (const { id: other, aliases } of only === undefined ? others : [])
    book.change(other, { aliases: aliases.filter((alias) => plainName(alias) !== wanted) })
  book.change(source.id, { aliases: aliasesOf(source.name, [...source.aliases, decision.name]) })
  book.mark(source.id, id)
}

/** Lets voices belong to a body, or to nobody but themselves. A body that nobody here has heard of is entered. */
function affiliate(book: VoiceBook, decided: readonly Ruled<VoiceDecision>[]): void {
  const settled = new Set<string>()
  for (const { id, decision } of [...decided].reverse()) {
    if (decision.kind !== 'affiliation') continue
    const source = book.find(decision.source)
    if (!source || settled.has(source.id)) continue
    const { of } = decision
    const plain = of && { name: of.name, aliases: [], kind: of.kind ?? 'institution', affiliation: null }
    const body = of && plain && (book.find(of) ?? book.add(slug(of.name), plain))
    if (body && above(book, body.id).has(source.id)) continue
    book.change(source.id, { affiliation: body?.id ?? null })
    book.mark(source.id, id)
    settled.add(source.id)
  }
}

/** A voice and everything it belongs to. */
function above(book: VoiceBook, source: string): ReadonlySet<string> {
  const chain = new Set<string>()
  for (let at: string | null = source; at !== null && !chain.has(at); at = book.sources.get(at)?.affiliation ?? null)
    chain.add(at)
  return chain
}
