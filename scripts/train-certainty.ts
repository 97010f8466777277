// Learns how certain an event is from the words around it.
//   npx tsx scripts/train-certainty.ts FOLDER            writes src/language/en/certainty-weights.data.ts
//   npx tsx scripts/train-certainty.ts FOLDER --score    scores the written weights on the dev parts instead
// FOLDER holds uw.train.jsonl.gz and uds-ih2.train.jsonl.gz (and the same with .dev), one sentence a line:
// {text: "words apart by blanks", targets: [{token_start, factuality}]}, from Jiang and de Marneffe's collection of factuality
// corpora (github.com/njjiang/factuality_bert). Only numbers leave the sentences. The same weights at every run.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { looseDocument } from '../src/extract/loose-document.ts'
import { certaintyScore } from '../src/extract/statements/certainty-score.ts'
import { eventSigns, sentenceSigns } from '../src/extract/statements/event-signs.ts'
import { pageOf } from '../src/extract/syntax/page.ts'
import { type Tree, treesOf } from '../src/extract/syntax/trees.ts'
import { tokens } from '../src/extract/tokens/tokens.ts'

/** One event as people judged it. */
interface Example {
  readonly signs: readonly string[]
  readonly certainty: number
  /** News counts more: its events are fewer, and news is what is read. */
  readonly weight: number
}

const newsWeight = 3
/** Signs seen less often are left out. */
const rarest = 6
const cells = 8
const epochs = 5
const batch = 64
const rate = 3e-3
/** Share of signs hidden at random while learning. */
const hidden = 0.25
const decay = 0.01

function examplesOf(path: string, weight: number): readonly Example[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.flatMap((line) => (line === '' ? [] : examplesIn(JSON.parse(line), weight)))
}

interface Row {
  readonly text: string
  readonly targets: readonly { readonly token_start: number; readonly factuality: number }[]
}

function examplesIn({ text, targets }: Row, weight: number): readonly Example[] {
  const { written, starts } = asWritten(text.split(' '))
  const found = tokens.run(looseDocument(written), {})
  const page = pageOf(written, found.tokens, found.sentences)
  const treeAt = treesOf(page)
  const common = new Map<Tree, readonly string[]>()
  return targets.flatMap(({ token_start, factuality }) => {
    const start = starts[token_start] ?? 0
    const at = found.tokens.findIndex(({ end }) => end > start)
    const tree = treeAt(found.tokens[at]?.sentence ?? -1)
    if (!tree) return []
    const sentence = common.get(tree) ?? sentenceSigns(tree)
    common.set(tree, sentence)
    return [{ signs: eventSigns(tree, at - tree.first, sentence), certainty: factuality, weight }]
  })
}

/** Words of a treebank as people write them, with where each begins. */
function asWritten(words: readonly string[]): { readonly written: string; readonly starts: readonly number[] } {
  let written = ''
  let glued = true
  let open = false
  const starts: number[] = []
  words.forEach((word, i) => {
    const shown = marks.get(word) ?? word
    const joins = word === '-' && /[\p{L}\p{N}]$/u.test(words[i - 1] ?? '') && /^[\p{L}\p{N}]/u.test(words[i + 1] ?? '')
    if (word === '"') open = !open
    const left =
      joins || (word === '"' && !open) || /^(?:[,.;:?!%)\]}”]|\.\.\.|n['’]t|['’](?:s|re|ve|ll|d|m)?)$/i.test(shown)
    if (!glued && !left) written += ' '
    starts.push(written.length)
    written += shown
    glued = joins || (word === '"' && open) || /^[([{$£€#“‘]$/.test(shown)
  })
  return { written, starts }
}

const marks: ReadonlyMap<string, string> = new Map([
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
  ['-LRB-', '('],
  ['-RRB-', ')'],
  ['-LSB-', '['],
  ['-RSB-', ']'],
  ['-LCB-', '{'],
  ['-RCB-', '}'],
  ['--', '—'],
])

interface Net {
  readonly names: readonly string[]
  /** Bias, start of each cell, weight out of each cell, then for each sign its own weight and one for each cell. */
  readonly weights: Float64Array
}

/** Where the weights of a sign begin. */
const row = (sign: number): number => 1 + 2 * cells + sign * (cells + 1)

/** Adam with decoupled decay (Loshchilov and Hutter 2019) on Huber's loss, the rate falling to nothing. */
function train(examples: readonly Example[]): Net {
  const random = randomNumbers(20)
  const names = frequent(examples)
  const places = new Map(names.map((name, i) => [name, i]))
  const rows = examples.map(({ signs }) => signs.flatMap((sign) => places.get(sign) ?? []))
  const size = row(names.length)
  const weights = Float64Array.from({ length: size }, () => (random() - 0.5) * 0.17)
  for (let i = 0; i < names.length; i++) weights[row(i)] = 0
  weights[0] = 1.5
  for (let k = 0; k < cells; k++) weights[1 + cells + k] = (random() - 0.5) * 0.7
  const slope = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const order = examples.map((_, i) => i)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    const speed = rate * (1 - epoch / epochs)
    for (let from = 0; from < order.length; from += batch) {
      slope.fill(0)
      const taken = order.slice(from, from + batch)
      for (const i of taken) {
        const { certainty = 0, weight = 0 } = examples[i] ?? {}
        addSlope(
          weights,
          slope,
          (rows[i] ?? []).filter(() => random() > hidden),
          certainty,
          weight / taken.length,
        )
      }
      step++
      for (let i = 0; i < size; i++) {
        const g = slope[i] ?? 0
        const m = 0.9 * (first[i] ?? 0) + 0.1 * g
        const v = 0.999 * (second[i] ?? 0) + 0.001 * g * g
        first[i] = m
        second[i] = v
        const move = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
        weights[i] = (weights[i] ?? 0) * (1 - speed * decay) - speed * move
      }
    }
  }
  return { names, weights }
}

