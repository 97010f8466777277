import type { Derivation } from './derivation.ts'
import type { RefusalCode } from './document.ts'
import type { Finding } from './finding.ts'
import type { RuleId } from './rule.ts'
import type { Source } from './source.ts'
import type { Excerpt, Span } from './span.ts'
import type { Certainty, Hedge } from './statement.ts'

/** The answer of `trace`, version 1. Its JSON form is the product's contract: names and shapes stay, additions are free. */
export interface Report {
  readonly schema: 'headwater/report@1'
  readonly documents: readonly ReportDocument[]
  readonly sources: readonly Source[]
  readonly statements: readonly ReportStatement[]
  readonly claims: readonly Claim[]
  readonly derivations: readonly Derivation[]
  readonly series: readonly Series[]
  readonly findings: readonly Finding[]
  readonly refusals: readonly { readonly input: string; readonly code: RefusalCode; readonly says: string }[]
  readonly coverage: Coverage
  /** The same words in two documents, as reuse alignment found them. Absent where nobody looked. */
  readonly passages?: readonly CopiedPassage[]
  /** Notes, tags and states that people put on what is in this report. Absent when there is none. */
  readonly annotations?: readonly Annotation[]
  /** Decisions that found nothing here to be applied to, with the reason. Absent when there is none. */
  readonly unapplied?: readonly { readonly decision: string; readonly says: string }[]
}

/** What a person put on something. */
export interface Annotation {
  readonly on: { readonly kind: 'document' | 'source' | 'statement' | 'claim'; readonly id: string }
  readonly kind: 'note' | 'tag' | 'state'
  readonly text: string
  readonly by: string
  readonly at: string
  /** Id of the decision. */
  readonly decision: string
}

/** Words of `document` that stand in `from` too, which had them first. */
export interface CopiedPassage extends Span {
  readonly document: string
  readonly from: string
  readonly fromStart: number
  readonly fromEnd: number
}

export interface ReportDocument {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string
  readonly sha256: string
  readonly words: number
  readonly text: string
}

/** A figure of a statement; bounds as in `Quantity`. */
export interface Figure extends Excerpt {
  readonly low: number | null
  readonly high: number | null
  readonly approximate: boolean
  readonly vague: boolean
  readonly of: string | null
  readonly unit: string | null
  readonly per: string | null
}

/** One hop of who is said to have said it. `start`, `end`, `quote` are the words that name the source. */
export interface Voice extends Excerpt {
  /** Source id. */
  readonly source: string
  readonly cue: string
}

export interface ReportStatement extends Excerpt {
  readonly id: string
  readonly document: string
  readonly claim: string | null
  /** Outermost first; empty when the text names nobody. */
  readonly attribution: readonly Voice[]
  readonly certainty: Certainty
  readonly certaintyScore: number
  readonly hedges: readonly Hedge[]
  readonly figures: readonly Figure[]
  readonly times: readonly (Excerpt & { readonly value: string; readonly type: string })[]
}

/** One question that reports answer; statements that answer it differently stand side by side in `positions`. */
export interface Claim {
  readonly id: string
  readonly gist: string
  readonly statements: readonly string[]
  /** How many documents state it. */
  readonly documents: number
  /** Where the trails end: source ids, or a document id when an outlet reports on its own authority. */
  readonly origins: readonly string[]
  /** How many origins are independent of each other, as far as this collection shows. */
  readonly independent: number
  readonly positions: readonly Position[]
  readonly bottleneck: string | null
  /** Largest number of trails to origins that share no document and no source on the way (Menger). */
  readonly paths: number
  /** A minimum cut where `paths` is smaller than `independent`. */
  readonly cut: readonly string[] | null
  /** Trails that end in nobody named. */
  readonly notEstablished: number
  /** Origins that may be answering another question: tied to the others by a doubtful pair of statements only, and not counted. Absent when there is none. */
  readonly doubtful?: readonly string[]
  /** STANAG 2511 information credibility, computed, and why. */
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6'
  readonly credibilityReason: string
  /** STANAG 2511 source reliability, only as a person graded it. */
  readonly reliability: Readonly<Record<string, string>>
  /** Every count explained: one trail per statement, from the report upstream to where it ends. */
  readonly trails: readonly Trail[]
  /** Ids of the decisions that joined or parted its statements. Absent where nobody decided anything. */
  readonly decisions?: readonly string[]
}

export interface Position {
  readonly figures: readonly Figure[] | null
  readonly polarity: 'affirmed' | 'denied'
  readonly statements: readonly string[]
  readonly origins: readonly string[]
  readonly independent: number
}

/** A walk from a statement to where it ends. Each hop carries the words that justify it. */
export interface Trail {
  readonly statement: string
  readonly hops: readonly Hop[]
  /** `doubtful`: in somebody named who may be answering another question. */
  readonly end: 'origin' | 'doubtful' | 'not-established' | 'circular'
}

export interface Hop {
  /** The document or source reached by this hop. */
  readonly node: string
  readonly basis: 'stated' | 'inferred'
  readonly confidence: number
  readonly document: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly rule: RuleId
}

/** The figures of one thing of one subject over time, planned apart from what is so. */
export interface Series {
  /** The claim it is shown with: the first of `claims`. */
  readonly claim: string
  /** Every claim whose figures stand in it: "how many now" and "how many are planned" are two questions. */
  readonly claims: readonly string[]
  /** What all its figures count or measure; as in `Quantity`. */
  readonly of: string | null
  readonly unit: string | null
  readonly per: string | null
  readonly points: readonly SeriesPoint[]
}

/** One figure of a series, with its words in the document of its statement. */
export interface SeriesPoint extends Excerpt {
  readonly statement: string
  readonly origin: string | null
  /** TIMEX3 date the figure holds for. Where the text gives none: the day of publication of a figure that is so; null of a former or planned one, and where neither is known. */
  readonly when: string | null
  readonly low: number | null
  readonly high: number | null
  /** The same as `standing` being `planned`. */
  readonly planned: boolean
  /** `former`: given as the figure before another. */
  readonly standing: 'former' | 'actual' | 'planned'
}

export interface Coverage {
  readonly documents: number
  readonly statements: number
  /** Documents whose language is not read for statements yet. */
  readonly unread: number
  readonly languages: Readonly<Record<string, number>>
}
