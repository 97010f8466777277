// Learns which words hand on speech, and where source, cue and content begin and end.
//   npx tsx scripts/train-attributions.ts TRAIN.jsonl.gz      writes src/language/en/attribution-weights.data.ts
// A line of TRAIN is one report: {text, attributions: [{source, cue, content}]}, each a list of [start, end]. Only numbers leave the reports.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { draftsByRule } from '../src/extract/attributions/drafts-by-rule.ts'
import { headOfCue, ruledHeads } from '../src/extract/attributions/learned/cue-candidates.ts'
import { cueKeys, mostCueKeys } from '../src/extract/attributions/learned/cue-features.ts'
import { steps } from '../src/extract/attributions/learned/find-parts.ts'
import { beginnings, endings } from '../src/extract/attributions/learned/places.ts'
import { type Scene, sceneOf } from '../src/extract/attributions/learned/scene.ts'
import {
  mostSpanKeys,
  nowhere,
  type Partial,
  type Role,
  roles,
  spanKeys,
} from '../src/extract/attributions/learned/span-features.ts'
import { looseDocument } from '../src/extract/loose-document.ts'
import { mentions } from '../src/extract/mentions/mentions.ts'
import { analyse } from '../src/extract/read.ts'
import { pageOf } from '../src/extract/syntax/page.ts'
import type { Stretch } from '../src/extract/syntax/phrases.ts'
import { tokens } from '../src/extract/tokens/tokens.ts'
import { keyBits, type PackedFeature, packModel } from '../src/parsing/linear-model.ts'
import { chance, shuffled } from './learner.ts'

/** A place that must be chosen among others: rows of feature names, and which row is right. A single row is right or wrong by itself. */
interface Choice {
  readonly rows: readonly Int32Array[]
  readonly right: number
}

type Parts = readonly (readonly [start: number, end: number])[]

interface Report {
  readonly id: string
  readonly text: string
  readonly attributions: readonly { readonly source: Parts; readonly cue: Parts; readonly content: Parts }[]
}

/** What a person marked, in tokens. */
interface Gold {
  readonly source: Stretch | undefined
  readonly cue: Stretch
  readonly content: readonly Stretch[]
}

const settings = { rounds: 4, rate: 0.1, decay: 2e-5, leastSeen: 8, leastWeight: 3, leastCues: 3, leastShare: 0.015 }

function sceneOfReport({ id, text }: Report) {
  const document = looseDocument(text, id)
  const layers = analyse(document, [tokens, mentions])
  const page = pageOf(text, layers.tokens, layers.sentences)
  const drafts = draftsByRule(page, layers.mentions)
  const scene = sceneOf(page, drafts)
  return { scene, ruled: ruledHeads(scene, drafts) }
}

/** Tokens that a range of characters touches. */
function stretchOf({ page }: Scene, [start, end]: readonly [number, number]): Stretch | undefined {
  const first = page.tokens.findIndex((token) => token.end > start)
  const last = page.tokens.findLastIndex((token) => token.start < end)
  return first < 0 || last < first ? undefined : { first, last: last + 1 }
}

function goldOf(scene: Scene, report: Report): ReadonlyMap<number, Gold> {
  const found = new Map<number, Gold>()
  for (const { source, cue, content } of report.attributions) {
    const [words] = cue.flatMap((part) => stretchOf(scene, part) ?? [])
    const parts = content.flatMap((part) => stretchOf(scene, part) ?? [])
    if (!words || parts.length === 0) continue
    const head = headOfCue(scene, words)
    if (!found.has(head))
      found.set(head, { cue: words, content: parts, source: source.flatMap((part) => stretchOf(scene, part) ?? [])[0] })
  }
  return found
}

function partsOf(head: number, { source, cue, content }: Gold): Partial & { readonly source: Stretch | undefined } {
  const side = (parts: readonly Stretch[]): Stretch | undefined => {
    const [opening, closing] = [parts[0], parts.at(-1)]
    return opening && closing ? { first: opening.first, last: closing.last } : undefined
  }
  const left = side(content.filter(({ last }) => last <= cue.first))
  return { head, cue, left, right: side(content.filter(({ first }) => first >= cue.last)), source }
}

function* choicesOf(scene: Scene, head: number, gold: Gold): Generator<Choice> {
  const whole = partsOf(head, gold)
  let part: Partial = { head, cue: { first: head, last: head + 1 }, left: undefined, right: undefined }
  for (const role of roles) {
    const wanted = whole[role]
    const places = role === 'cue' ? beginnings(scene, role, part) : [nowhere, ...beginnings(scene, role, part)]
    const begin = choiceOf(scene, role, part, undefined, places, wanted?.first ?? nowhere)
    if (begin) yield begin
    if (wanted && begin) {
      const end = choiceOf(scene, role, part, wanted.first, endings(scene, role, part, wanted.first), wanted.last - 1)
      if (end) yield end
    }
    part = { ...part, [role]: wanted }
  }
}

const buffer = new Int32Array(Math.max(mostSpanKeys, mostCueKeys))

