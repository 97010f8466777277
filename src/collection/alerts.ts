import type { Evidence } from './evidence.ts'

/** Something that a report which came in has changed, worth telling somebody who follows the collection. */
export interface NewAlert {
  readonly at: string
  readonly kind: AlertKind
  /** What the claim asks or the title of the report that was edited. */
  readonly about: string
  /** One plain English sentence. */
  readonly says: string
  /** The words it stands on, those of before first. */
  readonly evidence: readonly Evidence[]
}

export interface Alert extends NewAlert {
  /** Its number in the collection, from 1 on. */
  readonly number: number
}

export type AlertKind = 'second-origin' | 'bottleneck-gone' | 'figure-changed' | 'conflict' | 'correction' | 'edited'

/** One alert on its way to one place. */
export interface Delivery {
  readonly alert: number
  /** Where to: `webhook a.example (5f0c…)` or `command notify-send`. */
  readonly to: string
  readonly attempts: number
  /** When it is to be tried next; null when it need not be. */
  readonly nextAt: string | null
  readonly deliveredAt: string | null
  /** What came of the last attempt. */
  readonly says: string | null
}
