// Writes what scripts/train-reports.py learns from: sentences, with what is seen around their words and where the parts of reports lie.
//   npx tsx scripts/report-lessons.ts TRAIN.jsonl.gz LESSONS.jsonl
// A line of TRAIN is one news report: {text, attributions: [{source, cue, content}]}, each a list of [start, end]. The trees are those of
// the network as it stands.
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { draftsByRule } from '../src/extract/attributions/drafts-by-rule.ts'
import { cueCodeCount, cueCodes } from '../src/extract/attributions/learned/cue-codes.ts'
import {
  codesPerPlace,
  type Places,
  placeCodeCount,
  placesOf,
  type Role,
  roles,
  whole,
} from '../src/extract/attributions/learned/places.ts'
import { headOfCue, type Scene, sceneOf } from '../src/extract/attributions/learned/scene.ts'
import { looseDocument } from '../src/extract/loose-document.ts'
import { mentions } from '../src/extract/mentions/mentions.ts'
import { analyse } from '../src/extract/read.ts'
import { pageOf } from '../src/extract/syntax/page.ts'
import type { Stretch } from '../src/extract/syntax/phrases.ts'
import { tokens } from '../src/extract/tokens/tokens.ts'

type Spans = readonly (readonly [start: number, end: number])[]

interface Report {
  readonly id: string
  readonly text: string
  readonly attributions: readonly { readonly source: Spans; readonly cue: Spans; readonly content: Spans }[]
}

/** What a person marked, in tokens. */
type Marked = Readonly<Record<Role, Stretch | undefined>>

function sceneOfReport({ id, text }: Report): Scene {
  const layers = analyse(looseDocument(text, id), [tokens, mentions])
  const page = pageOf(text, layers.tokens, layers.sentences)
  return sceneOf(page, draftsByRule(page, layers.mentions))
}

/** The reports that people marked, by the word on which their cue hangs. */
function markedIn(scene: Scene, { attributions }: Report): ReadonlyMap<number, Marked> {
  const found = new Map<number, Marked>()
  for (const { source, cue, content } of attributions) {
    const [words] = stretchesOf(scene, cue)
    const parts = stretchesOf(scene, content)
    if (!words || parts.length === 0) continue
    const head = headOfCue(scene, words)
    if (found.has(head)) continue
    found.set(head, {
      cue: words,
      left: whole(parts.filter(({ last }) => last <= words.first)),
      right: whole(parts.filter(({ first }) => first >= words.last)),
      source: stretchesOf(scene, source)[0],
    })
  }
  return found
}

/** Tokens that ranges of characters touch. */
function stretchesOf({ page }: Scene, spans: Spans): readonly Stretch[] {
  return spans.flatMap(([start, end]) => {
    const first = page.tokens.findIndex((token) => token.end > start)
    const last = page.tokens.findLastIndex((token) => token.start < end)
    return first < 0 || last < first ? [] : [{ first, last: last + 1 }]
  })
}

/** The place that answers each question; -1 where it is none of those looked at. */
function answersOf({ tokens, words, may }: Places, marked: Marked): readonly number[] {
  const placeOf = (question: number, token: number, near: number): number =>
    tokens.findIndex(
      (at, i) => at >= 0 && Math.abs(at - token) <= (i < words ? 0 : near) && ((may[i] ?? 0) & (1 << question)) !== 0,
    )
  return roles.flatMap((role, k) => {
    const part = marked[role]
    if (!part) return role === 'cue' ? [-1, -1] : [words, -1]
    return [placeOf(2 * k, part.first, 0), placeOf(2 * k + 1, part.last - 1, 1)]
  })
}

const [from, to] = process.argv.slice(2)
if (!from || !to) throw new Error('npx tsx scripts/report-lessons.ts TRAIN.jsonl.gz LESSONS.jsonl')
const lines = [JSON.stringify({ cueCodes: cueCodeCount, placeCodes: placeCodeCount, codesPerPlace })]
for (const line of gunzipSync(readFileSync(from)).toString().trim().split('\n')) {
  const report = JSON.parse(line) as Report
  const scene = sceneOfReport(report)
  const marked = markedIn(scene, report)
  for (const { first, last } of scene.page.sentences) {
    const tree = scene.tree(first)
    if (!tree) continue
    const places = Array.from({ length: last - first }, (_, i) => first + i)
    const reports = places.flatMap((head) => {
      const parts = marked.get(head)
      if (!parts) return []
      const around = placesOf(scene, tree, head)
      return [{ cue: head - first, codes: [...around.codes], may: [...around.may], answers: answersOf(around, parts) }]
    })
    const words = places.map((i) => scene.page.tokens[i]?.text)
    lines.push(JSON.stringify({ words, codes: places.map((i) => cueCodes(scene, i)), reports }))
  }
}
writeFileSync(to, `${lines.join('\n')}\n`)
