import { anybody, concepts, fates, light } from '../../language/en/concepts.ts'
import { collectiveNouns, personNouns } from '../../language/en/people.ts'
import type { Quantity } from '../../model/quantity.ts'
import type { Reading } from '../../model/reading.ts'
import type { Token } from '../../model/sentence.ts'
import type { Span } from '../../model/span.ts'
import { overlap } from '../../model/span.ts'
import type { Statement } from '../../model/statement.ts'
import { firstFrom } from '../../text/in-order.ts'
import { remembered } from '../../text/remembered.ts'
import { fold } from '../../text/words.ts'

/** What one statement is about, ready to be compared: its words as concepts, and what it counts. */
export interface Content {
  readonly document: string
  readonly statement: number
  readonly start: number
  readonly end: number
  readonly quote: string
  /** The words without case and punctuation: equal for verbatim copies. */
  readonly plain: string
  /** Concepts and lemmas, each once, with a weight below 1 where only the surroundings name it. */
  readonly terms: ReadonlyMap<string, number>
  readonly measures: readonly Measure[]
  readonly years: ReadonlySet<string>
  readonly headline: boolean
  /** The text says who says so. */
  readonly attributed: boolean
  readonly certainty: Statement['certainty']
  readonly question: boolean
}

/** A figure and what it counts. */
export interface Measure {
  readonly quantity: Quantity
  readonly index: number
  /** Concept of the last word of what is counted; null when the text does not say. */
  readonly head: string | null
  readonly person: boolean
  /** What has become of the people counted: "death", "missing". */
  readonly fate: string | null
}

/** The contents of all statements of a document, worked out once for each reading. */
export const contentsOf = remembered((reading: Reading): readonly Content[] => {
  const tokenTerms = termsByToken(reading)
  return reading.statements.map((statement, index) => contentOf(reading, statement, index, tokenTerms))
})

