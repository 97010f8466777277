import { type Lookup, lookup } from '../../export/view/lookup.ts'
import type { Source } from '../../model/source.ts'
import type { DocumentAnswer, OriginOf } from '../answers/shapes.ts'
import { withoutText } from '../claim/held-claim.ts'

/** One report with the names of all that its trails pass. */
export interface HeldDocument {
  readonly answer: DocumentAnswer
  readonly held: Lookup
  /** Where each statement comes from, by its id. */
  readonly origins: ReadonlyMap<string, OriginOf>
}

const made = new WeakMap<DocumentAnswer, HeldDocument>()

export function heldDocument(answer: DocumentAnswer): HeldDocument {
  const before = made.get(answer)
  if (before) return before
  const { document, statements, derivations, origins, documents = [], sources = [] } = answer
  const others = documents.filter(({ id }) => id !== document.id).map(withoutText)
  const named = new Set(sources.map(({ id }) => id))
  const held = lookup({
    schema: 'headwater/report@1',
    documents: [document, ...others],
    sources: [...sources, ...origins.flatMap(({ endsIn }) => endsIn.flatMap((end) => sourceOf(end, named)))],
    statements,
    claims: [],
    derivations,
    findings: [],
    series: [],
    refusals: [],
    coverage: { documents: 1, statements: statements.length, unread: 0, languages: {} },
  })
  const now = { answer, held, origins: new Map(origins.map((origin) => [origin.trail.statement, origin])) }
  made.set(answer, now)
  return now
}

/** The end of a trail as a source, where only its name is known. */
function sourceOf({ id, name, kind }: OriginOf['endsIn'][number], named: Set<string>): readonly Source[] {
  if (kind === 'document' || named.has(id)) return []
  named.add(id)
  return [{ id, name, aliases: [], kind: 'institution', affiliation: null }]
}

/** The report of the collection that a statement was taken from, where there is one. */
export function upstreamOf({ held, answer }: HeldDocument, origin: OriginOf | undefined): string | undefined {
  return origin?.trail.hops.find(({ node }) => node !== answer.document.id && held.documents.has(node))?.node
}
