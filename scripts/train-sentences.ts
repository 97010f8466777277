// Learns where English sentences end, for src/text/sentences.ts.
//   npx tsx scripts/train-sentences.ts TRAIN.conllu.gz NEWS.jsonl.gz
// The treebank (UD_English-EWT, train part) says where its sentences end, with and without a mark. News articles ({"title", "text"} a line; PolNeAR,
// train part) are split by rules, which are right nearly always there: they teach the abbreviations and names of news, and that a sentence of
// it hardly ends without a mark, as sentences of mails and reviews do.
// Logistic regression over hashed features, with a step of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011).
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { inner, openers, states, titles } from '../src/language/en/abbreviations.ts'
import { paragraphOf, placeFeatures } from '../src/text/sentence-places.ts'
import { walkPlaces } from '../src/text/sentences.ts'
import { chance, shuffled } from './learner.ts'
import { readTreebank } from './treebank.ts'

const size = 2 ** 16
const rounds = 12
const rate = 0.3
const decay = 1e-4
/** Share of what is seen that is hidden from each step, so that no decision hangs on one word alone. */
const dropped = 0.1
const [treebank = '', news = ''] = process.argv.slice(2)

interface Example {
  readonly keys: Int32Array
  readonly ends: boolean
}

const examples = [...fromTreebank(), ...fromNews()]
const table = learned(examples)
const scale = table.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127
const bytes = Int8Array.from(table, (weight) => Math.round(weight / scale))
writeFileSync(
  'src/language/en/sentence-weights.data.ts',
  '// Made by scripts/train-sentences.ts from the Universal Dependencies English Web Treebank (https://universaldependencies.org/treebanks/en_ewt/).\n' +
    '// SPDX-License-Identifier: CC-BY-SA-4.0\n\n' +
    `export const scale = ${scale.toPrecision(6)}\n\n` +
    `export const weights =\n  '${Buffer.from(bytes.buffer).toString('base64')}'\n`,
)
console.log({
  examples: examples.length,
  ends: examples.filter(({ ends }) => ends).length,
  used: bytes.filter((b) => b !== 0).length,
})

function* examplesOf(text: string, ends: (end: number, next: number) => boolean): Generator<Example> {
  const paragraph = paragraphOf(text, { start: 0, end: text.length })
  const found: Example[] = []
  walkPlaces(text, paragraph, (at, state) => {
    const place = paragraph.places[at]
    if (!place) return false
    const keys: number[] = []
    placeFeatures(paragraph, place, state, (key) => keys.push(key & (size - 1)))
    const end = ends(place.end, place.next)
    found.push({ keys: Int32Array.from(keys), ends: end })
    return end
  })
  yield* found
}

function* fromTreebank(): Generator<Example> {
  let text = ''
  let starts = new Set<number>()
  for (const sentence of readTreebank(treebank)) {
    if (sentence.opensParagraph) {
      yield* examplesOf(text, (_, next) => starts.has(next))
      text = ''
      starts = new Set()
    }
    starts.add(text.length)
    text += sentence.text
  }
  yield* examplesOf(text, (_, next) => starts.has(next))
}

function* fromNews(): Generator<Example> {
  const lines = gunzipSync(readFileSync(news)).toString('utf8').split('\n')
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]) continue
    const { title, text } = JSON.parse(lines[i] ?? '') as { readonly title?: string | null; readonly text: string }
    for (const paragraph of [title ?? '', ...text.split('\n')])
      yield* examplesOf(paragraph, (end, next) => ruled(paragraph, end, next))
  }
}

/** Where a sentence of well-edited prose ends, by rules that know titles, initials and other abbreviations. */
function ruled(text: string, end: number, at: number): boolean {
  const stop = /([\p{L}\p{N}.&]*?)([.!?…]+)(["'”’»)\]]*)$/u.exec(text.slice(Math.max(0, end - 60), end))
  const next = /^["'“‘«([]*([\p{L}\p{N}]+)?/u.exec(text.slice(at, at + 40))?.[1] ?? ''
  if (!stop || /^\p{Ll}/u.test(next)) return false
  const [, word = '', stops = '', closed = ''] = stop
  const [lower, follows] = [word.toLowerCase(), next.toLowerCase()]
  if (stops !== '.' || /^\d+$/.test(word)) return true
  if (closed === '' && titles.has(lower) && !(lower === 'no' && !/^\d/.test(next))) return false
  if (/^\p{Lu}$/u.test(word) && closed === '')
    return openers.has(follows) && !/\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, end - 22), end - 2))
  if (states.has(word)) return /^\p{Lu}/u.test(text.slice(at, at + 1))
  return !(inner.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) || openers.has(follows)
}

function learned(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(size)
  const steps = new Float64Array(size).fill(1)
  const next = chance(7)
  for (let round = 0; round < rounds; round++) {
    let loss = 0
    for (const { keys, ends } of shuffled(examples, next)) {
      let sum = 0
      const seen = keys.filter(() => next() >= dropped)
      for (const key of seen) sum += weights[key] ?? 0
      const slip = (ends ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      loss -= Math.log(Math.max(1e-9, 1 - Math.abs(slip)))
      for (const key of seen) {
        const gradient = slip - decay * (weights[key] ?? 0)
        steps[key] = (steps[key] ?? 0) + gradient * gradient
        weights[key] = (weights[key] ?? 0) + (rate * gradient) / Math.sqrt(steps[key] ?? 1)
      }
    }
    console.log(round, (loss / examples.length).toFixed(5))
  }
  return weights
}
