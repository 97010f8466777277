// How well the words, tags, lemmas and trees found in raw English text agree with a treebank, and how fast they are found.
//   npx tsx scripts/score-parser.ts FILE.conllu.gz
// Raw: the program's own paragraphs, sentences and words. Gold: sentences and words as the treebank has them.
import { addressesIn } from '../src/extract/tokens/addresses.ts'
import { cutWords } from '../src/extract/tokens/cutting.ts'
import { parseSentence, tagSentence } from '../src/parsing/parse.ts'
import { splitSentences } from '../src/text/sentences.ts'
import { agreement, type FoundWord, type GoldSentence, paragraphsOf, readTreebank } from './treebank.ts'

type Reader = (sentence: string) => readonly FoundWord[]

const own: Reader = (sentence) => {
  const spans = cutWords(sentence, addressesIn(sentence))
  const words = parseSentence(spans.map(({ start, end }) => sentence.slice(start, end)))
  return words.map((word, i) => ({ ...word, start: spans[i]?.start ?? 0, end: spans[i]?.end ?? 0 }))
}

const gold = readTreebank(process.argv[2] ?? '')
console.log('raw', fromRaw(gold, own))
console.log('gold words', fromGold(gold))
speed()

/** Reads the raw text, and counts places without white space as the treebank does. */
function fromRaw(gold: readonly GoldSentence[], read: Reader) {
  const found: FoundWord[] = []
  const starts = new Set<number>()
  let passed = 0
  for (const paragraph of paragraphsOf(gold)) {
    const places = [...placesOf(paragraph, passed)]
    const at = (offset: number) => places[offset] ?? 0
    for (const sentence of splitSentences(paragraph, { start: 0, end: paragraph.length })) {
      starts.add(at(sentence.start))
      const first = found.length
      for (const word of read(paragraph.slice(sentence.start, sentence.end)))
        found.push({
          ...word,
          start: at(sentence.start + word.start),
          end: at(sentence.start + word.end - 1) + 1,
          head: word.head === undefined || word.head < 0 ? -1 : first + word.head,
        })
    }
    passed = at(paragraph.length)
  }
  return agreement(gold, found, starts)
}

function* placesOf(text: string, from: number): Generator<number> {
  let place = from
  for (let i = 0; i < text.length; i++) {
    yield place
    if (!/\s/.test(text.charAt(i))) place++
  }
  yield place
}

function fromGold(gold: readonly GoldSentence[]) {
  let first = 0
  const found = gold.flatMap(({ words }) => {
    const parsed = parseSentence(words.map(({ form }) => form)).map((word, i) => ({
      ...word,
      start: words[i]?.start ?? 0,
      end: words[i]?.end ?? 0,
      head: word.head < 0 ? -1 : first + word.head,
    }))
    first += words.length
    return parsed
  })
  return agreement(gold, found)
}

/** Sentences a second of processor time, the best of five runs, each over the whole file. */
function speed(): void {
  const sentences = gold.map(({ text }) => text.trim())
  const words = sentences.map((sentence) => cutWords(sentence).map(({ start, end }) => sentence.slice(start, end)))
  const of = (work: () => void) => {
    let least = Infinity
    for (let run = 0; run < 5; run++) {
      const { user, system } = process.cpuUsage()
      work()
      const spent = process.cpuUsage({ user, system })
      least = Math.min(least, (spent.user + spent.system) / 1e6)
    }
    return Math.round(sentences.length / least)
  }
  const paragraphs = paragraphsOf(gold)
  console.log('sentences a second:', {
    split: of(() => paragraphs.forEach((text) => void splitSentences(text, { start: 0, end: text.length }))),
    'cut words': of(() => sentences.forEach((sentence) => void cutWords(sentence, addressesIn(sentence)))),
    'cut, tag and parse': of(() => sentences.forEach((sentence) => void own(sentence))),
    'cut and tag': of(() =>
      sentences.forEach(
        (sentence) => void tagSentence(cutWords(sentence).map(({ start, end }) => sentence.slice(start, end))),
      ),
    ),
    'parse words': of(() => words.forEach((sentence) => void parseSentence(sentence))),
  })
}
