import type { Document } from '../../model/document.ts'
import type { Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { splitSentences } from '../../text/sentences.ts'
import { defineStage } from '../stage.ts'
import { type TaggedToken, tag } from './tagger.ts'

/** Sentences and tagged tokens of everything that is headline or body; credits and clutter are passed over. */
export const tokens = defineStage({
  ref: 'tokens@1',
  needs: [],
  gives: ['sentences', 'tokens'],
  run(document) {
    const sentences: Sentence[] = []
    const tokens: Token[] = []
    document.regions.forEach((region, paragraph) => {
      if (region.kind !== 'headline' && region.kind !== 'body') return
      for (const span of splitSentences(document.text, region)) {
        const first = tokens.length
        for (const token of tokensOf(document, span)) tokens.push({ ...token, sentence: sentences.length })
        sentences.push({ ...span, headline: region.kind === 'headline', paragraph, first, last: tokens.length })
      }
    })
    return { sentences, tokens }
  },
})

function* tokensOf(document: Document, sentence: Span): Generator<Omit<Token, 'sentence'>> {
  const text = document.text.slice(sentence.start, sentence.end)
  for (const { start, end, lemma, pos } of joinDomains(text, tag(text))) {
    const word = text.slice(start, end)
    yield { start: sentence.start + start, end: sentence.start + end, text: word, lower: plain(word), lemma, pos }
  }
}

/** Lower case with straight quotation marks. Never used for offsets: "İ" grows when it is lowered. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')

const domain =
  /\b(?:https?:\/\/\S+|(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|info|gov|edu|mil|int|io|tv|me|news|press|media|example|[a-z]{2})\b)/gu

/** "twz.com" is one name, not three tokens and a sentence end. */
function joinDomains(text: string, tagged: readonly TaggedToken[]): readonly TaggedToken[] {
  const domains = [...text.matchAll(domain)].filter((match) => !/^(?:\p{L}\.)+\p{L}?$/u.test(match[0]))
  if (domains.length === 0) return tagged
  const joined: TaggedToken[] = []
  for (const token of tagged) {
    const inside = domains.find(({ index, 0: name }) => index <= token.start && token.end <= index + name.length)
    const last = joined.at(-1)
    if (!inside) joined.push(token)
    else if (!last || last.start !== inside.index)
      joined.push({
        start: inside.index,
        end: inside.index + inside[0].length,
        lemma: inside[0].toLowerCase(),
        pos: 'PROPN',
      })
  }
  return joined
}
