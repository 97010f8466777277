import type { Place } from '../../language/places/gazetteer.ts'
import type { MentionKind } from '../../model/mention.ts'
import type { RuleId } from '../../model/rule.ts'
import type { Span } from '../../model/span.ts'

/** A name found in one sentence, before the whole document has had its say. */
export interface Draft extends Span {
  readonly text: string
  readonly kind: MentionKind
  readonly rule: RuleId
  /** 3 the words themselves say so, 2 a rule with few exceptions, 1 a guess by shape. */
  readonly sure: 1 | 2 | 3
  /** Key of a known body; undefined where the name itself makes it. */
  readonly known: string | undefined
  /** What it may mean on the map. */
  readonly places: readonly Place[]
  /** The state or country that follows a comma: "Springfield, Ill." */
  readonly within: Place | undefined
}
