import type { Document } from '../../model/document.ts'
import type { Sentence, Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { type ParsedWord, parseSentence } from '../../parsing/parse.ts'
import { detached } from '../../text/detached.ts'
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
        const { start, end } = span
        sentences.push({ start, end, headline: region.kind === 'headline', paragraph, first, last: tokens.length })
      }
    })
    return { sentences, tokens }
  },
})

function tokensOf(document: Document, sentence: Span, at: number): readonly Token[] {
  const { words, parse } = inWords(document.text.slice(sentence.start, sentence.end))
  const found = words.map(({ start, end, text, lower }, i): Token => {
    const { lemma, pos } = parse[i] ?? unknown
    return { start: sentence.start + start, end: sentence.start + end, text, lower, lemma, pos, sentence: at }
  })
  keepParse(found, parse)
  return found
}

const unknown = { lemma: '', pos: 'X' } as const

/** A sentence by itself, wherever it stands. */
interface Words {
  readonly words: readonly (Span & Form)[]
  readonly parse: readonly ParsedWord[]
}

/** Reports are copied from each other: a sentence met again need not be parsed again. Kept up to some letters, then all are forgotten. */
function inWords(text: string): Words {
  const known = met.get(text)
  if (known) return known
  const spans = cutWords(text, addressesIn(text))
  const words = spans.map(({ start, end }) => {
    const { text: word, lower } = formOf(text.slice(start, end))
    return { start, end, text: word, lower }
  })
  const found = { words, parse: parseSentence(words.map((word) => word.text)) }
  letters += text.length
  if (letters > mostLetters) {
    met.clear()
    letters = text.length
  }
  met.set(detached(text), found)
  return found
}

const met = new Map<string, Words>()
let letters = 0
/** Some seventy reports. */
const mostLetters = 200_000

type Form = Pick<Token, 'text' | 'lower'>

/** Each word as one string, however often it stands in the reports: there are many words, and most are the same. */
function formOf(word: string): Form {
  const known = forms.get(word)
  if (known) return known
  const form = { text: detached(word), lower: plain(word) }
  if (forms.size >= mostForms) forms.clear()
  if (word.length <= longestForm) forms.set(form.text, form)
  return form
}

const forms = new Map<string, Form>()
const mostForms = 20_000
const longestForm = 40

/** Lower case with straight quotation marks. Never used for offsets: "İ" grows when it is lowered. */
function plain(word: string): string {
  const lower = word.toLowerCase()
  return marks.test(lower) ? lower.replace(/[‘’‛`´]/g, "'").replace(/[“”„‟«»]|''/g, '"') : lower
}

const marks = /[‘’‛`´“”„‟«»']/
