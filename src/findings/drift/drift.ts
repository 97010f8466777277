import type { Finding } from '../../model/finding.ts'
import { byCodeUnit } from '../../text/order.ts'
import type { FindingContext } from '../context.ts'
import { type Change, changesBetween } from './changes.ts'
import { lostVoice, type VoiceLookup } from './lost-voice.ts'
import { namesIn } from './named-in.ts'
import { type Retelling, retellings } from './retellings.ts'
import { revisions } from './revisions.ts'
import { sentenceFor } from './says.ts'
import { siblings } from './siblings.ts'
import { standingIn } from './standing.ts'

/**
 * The same claim changed between two tellings: along a derivation between documents, or between two documents that have
 * it from the same named voice. One finding for each document, claim and aspect, on its clearest pair of statements.
 */
export function drifts(context: FindingContext): readonly Finding[] {
  const lookup: VoiceLookup = { standing: standingIn(context.voices), namedIn: namesIn(context.voices) }
  const clearest = new Map<string, Change & { readonly likeness: number }>()
  for (const group of byMatter(retellings(context)).values()) {
    for (const retelling of group) {
      if (answersAnew(retelling, lookup)) continue
      for (const change of changesBetween(retelling)) keep({ ...change, likeness: retelling.likeness })
    }
    const lost = lostVoice(group, lookup)
    if (lost) keep(lost)
  }
  for (const change of revisions(context)) keep({ ...change, likeness: 0 })
  for (const change of siblings(context)) keep(change)
  return [...clearest.values()].map((change) => findingOf(change, context)).sort(inOrder)

  function keep(change: Change & { readonly likeness: number }): void {
    const key = `${change.from.claim} ${change.to.document} ${change.aspect}`
    const known = clearest.get(key)
    if (!known || clarity(change) > clarity(known)) clearest.set(key, change)
  }
}

const clarity = ({ likeness, to, from }: Change & { readonly likeness: number }): number =>
  likeness + (from.claim === to.claim ? 0.5 : 0) - (to.content.headline ? 0.2 : 0) - (from.content.headline ? 0.2 : 0)

/** The retellings of one claim in one document. */
function byMatter(all: readonly Retelling[]): ReadonlyMap<string, readonly Retelling[]> {
  const groups = new Map<string, Retelling[]>()
  for (const retelling of all) {
    const key = `${retelling.from.claim} ${retelling.to.document}`
    groups.set(key, [...(groups.get(key) ?? []), retelling])
  }
  return groups
}

/** Somebody who was not heard upstream: what he says is an answer of his own, not a retelling. */
function answersAnew({ to, earlier }: Retelling, { standing }: VoiceLookup): boolean {
  const voice = to.voices.at(-1)
  if (voice === undefined || to.body === null) return false
  if (earlier.some(({ body, voices }) => body === to.body || voices.includes(voice))) return false
  const how = standing(voice, to.issuing && to.publisher !== null ? new Set([to.publisher]) : new Set())
  if (how <= 1) return false
  return how === 3 || !earlier.some(({ voices }) => voices.some((one) => standing(one, new Set()) === 2))
}

const inOrder = (a: Finding, b: Finding): number =>
  byCodeUnit(a.claim ?? '', b.claim ?? '') ||
  byCodeUnit(a.to ?? '', b.to ?? '') ||
  byCodeUnit(a.aspect ?? '', b.aspect ?? '')

const findingOf = (change: Change, context: FindingContext): Finding => ({
  kind: 'drift',
  aspect: change.aspect,
  claim: change.from.claim,
  from: change.from.id,
  to: change.to.id,
  statements: [change.from.id, change.to.id],
  says: sentenceFor(change, context.voices),
  rule: change.rule,
})
