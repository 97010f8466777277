import type { Derivation } from '../model/derivation.ts'
import type { Reading } from '../model/reading.ts'
import { byCodeUnit } from '../text/order.ts'
import { citations } from './citing/citing.ts'
import { voicesCited } from './citing/voices-cited.ts'
import type { Reuse } from './copying/reuse.ts'
import { copied, copyShare, type Taking, takings } from './rewriting/copied.ts'
import { indexFacts } from './rewriting/fact-index.ts'
import { factsOf } from './rewriting/facts.ts'
import { manyStories, type Retelling, retellings, retold } from './rewriting/retold.ts'
import { type Ruling, undecided } from './rewriting/ruling.ts'
import { isUpstream } from './rewriting/upstream.ts'
import type { Voices } from './sources/voices.ts'

/**
 * Which document was made from which, and from which sources: stated by the text itself, or inferred from copied passages
 * and retold details. One derivation per pair; what the text states wins over what is inferred.
 */
export function derive(
  readings: readonly Reading[],
  voices: Voices,
  reuse: readonly Reuse[],
  taken: readonly Taking[] = takings(readings, reuse),
  ruling: Ruling = undecided,
): readonly Derivation[] {
  const sorted = [...readings].sort((a, b) => byCodeUnit(a.document.id, b.document.id))
  const byId = new Map(sorted.map((reading) => [reading.document.id, reading]))
  const copies = new Set(taken.filter(({ share }) => share >= copyShare).map(({ to }) => to))
  // A copy adds no detail and no telling: it neither makes details common nor is it asked for another parent.
  const originals = sorted.filter(({ document }) => !copies.has(document.id))
  const index = indexFacts(originals)
  const stated = citations({ readings: sorted, voices, index, taken, ruling })
  const known = { readings: originals, voices, index, stated: parentsOf(stated), ruling }
  const candidates = [
    ...stated,
    ...taken
      .flatMap((taking) => copied(taking, byId) ?? [])
      .map((one) => (sorted.length < manyStories ? one : akin(one))),
    ...retellings(known)
      .map((retelling) => fromCopy(retelling, taken, byId, ruling))
      .flatMap((retelling) => retold(retelling, byId, index) ?? []),
    ...sorted.flatMap((reading) => voicesCited(reading, voices)),
  ]
  return onePerPair(candidates)

  /** Among many stories two texts that share a passage, say a speech, need not owe it to each other: they must be alike. */
  function akin(one: Derivation): Derivation {
    const copy = copies.has(one.to) || copies.has(one.from)
    return copy
      ? one
      : { ...one, confidence: Math.min(one.confidence, passageAlone + 2 * index.kinship(one.to, one.from)) }
  }
}

/** How sure a shared passage makes a derivation when the two texts have nothing else in common. */
const passageAlone = 0.42

/** A retelling of a text that others copied may be of the copy: it then repeats words that only the copy has, often its headline. */
function fromCopy(
  retelling: Retelling,
  taken: readonly Taking[],
  readings: ReadonlyMap<string, Reading>,
  ruling: Ruling,
): Retelling {
  const [child, parent] = [readings.get(retelling.to), readings.get(retelling.from)]
  if (!child || !parent || retelling.rule !== 'rewriting/rare-details') return retelling
  const [details, original] = [factsOf(child), factsOf(parent)]
  const copies = taken
    .filter(({ from, share }) => from === retelling.from && share >= copyShare)
    .flatMap(({ to }) => readings.get(to) ?? [])
    .filter((copy) => copy !== child && isUpstream(copy, child))
    .filter((copy) => !ruling.isRejected(copy.document.id, retelling.to))
    .map((copy) => ({
      id: copy.document.id,
      own: [...factsOf(copy).keys()].filter((key) => details.has(key) && !original.has(key)).length,
    }))
    .sort((a, b) => b.own - a.own || byCodeUnit(a.id, b.id))
  const [best] = copies
  return best && best.own > 0 ? { ...retelling, from: best.id } : retelling
}

function parentsOf(derivations: readonly Derivation[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, Set<string>>()
  for (const { from, to } of derivations) {
    const known = parents.get(to)
    if (known) known.add(from)
    else parents.set(to, new Set([from]))
  }
  return parents
}

/** Keeps the first, and the manner of the closest: who copies a text and credits it still copies it. */
function onePerPair(derivations: readonly Derivation[]): readonly Derivation[] {
  const kept = new Map<string, Derivation>()
  for (const derivation of derivations) {
    const pair = `${derivation.from}\n${derivation.to}`
    const first = kept.get(pair)
    kept.set(pair, first ? joined(first, derivation) : derivation)
  }
  return [...kept.values()]
    .map((one) => ({ ...one, confidence: Math.round(one.confidence * places) / places }))
    .sort((a, b) => byCodeUnit(a.to, b.to) || byCodeUnit(a.from, b.from))
}

/** ECMA-262 leaves the last bits of a logarithm to the engine; six decimals are the same in every one. */
const places = 1e6

function joined(first: Derivation, other: Derivation): Derivation {
  const closer = other.rule === 'copying/shared-passages'
  return {
    ...first,
    manner: closer ? other.manner : first.manner,
    confidence: Math.max(first.confidence, other.confidence),
    evidence: closer ? [...first.evidence, ...other.evidence] : first.evidence,
  }
}
