import { concepts, fates } from '../../language/en/concepts.ts'
import type { FigureFrame, FigureRole } from '../../model/figure-frame.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import { overlap, type Span } from '../../model/span.ts'
import { remembered } from '../../text/remembered.ts'
import { vectorOf, type WordVector } from '../../text/word-vectors.ts'
import { type Content, contentsOf, namingWords, tokenRange } from './content.ts'
import { figureFramesOf } from './figure-frame.ts'

/** What one statement brings to a comparison with another, beyond its concepts and figures. Read off its own document alone. */
export interface Profile {
  readonly content: Content
  /** Its content words, without the words that name who says it. */
  readonly words: readonly Word[]
  /** Those, and the words of its sentence and of the sentence before. */
  readonly context: readonly Word[]
  /** What its figures count, last word of each. */
  readonly counted: readonly Word[]
  /** What its first figure stands for; null when it gives none. */
  readonly role: FigureRole | null
  /** What is said of the things first counted: "*licensed* for 120 *passengers*". */
  readonly saidOfCounted: readonly Word[]
  readonly numbers: readonly number[]
  readonly verbs: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Runs of four letters and how often each stands: finds "dismissal" in "dismissed". */
  readonly grams: ReadonlyMap<string, number>
  /** Index of its sentence, and that as a share of the document, 0..1. */
  readonly sentence: number
  readonly place: number
}

/** A content word: its lemma, what kind of word it is, and how it is used. */
export interface Word {
  readonly lemma: string
  /** The form whose use is known: the lemma, else the word as it stands. */
  readonly form: string
  readonly pos: Token['pos']
  readonly vector: WordVector | undefined
}

/** The profiles of all statements of a document, worked out once for each reading. */
export const profilesIn = remembered((reading: Reading): readonly Profile[] => {
  const frames = figureFramesOf(reading)
  return contentsOf(reading).map((content, i) => profileOf(content, reading, frames[i] ?? null))
})

function profileOf(content: Content, reading: Reading, figure: FigureFrame | null): Profile {
  const statement = reading.statements[content.statement]
  const naming = statement ? namingWords(reading, statement) : []
  const [first, last] = tokenRange(reading.tokens, content)
  const tokens = reading.tokens.slice(first, last)
  const sentence = reading.tokens[first]?.sentence ?? 0
  const words = contentWords(tokens, naming)
  return {
    content,
    words,
    context: [...words, ...wordsIn(reading, sentence), ...wordsIn(reading, sentence - 1)],
    counted: content.measures.flatMap(({ quantity }) => countedWord(quantity.of ?? quantity.unit ?? '')),
    role: figure?.role ?? null,
    saidOfCounted: (figure?.said ?? []).map(conceptWord),
    numbers: content.measures.flatMap(({ quantity }) => quantity.low ?? quantity.high ?? []),
    verbs: new Set(tokens.filter(({ pos }) => pos === 'VERB').map(({ lemma }) => lemma)),
    nouns: new Set(tokens.filter(({ pos }) => pos === 'NOUN').map(({ lemma }) => lemma)),
    names: new Set(tokens.filter(({ pos }) => pos === 'PROPN').map(({ lower }) => lower)),
    grams: gramsOf(content.plain),
    sentence,
    place: sentence / Math.max(1, reading.sentences.length),
  }
}

/** Verbs that say nothing of what happens. */
const empty = new Set(['be', 'have', 'do', 'say', 'tell', 'make', 'get', 'go'])
const telling = /^(?:NOUN|PROPN|VERB|ADJ)$/

function contentWords(tokens: readonly Token[], except: readonly Span[]): readonly Word[] {
  return tokens
    .filter(({ pos, text }) => telling.test(pos) && /\p{L}{2}/u.test(text))
    .filter((token) => !except.some((span) => overlap(span, token) > 0))
    .map(wordOf)
    .filter(({ lemma }) => !empty.has(lemma))
}

const wordsIn = (reading: Reading, sentence: number): readonly Word[] => {
  const found = reading.sentences[sentence]
  // A sentence without end is not read whole for its surroundings.
  return found ? contentWords(reading.tokens.slice(found.first, Math.min(found.last, found.first + longest)), []) : []
}

/** Most tokens of a sentence that count as surroundings. */
const longest = 80

function wordOf({ lemma, lower, pos }: Token): Word {
  const plain = lemma.toLowerCase()
  const form = vectorOf(plain) ? plain : lower
  return { lemma: plain, form, pos, vector: vectorOf(form) }
}

/** A word that is equal to all that name its concept, and otherwise alike by its use. */
const conceptWord = (lemma: string): Word => ({
  lemma: fates[lemma] ?? concepts[lemma] ?? lemma,
  form: lemma,
  pos: 'NOUN',
  vector: vectorOf(lemma),
})

function countedWord(of: string): readonly Word[] {
  const last = of.split(/\s+/).at(-1)?.toLowerCase() ?? ''
  const lemma = last.replace(/s$/, '')
  const form = vectorOf(last) ? last : lemma
  return lemma === '' ? [] : [{ lemma, form, pos: 'NOUN', vector: vectorOf(form) }]
}

function gramsOf(plain: string): ReadonlyMap<string, number> {
  const grams = new Map<string, number>()
  const padded = ` ${plain.slice(0, 400)} `
  for (let i = 0; i + 4 <= padded.length; i++) {
    const gram = padded.slice(i, i + 4)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}
