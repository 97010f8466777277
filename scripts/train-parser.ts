// Trains the English tagger, lemmatiser and parser of src/parsing from a treebank in CoNLL-U, the same weights at every run.
//   npx tsx scripts/train-parser.ts FOLDER           FOLDER holds train.conllu.gz and dev.conllu.gz (UD_English-EWT, CC BY-SA 4.0)
//   npx tsx scripts/train-parser.ts FOLDER --only tagger
// Writes src/language/en/tagger-weights.data.ts and src/language/en/parser-weights.data.ts. Only numbers and endings of words leave the
// treebank; dev is looked at to print how well it went. The parser learns from tags as the tagger finds them in sentences it has not seen.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type LinearModel, packModel, readModel } from '../src/parsing/linear-model.ts'
import {
  bestMove,
  mostParseKeys,
  type ParserInput,
  parseForms,
  parseKeys,
  parserInput,
  wordKinds,
} from '../src/parsing/parser.ts'
import { type Relation, relations } from '../src/parsing/relations.ts'
import { best, mostKeys, tagForms, tagKeys } from '../src/parsing/tagger.ts'
import { isDone, move, openState } from '../src/parsing/transitions.ts'
import { type WordForm, wordForm } from '../src/parsing/word-forms.ts'
import { learnEndings } from './learn-endings.ts'
import { chance, openLearner, shuffled } from './learner.ts'
import { cheapestMoves, type GoldTree } from './oracle.ts'
import { type GoldSentence, type GoldWord, readTreebank } from './treebank.ts'

const settings = {
  /** Rarer tags are taken for the commonest with the same universal tag. */
  rarestTag: 8,
  taggerRounds: 6,
  taggerSteps: 1.5,
  folds: 5,
  foldRounds: 4,
  parserRounds: 6,
  parserSteps: 0.4,
  /** After the first round the parser goes its own way this often, so that it learns to go on from its own mistakes. */
  explore: 0.9,
  taggerUpdates: 4,
  parserUpdates: 6,
}

interface Example {
  readonly forms: readonly WordForm[]
  readonly tags: readonly number[]
  readonly sentence: GoldSentence
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, round: { type: 'boolean', default: false } },
})
const folder = positionals[0] ?? ''
const train = readTreebank(join(folder, 'train.conllu.gz'))
const dev = readTreebank(join(folder, 'dev.conllu.gz'))
const tags = tagsOf(train)
const examples = train.map(exampleOf)
const trials = dev.map(exampleOf)

const tagger = trainTagger(examples, settings.taggerRounds, 3)
const tagBytes = packModel(tagger)
const tagModel = modelOf(tagBytes)
const devTags = trials.map(({ forms }) => tagForms(tagModel, tags.length, forms))
console.log(`tags ${rightTags(devTags).toFixed(2)} %, ${tagBytes.length} bytes`)
const words = train.flatMap((sentence) => sentence.words)
writeData('tagger-weights', tagBytes, {
  tags: tags.join('|'),
  endings: learnEndings(words.map((word) => ({ ...word, tag: tags[tagOf(word)] ?? '' }))),
})

if (values.only !== 'tagger') {
  const ownTags: Uint8Array[] = []
  for (let fold = 0; fold < settings.folds; fold++) {
    const held = (i: number) => Math.floor(i / 20) % settings.folds === fold
    const model = modelOf(
      packModel(
        trainTagger(
          examples.filter((_, i) => !held(i)),
          settings.foldRounds,
          11 + fold,
        ),
      ),
    )
    examples.forEach(({ forms }, i) => {
      if (held(i)) ownTags[i] = tagForms(model, tags.length, forms)
    })
  }
  const bytes = packModel(trainParser(examples, ownTags))
  console.log(`${treeFigures(modelOf(bytes))}, ${bytes.length} bytes`)
  writeData('parser-weights', bytes, {})
}

