import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Excerpt, Span } from '../../model/span.ts'
import { excerpt } from '../../model/span.ts'
import { mayPrecede } from '../publication-order.ts'
import type { FactIndex } from '../rewriting/fact-index.ts'
import type { Voices } from '../sources/voices.ts'
import { canonicalUrl } from './canonical-url.ts'
import { creditSource } from './credits.ts'
import { type Outlets, outletsOf } from './outlets.ts'

/** What a citing report needs to be read against: all reports, who speaks in them, and what details they share. */
export interface CitingContext {
  readonly readings: readonly Reading[]
  readonly voices: Voices
  readonly index: FactIndex
}

/** Derivations from one document to another, or from an outside source, that the later text states itself. */
export function citations(context: CitingContext): readonly Derivation[] {
  const outlets = outletsOf(context.readings.map(({ document }) => document))
  const byUrl = new Map(
    context.readings.flatMap(({ document }) => (document.url ? [[canonicalUrl(document.url), document] as const] : [])),
  )
  return context.readings.flatMap((reading) => [
    ...linked(reading, byUrl),
    ...credited(reading, outlets, context),
    ...named(reading, outlets, context),
    ...reported(reading, context),
  ])
}

/** A hyperlink to a document of the collection. */
function linked({ document }: Reading, byUrl: ReadonlyMap<string, Document>): readonly Derivation[] {
  return document.links.flatMap(({ url, words }) => {
    const target = byUrl.get(canonicalUrl(url))
    if (!target || target.id === document.id || !mayPrecede(target, document)) return []
    return [cites(target.id, document, words ?? headlineOf(document), 0.9, 'citing/hyperlink')]
  })
}

/** "Original Source: twz.com": a document of the collection, or a source only heard of. */
function credited(reading: Reading, outlets: Outlets, context: CitingContext): readonly Derivation[] {
  const { document } = reading
  return document.credits.flatMap((credit) => {
    const words = excerpt(document.text, credit.start, credit.end)
    const outlet = outlets.named(credit.name)
    if (outlet !== undefined && outlet === outlets.outletOf(document)) return []
    const target = outlet && bestOf(outlets.documentsOf(outlet), reading, undefined, context)
    const from = target ? target.id : creditSource(credit.name, context.voices).id
    return [cites(from, document, words, 0.95, credit.rule)]
  })
}

/** The report names an outlet of the collection: "The weekly Courrier du Mayo reported", "SCA", "told Equator". */
function named(reading: Reading, outlets: Outlets, context: CitingContext): readonly Derivation[] {
  const { document } = reading
  return outlets.mentionsIn(reading).flatMap((mention) => {
    if (!isPress(outlets.documentsOf(mention.outlet), context.voices)) return []
    const target = bestOf(outlets.documentsOf(mention.outlet), reading, around(reading, mention), context)
    return target ? [cites(target.id, document, mention, 0.85, 'citing/outlet-named')] : []
  })
}

/** The report attributes something to a voice that published a document itself: an outlet, or a company in its own release. */
function reported(reading: Reading, context: CitingContext): readonly Derivation[] {
  const { document, attributions } = reading
  const byId = new Map(context.readings.map((other) => [other.document.id, other.document]))
  return attributions.flatMap((attribution, i) => {
    const voice = context.voices.voiceOf(document.id, i)
    if (voice === null || voice === context.voices.outletOf(document.id)) return []
    const own = context.voices.documentsOf(voice).flatMap((id) => byId.get(id) ?? [])
    const [words] = [...attribution.source, ...attribution.cue, ...attribution.content]
    if (own.length === 0 || !words) return []
    const press = isPress(own, context.voices)
    const said = attribution.content[0] ?? words
    const target = bestOf(own, reading, said, context, press ? 0 : leastShared)
    return target ? [cites(target.id, document, words, press ? 0.95 : 0.8, 'citing/outlet-reported')] : []
  })
}

/** What a quotation of an issuer must share with its release before the release counts as where it was read, in nats. */
const leastShared = 3

const isPress = (documents: readonly Document[], voices: Voices): boolean =>
  documents.some(({ id }) => {
    const outlet = voices.outletOf(id)
    const source = voices.sources.find((candidate) => candidate.id === outlet)
    return source === undefined || source.kind === 'outlet'
  })

/** Of what an outlet published before, the report that shares most with the words that cite it, then with the whole. */
function bestOf(
  candidates: readonly Document[],
  { document }: Reading,
  place: Span | undefined,
  { index }: CitingContext,
  atLeast = 0,
): Document | undefined {
  let best: { readonly candidate: Document; readonly score: number } | undefined
  for (const candidate of candidates) {
    if (candidate.id === document.id || !mayPrecede(candidate, document)) continue
    const shared = index.shared(document.id, candidate.id)
    const near = place ? shared.filter(({ fact }) => place.start <= fact.start && fact.end <= place.end) : []
    if (atLeast > 0 && weigh(near) < atLeast) continue
    const score = 4 * weigh(near) + weigh(shared)
    if (best === undefined || score >= best.score) best = { candidate, score }
  }
  return best?.candidate
}

const weigh = (facts: readonly { readonly weight: number }[]): number =>
  facts.reduce((total, { weight }) => total + weight, 0)

/** The sentence in which an outlet is named and the one after it: "NHK reported … The broadcaster added …". */
function around({ sentences }: Reading, place: Span): Span {
  const at = sentences.findIndex(({ start, end }) => start <= place.start && place.end <= end)
  const here = sentences[at]
  return here ? { start: here.start, end: (sentences[at + 1] ?? here).end } : place
}

const headlineOf = ({ text, title }: Document): Excerpt => excerpt(text, 0, title?.length ?? Math.min(text.length, 80))

const cites = (
  from: string,
  to: Document,
  { start, end, quote }: Excerpt,
  confidence: number,
  rule: RuleId,
): Derivation => {
  const evidence: Evidence = { document: to.id, start, end, quote }
  return { from, to: to.id, manner: 'cites', basis: 'stated', confidence, evidence: [evidence], rule }
}
