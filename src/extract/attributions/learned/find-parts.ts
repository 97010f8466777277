import type { LinearModel } from '../../../parsing/linear-model.ts'
import type { Stretch } from '../../syntax/phrases.ts'
import { beginnings, endings } from './places.ts'
import type { Scene } from './scene.ts'
import { mostSpanKeys, nowhere, type Partial, type Role, spanKeys } from './span-features.ts'

/** How many beginnings of a part are followed to their best end. */
const followed = 3

/** Weights are stored as whole numbers, so many to one. */
export const steps = 24

/** Where the learned weights see the parts of the report whose cue is this word. */
export function findParts(scene: Scene, model: LinearModel, head: number): Partial & { source: Stretch | undefined } {
  const bare: Partial = { head, cue: { first: head, last: head + 1 }, left: undefined, right: undefined }
  const cue = findPart(scene, model, 'cue', bare) ?? bare.cue
  const left = findPart(scene, model, 'left', { ...bare, cue })
  const right = findPart(scene, model, 'right', { ...bare, cue, left })
  const part = { head, cue, left, right }
  return { ...part, source: findPart(scene, model, 'source', part) }
}

function findPart(scene: Scene, model: LinearModel, role: Role, part: Partial): Stretch | undefined {
  const places = role === 'cue' ? beginnings(scene, role, part) : [nowhere, ...beginnings(scene, role, part)]
  const begins = likelihoods(scene, model, role, part, undefined, places)
  const order = places.map((_, i) => i).sort((a, b) => (begins[b] ?? 0) - (begins[a] ?? 0))
  let best: Stretch | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const i of order.slice(0, followed)) {
    const first = places[i] ?? nowhere
    const begun = begins[i] ?? 0
    if (first === nowhere) {
      if (begun > most) [most, best] = [begun, undefined]
      continue
    }
    const lasts = endings(scene, role, part, first)
    const ends = likelihoods(scene, model, role, part, first, lasts)
    lasts.forEach((last, k) => {
      const whole = begun + (ends[k] ?? 0)
      if (whole > most) [most, best] = [whole, { first, last: last + 1 }]
    })
  }
  return best
}

const keys = new Int32Array(mostSpanKeys)
const sums = new Float64Array(1)

/** Logarithms of the chances of each place, of which one is right. */
function likelihoods(
  scene: Scene,
  model: LinearModel,
  role: Role,
  part: Partial,
  first: number | undefined,
  places: readonly number[],
): readonly number[] {
  const scores = places.map((place) => {
    model.score(keys, spanKeys(scene, role, part, first, place, keys), sums)
    return (sums[0] ?? 0) / steps
  })
  const top = Math.max(...scores)
  const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0)) + top
  return scores.map((score) => score - total)
}
