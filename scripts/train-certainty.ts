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
import {
  type EventSigns,
  eventSigns,
  type SentenceSigns,
  sentenceSigns,
} from '../src/extract/statements/event-signs.ts'
import { pageOf } from '../src/extract/syntax/page.ts'
import { type Tree, treesOf } from '../src/extract/syntax/trees.ts'
import { tokens } from '../src/extract/tokens/tokens.ts'
import { chance } from './learner.ts'

/** One event as people judged it. */
interface Example {
  readonly signs: EventSigns
  readonly certainty: number
  /** From news, or from letters and posts. */
  readonly news: boolean
}

/** News counts more: its events are fewer, and news is what is read. */
const newsWeight = 2
/** Added to what the words say of a sentence: it is news unless it plainly is not. */
const newsFirst = 1.1
/** Signs and words seen less often are left out; those of what embeds an event ("threatened") tell most, and are kept the longest. */
const rarest = 14
const rarestAbove = 7
const rarestWord = 8
const cells = 12
const epochs = 12
const batch = 64
const rate = 3e-3
/** Share of signs hidden at random while learning. */
const hidden = 0.5
const decay = 0.05
/** Errors above this count by their size, those below by their square. */
const small = 0.35
/** Steps of a weight that make 1, in the written file. */
const steps = 50

function examplesOf(path: string, news: boolean): readonly Example[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.flatMap((line) => (line === '' ? [] : examplesIn(JSON.parse(line), news)))
}

interface Row {
  readonly text: string
  readonly targets: readonly { readonly token_start: number; readonly factuality: number }[]
}

function examplesIn({ text, targets }: Row, news: boolean): readonly Example[] {
  const { written, starts } = asWritten(text.split(' '))
  const found = tokens.run(looseDocument(written), {})
  const page = pageOf(written, found.tokens, found.sentences)
  const treeAt = treesOf(page)
  const common = new Map<Tree, SentenceSigns>()
  return targets.flatMap(({ token_start, factuality }) => {
    const start = starts[token_start] ?? 0
    const at = found.tokens.findIndex(({ end }) => end > start)
    const tree = treeAt(found.tokens[at]?.sentence ?? -1)
    if (!tree) return []
    const sentence = common.get(tree) ?? sentenceSigns(tree)
    common.set(tree, sentence)
    return [{ signs: eventSigns(tree, at - tree.first, sentence), certainty: factuality, news }]
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
  readonly words: readonly string[]
  /** Where the sums start, the two ways out of each cell, a row of weights for each sign, one weight for each word. */
  readonly weights: Float64Array
}

/** What is summed: how much like news, the score as news, the score as a letter, the cells. */
const columns = 3 + cells
const outOf = (cell: number): number => columns + 2 * cell
/** Where the weights of a sign begin. */
const row = (sign: number): number => columns + 2 * cells + sign * columns

/** An event by the places of its signs' and words' weights. */
interface Input {
  readonly rows: readonly number[]
  readonly words: readonly number[]
}

/** Adam with decoupled decay (Loshchilov and Hutter 2019), the rate falling to nothing. */
function train(examples: readonly Example[]): Net {
  const random = chance(20)
  const names = frequent(examples, ({ signs }) => [...signs.own, ...signs.sentence.kinds], leastOf)
  const words = frequent(
    examples,
    ({ signs }) => signs.sentence.words,
    () => rarestWord,
  )
  const rowOf = new Map(names.map((name, i) => [name, row(i)]))
  const wordAt = new Map(words.map((word, i) => [word, row(names.length) + i]))
  const inputs = examples.map(
    ({ signs }): Input => ({
      rows: [...signs.own, ...signs.sentence.kinds].flatMap((sign) => rowOf.get(sign) ?? []),
      words: signs.sentence.words.flatMap((word) => wordAt.get(word) ?? []),
    }),
  )
  const weights = startingWeights(names.length, words.length, random)
  const size = weights.length
  const slope = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const order = examples.map((_, i) => i)
  const shown = (places: readonly number[]) => places.filter(() => random() > hidden)
  const all = epochs * Math.ceil(order.length / batch)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += batch) {
      slope.fill(0)
      const taken = order.slice(from, from + batch)
      for (const i of taken) {
        const [example, input] = [examples[i], inputs[i]]
        if (!example || !input) continue
        addSlope(weights, slope, { rows: shown(input.rows), words: shown(input.words) }, example, taken.length)
      }
      const speed = rate * (1 - step++ / all)
      const [m1, m2] = [1 - 0.9 ** step, 1 - 0.999 ** step]
      for (let i = 0; i < size; i++) {
        const g = slope[i] ?? 0
        const m = 0.9 * (first[i] ?? 0) + 0.1 * g
        const v = 0.999 * (second[i] ?? 0) + 0.001 * g * g
        first[i] = m
        second[i] = v
        weights[i] = (weights[i] ?? 0) * (1 - speed * decay) - (speed * (m / m1)) / (Math.sqrt(v / m2) + 1e-8)
      }
    }
  }
  weights[0] = (weights[0] ?? 0) + newsFirst
  return { names, words, weights }
}

function startingWeights(names: number, words: number, random: () => number): Float64Array {
  const weights = new Float64Array(row(names) + words)
  for (let i = 0; i < names; i++) for (let k = 3; k < columns; k++) weights[row(i) + k] = (random() - 0.5) * 0.17
  for (let k = 0; k < 2 * cells; k++) weights[outOf(0) + k] = (random() - 0.5) * 0.7
  weights[1] = 2
  weights[2] = 1
  return weights
}

const leastOf = (sign: string): number => (/^(?:by|up1-by)/.test(sign) ? rarestAbove : rarest)

