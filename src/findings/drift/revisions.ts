import { type Weigher, weigherOf } from '../../provenance/claims/similarity.ts'
import { addTo } from '../../text/listed.ts'
import { remembered } from '../../text/remembered.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn } from '../told.ts'
import { type Change, changesBetween } from './changes.ts'
import { retells } from './counterparts.ts'
import { type VoiceLookup, withOnlyVoice } from './lost-voice.ts'
import { standingIn } from './standing.ts'

/**
 * What one named voice is reported to have said, in two documents, whether or not one was made from the other. On the
 * same day it is one saying told in two ways; on a later day the voice has given another answer.
 */
export const revisions = remembered((context: FindingContext): readonly Change[] => [
  ...revised(context, standingIn(context.voices)),
])

function* revised(context: FindingContext, standing: VoiceLookup['standing']): Generator<Change> {
  for (const all of toldIn(context).values()) {
    if (all.length < 2) continue
    const weigh = weigherOf(all.map(({ content }) => content))
    const told = all.slice(0, most).map((one) => withOnlyVoice(one, all.slice(0, most)))
    const byBody = new Map<string | null, Told[]>()
    for (const one of told) addTo(byBody, one.body, one)
    for (const to of told) {
      const voice = to.voices.at(-1)
      if (voice === undefined || to.content.headline) continue
      const issuing = new Set(to.issuing && to.publisher !== null ? [to.publisher] : [])
      if (standing(voice, issuing) < 3) continue
      const before = (byBody.get(to.body) ?? []).filter((one) => one.document !== to.document && isEarlier(one, to))
      if (before.length === 0) continue
      const last = lastPublished(before)
      const [from, likeness] = mostAlike(last, to, weigh)
      if (!from) continue
      const later = told.filter(({ document }) => document === to.document)
      const isNewAnswer = (from.published ?? '').slice(0, 10) < (to.published ?? '').slice(0, 10)
      for (const change of changesBetween({ from, to, earlier: last, later, likeness })) {
        if (!ofOwnAnswer.has(change.aspect)) continue
        yield isNewAnswer && change.aspect === 'figure' ? { ...change, rule: 'drift/revised-by-its-source' } : change
      }
    }
  }
}

/** Statements of one claim that are looked at; more of them are repetition. */
const most = 400

const ofOwnAnswer: ReadonlySet<Change['aspect']> = new Set(['figure', 'role', 'time'])

const isEarlier = (a: Told, b: Told): boolean =>
  a.published !== undefined && b.published !== undefined && a.published !== b.published
    ? a.published < b.published
    : a.published === b.published && a.document < b.document

/** The first of those that most likely became another telling, and how likely that is. */
function mostAlike(
  told: readonly Told[],
  to: Told,
  weigh: Weigher,
): readonly [from: Told | undefined, likeness: number] {
  let best: readonly [Told | undefined, number] = [undefined, Number.NEGATIVE_INFINITY]
  for (const one of told) {
    const likeness = retells(one, to, weigh)
    if (likeness > best[1]) best = [one, likeness]
  }
  return best
}

/** The tellings of the last document before. */
function lastPublished(told: readonly Told[]): readonly Told[] {
  const last = told.reduce((a, b) => (isEarlier(a, b) ? b : a))
  return told.filter(({ document }) => document === last.document)
}