function tagsOf(sentences: readonly GoldSentence[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { words } of sentences)
    for (const { pos, fine } of words) counts.set(`${pos} ${fine}`, (counts.get(`${pos} ${fine}`) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= settings.rarestTag)
    .sort((a, b) => b[1] - a[1])
    .map(([tag]) => tag)
}

function tagOf({ pos, fine }: GoldWord): number {
  const own = tags.indexOf(`${pos} ${fine}`)
  return own >= 0
    ? own
    : Math.max(
        0,
        tags.findIndex((tag) => tag.startsWith(`${pos} `)),
      )
}

function exampleOf(sentence: GoldSentence): Example {
  return { forms: sentence.words.map(({ form }) => wordForm(form)), tags: sentence.words.map(tagOf), sentence }
}

function trainTagger(examples: readonly Example[], rounds: number, seed: number) {
  const learner = openLearner(settings.taggerUpdates)
  const next = chance(seed)
  const keys = new Int32Array(mostKeys)
  const scores = new Float64Array(tags.length)
  for (let round = 0; round < rounds; round++) {
    for (const { forms, tags: gold } of shuffled(examples, next)) {
      const found = new Uint8Array(forms.length)
      gold.forEach((right, i) => {
        learner.tick()
        const count = tagKeys(forms, found, i, keys)
        learner.score(keys, count, scores)
        const guess = best(scores)
        if (guess !== right) {
          learner.update(keys, count, right, 1)
          learner.update(keys, count, guess, -1)
        }
        found[i] = guess
      })
    }
  }
  return learner.packed(settings.taggerSteps)
}

function trainParser(examples: readonly Example[], ownTags: readonly Uint8Array[]) {
  const learner = openLearner(settings.parserUpdates)
  const next = chance(5)
  const keys = new Int32Array(mostParseKeys)
  const scores = new Float64Array(1 + 2 * relations.length)
  const kinds = wordKinds(tags)
  const lessons = examples.map(({ forms, sentence }, i) => ({
    input: parserInput(forms, ownTags[i] ?? [], kinds),
    gold: treeOf(sentence),
  }))
  for (let round = 0; round < settings.parserRounds; round++) {
    for (const { input, gold } of shuffled(lessons, next)) {
      const state = openState(gold.heads.length - 2)
      while (!isDone(state)) {
        learner.tick()
        const count = parseKeys(state, input, keys)
        learner.score(keys, count, scores)
        const guess = bestMove(state, scores, relations.length)
        const right = bestOf(cheapestMoves(state, gold, relations.length), scores)
        if (guess !== right) {
          learner.update(keys, count, right, 1)
          learner.update(keys, count, guess, -1)
        }
        move(state, round > 0 && next() < settings.explore ? guess : right, relations.length)
      }
    }
    if (values.round) console.log(round + 1, treeFigures(modelOf(packModel(learner.packed(settings.parserSteps)))))
  }
  return learner.packed(settings.parserSteps)
}

function treeOf({ words }: GoldSentence): GoldTree {
  const root = words.length + 1
  return {
    heads: Int32Array.from([0, ...words.map(({ head }) => (head < 0 ? root : head + 1)), 0]),
    relations: Int32Array.from([0, ...words.map(({ relation }) => 1 + relations.indexOf(relation as Relation)), 0]),
  }
}

function bestOf(moves: readonly number[], scores: Float64Array): number {
  return moves.reduce((winner, which) => ((scores[which] ?? 0) > (scores[winner] ?? 0) ? which : winner), moves[0] ?? 0)
}

function modelOf(bytes: Uint8Array): LinearModel {
  return readModel(Buffer.from(bytes).toString('base64'))
}

function rightTags(found: readonly Uint8Array[]): number {
  const universal = (tag: string | undefined) => tag?.replace(/ .*/, '')
  const right = dev.flatMap(({ words }, n) => words.map(({ pos }, i) => universal(tags[found[n]?.[i] ?? 0]) === pos))
  return (100 * right.filter(Boolean).length) / right.length
}

/** Attachment scores on dev, with words as the treebank cuts them and tags as the tagger finds them. */
function treeFigures(model: LinearModel): string {
  const kinds = wordKinds(tags)
  let [count, heads, both] = [0, 0, 0]
  trials.forEach(({ forms, sentence }, n) => {
    const input: ParserInput = parserInput(forms, devTags[n] ?? [], kinds)
    const state = parseForms(model, relations.length, input)
    const gold = treeOf(sentence)
    for (let i = 1; i <= forms.length; i++) {
      count++
      if (state.heads[i] !== gold.heads[i]) continue
      heads++
      if (plain(state.relations[i]) === plain(gold.relations[i])) both++
    }
  })
  return `UAS ${((100 * heads) / count).toFixed(2)}, LAS ${((100 * both) / count).toFixed(2)}`
}

function plain(relation: number | undefined): string | undefined {
  return relations[(relation ?? 0) - 1]?.replace(/:.*/, '')
}

function writeData(
  name: string,
  bytes: Uint8Array,
  lists: { readonly tags?: string; readonly endings?: string },
): void {
  const parts = [
    '// Made by scripts/train-parser.ts from the Universal Dependencies English Web Treebank (https://universaldependencies.org/treebanks/en_ewt/).',
    '// SPDX-License-Identifier: CC-BY-SA-4.0',
    ...(lists.tags ? [`export const tags =\n  ${quoted(lists.tags)}`] : []),
    ...(lists.endings ? [`export const endings =\n  ${quoted(lists.endings)}`] : []),
    `export const weights =\n  '${Buffer.from(bytes).toString('base64')}'`,
  ]
  writeFileSync(
    `src/language/en/${name}.data.ts`,
    `${parts.slice(0, 2).join('\n')}\n\n${parts.slice(2).join('\n\n')}\n`,
  )
}

/** With the marks that need fewer escapes, as the formatter has it. */
function quoted(text: string): string {
  const mark = text.split("'").length > text.split('"').length ? '"' : "'"
  return mark + text.replace(/\\/g, '\\\\').replaceAll(mark, `\\${mark}`).replace(/\n/g, '\\n') + mark
}
