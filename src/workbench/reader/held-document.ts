import { type Lookup, lookup } from '../../export/view/lookup.ts'
import type { Blamed } from '../../export/workbench/blame.ts'
import type { Trail } from '../../model/report.ts'
import type { DocumentAnswer } from '../answers/shapes.ts'
import { withoutText } from '../claim/held-claim.ts'

/** One report with the names of all that its trails pass. */
export interface HeldDocument {
  readonly answer: DocumentAnswer
  readonly held: Lookup
  /** Where each statement comes from, by its id. */
  readonly origins: ReadonlyMap<string, Origin>
}

/** A statement in a claim, with its trail. */
export interface Origin extends Blamed {
  readonly claim: string
  readonly trail: Trail
}

const made = new WeakMap<DocumentAnswer, HeldDocument>()

export function heldDocument(answer: DocumentAnswer): HeldDocument {
  const before = made.get(answer)
  if (before) return before
  const { document, documents, sources, statements, derivations, origins } = answer
  const held = lookup({
    schema: 'headwater/report@1',
    documents: [document, ...documents.map(withoutText)],
    sources,
    statements,
    claims: [],
    derivations,
    findings: [],
    series: [],
    refusals: [],
    coverage: { documents: 1, statements: statements.length, unread: 0, languages: {} },
  })
  const now = { answer, held, origins: new Map(origins.filter(isTraced).map((origin) => [origin.statement, origin])) }
  made.set(answer, now)
  return now
}

function isTraced(origin: Blamed): origin is Origin {
  return origin.claim !== null && origin.trail !== null
}

/** The report of the collection that a statement was taken from, where there is one. */
export function upstreamOf({ held, answer }: HeldDocument, origin: Origin | undefined): string | undefined {
  return origin?.trail.hops.find(({ node }) => node !== answer.document.id && held.documents.has(node))?.node
}
