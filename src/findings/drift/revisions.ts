import { weigherOf } from '../../provenance/claims/similarity.ts'
import type { FindingContext } from '../context.ts'
import { type Told, toldIn } from '../told.ts'
import { type Change, changesBetween } from './changes.ts'
import { retells } from './counterparts.ts'
import { type VoiceLookup, withOnlyVoice } from './lost-voice.ts'

/**
 * What one named voice is reported to have said, in two documents, whether or not one was made from the other. On the
 * same day it is one saying told in two ways; on a later day the voice has given another answer.
 */
export function* revisions(context: FindingContext, standing: VoiceLookup['standing']): Generator<Change> {
  for (const all of toldIn(context).values()) {
    if (all.length < 2) continue
    const weigh = weigherOf(all.map(({ content }) => content))
    const told = all.slice(0, most).map((one) => withOnlyVoice(one, all.slice(0, most)))
    for (const to of told) {
      const voice = to.voices.at(-1)
      if (voice === undefined || to.content.headline) continue
      const issuing = new Set(to.issuing && to.publisher !== null ? [to.publisher] : [])
      if (standing(voice, issuing) < 3) continue
      const before = told.filter((one) => one.body === to.body && one.document !== to.document && isEarlier(one, to))
      if (before.length === 0) continue
      const last = lastPublished(before)
      const [from] = [...last].sort((a, b) => retells(b, to, weigh) - retells(a, to, weigh))
      if (!from) continue
      const later = told.filter(({ document }) => document === to.document)
      const revised = (from.published ?? '').slice(0, 10) < (to.published ?? '').slice(0, 10)
      for (const change of changesBetween({ from, to, earlier: last, later, likeness: retells(from, to, weigh) })) {
        if (!ofOwnAnswer.has(change.aspect)) continue
        yield revised && change.aspect === 'figure' ? { ...change, rule: 'drift/revised-by-its-source' } : change
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

/** The tellings of the last document before. */
function lastPublished(told: readonly Told[]): readonly Told[] {
  const last = told.reduce((a, b) => (isEarlier(a, b) ? b : a))
  return told.filter(({ document }) => document === last.document)
}
