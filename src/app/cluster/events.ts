import type { Outcome } from './jobs.ts'

/** What a worker does, for logs and for whoever counts. */
export type WorkerEvent =
  | {
      readonly kind: 'done'
      readonly task: 'read' | 'trace'
      readonly about: string
      readonly outcome: Outcome
      readonly milliseconds: number
    }
  /** It was tried and will be tried again: what it is about, or what did not answer. */
  | {
      readonly kind: 'failed'
      readonly about: 'queue' | 'collection' | 'look' | 'task' | (string & {})
      readonly says: string
    }
  /** It failed so often that it is tried alone. */
  | { readonly kind: 'suspected'; readonly about: string; readonly says: string }
  | { readonly kind: 'set-aside'; readonly about: string; readonly says: string }
  /** Piles were planned that are to be traced, by whoever has a hand free. */
  | { readonly kind: 'planned'; readonly upTo: number; readonly piles: number }
  /** Hints got lost, and are given again. */
  | { readonly kind: 'lost'; readonly piles: number }
  /** The answers of the collection are those of everything up to a line of its log. */
  | {
      readonly kind: 'finished'
      readonly upTo: number
      readonly traced: number
      readonly alerts: number
      readonly milliseconds: number
    }
  /** A newer build of Headwater makes the answers now. */
  | { readonly kind: 'replaced'; readonly by: string }
  /** The connection to the queue. */
  | { readonly kind: 'connection'; readonly state: 'lost' | 'back' }
