import type { Reading } from '../../model/reading.ts'
import { byCodeUnit } from '../../text/order.ts'
import { fold } from '../../text/words.ts'
import type { Reuse } from '../copying/reuse.ts'
import { copyShare, type Taking, takings } from '../rewriting/copied.ts'
import { resolveVoices, type Voices } from '../sources/voices.ts'

/**
 * Who speaks, learned from the originals alone. A copy can teach nothing of anybody: what it calls "we" and puts in its
 * dateline is the original's outlet. Its voices are those of the same words in the original.
 */
export function voicesOfOriginals(
  readings: readonly Reading[],
  reuse: readonly Reuse[],
  taken: readonly Taking[] = takings(readings, reuse),
): Voices {
  const copied = taken.filter(({ share }) => share >= copyShare)
  const parents = new Map(copied.map((taking): [string, Taking] => [taking.to, taking]))
  const voices = resolveVoices(readings.filter(({ document }) => !parents.has(document.id)))
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  const named = new Map<string, string>()
  for (const { id, name, aliases } of [...voices.sources].sort((a, b) => byCodeUnit(a.id, b.id)))
    for (const form of [name, ...aliases]) if (!named.has(fold(form))) named.set(fold(form), id)
  const publishers = new Map(
    [...parents.keys()].flatMap((id) => {
      const source = named.get(fold(byId.get(id)?.document.publisher ?? ''))
      return source === undefined ? [] : [[id, source] as const]
    }),
  )
  const repeated = new Map([...parents.keys()].map((id) => [id, repeatedVoices(id, parents, byId, voices, named)]))
  return {
    ...voices,
    voiceOf: (document, attribution) =>
      parents.has(document) ? (repeated.get(document)?.[attribution] ?? null) : voices.voiceOf(document, attribution),
    outletOf: (document) => publishers.get(document) ?? voices.outletOf(document),
    documentsOf: (source) =>
      [
        ...voices.documentsOf(source),
        ...[...publishers].flatMap(([document, publisher]) => (publisher === source ? [document] : [])),
      ].sort(byCodeUnit),
  }
}

/** For each attribution of a copy: the voice that the same words have in the original, or that bears this name. */
function repeatedVoices(
  copy: string,
  parents: ReadonlyMap<string, Taking>,
  byId: ReadonlyMap<string, Reading>,
  voices: Voices,
  named: ReadonlyMap<string, string>,
): readonly (string | null)[] {
  const original = byId.get(rootOf(copy, parents))
  const spoken = new Map<string, (string | null)[]>()
  original?.attributions.forEach((attribution, i) => {
    const words = wordsOf(attribution)
    const voice = voices.voiceOf(original.document.id, i)
    const list = spoken.get(words)
    if (list) list.push(voice)
    else spoken.set(words, [voice])
  })
  return (byId.get(copy)?.attributions ?? []).map((attribution) => {
    const words = wordsOf(attribution)
    const there = spoken.get(words)
    if (there) return (there.length > 1 ? there.shift() : there[0]) ?? null
    return named.get(words) ?? null
  })
}

const wordsOf = ({ source }: Reading['attributions'][number]): string =>
  fold(source.map(({ quote }) => quote).join(' '))

function rootOf(document: string, parents: ReadonlyMap<string, Taking>): string {
  const walked = new Set<string>()
  let at = document
  for (let next = parents.get(at); next && !walked.has(at); next = parents.get(at)) {
    walked.add(at)
    at = next.from
  }
  return at
}
