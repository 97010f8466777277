import type { Source } from './source.ts'

/**
 * What a person decided about what the machine found. Decisions are kept apart from findings and applied on top of them, so each names
 * what it is about by words that survive re-reading: a statement by its quotation, a voice by its name, never by an id of a report.
 */
export type Decision =
  | VoiceDecision
  | { readonly kind: 'grade'; readonly source: NamedVoice; readonly letter: Reliability; readonly reason: string }
  | ClaimDecision
  | MakingDecision
  | { readonly kind: 'note'; readonly on: Subject; readonly text: string }
  | { readonly kind: 'tag'; readonly on: Subject; readonly text: string }
  | { readonly kind: 'state'; readonly on: Subject; readonly state: State }
  /** A suggestion is not taken over, and is not made again; nothing else follows. */
  | { readonly kind: 'decline'; readonly suggestion: string }

/** Who is who: two names of one voice or of two, a further name of a voice, and what it belongs to. */
export type VoiceDecision =
  | { readonly kind: 'same-source' | 'not-same-source'; readonly a: NamedVoice; readonly b: NamedVoice }
  | { readonly kind: 'alias'; readonly source: NamedVoice; readonly name: string }
  | { readonly kind: 'affiliation'; readonly source: NamedVoice; readonly of: NamedVoice | null }

/** Two statements do or do not answer one question. */
export interface ClaimDecision {
  readonly kind: 'same-claim' | 'not-same-claim'
  readonly a: QuotedStatement
  readonly b: QuotedStatement
}

/** A document was or was not made from another, or from what a voice published elsewhere. */
export interface MakingDecision {
  readonly kind: 'made-from' | 'not-made-from'
  /** Document id of the later one. */
  readonly document: string
  readonly from:
    | { readonly kind: 'document'; readonly document: string }
    | { readonly kind: 'source'; readonly source: NamedVoice }
}

/** A statement by its words as a report shows them. The offsets only tell which of two places with the same words is meant. */
export interface QuotedStatement {
  readonly document: string
  readonly quote: string
  readonly start?: number
  readonly end?: number
}

/** A voice by its name or one of its aliases, as found; the kind where two kinds bear the name. */
export interface NamedVoice {
  readonly name: string
  readonly kind?: Source['kind']
  /** A document in which it is heard: needed for "an official", who is another one elsewhere. */
  readonly document?: string
}

/** STANAG 2511 source reliability: A completely reliable … E unreliable, F cannot be judged. */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** How far people have come with something. It says nothing of whether a claim holds. */
export type State = 'open' | 'in-progress' | 'waiting' | 'unverifiable' | 'settled'

/** What a note, a tag or a state is on. A claim is the one that the statement is in when the note is read. */
export type Subject =
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'source'; readonly source: NamedVoice }
  | { readonly kind: 'statement' | 'claim'; readonly statement: QuotedStatement }

/** A line of the log of decisions: who decided what, when and why. The log only grows; its order is the order of events. */
export interface Decided {
  /** Given by the store; says nothing by itself. */
  readonly id: string
  /** ISO 8601. For people; the place in the log says what came later. */
  readonly at: string
  readonly by: string
  readonly reason?: string
  /** Null where the line only takes another one back. */
  readonly decision: Decision | null
  /** Id of an earlier line that this one takes back. */
  readonly undoes?: string
}

/** The statements that a decision quotes. */
export function quotedIn(decision: Decision): readonly QuotedStatement[] {
  switch (decision.kind) {
    case 'same-claim':
    case 'not-same-claim':
      return [decision.a, decision.b]
    case 'note':
    case 'tag':
    case 'state':
      return 'statement' in decision.on ? [decision.on.statement] : []
    default:
      return []
  }
}