function frequent(
  examples: readonly Example[],
  signsOf: (example: Example) => readonly string[],
  least: (sign: string) => number,
): readonly string[] {
  const seen = new Map<string, number>()
  for (const example of examples) for (const sign of signsOf(example)) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  return [...seen]
    .filter(([sign, n]) => n >= least(sign) && !/[\s|]/.test(sign))
    .map(([sign]) => sign)
    .sort()
}

/**
 * The slope of three errors (Huber's, of the score in its own register and of the mixed score, and how unlikely its register was held to be).
 */
function addSlope(weights: Float64Array, slope: Float64Array, input: Input, example: Example, of: number): void {
  const scale = 1 / (1 - hidden)
  const sums = Float64Array.from(weights.subarray(0, columns))
  for (const at of input.rows)
    for (let k = 0; k < columns; k++) sums[k] = (sums[k] ?? 0) + scale * (weights[at + k] ?? 0)
  for (const at of input.words) sums[0] = (sums[0] ?? 0) + scale * (weights[at] ?? 0)
  let [register = 0, news = 0, letter = 0] = sums
  for (let k = 0; k < cells; k++) {
    const cell = Math.max(0, sums[3 + k] ?? 0)
    news += cell * (weights[outOf(k)] ?? 0)
    letter += cell * (weights[outOf(k) + 1] ?? 0)
  }
  const share = 1 / (1 + Math.exp(-register))
  const [asNews, asLetter] = [within(news), within(letter)]
  const weight = (example.news ? newsWeight : 1) / of
  const mixed = weight * pull(share * asNews + (1 - share) * asLetter - example.certainty)
  const back = new Float64Array(columns)
  back[0] = weight * (share - (example.news ? 1 : 0)) + mixed * (asNews - asLetter) * share * (1 - share)
  back[1] = (asNews === news ? mixed * share : 0) + (example.news ? weight * pull(news - example.certainty) : 0)
  back[2] =
    (asLetter === letter ? mixed * (1 - share) : 0) + (example.news ? 0 : weight * pull(letter - example.certainty))
  const add = (at: number, by: number): void => {
    slope[at] = (slope[at] ?? 0) + by
  }
  for (let k = 0; k < cells; k++) {
    const cell = sums[3 + k] ?? 0
    if (cell <= 0) continue
    const at = outOf(k)
    add(at, (back[1] ?? 0) * cell)
    add(at + 1, (back[2] ?? 0) * cell)
    back[3 + k] = (back[1] ?? 0) * (weights[at] ?? 0) + (back[2] ?? 0) * (weights[at + 1] ?? 0)
  }
  for (let k = 0; k < columns; k++) add(k, back[k] ?? 0)
  for (const at of input.rows) for (let k = 0; k < columns; k++) add(at + k, scale * (back[k] ?? 0))
  for (const at of input.words) add(at, scale * (back[0] ?? 0))
}

/** The slope of Huber's loss. */
const pull = (error: number): number => Math.max(-1, Math.min(1, error / small))
const within = (score: number): number => Math.max(-3, Math.min(3, score))

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

function write({ names, words, weights }: Net): void {
  const rounded = (from: number, to: number, to1: number): readonly number[] =>
    [...weights.slice(from, to)].map((weight) => Math.round(weight * to1) / to1)
  const out = Array.from({ length: cells }, (_, k) => `  [${rounded(outOf(k), outOf(k) + 2, 1e4).join(', ')}],`)
  writeFileSync(
    'src/language/en/certainty-weights.data.ts',
    [
      '// Made by scripts/train-certainty.ts from the training parts of the UW and UDS-IH2 factuality corpora: numbers, and no sentence of them.',
      '// See docs/extract/statements.md. In `signs`: a kind of signs and those of that kind, the kinds apart by bars. In `weights`: for each sign',
      '// what it adds to each sum, as signed bytes in base 64, `steps` of which make 1; in `wordWeights` one for each word.',
      '',
      `export const steps = ${steps}`,
      'export const start: readonly number[] = [',
      `  ${rounded(0, columns, 1e3).join(', ')},`,
      ']',
      'export const out: readonly (readonly [number, number])[] = [',
      ...out,
      ']',
      `export const signs = ${quoted(byKind(names))}`,
      `export const weights =\n  '${bytes(weights.subarray(row(0), row(names.length)))}'`,
      `export const words = ${quoted(words.join(' '))}`,
      `export const wordWeights =\n  '${bytes(weights.subarray(row(names.length)))}'`,
      '',
    ].join('\n'),
  )
}

/** Names in the order of the alphabet, those of one kind ("adverb:") behind its name. */
function byKind(names: readonly string[]): string {
  const lines: string[][] = []
  for (const name of names) {
    const kind = name.slice(0, name.indexOf(':') + 1)
    const rest = name.slice(kind.length)
    const last = lines.at(-1)
    if (last?.[0] === kind) last.push(rest)
    else lines.push([kind, rest])
  }
  return lines.map((line) => line.join(' ')).join('|')
}

const bytes = (weights: Float64Array): string =>
  Buffer.from(Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight * steps))))).toString(
    'base64',
  )

const quoted = (text: string): string => `\`${text.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``

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
  report('UW', examplesOf(`${folder}/uw.dev.jsonl.gz`, true))
  report('UDS-IH2', examplesOf(`${folder}/uds-ih2.dev.jsonl.gz`, false))
} else {
  write(
    train([
      ...examplesOf(`${folder}/uw.train.jsonl.gz`, true),
      ...examplesOf(`${folder}/uds-ih2.train.jsonl.gz`, false),
    ]),
  )
}
