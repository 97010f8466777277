import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { remembered } from '../../text/remembered.ts'

/** What can be retold of a report: a figure, a name, a telling word, or two of them side by side. */
export type FactKind = 'figure' | 'name' | 'word' | 'pair'

/** One retellable detail and the first place where the document gives it. */
export interface Fact extends Span {
  /**
   * The same detail has the same key in every document: `figure:340`, `word:mourato`, `pair:spillway gate`. A name that was once taken
   * for another word is the same word.
   */
  readonly key: string
  readonly kind: FactKind
  /** Index of the sentence it stands in. */
  readonly sentence: number
}

/** The details of one document by key, in reading order. Only headline and body are read; words that every report uses are passed over. */
export const factsOf = remembered((reading: Reading): ReadonlyMap<string, Fact> => {
  const facts = new Map<string, Fact>()
  let previous: Fact | undefined
  const amounts = amountsOf(reading)
  for (const token of reading.tokens) {
    const found = factAt(token, amounts.get(token.start))
    if (found === undefined) {
      if (token.pos === 'PUNCT') previous = undefined
      continue
    }
    if (!facts.has(found.key)) facts.set(found.key, found)
    if (previous !== undefined && previous.sentence === found.sentence) {
      const key = `pair:${bare(previous.key)} ${bare(found.key)}`
      if (!facts.has(key)) facts.set(key, { ...found, key, kind: 'pair', start: previous.start })
    }
    previous = found
  }
  return facts
})

const bare = (key: string): string => key.slice(key.indexOf(':') + 1)

/** Where a quantity begins, and its amount: "twenty-six" and "26" are one figure. */
function amountsOf({ quantities }: Reading): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>()
  for (const { start, low, high, vague } of quantities) {
    const amount = low ?? high
    if (!vague && amount !== null) amounts.set(start, amount)
  }
  return amounts
}

const content: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'VERB', 'ADJ', 'NUM'])

function factAt(token: Token, amount: number | undefined): Fact | undefined {
  const { start, end, sentence } = token
  if (amount !== undefined) return { key: `figure:${amount}`, kind: 'figure', start, end, sentence }
  const digits = digitsOf(token.text)
  if (digits !== undefined) return { key: `figure:${digits}`, kind: 'figure', start, end, sentence }
  const word = token.lemma.toLowerCase()
  if (!content.has(token.pos) || word.length < 3 || commonplace.has(word)) return undefined
  const kind = token.pos === 'PROPN' ? 'name' : 'word'
  return { key: `word:${word}`, kind, start, end, sentence }
}

/** "1,200" and "1200" are one number; "31-metre" is none of its own. */
function digitsOf(text: string): string | undefined {
  if (!/^\p{Sc}?\d[\d.,]*%?$/u.test(text)) return undefined
  return text.replace(/[^\d.]/g, '').replace(/\.0*$/, '')
}

/** Lemmas of news prose that say nothing of where a text came from. */
const commonplace: ReadonlySet<string> = new Set(
  (
    'be have do say tell will would can could may might should must not more than most much many some any other new first ' +
    'last year day time people one two three also only just even still such make take come get give see know think want use ' +
    'find call report add spokesman spokeswoman official statement reporter week month monday tuesday wednesday thursday ' +
    'friday saturday sunday january february march april june july august september october november december'
  ).split(' '),
)