function contentOf(
  reading: Reading,
  statement: Statement,
  index: number,
  tokenTerms: readonly (string | null)[],
): Content {
  const said = namingWords(reading, statement)
  const figures = statement.quantities.flatMap((at) => reading.quantities[at] ?? [])
  const [first, last] = tokenRange(reading.tokens, statement)
  const terms = new Map<string, number>()
  for (let i = first; i < last; i++) {
    const token = reading.tokens[i]
    const term = tokenTerms[i]
    if (!token || !term || said.some((span) => overlap(span, token) > 0)) continue
    if (figures.some((figure) => figure.start <= token.start && token.end <= figure.end && token.pos === 'NUM'))
      continue
    terms.set(term, 1)
  }
  const sentence = reading.sentences[reading.tokens[first]?.sentence ?? -1]
  if (terms.size < 3) addSurroundings(reading, tokenTerms, terms, first)
  const measures = statement.quantities.flatMap((at) => measureOf(reading, statement, at, tokenTerms) ?? [])
  for (const { head, fate } of measures) {
    if (head && !terms.has(head)) terms.set(head, 0.8)
    if (fate) terms.set(fate, 1)
  }
  const quote = reading.document.text.slice(statement.start, statement.end)
  return {
    document: reading.document.id,
    statement: index,
    start: statement.start,
    end: statement.end,
    quote,
    plain: fold(quote)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    terms,
    measures,
    years: yearsOf(reading, statement),
    headline: sentence?.headline ?? false,
    attributed: statement.attribution.length > 0,
    certainty: statement.certainty,
    question: /\?["'”’]?\s*$/.test(quote),
  }
}

/** A short answer ("Over two hundred, I would say") is about what the sentence before it is about. */
function addSurroundings(
  reading: Reading,
  tokenTerms: readonly (string | null)[],
  terms: Map<string, number>,
  at: number,
): void {
  const here = reading.tokens[at]?.sentence ?? 0
  for (const number of [here, here - 1]) {
    const sentence = reading.sentences[number]
    if (!sentence) continue
    for (let i = sentence.first; i < sentence.last; i++) {
      const term = tokenTerms[i]
      if (term && !terms.has(term)) terms.set(term, 0.4)
    }
  }
}

/** One term per token: its concept, else its lemma; null for light words. A phrase gives its concept to its first word. */
function termsByToken(reading: Reading): readonly (string | null)[] {
  const { tokens } = reading
  const lemmas = tokens.map((token) => lemmaOf(token))
  const found: (string | null)[] = tokens.map(() => null)
  for (let i = 0; i < tokens.length; i++) {
    const phrase = phraseAt(lemmas, i)
    if (phrase) {
      found[i] = phrase.concept
      i += phrase.length - 1
      continue
    }
    found[i] = termOf(tokens[i], lemmas[i] ?? '')
  }
  return found
}

function phraseAt(lemmas: readonly string[], i: number): { readonly concept: string; readonly length: number } | null {
  if (!phraseOpeners.has(lemmas[i] ?? '')) return null
  for (let length = 4; length > 1; length--) {
    const key = lemmas.slice(i, i + length).join('_')
    const concept = fates[key] ?? concepts[key]
    if (concept) return { concept, length }
  }
  return null
}

/** First words of the phrases that name a concept. */
const phraseOpeners = new Set(
  [...Object.keys(fates), ...Object.keys(concepts)].flatMap((key) =>
    key.includes('_') ? (key.split('_')[0] ?? []) : [],
  ),
)

function termOf(token: Token | undefined, lemma: string): string | null {
  if (!token || !/^(?:NOUN|PROPN|VERB|ADJ|ADV|X)$/.test(token.pos) || !/\p{L}{2}/u.test(lemma)) return null
  const concept = fates[lemma] ?? concepts[lemma] ?? fates[token.lower] ?? concepts[token.lower]
  if (concept) return concept
  if (light.has(lemma) || light.has(token.lower)) return null
  return token.pos === 'ADV' ? null : lemma
}

const lemmaOf = (token: Token): string =>
  token.pos === 'PROPN' ? singular(fold(token.text)) : fold(token.lemma.replace(/[’']s$/, ''))

const singular = (word: string): string => (/[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word)

/** The words that tell who says a statement. Who says it is not what is said. */
export function namingWords(reading: Reading, statement: Statement): readonly Span[] {
  return statement.attribution.flatMap((at) => {
    const attribution = reading.attributions[at]
    return attribution ? [...attribution.source, ...attribution.cue] : []
  })
}

function measureOf(
  reading: Reading,
  statement: Statement,
  index: number,
  tokenTerms: readonly (string | null)[],
): Measure | null {
  const quantity = reading.quantities[index]
  if (!quantity) return null
  const words = (quantity.of ?? '').split(/\s+/).filter((word) => word !== '')
  const last = fold(words.at(-1) ?? '')
  const lemma = last === '' ? '' : (lemmas.get(last) ?? singular(last))
  const counted = bodies.has(lemma) ? 'death' : (fates[lemma] ?? fates[last] ?? null)
  const head = lemma === '' ? null : (concepts[lemma] ?? concepts[last] ?? counted ?? lemma)
  const person =
    quantity.unit === null && (head === null || personConcepts.has(head) || counted !== null || namesPerson(lemma))
  const fate = person ? (counted ?? fateNear(reading, statement, quantity, tokenTerms)) : null
  return { quantity, index, head, person, fate }
}

const namesPerson = (lemma: string): boolean =>
  anybody.has(lemma) || (personNouns.has(lemma) && !collectiveNouns.has(lemma))

const bodies = new Set(['body', 'bodie', 'bodies', 'corpse', 'corpses'])
const lemmas = new Map([
  ['people', 'person'],
  ['lives', 'life'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['families', 'family'],
  ['fatalities', 'fatality'],
  ['casualties', 'casualty'],
  ['bodies', 'body'],
])
const personConcepts = new Set(
  'people worker soldier child firefighter trader farmer family refugee_people captain guard passenger board customer'.split(
    ' ',
  ),
)
const fateNames = new Set(Object.values(fates))

/** The nearest word for a fate between the figures before and after; what follows the figure comes first. */
function fateNear(
  reading: Reading,
  statement: Statement,
  quantity: Quantity,
  tokenTerms: readonly (string | null)[],
): string | null {
  const others = statement.quantities
    .flatMap((at) => reading.quantities[at] ?? [])
    .filter((other) => other !== quantity)
  const from = Math.max(
    statement.start,
    ...others.filter((other) => other.end <= quantity.start).map((other) => other.end),
  )
  const to = Math.min(
    statement.end,
    ...others.filter((other) => other.start >= quantity.end).map((other) => other.start),
  )
  const [first, last] = tokenRange(reading.tokens, { start: from, end: to })
  let best: { readonly fate: string; readonly distance: number } | null = null
  for (let i = first; i < last; i++) {
    const token = reading.tokens[i]
    const term = tokenTerms[i]
    if (!token || !term || !fateNames.has(term)) continue
    const inside = overlap(token, quantity) > 0
    if (term === 'leave' && token.start < quantity.end) continue
    const distance = inside
      ? 0
      : token.start >= quantity.end
        ? token.start - quantity.end
        : 1.5 * (quantity.start - token.end)
    if (best === null || distance < best.distance) best = { fate: term, distance }
  }
  return best?.fate ?? null
}

function yearsOf(reading: Reading, statement: Statement): ReadonlySet<string> {
  const years = statement.times.flatMap((at) => /^\d{4}/.exec(reading.times[at]?.value ?? '')?.[0] ?? [])
  return new Set(years)
}

/** The tokens inside a span, as a half-open range of indices. */
export function tokenRange(tokens: readonly Token[], span: Span): readonly [number, number] {
  return [firstFrom(tokens, span.start), firstFrom(tokens, span.end)]
}
