import type { Mention } from '../../model/mention.ts'
import type { Reading } from '../../model/reading.ts'
import type { Span } from '../../model/span.ts'

/** What `read` prints of one document: the contract's layers. With `why`, each annotation keeps the rule that made it. */
export function readingLine(reading: Reading, why: boolean): Readonly<Record<string, unknown>> {
  const { document } = reading
  const shown = <Item extends object>(items: readonly Item[]) => (why ? items : items.map(withoutRule))
  return {
    id: document.id,
    text: document.text,
    language: document.language,
    sentences: reading.sentences.map(span),
    mentions: shown(reading.mentions.map(placed)),
    quantities: shown(reading.quantities),
    times: shown(reading.times),
    attributions: shown(reading.attributions),
    statements: reading.statements.map(({ hedges, ...statement }) => ({ ...statement, hedges })),
    credits: document.credits,
  }
}

const span = ({ start, end }: Span): Span => ({ start, end })

function withoutRule(item: object): object {
  const { rule: _, ...rest } = item as { readonly rule?: unknown }
  return rest
}

/** Coordinates only where they are known. */
function placed({ latitude, longitude, extent: _, ...mention }: Mention): object {
  return latitude === undefined || longitude === undefined ? mention : { ...mention, latitude, longitude }
}