function frequent(examples: readonly Example[]): readonly string[] {
  const seen = new Map<string, number>()
  for (const { signs } of examples) for (const sign of signs) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  return [...seen]
    .filter(([sign, n]) => n >= rarest && !/[\s|]/.test(sign))
    .map(([sign]) => sign)
    .sort()
}

function addSlope(
  weights: Float64Array,
  slope: Float64Array,
  signs: readonly number[],
  wanted: number,
  weight: number,
): void {
  const scale = 1 / (1 - hidden)
  const inside = Array.from({ length: cells }, (_, k) => weights[1 + k] ?? 0)
  let sum = weights[0] ?? 0
  for (const sign of signs) {
    const at = row(sign)
    sum += (weights[at] ?? 0) * scale
    for (let k = 0; k < cells; k++) inside[k] = (inside[k] ?? 0) + (weights[at + 1 + k] ?? 0) * scale
  }
  for (let k = 0; k < cells; k++) sum += Math.max(0, inside[k] ?? 0) * (weights[1 + cells + k] ?? 0)
  const error = Math.max(-1, Math.min(1, sum - wanted)) * weight
  const add = (at: number, by: number): void => {
    slope[at] = (slope[at] ?? 0) + by
  }
  add(0, error)
  const back = inside.map((cell, k) => (cell > 0 ? error * (weights[1 + cells + k] ?? 0) : 0))
  for (let k = 0; k < cells; k++) {
    add(1 + k, back[k] ?? 0)
    add(1 + cells + k, error * Math.max(0, inside[k] ?? 0))
  }
  for (const sign of signs) {
    const at = row(sign)
    add(at, error * scale)
    for (let k = 0; k < cells; k++) add(at + 1 + k, (back[k] ?? 0) * scale)
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

/** Mulberry32: the same numbers from the same seed on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function write({ names, weights }: Net): void {
  const rounded = (from: number, count: number): readonly number[] =>
    [...weights.slice(from, from + count)].map((weight) => Math.round(weight * 1000) / 1000)
  const packed = names.map((name, i) =>
    [name, ...[...weights.slice(row(i), row(i + 1))].map((weight) => Math.round(weight * 100))].join(' '),
  )
  writeFileSync(
    'src/language/en/certainty-weights.data.ts',
    [
      '// Made by scripts/train-certainty.ts from the training parts of the UW and UDS-IH2 factuality corpora: numbers, and no sentence of them.',
      '// See docs/extract/statements.md. In `signs`: a sign, its weight and its weight for each hidden cell, in hundredths.',
      '',
      `export const bias = ${rounded(0, 1)[0]}`,
      `export const layer: readonly number[] = [${rounded(1, cells).join(', ')}]`,
      `export const out: readonly number[] = [${rounded(1 + cells, cells).join(', ')}]`,
      `export const signs =\n  ${quoted(packed.join('|'))}`,
      '',
    ].join('\n'),
  )
}

const quoted = (text: string): string => `\`${text.replace(/[\\`$]/g, '\\$&')}\``

function report(name: string, examples: readonly Example[]): void {
  const given = examples.map(({ signs }) => certaintyScore(signs))
  const wanted = examples.map(({ certainty }) => certainty)
  const error = mean(given.map((value, i) => Math.abs(value - (wanted[i] ?? 0))))
  const [a, b] = [mean(given), mean(wanted)]
  const along = mean(given.map((value, i) => (value - a) * ((wanted[i] ?? 0) - b)))
  const spread = (values: readonly number[], middle: number) =>
    Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
  console.log(
    `${name}: r ${(along / spread(given, a) / spread(wanted, b)).toFixed(3)}, mean absolute error ${error.toFixed(3)}`,
  )
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const { positionals, values } = parseArgs({ allowPositionals: true, options: { score: { type: 'boolean' } } })
const [folder] = positionals
if (!folder) throw new Error('say where the corpora are: npx tsx scripts/train-certainty.ts FOLDER')
if (values.score) {
  report('UW', examplesOf(`${folder}/uw.dev.jsonl.gz`, 1))
  report('UDS-IH2', examplesOf(`${folder}/uds-ih2.dev.jsonl.gz`, 1))
} else {
  write(
    train([
      ...examplesOf(`${folder}/uw.train.jsonl.gz`, newsWeight),
      ...examplesOf(`${folder}/uds-ih2.train.jsonl.gz`, 1),
    ]),
  )
}
