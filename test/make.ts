import { looseDocument } from '../src/extract/loose-document.ts'
import { tokens } from '../src/extract/tokens/tokens.ts'
import type { Attribution, SourceKind } from '../src/model/attribution.ts'
import type { Document, Region } from '../src/model/document.ts'
import type { Mention, MentionKind } from '../src/model/mention.ts'
import type { Quantity } from '../src/model/quantity.ts'
import type { Reading } from '../src/model/reading.ts'
import type { Excerpt } from '../src/model/span.ts'
import type { Certainty, Statement } from '../src/model/statement.ts'

/** The few builders that every test uses: documents and readings made of words, with offsets found in them. */

/** A document of these words. The first line is the headline when a blank line follows it. */
export function documentOf(text: string, about: Partial<Document> = {}): Document {
  return {
    ...looseDocument(text, 'a1'),
    input: 'test',
    text,
    sha256: '0'.repeat(64),
    regions: regionsOf(text),
    ...about,
  }
}

function regionsOf(text: string): readonly Region[] {
  let at = 0
  return text.split('\n\n').map((part, i, all) => {
    const start = text.indexOf(part, at)
    at = start + part.length
    return { start, end: at, kind: i === 0 && all.length > 1 ? 'headline' : 'body', rule: 'test/region' }
  })
}

/** What a test says was found in a document; the words are looked up in its text. */
export interface Found {
  readonly mentions?: readonly (readonly [words: string, kind: MentionKind, entity?: string])[]
  readonly quantities?: readonly (Partial<Quantity> & { readonly words: string })[]
  readonly attributions?: readonly {
    readonly source: string
    readonly content: string
    readonly kind?: SourceKind
    readonly within?: number
    readonly speaker?: string
  }[]
  readonly statements?: readonly (string | { readonly words: string; readonly certainty?: Certainty })[]
}

/** A reading with these things found. A statement gets the attributions whose content covers it and the quantities inside it. */
export function readingOf(document: Document, found: Found = {}): Reading {
  const { text } = document
  const layers = tokens.run(document, {
    sentences: [],
    tokens: [],
    mentions: [],
    quantities: [],
    times: [],
    attributions: [],
    hedges: [],
    statements: [],
  })
  const mentions = (found.mentions ?? []).flatMap(([words, kind, entity]) => mentionsOf(text, words, kind, entity))
  const attributions = (found.attributions ?? []).map(
    ({ source, content, kind = 'person', within = null, speaker = null }): Attribution => ({
      kind: 'indirect',
      source: source === '' ? [] : [at(text, source)],
      cue: [],
      content: [at(text, content)],
      sourceKind: source === '' ? 'none' : kind,
      speaker,
      within,
      rule: 'test/attribution',
    }),
  )
  const quantities = (found.quantities ?? []).map(({ words, ...rest }): Quantity => {
    const value = Number(words.replace(/[^\d.]/g, ''))
    return {
      ...at(text, words),
      low: value,
      high: value,
      approximate: false,
      vague: false,
      unit: null,
      of: null,
      ofSpan: null,
      per: null,
      change: '=',
      rule: 'test/quantity',
      ...rest,
    }
  })
  const statements = (found.statements ?? []).map((one): Statement => {
    const { words, certainty = 'asserted' } = typeof one === 'string' ? { words: one } : one
    const span = at(text, words)
    const inside = (part: Excerpt): boolean => span.start <= part.start && part.end <= span.end
    return {
      ...span,
      certainty,
      certaintyScore: certainty === 'asserted' ? 3 : certainty === 'denied' ? -3 : 1,
      hedges: [],
      attribution: attributions.flatMap(({ content }, i) =>
        content.some((part) => part.start < span.end && span.start < part.end) ? [i] : [],
      ),
      quantities: quantities.flatMap((quantity, i) => (inside(quantity) ? [i] : [])),
      times: [],
    }
  })
  return { document, ...layers, mentions, quantities, times: [], attributions, hedges: [], statements }
}

/** The place of these words in a text. */
export function at(text: string, words: string): Excerpt {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the text does not hold: ${words}`)
  return { start, end: start + words.length, quote: words }
}

function mentionsOf(text: string, words: string, kind: MentionKind, entity = words): readonly Mention[] {
  const found: Mention[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length
    found.push({
      start,
      end,
      quote: words,
      kind,
      entity,
      latitude: undefined,
      longitude: undefined,
      extent: undefined,
      rule: 'test/mention',
    })
  }
  return found
}
