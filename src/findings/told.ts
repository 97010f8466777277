import type { Reading } from '../model/reading.ts'
import { type Content, contentsOf, type Measure } from '../provenance/claims/content.ts'
import { answersAmong } from '../provenance/claims/positions.ts'
import { type Weigher, weigherOf } from '../provenance/claims/similarity.ts'
import { statementId } from '../provenance/claims/statement-ref.ts'
import { issuerOf } from '../provenance/graph/issuer.ts'
import { addTo } from '../text/listed.ts'
import { remembered } from '../text/remembered.ts'
import type { FindingContext } from './context.ts'

/** A statement of a claim as one document tells it: what it answers, and on whose word. */
export interface Told {
  readonly id: string
  /** Claim id. */
  readonly claim: string
  readonly document: string
  readonly reading: Reading
  readonly content: Content
  /** The figure it answers the claim's question with; null where it gives none. */
  readonly answer: Measure | null
  /** Source ids, outermost first; a bare sentence in an institution's own release is the institution's. */
  readonly voices: readonly string[]
  /** The body behind the innermost voice; null where the text names nobody. */
  readonly body: string | null
  readonly published: string | undefined
  /** How the document is called in a sentence: its outlet, else its title, else its id. */
  readonly outlet: string
  /** Source id of the outlet. */
  readonly publisher: string | null
  /** It is a body that speaks in its own name in this document. */
  readonly issuing: boolean
  readonly score: number
}

/** All tellings of each claim, claims in their order, tellings by document and place. Worked out once for all that looks for findings. */
export const toldIn = remembered((context: FindingContext): ReadonlyMap<string, readonly Told[]> => {
  const { readings, voices, claims } = context
  const byId = new Map(readings.map((reading) => [reading.document.id, reading]))
  const issuers = new Map(readings.map((reading) => [reading.document.id, issuerOf(reading, voices)]))
  return new Map(
    claims.map((claim) => {
      const members = claim.statements.flatMap(({ document, statement }) => {
        const reading = byId.get(document)
        return (reading && contentsOf(reading)[statement]) ?? []
      })
      const answerOf = answersAmong(members)
      return [claim.id, members.flatMap((content) => telling(claim.id, content, answerOf(content)))]
    }),
  )

  function telling(claim: string, content: Content, answer: Measure | null): readonly Told[] {
    const reading = byId.get(content.document)
    const statement = reading?.statements[content.statement]
    if (!reading || !statement) return []
    const { document } = reading
    const publisher = voices.outletOf(document.id)
    const named = statement.attribution.flatMap((at) => voices.voiceOf(document.id, at) ?? [])
    const issuer = issuers.get(document.id) ?? null
    const chain = named.length > 0 || issuer === null ? named : [issuer]
    const last = chain.at(-1)
    return [
      {
        id: statementId(document.id, statement),
        claim,
        document: document.id,
        reading,
        content,
        answer,
        voices: chain,
        body: last === undefined ? null : voices.bodyOf(last),
        published: document.published,
        outlet: document.publisher ?? shortTitle(document.title) ?? document.id,
        publisher,
        issuing: issuer !== null,
        score: statement.certaintyScore,
      },
    ]
  }
})

/** All tellings of each document, in the order of the claims. */
export const toldByDocument = remembered((context: FindingContext): ReadonlyMap<string, readonly Told[]> => {
  const byDocument = new Map<string, Told[]>()
  for (const one of [...toldIn(context).values()].flat()) addTo(byDocument, one.document, one)
  return byDocument
})

/** How telling a word is among all tellings. One for all that looks for findings: what it remembers of two statements holds for each of them. */
export const weigherIn = remembered(
  (context: FindingContext): Weigher => weigherOf([...toldIn(context).values()].flat().map(({ content }) => content)),
)

const shortTitle = (title: string | undefined): string | undefined =>
  title === undefined || title === ''
    ? undefined
    : `the report “${title.length <= 50 ? title : `${title.slice(0, 50)}…`}”`

/** Document ids upstream of each document, nearest first. */
export const upstreamOf = remembered(
  (context: FindingContext): ((document: string) => readonly (readonly string[])[]) => {
    const documents = new Set(context.readings.map((reading) => reading.document.id))
    const parents = new Map<string, string[]>()
    for (const { from, to } of context.derivations) {
      if (!documents.has(from) || !documents.has(to) || from === to) continue
      parents.set(to, [...(parents.get(to) ?? []), from])
    }
    const known = new Map<string, readonly (readonly string[])[]>()
    return (document) => {
      const answer = known.get(document)
      if (answer) return answer
      const found = levels(document, parents)
      known.set(document, found)
      return found
    }
  },
)

/** Farthest that a retelling is followed upstream. */
const deepest = 6

function levels(document: string, parents: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const seen = new Set([document])
  const found: string[][] = []
  let level = [document]
  while (level.length > 0 && found.length < deepest) {
    const next = [...new Set(level.flatMap((one) => parents.get(one) ?? []))].filter((one) => !seen.has(one)).sort()
    for (const one of next) seen.add(one)
    if (next.length > 0) found.push(next)
    level = next
  }
  return found
}
