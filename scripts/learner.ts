// An averaged perceptron over hashed features (Collins 2002), and its quantised form.
import { keyBits, type LinearModel, type PackedFeature } from '../src/parsing/linear-model.ts'

export interface Learner extends LinearModel {
  /** One example has been seen; averages count examples. */
  tick(): void
  /** Adds to the weight that each key has for a class. */
  update(keys: Int32Array, count: number, kind: number, by: number): void
  /** The weights averaged over all examples seen, as whole numbers: `steps` of them to one. Those that come to 0 are left out. */
  packed(steps: number): readonly PackedFeature[]
}

/**
 * The weights of a feature are a chain of entries, one a class that was ever updated. A feature that fewer updates asked for is left out:
 * it was seen in one place only and would fill the file with what does not come again.
 */
export function openLearner(updatesToCount = 2): Learner {
  const heads = new Int32Array(2 ** keyBits)
  const asked = new Uint8Array(2 ** keyBits)
  let room = 2 ** 22
  let kinds = new Uint8Array(room)
  let nexts = new Int32Array(room)
  let weights = new Float32Array(room)
  let totals = new Float64Array(room)
  let stamps = new Int32Array(room)
  let used = 1
  let now = 0

  function entryOf(key: number, kind: number): number {
    let entry = heads[key] ?? 0
    for (; entry !== 0; entry = nexts[entry] ?? 0) if (kinds[entry] === kind) return entry
    if (used === room) grow()
    entry = used++
    kinds[entry] = kind
    stamps[entry] = now
    nexts[entry] = heads[key] ?? 0
    heads[key] = entry
    return entry
  }

  function grow(): void {
    room *= 2
    kinds = wider(kinds, new Uint8Array(room))
    nexts = wider(nexts, new Int32Array(room))
    weights = wider(weights, new Float32Array(room))
    totals = wider(totals, new Float64Array(room))
    stamps = wider(stamps, new Int32Array(room))
  }

  return {
    score(keys, count, scores) {
      scores.fill(0)
      for (let i = 0; i < count; i++) {
        for (let entry = heads[keys[i] ?? 0] ?? 0; entry !== 0; entry = nexts[entry] ?? 0) {
          const kind = kinds[entry] ?? 0
          scores[kind] = (scores[kind] ?? 0) + (weights[entry] ?? 0)
        }
      }
    },
    tick() {
      now++
    },
    update(keys, count, kind, by) {
      for (let i = 0; i < count; i++) {
        const key = keys[i] ?? 0
        if ((asked[key] ?? 0) < updatesToCount) {
          asked[key] = (asked[key] ?? 0) + 1
          continue
        }
        const entry = entryOf(key, kind)
        totals[entry] = (totals[entry] ?? 0) + (weights[entry] ?? 0) * (now - (stamps[entry] ?? 0))
        stamps[entry] = now
        weights[entry] = (weights[entry] ?? 0) + by
      }
    },
    packed(steps) {
      const features: PackedFeature[] = []
      for (let key = 0; key < heads.length; key++) {
        const own: (readonly [number, number])[] = []
        for (let entry = heads[key] ?? 0; entry !== 0; entry = nexts[entry] ?? 0) {
          const total = (totals[entry] ?? 0) + (weights[entry] ?? 0) * (now - (stamps[entry] ?? 0))
          const weight = Math.max(-127, Math.min(127, Math.round((steps * total) / now)))
          if (weight !== 0) own.push([kinds[entry] ?? 0, weight])
        }
        if (own.length > 0) features.push({ key, weights: own })
      }
      return features
    },
  }
}

function wider<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Numbers in 0..1 that are the same at every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const [a, b] = [order[i], order[j]]
    if (a !== undefined && b !== undefined) [order[i], order[j]] = [b, a]
  }
  return order
}
