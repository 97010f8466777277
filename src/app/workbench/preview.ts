import type { Decision } from '../../model/decision.ts'
import type { Store } from '../../ports/store.ts'
import type { Acting } from '../collection/acting.ts'

/** A claim whose count a decision would change. */
export interface Change {
  readonly key: string
  readonly gist: string
  /** Independent origins. */
  readonly before: number
  readonly after: number
}

/** What a decision would change if it were taken, without taking it. */
export async function previewed(_store: Store, _decision: Decision, _acting: Acting): Promise<readonly Change[]> {
  return []
}
