import type { Document } from '../../model/document.ts'
import type { Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { parseSentence } from '../../parsing/parse.ts'
import { splitSentences } from '../../text/sentences.ts'
import { defineStage } from '../stage.ts'
import { keepParse } from '../syntax/parsed.ts'
import { addressesIn } from './addresses.ts'
import { cutWords } from './cutting.ts'

/** Sentences and tagged tokens of everything that is headline or body; credits and clutter are passed over. */
export const tokens = defineStage({
  ref: 'tokens@3',
  needs: [],
  gives: ['sentences', 'tokens'],
  run(document) {
    const sentences: Sentence[] = []
    const tokens: Token[] = []
    document.regions.forEach((region, paragraph) => {
      if (region.kind !== 'headline' && region.kind !== 'body') return
      for (const span of splitSentences(document.text, region)) {
        const first = tokens.length
        for (const token of tokensOf(document, span, sentences.length)) tokens.push(token)
        sentences.push({ ...span, headline: region.kind === 'headline', paragraph, first, last: tokens.length })
      }
    })
    return { sentences, tokens }
  },
})

function tokensOf(document: Document, sentence: Span, at: number): readonly Token[] {
  const text = document.text.slice(sentence.start, sentence.end)
  const spans = cutWords(text, addressesIn(text))
  const words = spans.map(({ start, end }) => text.slice(start, end))
  const parse = parseSentence(words)
  const found = spans.map(({ start, end }, i): Token => {
    const word = words[i] ?? ''
    return {
      start: sentence.start + start,
      end: sentence.start + end,
      text: word,
      lower: plain(word),
      lemma: parse[i]?.lemma ?? '',
      pos: parse[i]?.pos ?? 'X',
      sentence: at,
    }
  })
  keepParse(found, parse)
  return found
}

/** Lower case with straight quotation marks. Never used for offsets: "İ" grows when it is lowered. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟«»]|''/g, '"')
