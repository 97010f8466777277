import type { RuleId } from './rule.ts'
import type { Excerpt } from './span.ts'

export type MentionKind = 'person' | 'organisation' | 'place' | 'facility' | 'outlet' | 'event' | 'product' | 'other'

/** `spot`: a town or a site. `country`, or another `area` (a sea, a region, a province): the degrees are those of its middle. */
export type Extent = 'spot' | 'country' | 'area'

/** Words that name somebody or something. Mentions of one entity within a document share its `entity` key. */
export interface Mention extends Excerpt {
  readonly kind: MentionKind
  /** Key of what is named, made of its fullest name: `kyrylo-budanov`. */
  readonly entity: string
  /** Degrees, WGS 84; only for places found in the gazetteer. */
  readonly latitude: number | undefined
  readonly longitude: number | undefined
  /**
   * What the degrees stand for. Undefined where the words name no place that something could be at: a people ("Norwegian"), or a word inside
   * another name ("Iberia" in "Iberia Wire").
   */
  readonly extent: Extent | undefined
  readonly rule: RuleId
}
