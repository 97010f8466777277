import type { Document } from '../../model/document.ts'
import type { Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { splitSentences } from '../../text/sentences.ts'
import { defineStage } from '../stage.ts'
import { addressesIn } from './addresses.ts'
import { type TaggedToken, tag } from './tagger.ts'

/** Sentences and tagged tokens of everything that is headline or body; credits and clutter are passed over. */
export const tokens = defineStage({
  ref: 'tokens@2',
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

function* tokensOf(document: Document, sentence: Span, at: number): Generator<Token> {
  const text = document.text.slice(sentence.start, sentence.end)
  for (const { start, end, lemma, pos } of joinAddresses(text, tag(text))) {
    const word = text.slice(start, end)
    yield {
      start: sentence.start + start,
      end: sentence.start + end,
      text: word,
      lower: plain(word),
      lemma,
      pos,
      sentence: at,
    }
  }
}

/** Lower case with straight quotation marks. Never used for offsets: "İ" grows when it is lowered. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[‘’‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')

/** "twz.com" is one name, not three tokens and a sentence end. */
function joinAddresses(text: string, tagged: readonly TaggedToken[]): readonly TaggedToken[] {
  const addresses = addressesIn(text)
  if (addresses.length === 0) return tagged
  const joined: TaggedToken[] = []
  let next = 0
  for (let i = 0; i < tagged.length; i++) {
    const token = tagged[i]
    if (!token) continue
    while ((addresses[next]?.end ?? text.length) <= token.start && next < addresses.length) next++
    const address = addresses[next]
    const last = address?.start === token.start ? lastWithin(tagged, i, address.end) : undefined
    if (!address || last === undefined) {
      joined.push(token)
      continue
    }
    joined.push({ ...address, lemma: text.slice(address.start, address.end).toLowerCase(), pos: 'PROPN' })
    i = last
  }
  return joined
}

/** The token that ends where the address does; none where the tagger cut elsewhere. */
function lastWithin(tagged: readonly TaggedToken[], from: number, end: number): number | undefined {
  let last = from
  while ((tagged[last + 1]?.end ?? end + 1) <= end) last++
  return tagged[last]?.end === end ? last : undefined
}
