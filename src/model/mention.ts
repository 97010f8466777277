import type { RuleId } from './rule.ts'
import type { Excerpt } from './span.ts'

export type MentionKind = 'person' | 'organisation' | 'place' | 'facility' | 'outlet' | 'event' | 'product' | 'other'

/** Words that name somebody or something. Mentions of one entity within a document share its `entity` key. */
export interface Mention extends Excerpt {
  readonly kind: MentionKind
  /** Key of what is named, made of its fullest name: `kyrylo-budanov`. */
  readonly entity: string
  /** Degrees, WGS 84; only for places found in the gazetteer. */
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  readonly rule: RuleId
}
