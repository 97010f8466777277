// Learns whether two sentences make the same claim. Usage: tsx scripts/train-paraphrase.ts PAIRS.jsonl
// with {a, b, label: 0 | 1} per line; prints the weights for src/story/matching/paraphrase-weights.ts.
import { readFileSync } from 'node:fs'
import { featureNames, featuresOf } from '../src/story/matching/features.ts'
import { profileOf } from '../src/story/matching/profile.ts'
import { rarityOf, weighed } from '../src/story/matching/rarity.ts'

interface Row {
  readonly a: string
  readonly b: string
  readonly label: 0 | 1
}

const rows = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Row)
const profiles = rows.map(({ a, b }) => ({ a: profileOf(a), b: profileOf(b) }))
const rarity = rarityOf(profiles.flatMap(({ a, b }) => [a, b]))
const inputs = profiles.map(({ a, b }) => featuresOf(weighed(a, rarity), weighed(b, rarity), rarity))
const weights = featureNames.map(() => 0)

// Plain gradient descent on the log loss with a ridge penalty: convex, so every run ends at the same weights.
const [steps, rate, ridge] = [20_000, 1, 0.0005]
for (let step = 0; step < steps; step++) {
  const slope = weights.map((weight, i) => (i === 0 ? 0 : ridge * weight))
  inputs.forEach((input, n) => {
    const sum = input.reduce((total, feature, i) => total + feature * (weights[i] ?? 0), 0)
    const error = 1 / (1 + Math.exp(-sum)) - (rows[n]?.label ?? 0)
    input.forEach((feature, i) => {
      slope[i] = (slope[i] ?? 0) + (error * feature) / rows.length
    })
  })
  slope.forEach((value, i) => {
    weights[i] = (weights[i] ?? 0) - rate * value
  })
}
const right = inputs.filter(
  (input, n) =>
    input.reduce((total, feature, i) => total + feature * (weights[i] ?? 0), 0) > 0 === (rows[n]?.label === 1),
).length
console.error(`${rows.length} pairs, ${((100 * right) / rows.length).toFixed(1)} % right on what it learned from`)
console.log(weights.map((weight) => weight.toFixed(3)).join(', '))
