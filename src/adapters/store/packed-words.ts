import type { Digest } from '../../model/placed-report.ts'
import type { Value } from './database.ts'

type Words = Pick<Digest, 'keys' | 'weights' | 'leads'>

/** The words of a digest as bytes: how many keys, then keys, weights and leads, four bytes each, little end first. */
export function packedWords({ keys, weights, leads }: Words): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * (1 + 2 * keys.length + leads.length)))
  view.setUint32(0, keys.length, true)
  keys.forEach((key, i) => {
    view.setUint32(4 * (1 + i), key, true)
    view.setFloat32(4 * (1 + keys.length + i), weights[i] ?? 0, true)
  })
  leads.forEach((lead, i) => {
    view.setUint32(4 * (1 + 2 * keys.length + i), lead, true)
  })
  return new Uint8Array(view.buffer)
}

export function unpackedWords(value: Value | undefined): Words {
  if (!(value instanceof Uint8Array)) throw new Error('a column that should hold bytes does not; run headwater verify')
  const view = new DataView(value.buffer, value.byteOffset, value.byteLength)
  const count = view.getUint32(0, true)
  const led = value.byteLength / 4 - 1 - 2 * count
  return {
    keys: Uint32Array.from({ length: count }, (_, i) => view.getUint32(4 * (1 + i), true)),
    weights: Float32Array.from({ length: count }, (_, i) => view.getFloat32(4 * (1 + count + i), true)),
    leads: Uint32Array.from({ length: led }, (_, i) => view.getUint32(4 * (1 + 2 * count + i), true)),
  }
}
