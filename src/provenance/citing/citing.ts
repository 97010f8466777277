import type { Derivation, Evidence } from '../../model/derivation.ts'
import type { Document } from '../../model/document.ts'
import type { Reading } from '../../model/reading.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Excerpt, Span } from '../../model/span.ts'
import { contains, excerpt } from '../../model/span.ts'
import { issuerOf } from '../graph/issuer.ts'
import { mayPrecede, publicationOrder } from '../publication-order.ts'
import type { Taking } from '../rewriting/copied.ts'
import type { FactIndex } from '../rewriting/fact-index.ts'
import type { FactKind } from '../rewriting/facts.ts'
import { manyStories } from '../rewriting/retold.ts'
import type { Ruling } from '../rewriting/ruling.ts'
import type { Voices } from '../sources/voices.ts'
import { canonicalUrl } from './canonical-url.ts'
import { creditSource, isDeskMark } from './credits.ts'
import { type Outlets, outletsOf } from './outlets.ts'

/** What a citing report needs to be read against: all reports, who speaks in them, and what details they share. */
export interface CitingContext {
  readonly readings: readonly Reading[]
  readonly voices: Voices
  readonly index: FactIndex
  /** Who copied passages from whom: what a copied passage cites, its author cited. */
  readonly taken: readonly Taking[]
  readonly ruling: Ruling
}

/** Derivations from one document to another, or from an outside source, that the later text states itself. */
export function citations(given: CitingContext): readonly Derivation[] {
  const context = prepared(given)
  const outlets = outletsOf(context.readings.map(({ document }) => document))
  const byUrl = new Map(
    context.readings.flatMap(({ document }) => (document.url ? [[canonicalUrl(document.url), document] as const] : [])),
  )
  return context.readings.flatMap((reading) => [
    ...linked(reading, byUrl, context),
    ...credited(reading, outlets, context),
    ...named(reading, outlets, context),
    ...reported(reading, context),
  ])
}

/** A context with what every mention asks for, worked out once. */
interface Prepared extends CitingContext {
  /** Documents that report what others say; the rest are releases of bodies that speak for themselves. */
  readonly press: ReadonlySet<string>
  readonly byId: ReadonlyMap<string, Document>
  /** Details that the same outlet has printed before, by document: it need not have read them anywhere. */
  knownTo(reading: Reading): ReadonlySet<string>
}

function prepared(context: CitingContext): Prepared {
  const { readings, voices } = context
  const press = readings.filter((reading) => issuerOf(reading, voices) === null).map(({ document }) => document.id)
  const byId = new Map(readings.map(({ document }) => [document.id, document]))
  const known = new Map<string, ReadonlySet<string>>()
  return {
    ...context,
    press: new Set(press),
    byId,
    knownTo(reading) {
      const { id } = reading.document
      const there = known.get(id) ?? printedBefore(reading, byId, context)
      known.set(id, there)
      return there
    },
  }
}

/** A hyperlink to a document of the collection. */
function linked(
  { document }: Reading,
  byUrl: ReadonlyMap<string, Document>,
  { ruling }: CitingContext,
): readonly Derivation[] {
  return document.links.flatMap(({ url, words }) => {
    const target = byUrl.get(canonicalUrl(url))
    if (!target || target.id === document.id || !mayPrecede(target, document)) return []
    if (ruling.isRejected(target.id, document.id)) return []
    return [cites(target.id, document, words ?? headlineOf(document), 0.9, 'citing/hyperlink')]
  })
}

/** "Original Source: twz.com": a document of the collection, or a source only heard of. */
function credited(reading: Reading, outlets: Outlets, context: Prepared): readonly Derivation[] {
  const { document } = reading
  return document.credits.flatMap((credit) => {
    if (isDeskMark(credit.name)) return []
    const words = excerpt(document.text, credit.start, credit.end)
    const outlet = outlets.named(credit.name)
    if (outlet !== undefined && outlet === outlets.outletOf(document)) return []
    const target = outlet && bestOf(outlets.documentsOf(outlet), reading, undefined, context)
    const from = target ? target.id : creditSource(credit.name, context.voices).id
    return [cites(from, document, words, 0.95, credit.rule)]
  })
}

/** The report names an outlet of the collection: "The weekly Courrier du Mayo reported", "SCA", "told Equator". */
function named(reading: Reading, outlets: Outlets, context: Prepared): readonly Derivation[] {
  const { document } = reading
  return outlets.mentionsIn(reading).flatMap((mention) => {
    if (isCopied(mention, document, context)) return []
    const published = outlets.documentsOf(mention.outlet)
    const press = isPress(published, context)
    const place = press ? around(reading, mention) : paragraphOf(reading, mention)
    const target = bestOf(published, reading, place, context, press ? 0 : leastNamed, 'figure')
    return target
      ? [cites(target.id, document, mention, sureness(0.85, document.id, target.id, context), 'citing/outlet-named')]
      : []
  })
}