function choiceOf(
  scene: Scene,
  role: Role,
  part: Partial,
  first: number | undefined,
  places: readonly number[],
  wanted: number,
): Choice | undefined {
  const right = places.indexOf(wanted)
  if (right < 0) return void missed.set(role, (missed.get(role) ?? 0) + 1)
  const rows = places.map((place) => buffer.slice(0, spanKeys(scene, role, part, first, place, buffer)))
  return rows.length > 1 ? { rows, right } : undefined
}

const missed = new Map<Role, number>()

/** Logistic regression over hashed features, by AdaGrad (Duchi et al. 2011): of several rows one is right; a single row is right or not. */
function train(choices: readonly Choice[]): readonly PackedFeature[] {
  const seen = new Uint8Array(2 ** keyBits)
  for (const { rows } of choices)
    for (const row of rows) for (const key of row) seen[key] = Math.min(255, (seen[key] ?? 0) + 1)
  const weights = new Float32Array(2 ** keyBits)
  const squares = new Float32Array(2 ** keyBits)
  const next = chance(7)
  const kept = (key: number): boolean => (seen[key] ?? 0) >= settings.leastSeen
  const scoreOf = (row: Int32Array): number => {
    let sum = 0
    for (const key of row) sum += weights[key] ?? 0
    return sum
  }
  for (let round = 0; round < settings.rounds; round++) {
    let loss = 0
    for (const { rows, right } of shuffled(choices, next)) {
      const chances = rows.length === 1 ? [1 / (1 + Math.exp(-scoreOf(rows[0] ?? buffer)))] : softmax(rows.map(scoreOf))
      loss -= Math.log(Math.max(1e-9, rows.length === 1 && right < 0 ? 1 - (chances[0] ?? 0) : (chances[right] ?? 0)))
      rows.forEach((row, i) => {
        const slope = (chances[i] ?? 0) - (i === right ? 1 : 0)
        if (Math.abs(slope) < 1e-3) return
        for (const key of row) {
          if (!kept(key)) continue
          const turn = slope + settings.decay * (weights[key] ?? 0)
          squares[key] = (squares[key] ?? 0) + turn * turn
          weights[key] = (weights[key] ?? 0) - (settings.rate * turn) / (0.3 + Math.sqrt(squares[key] ?? 0))
        }
      })
    }
    console.log(`round ${round + 1}: loss ${(loss / choices.length).toFixed(4)}`)
  }
  const features: PackedFeature[] = []
  for (let key = 0; key < weights.length; key++) {
    const weight = Math.max(-127, Math.min(127, Math.round(steps * (weights[key] ?? 0))))
    if (Math.abs(weight) >= settings.leastWeight) features.push({ key, weights: [[0, weight]] })
  }
  return features
}

function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** Words that opened a cue often enough to be looked at wherever they stand. */
function wordsOfCues(counts: ReadonlyMap<number, readonly [cues: number, all: number]>): readonly number[] {
  return [...counts]
    .filter(([, [cues, all]]) => cues >= settings.leastCues && cues / all >= settings.leastShare)
    .map(([word]) => word)
    .sort((a, b) => a - b)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { reports: { type: 'string' }, out: { type: 'string' } },
})
const reports = gunzipSync(readFileSync(positionals[0] ?? ''))
  .toString()
  .trim()
  .split('\n')
  .slice(0, Number(values.reports ?? 1e9))
  .map((line) => JSON.parse(line) as Report)

const lessons = reports.map((report) => {
  const { scene, ruled } = sceneOfReport(report)
  return { scene, ruled, gold: goldOf(scene, report) }
})
const counts = new Map<number, [number, number]>()
for (const { scene, gold } of lessons)
  scene.page.tokens.forEach((_, i) => {
    const lemma = scene.tree(i).node(i)?.lemma ?? 0
    const count = counts.get(lemma) ?? [0, 0]
    counts.set(lemma, [count[0] + (gold.has(i) ? 1 : 0), count[1] + 1])
  })
const words = wordsOfCues(counts)
const known = new Set(words)
const choices: Choice[] = []
let lost = 0
for (const { scene, ruled, gold } of lessons) {
  scene.page.tokens.forEach((_, i) => {
    if (!known.has(scene.tree(i).node(i)?.lemma ?? 0) && !ruled.has(i)) {
      if (gold.has(i)) lost++
      return
    }
    choices.push({ rows: [buffer.slice(0, cueKeys(scene, i, buffer))], right: gold.has(i) ? 0 : -1 })
  })
  for (const [head, wanted] of gold) for (const choice of choicesOf(scene, head, wanted)) choices.push(choice)
}
console.log(`${choices.length} choices, ${words.length} words; ${lost} cues of rare words, out of reach:`, missed)
const features = train(choices)
const bytes = packModel(features)
console.log(`${features.length} features, ${bytes.length} bytes`)
writeFileSync(
  values.out ?? 'src/language/en/attribution-weights.data.ts',
  `// Made by scripts/train-attributions.ts; see docs/extract/attributions.md. Numbers only.

/** Words by which speech is handed on, by the numbers that features know them by. */
export const words =
  '${words.map((word) => word.toString(36)).join(' ')}'

export const weights =
  '${Buffer.from(bytes).toString('base64')}'
`,
)
