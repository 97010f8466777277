import { type ClaimView, claimView } from '../../export/view/claim-view.ts'
import { type Lookup, lookup } from '../../export/view/lookup.ts'
import type { ClaimPage as ClaimAnswer, DocumentHead } from '../../export/workbench/claim-page.ts'
import type { ReportDocument } from '../../model/report.ts'

/** One claim with all that its page needs, found by id: the same view that the dossier, the terminal and Markdown are made from. */
export interface HeldClaim {
  readonly answer: ClaimAnswer
  readonly held: Lookup
  readonly view: ClaimView
}

const made = new WeakMap<ClaimAnswer, HeldClaim>()

export function heldClaim(answer: ClaimAnswer): HeldClaim {
  const before = made.get(answer)
  if (before) return before
  const { claim, documents, sources, statements, derivations, findings, series } = answer
  const held = lookup({
    schema: 'headwater/report@1',
    documents: documents.map(withoutText),
    sources,
    statements,
    claims: [claim],
    derivations,
    findings,
    series,
    refusals: [],
    coverage: { documents: documents.length, statements: statements.length, unread: 0, languages: {} },
  })
  const now = { answer, held, view: claimView(held, claim) }
  made.set(answer, now)
  return now
}

/** The text of a report is not sent with a claim; nothing that is shown of a claim reads it. */
export function withoutText(document: DocumentHead): ReportDocument {
  return { ...document, text: '' }
}