/** The report attributes something to a voice that published a document itself: an outlet, or a company in its own release. */
function reported(reading: Reading, context: Prepared): readonly Derivation[] {
  const { document, attributions } = reading
  return attributions.flatMap((attribution, i) => {
    const voice = context.voices.voiceOf(document.id, i)
    if (voice === null || voice === context.voices.outletOf(document.id)) return []
    const own = context.voices.documentsOf(voice).flatMap((id) => context.byId.get(id) ?? [])
    const [words] = [...attribution.source, ...attribution.cue, ...attribution.content]
    if (own.length === 0 || !words || isCopied(words, document, context)) return []
    const press = isPress(own, context)
    const said = attribution.content[0] ?? words
    const place = press ? said : paragraphOf(reading, said)
    const target = bestOf(own, reading, place, context, press ? 0 : leastQuoted)
    return target
      ? [
          cites(
            target.id,
            document,
            words,
            sureness(press ? 0.95 : 0.8, document.id, target.id, context),
            'citing/outlet-reported',
          ),
        ]
      : []
  })
}

/** What the words that quote an issuer must share with its release before the release counts as where they were read. */
const leastQuoted = 0.6
/** The same where the issuer is only named. */
const leastNamed = 1.5

/** An outlet reports what others say; an issuer speaks for itself, and naming it is not yet citing its release. */
const isPress = (documents: readonly Document[], { press }: Prepared): boolean =>
  documents.some(({ id }) => press.has(id))

/** Does this stand in a passage taken from another document? Then it was that document which cited. */
const isCopied = (words: Span, { id }: Document, { taken }: CitingContext): boolean =>
  taken.some(({ to, passages }) => to === id && passages.some((passage) => contains(passage.to, words)))

/** Of what an outlet published before, the report that shares most with the words that cite it, then with the whole. */
function bestOf(
  candidates: readonly Document[],
  reading: Reading,
  place: Span | undefined,
  context: Prepared,
  atLeast = 0,
  kind?: FactKind,
): Document | undefined {
  const { document } = reading
  const { index } = context
  const known = context.knownTo(reading)
  const near = candidates.length > fewToCompare ? index.overlaps(document.id) : undefined
  let best: { readonly candidate: Document; readonly score: number } | undefined
  for (const candidate of candidates) {
    if (candidate.id === document.id || !mayPrecede(candidate, document)) continue
    if (context.ruling.isRejected(candidate.id, document.id)) continue
    if (near && !near.has(candidate.id)) continue
    const shared = index.shared(document.id, candidate.id)
    const there = place ? shared.filter(({ fact }) => contains(place, fact) && !known.has(fact.key)) : []
    if (atLeast > 0 && (weigh(there) < atLeast || (kind && !there.some(({ fact }) => fact.kind === kind)))) continue
    const score = 4 * weigh(there) + weigh(shared)
    if (best === undefined || score >= best.score) best = { candidate, score }
  }
  return best && isAkin(reading.document.id, best.candidate.id, context) ? best.candidate : undefined
}

/**
 * Is the report that is taken for the one cited about the same thing? In a collection of many stories an outlet that is
 * merely named ("she told the Mail") has printed plenty that has nothing to do with it.
 */
const isAkin = (document: string, other: string, context: CitingContext): boolean =>
  context.readings.length < manyStories || context.index.kinship(document, other) >= leastAkin

/** Among many stories a named outlet says less than the likeness of the two reports. */
const sureness = (most: number, document: string, other: string, context: CitingContext): number =>
  context.readings.length < manyStories ? most : Math.min(most, 0.5 + context.index.kinship(document, other))

/** An outlet with more reports than this has some that share no rare detail at all, and need no closer look. */
const fewToCompare = 12
/** Likeness that two reports of one story seldom fall below in such a collection. */
const leastAkin = 0.04

function printedBefore(
  { document }: Reading,
  byId: ReadonlyMap<string, Document>,
  { voices, index }: CitingContext,
): ReadonlySet<string> {
  const outlet = voices.outletOf(document.id)
  if (outlet === null) return new Set()
  const before = new Set(
    voices.documentsOf(outlet).filter((id) => {
      const other = byId.get(id)
      return other !== undefined && publicationOrder(other, document) === 'before'
    }),
  )
  if (before.size === 0) return before
  return new Set(
    [...(index.facts.get(document.id)?.keys() ?? [])].filter((key) => index.holders(key).some((id) => before.has(id))),
  )
}

const weigh = (facts: readonly { readonly weight: number }[]): number =>
  facts.reduce((total, { weight }) => total + weight, 0)

/** The sentence in which an outlet is named and the one after it: "NHK reported … The broadcaster added …". */
function around({ sentences }: Reading, place: Span): Span {
  const at = sentences.findIndex(({ start, end }) => start <= place.start && place.end <= end)
  const here = sentences[at]
  return here ? { start: here.start, end: (sentences[at + 1] ?? here).end } : place
}

/** The paragraph in which something stands. */
function paragraphOf({ sentences }: Reading, place: Span): Span {
  const here = sentences.find(({ start, end }) => start <= place.start && place.start < end)
  const whole = sentences.filter(({ paragraph }) => paragraph === here?.paragraph)
  return { start: whole[0]?.start ?? place.start, end: whole.at(-1)?.end ?? place.end }
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
