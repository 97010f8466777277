import type { Finding } from '../../model/finding.ts'
import { type Weigher, weigherOf } from '../../provenance/claims/similarity.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn, upstreamOf } from '../told.ts'
import { type Change, changesBetween } from './changes.ts'
import { lostVoice } from './lost-voice.ts'
import { nearestOf } from './nearest.ts'
import { sentenceFor } from './says.ts'

/**
 * The same claim changed between two tellings: along a derivation between documents, or between two documents that have
 * it from the same named voice. One finding for each document, claim and aspect.
 */
export function drifts(context: FindingContext): readonly Finding[] {
  const upstream = upstreamOf(context)
  const kinds = new Map(context.voices.sources.map((source) => [source.id, source.kind]))
  const found = new Map<string, Finding>()
  for (const [claim, told] of toldIn(context)) {
    if (told.length < 2) continue
    const weigh = weigherOf(told.map(({ content }) => content))
    const byDocument = groupByDocument(told)
    for (const [document, later] of byDocument) {
      const parents = upstream(document).find((level) => level.some((one) => byDocument.has(one))) ?? []
      const earlier = parents.flatMap((one) => byDocument.get(one) ?? [])
      if (earlier.length > 0) {
        for (const change of alongDerivation(later, earlier, weigh, kinds)) keep(claim, change)
      }
      for (const change of bySameVoice(later, told, weigh, kinds)) keep(claim, change)
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      byCodeUnit(a.claim ?? '', b.claim ?? '') ||
      byCodeUnit(a.to ?? '', b.to ?? '') ||
      byCodeUnit(a.aspect ?? '', b.aspect ?? ''),
  )

  function keep(claim: string, change: Change): void {
    const key = `${claim} ${change.to.document} ${change.aspect}`
    if (found.has(key)) return
    found.set(key, {
      kind: 'drift',
      aspect: change.aspect,
      claim,
      from: change.from.id,
      to: change.to.id,
      statements: [change.from.id, change.to.id],
      says: sentenceFor(change, context.voices),
      rule: change.rule,
    })
  }
}

function groupByDocument(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>()
  for (const one of told) groups.set(one.document, [...(groups.get(one.document) ?? []), one])
  return groups
}

type Kinds = ReadonlyMap<string, string>

function* alongDerivation(
  later: readonly Told[],
  earlier: readonly Told[],
  weigh: Weigher,
  kinds: Kinds,
): Generator<Change> {
  const bodies = new Set(earlier.flatMap(({ body }) => body ?? []))
  for (const to of later) {
    if (isNewVoice(to, bodies, earlier, kinds)) continue
    const from = nearestOf(to, earlier, weigh)
    if (!from || from.content.plain === to.content.plain) continue
    yield* changesBetween(from, to, earlier, later)
  }
  const lost = lostVoice(earlier, later, weigh, kinds)
  if (lost) yield lost
}

/** Somebody who was not heard upstream: what he says is an answer of his own, not a retelling. */
function isNewVoice(to: Told, bodies: ReadonlySet<string>, earlier: readonly Told[], kinds: Kinds): boolean {
  if (to.body === null || bodies.has(to.body)) return false
  const kind = kinds.get(to.body)
  if (kind === 'vague' || kind === 'outlet') return false
  return !(kind === 'anonymous' && earlier.some(({ body }) => body !== null && kinds.get(body) === 'anonymous'))
}

/** Later words of a voice that already answered in another document. */
function* bySameVoice(later: readonly Told[], all: readonly Told[], weigh: Weigher, kinds: Kinds): Generator<Change> {
  const told = withOnlyVoice(all)
  for (const { id } of later) {
    const to = told.find((one) => one.id === id)
    const voice = to?.voices.at(-1)
    if (!to || voice === undefined || to.body === null || to.content.headline) continue
    const kind = kinds.get(voice)
    if (kind === 'vague' || kind === 'anonymous' || kind === 'outlet') continue
    const before = told.filter((one) => one.body === to.body && one.document !== to.document && isEarlier(one, to))
    if (before.length === 0) continue
    const last = lastPublished(before)
    const from = nearestOf(to, last, weigh)
    if (!from || from.content.plain === to.content.plain) continue
    const revised = (from.published ?? '').slice(0, 10) < (to.published ?? '').slice(0, 10)
    for (const change of changesBetween(from, to, last, later)) {
      if (change.aspect !== 'figure' && change.aspect !== 'role') continue
      yield revised && change.aspect === 'figure' ? { ...change, rule: 'drift/revised-by-its-source' } : change
    }
  }
}

/** Where a document names one voice for a claim, its bare sentences about it are on that voice's word too. */
function withOnlyVoice(told: readonly Told[]): readonly Told[] {
  const voices = new Map<string, readonly Told[]>()
  for (const one of told) if (one.body !== null) voices.set(one.document, [...(voices.get(one.document) ?? []), one])
  return told.map((one) => {
    const heard = voices.get(one.document) ?? []
    const [only] = heard
    const alone = one.body === null && only !== undefined && heard.every(({ body }) => body === only.body)
    return alone ? { ...one, body: only.body, voices: only.voices } : one
  })
}

const isEarlier = (a: Told, b: Told): boolean =>
  a.published !== undefined && b.published !== undefined && a.published !== b.published
    ? a.published < b.published
    : a.published === b.published && a.document < b.document

/** The tellings of the last document before. */
function lastPublished(told: readonly Told[]): readonly Told[] {
  const last = told.reduce((a, b) => (isEarlier(a, b) ? b : a))
  return told.filter(({ document }) => document === last.document)
}
