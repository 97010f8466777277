// Sorts the commonest words into a tree of clusters by how they are used, for the tagger and parser: the vectors of
// src/language/en/word-vectors.data.ts are cut in two again and again (2-means by cosine), twelve times.
//   npx tsx scripts/make-word-clusters.ts
import { writeFileSync } from 'node:fs'
import { bytes, dimensions, words } from '../src/language/en/word-vectors.data.ts'

const turns = 12
const raw = new Int8Array(Buffer.from(bytes, 'base64'))
const count = words.split(' ').length
const vectors = Float32Array.from(raw)
for (let i = 0; i < count; i++) {
  let length = 0
  for (let k = 0; k < dimensions; k++) length += (vectors[i * dimensions + k] ?? 0) ** 2
  for (let k = 0; k < dimensions; k++)
    vectors[i * dimensions + k] = (vectors[i * dimensions + k] ?? 0) / Math.sqrt(length || 1)
}

const path = new Uint16Array(count)
let groups: readonly (readonly number[])[] = [Array.from({ length: count }, (_, i) => i)]
for (let turn = 0; turn < turns; turn++) {
  groups = groups.flatMap((group) => {
    const right = new Set(half(group))
    for (const i of group) path[i] = ((path[i] ?? 0) << 1) | (right.has(i) ? 1 : 0)
    return [group.filter((i) => !right.has(i)), group.filter((i) => right.has(i))]
  })
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = Array.from(path, (code) => letters.charAt(code >> 6) + letters.charAt(code & 63)).join('')
writeFileSync(
  'src/language/en/word-clusters.data.ts',
  `// Made by scripts/make-word-clusters.ts from the word vectors beside it (GloVe 6B, PDDL 1.0). Two letters of base 64 per word: twelve turns.\n\nexport const codes =\n  '${codes}'\n`,
)

/** The half of a group that lies nearer to one of two centres; the centres start from the two words at the ends of the longest axis. */
function half(group: readonly number[]): readonly number[] {
  if (group.length < 2) return []
  const far = (from: number) => group.reduce((best, i) => (dot(from, i) < dot(from, best) ? i : best), group[0] ?? 0)
  const one = far(group[0] ?? 0)
  let centres = [at(one), at(far(one))]
  let right: number[] = []
  for (let round = 0; round < 25; round++) {
    const sums = [new Float64Array(dimensions), new Float64Array(dimensions)]
    right = []
    for (const i of group) {
      let lean = 0
      for (let k = 0; k < dimensions; k++)
        lean += (vectors[i * dimensions + k] ?? 0) * ((centres[1]?.[k] ?? 0) - (centres[0]?.[k] ?? 0))
      const side = lean > 0 ? 1 : 0
      if (side === 1) right.push(i)
      const sum = sums[side]
      if (sum) for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + (vectors[i * dimensions + k] ?? 0)
    }
    centres = sums.map(unit)
  }
  return right
}

function at(i: number): Float64Array {
  return Float64Array.from(vectors.subarray(i * dimensions, (i + 1) * dimensions))
}

function dot(i: number, j: number): number {
  let sum = 0
  for (let k = 0; k < dimensions; k++) sum += (vectors[i * dimensions + k] ?? 0) * (vectors[j * dimensions + k] ?? 0)
  return sum
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}
