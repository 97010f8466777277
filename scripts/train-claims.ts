// Learns which statements answer the same question, from stories sorted into claims by people.
//   npx tsx scripts/train-claims.ts FOLDER                       writes src/provenance/claims/pair-weights.ts
//   npx tsx scripts/train-claims.ts FOLDER --without ID --out F  leaves one story out
// FOLDER holds one JSON file per story: {id, documents: [{id, title, text, outlet, published, …}],
// claims: [{id, statements: [{doc, quote, figures}]}]}. Only numbers leave the stories.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { features } from '../src/provenance/claims/features.ts'
import type { PairModel } from '../src/provenance/claims/pair-model.ts'
import { type MeasuredStory, measured, storiesIn } from './claim-pairs.ts'

/** Two labelled statements: what is seen of them, and whether a person put them into one claim. */
interface Example {
  readonly story: string
  readonly inputs: readonly number[]
  readonly same: 0 | 1
}

/** Penalty on squared weights of features scaled to unit variance, against the summed log loss. Chosen on stories left out. */
const ridge = 200
const steps = 8

/** All pairs of labelled statements; what nobody labelled teaches nothing. */
function examplesOf({ id, contents, labels, compare }: MeasuredStory): readonly Example[] {
  const labelled = contents.flatMap((_, i) => (labels[i] === null ? [] : [i]))
  return labelled.flatMap((i, at) =>
    labelled.slice(at + 1).map((j): Example => {
      const pair = compare(i, j)
      return { story: id, inputs: features.map(({ of }) => of(pair)), same: labels[i] === labels[j] ? 1 : 0 }
    }),
  )
}

/** Logistic regression by Newton's method: convex, so every run ends at the same weights. */
function train(examples: readonly Example[]): PairModel {
  const means = features.map((_, k) => mean(examples.map(({ inputs }) => inputs[k] ?? 0)))
  const scales = features.map(
    (_, k) => Math.sqrt(mean(examples.map(({ inputs }) => ((inputs[k] ?? 0) - (means[k] ?? 0)) ** 2))) || 1,
  )
  const rows = examples.map(({ inputs }) =>
    Float64Array.from([...inputs.map((value, k) => (value - (means[k] ?? 0)) / (scales[k] ?? 1)), 1]),
  )
  const size = features.length + 1
  const weights = new Float64Array(size)
  for (let step = 0; step < steps; step++) {
    const slope = Float64Array.from(weights, (weight, k) => (k < size - 1 ? ridge * weight : 0))
    const curve = Array.from({ length: size }, (_, k) => {
      const line = new Float64Array(size)
      line[k] = k < size - 1 ? ridge : 1e-6
      return line
    })
    rows.forEach((row, n) => {
      const guess = 1 / (1 + Math.exp(-row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)))
      const error = guess - (examples[n]?.same ?? 0)
      const weight = guess * (1 - guess)
      for (let i = 0; i < size; i++) {
        const value = row[i] ?? 0
        slope[i] = (slope[i] ?? 0) + error * value
        const line = curve[i]
        if (line && value !== 0)
          for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + weight * value * (row[j] ?? 0)
      }
    })
    const move = solve(curve, slope)
    for (let k = 0; k < size; k++) weights[k] = (weights[k] ?? 0) - (move[k] ?? 0)
  }
  const raw = features.map((_, k) => Number(((weights[k] ?? 0) / (scales[k] ?? 1)).toFixed(4)))
  const bias = (weights[size - 1] ?? 0) - raw.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0)
  return {
    bias: Number(bias.toFixed(4)),
    weights: Object.fromEntries(features.map(({ name }, k) => [name, raw[k] ?? 0])),
  }
}

/** Gaussian elimination; the matrix is symmetric and positive definite, so no pivoting is needed. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right)
  const size = x.length
  for (let k = 0; k < size; k++) {
    const top = matrix[k] ?? new Float64Array(size)
    for (let i = k + 1; i < size; i++) {
      const line = matrix[i] ?? new Float64Array(size)
      const factor = (line[k] ?? 0) / (top[k] ?? 1)
      if (factor === 0) continue
      for (let j = k; j < size; j++) line[j] = (line[j] ?? 0) - factor * (top[j] ?? 0)
      x[i] = (x[i] ?? 0) - factor * (x[k] ?? 0)
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    const line = matrix[k] ?? new Float64Array(size)
    let sum = x[k] ?? 0
    for (let j = k + 1; j < size; j++) sum -= (line[j] ?? 0) * (x[j] ?? 0)
    x[k] = sum / (line[k] ?? 1)
  }
  return x
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string', multiple: true, default: [''] },
    out: { type: 'string', default: 'src/provenance/claims/pair-weights.ts' },
    /** Keeps the measured pairs in a file, and takes them from it where it is there. */
    pairs: { type: 'string' },
  },
})

const examples = values.pairs
  ? kept(values.pairs)
  : storiesIn(positionals[0] ?? '').flatMap((story) => examplesOf(measured(story)))
for (const without of values.without) {
  const model = train(examples.filter(({ story }) => story !== without))
  const out = values.without.length > 1 ? `${values.out}.${without}.ts` : values.out
  writeFileSync(out, printed(model))
}

function kept(path: string): readonly Example[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly Example[]
  } catch {
    const found = storiesIn(positionals[0] ?? '').flatMap((story) => examplesOf(measured(story)))
    writeFileSync(path, JSON.stringify(found))
    return found
  }
}

function printed({ bias, weights }: PairModel): string {
  return [
    '// Made by scripts/train-claims.ts; see docs/provenance/claims.md.',
    "import type { PairModel } from './pair-model.ts'",
    '',
    '/** How much each feature says for (or against) one question; learned from labelled stories. Numbers only. */',
    'export const pairWeights: PairModel = {',
    `  bias: ${bias},`,
    '  weights: {',
    ...Object.entries(weights).map(([name, weight]) => `    ${/^\w+$/.test(name) ? name : `'${name}'`}: ${weight},`),
    '  },',
    '}',
    '',
  ].join('\n')
}
