import type { Reading } from '../model/reading.ts'
import type { Sentence } from '../model/sentence.ts'
import { contains, type Excerpt, excerpt, type Span } from '../model/span.ts'
import type { Certainty } from '../model/statement.ts'
import { lastUpTo } from '../text/in-order.ts'

/**
 * The words that a report shows for each statement of a document: its own, and with those that cannot be read alone ("26 dead") the
 * sentence they stand in, unless it holds something denied beside something asserted, or the like. No two statements are shown by the same words: the next one of a sentence is shown from its own beginning on.
 */
export function shownWords({ document, sentences, statements }: Reading): readonly Excerpt[] {
  const taken = new Set(statements.map(placeOf))
  const certainties = new Map<Sentence | undefined, Set<Certainty>>()
  for (const { start, certainty } of statements) {
    const sentence = sentences[lastUpTo(sentences, start)]
    certainties.set(sentence, (certainties.get(sentence) ?? new Set()).add(certainty))
  }
  return statements.map((statement) => {
    const sentence = sentences[lastUpTo(sentences, statement.start)]
    const isOfOneMind = certainties.get(sentence)?.size === 1
    const wider = isOfOneMind && widened(statement, sentence).find((span) => !taken.has(placeOf(span)))
    if (!wider) return excerpt(document.text, statement.start, statement.end)
    taken.add(placeOf(wider))
    return excerpt(document.text, wider.start, wider.end)
  })
}

/** Characters that can be read alone; set on the public retold stories (25 to 60 tried). */
const readable = 30
/** A sentence of more characters is not shown whole. */
const longest = 400

/** The sentence of a statement that is too short, or the rest of it from there on. */
function widened(statement: Span, sentence: Sentence | undefined): readonly Span[] {
  if (statement.end - statement.start >= readable) return []
  if (!sentence || !contains(sentence, statement) || sentence.end - sentence.start > longest) return []
  return [sentence, { start: statement.start, end: sentence.end }]
}

const placeOf = ({ start, end }: Span): string => `${start}-${end}`
