import type { Edit } from '../../collection/edits.ts'
import type { Summary } from '../../export/view/summary.ts'
import type { Derivation } from '../../model/derivation.ts'
import type { Finding, FindingKind } from '../../model/finding.ts'
import type {
  Annotation,
  Claim,
  CopiedPassage,
  ReportDocument,
  ReportStatement,
  Series,
  Trail,
} from '../../model/report.ts'
import type { Source } from '../../model/source.ts'

/** The answers of the API under /api/v1, as the workbench reads them. What a server may leave out is optional here. */
export interface CollectionAnswer {
  readonly name: string
  readonly counts: Readonly<
    Record<'documents' | 'versions' | 'captures' | 'claims' | 'sources' | 'alerts' | 'lines', number>
  >
  readonly independentOrigins: number
  readonly addNothing: number
  readonly upToDate: boolean
  readonly version: string
  readonly summary?: Summary
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: string | number | null
}

export interface DocumentRow {
  readonly id: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly language: string
  readonly words: number
  readonly versions: number
  readonly claims: number
  readonly story: string | null
  readonly addsNothing?: boolean
}

export type BareDocument = Omit<ReportDocument, 'text'>

export interface Named {
  readonly id: string
  readonly name: string
}

export interface DocumentAnswer {
  readonly document: ReportDocument
  readonly versions: readonly {
    readonly version: number
    readonly capture: number
    readonly addedAt: string
    readonly sha256: string
    readonly current: boolean
  }[]
  readonly statements: readonly ReportStatement[]
  readonly passages: readonly CopiedPassage[]
  readonly derivations: readonly Derivation[]
  readonly origins: readonly OriginOf[]
  readonly documents?: readonly BareDocument[]
  readonly sources?: readonly Source[]
}

/** Where one statement comes from: a line of the blame margin. */
export interface OriginOf {
  readonly start: number
  readonly end: number
  /** Key of its claim. */
  readonly claim: string
  readonly trail: Trail
  readonly endsIn: readonly (Named & { readonly kind: 'document' | 'source' })[]
}

export interface VersionAnswer {
  readonly document: ReportDocument
  readonly edits: readonly Edit[]
}

export interface ClaimRow {
  readonly key: string
  readonly id: string
  readonly gist: string
  readonly documents: number
  readonly independent: number
  readonly paths: number
  readonly notEstablished: number
  readonly doubtful: readonly string[] | number
  readonly bottleneck: Named | null
  readonly credibility: Claim['credibility']
  readonly credibilityReason: string
  readonly positions: readonly { readonly words: string; readonly independent: number; readonly statements: number }[]
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>
  readonly certainty: { readonly least: number; readonly most: number }
  readonly firstSeen: string | null
  readonly story: string | null
  readonly state: string | null
  readonly tags: readonly string[]
  readonly origins?: readonly Named[]
}

export interface ClaimAnswer {
  readonly key: string
  readonly claim: Claim
  readonly statements: readonly ReportStatement[]
  readonly documents: readonly BareDocument[]
  readonly sources: readonly Source[]
  readonly findings: readonly Finding[]
  readonly derivations: readonly Derivation[]
  readonly series: readonly Series[]
  readonly annotations: readonly Annotation[]
  readonly related: readonly { readonly key: string; readonly gist: string; readonly why: string }[]
}

export interface SourceRow extends Omit<Source, 'grade'> {
  readonly claims: number
  readonly originOf: number
  readonly relayedBy: number
  readonly grade: string | { readonly letter: string; readonly reason: string } | null
}

export interface SourceAnswer extends Omit<SourceRow, 'claims'> {
  readonly claims: readonly Pick<ClaimRow, 'key' | 'gist' | 'documents' | 'independent'>[] | number
  readonly statements: readonly ReportStatement[]
}

export interface StoryRow {
  readonly id: string
  readonly title: string | null
  readonly documents: number
  readonly claims: number
  readonly from: string | null
  readonly to: string | null
}

export interface StoryAnswer {
  readonly id: string
  readonly title: string | null
  readonly figures: { readonly reports: number; readonly independentOrigins: number; readonly addNothing: number }
  readonly river: River
  readonly timeline: readonly Happening[]
  readonly places: readonly Place[]
}

export interface River {
  readonly nodes: readonly RiverNode[]
  readonly links: readonly RiverLink[]
  readonly bottlenecks: readonly string[]
}

export interface RiverNode {
  readonly id: string
  readonly kind: 'origin' | 'document' | 'group'
  readonly name: string
  readonly published: string | null
  readonly column?: number
}

export interface RiverLink {
  readonly from: string
  readonly to: string
  readonly shared: number
  readonly basis: 'stated' | 'inferred'
  readonly confidence: number
  readonly manner: string
}

export interface Happening {
  readonly when: string
  readonly kind: 'published' | 'told'
  readonly document: string
  readonly statement?: string
  readonly words: string
}

export interface Place {
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly mentions: number
  readonly documents: number
}

export interface Job {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed'
  readonly says: string
  readonly items: readonly {
    readonly input: string
    readonly state: string
    readonly says: string | null
    readonly documents: number | readonly string[]
  }[]
}

export interface Suggestion {
  readonly id: string
  readonly kind: 'same-claim' | 'same-source' | 'made-from'
  readonly a: SuggestedSide
  readonly b: SuggestedSide
  readonly why: string
  readonly score: number
  readonly decisions?: { readonly accept: unknown; readonly reject: unknown }
}

export interface SuggestedSide {
  readonly label?: string
  readonly title?: string | null
  readonly key?: string
  readonly statement?: {
    readonly document: string
    readonly start: number
    readonly end: number
    readonly quote: string
  }
  readonly source?: { readonly name: string; readonly kind?: string }
  readonly document?: string
}

export interface Preview {
  readonly changes: readonly {
    readonly key: string
    readonly gist: string
    readonly before: number
    readonly after: number
  }[]
}
